import { matchedPart } from '#electron/kernel/search/matched-part.ts';
import type { SearchSource } from '#electron/kernel/search/search-source.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { SearchHit } from '#shared/kernel/search/search.contract.ts';
import { afterPrefix, phraseOf } from '#shared/modules/grid/register/search-text.rules.ts';
import type { Condition } from '#electron/database/condition.ts';

const FEW = 5;
const NUMBER = /^\d{4,8}-?\d*$/;

/** By number from its start, or by words of the subject, the place, the content, and the name of whoever brought it; the newest first. */
function findMatters(work: Work, text: string, limit: number): SearchHit[] {
  const typed = text.normalize('NFKC').trim();
  if (/^[A-Za-z]+$/.test(typed)) return [];
  const phrase = phraseOf(typed);
  const condition: Condition | null = NUMBER.test(typed)
    ? { sql: "m.number >= ? AND m.number < ? AND m.number <> ''", values: [typed, afterPrefix(typed)] }
    : phrase === '' ? null : { sql: 'm.row_no IN (SELECT rowid FROM matter_text WHERE matter_text MATCH ? ORDER BY rowid DESC LIMIT 200)', values: [phrase] };
  if (!condition) return [];
  return work.matters.some(work.actor, condition, Math.min(limit, FEW)).map((row): SearchHit => ({ entity: 'matter', id: row.id, title: row.subject, detail: [row.number, row.gridName, row.place].filter(Boolean).join(' · '), matched: matchedPart(typed, { name: row.subject, code: row.number, address: row.place }), to: `/grid/matters/${row.id}` }));
}

export const mattersSearch: readonly SearchSource[] = [{ permission: 'matters.read', find: findMatters }];
