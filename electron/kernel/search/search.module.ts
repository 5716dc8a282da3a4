import type { Work } from '#electron/database/unit-of-work.ts';
import { searchSources } from '#electron/modules.ts';
import { mayDo } from '#shared/contract/actor.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { placeIndex } from './name-index.ts';
import type { searchContract } from '#shared/kernel/search/search.contract.ts';

/** Asks each module that the actor may read, in their order, until the window of answers is full. */
export const searchHandlers: Handlers<typeof searchContract, Work> = {
  spell: (_work, { texts }) =>
    texts.map((text) => {
      const { namePy, initials } = placeIndex(text);
      return [namePy, initials];
    }),
  findEverywhere: (work, { text, limit }) => {
    const hits = [];
    for (const source of searchSources) {
      if (hits.length >= limit) break;
      if (mayDo(work.actor.roles, source.permission)) hits.push(...source.find(work, text, limit - hits.length));
    }
    return hits;
  },
};
