import type { Work } from '#electron/database/unit-of-work.ts';
import type { Permission } from '#shared/contract/catalogue.ts';
import type { SearchHit } from '#shared/kernel/search/search.contract.ts';

/** What a module lets the search box find. It sees only what the actor's scope lets it see, and answers masked. */
export type SearchSource = {
  readonly permission: Permission;
  find(work: Work, text: string, limit: number): SearchHit[];
};
