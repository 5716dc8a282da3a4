import type { Actor } from '#shared/contract/actor.ts';
import type { PersonFilter } from '#shared/modules/grid/register/person.schema.ts';
import { afterPrefix, searchWords } from '#shared/modules/grid/register/search-text.rules.ts';
import { allOf, inScope, isIn, type Condition } from './scope.ts';

/** What the words of a search box mean for a person, as one condition on `person p`. */
export function wordsCondition(text: string): Condition {
  const words = searchWords(text);
  if (!words) return { sql: '0', values: [] };
  switch (words.kind) {
    case 'letters': {
      const range = [words.letters, afterPrefix(words.letters)];
      return {
        sql: 'p.row_no IN (SELECT row_no FROM person WHERE removed_at IS NULL AND initials >= ? AND initials < ? UNION SELECT row_no FROM person WHERE removed_at IS NULL AND pinyin >= ? AND pinyin < ?)',
        values: [...range, ...range],
      };
    }
    case 'tail': {
      const range = [words.reversed, afterPrefix(words.reversed)];
      const byId = "SELECT row_no FROM person WHERE id_reversed <> '' AND id_reversed >= ? AND id_reversed < ?";
      const byPhone = "SELECT row_no FROM person WHERE removed_at IS NULL AND phone_reversed <> '' AND phone_reversed >= ? AND phone_reversed < ?";
      return words.hasLetter ? { sql: `p.row_no IN (${byId})`, values: range } : { sql: `p.row_no IN (${byId} UNION ${byPhone})`, values: [...range, ...range] };
    }
    case 'phrase':
      return { sql: 'p.row_no IN (SELECT rowid FROM person_text WHERE person_text MATCH ?)', values: [words.phrase] };
  }
}

/** The rows of `person p` that a filter and the actor's scope leave. */
export function personCondition(actor: Actor, filter: PersonFilter): Condition {
  const some = (wanted: readonly unknown[], condition: Condition): Condition[] => (wanted.length > 0 ? [condition] : []);
  const given = (value: string | null, sql: string): Condition[] => (value === null ? [] : [{ sql, values: [value] }]);
  return allOf([
    { sql: filter.removed ? 'p.removed_at IS NOT NULL' : 'p.removed_at IS NULL', values: [] },
    ...inScope(actor, 'p.grid_id'),
    ...(filter.text === '' ? [] : [wordsCondition(filter.text)]),
    ...some(filter.communityIds, isIn('p.community_id', filter.communityIds)),
    ...some(filter.gridIds, isIn('p.grid_id', filter.gridIds)),
    ...some(filter.categories, isIn('p.category', filter.categories)),
    ...some(filter.sexes, isIn('p.sex', filter.sexes)),
    ...some(filter.education, isIn('p.education', filter.education)),
    ...given(filter.bornFrom, 'p.birth_on >= ?'),
    ...given(filter.bornUntil, 'p.birth_on <= ?'),
    ...(filter.withoutGrid ? [{ sql: 'p.grid_id IS NULL', values: [] }] : []),
    ...given(filter.householdId, 'p.household_id = ?'),
    ...given(filter.dwellingId, 'p.dwelling_id = ?'),
    ...given(filter.importBatchId, 'p.import_batch_id = ?'),
  ]);
}

/** Each order is one index plus the row number, so that it is total and deep windows stay cheap. Persons without a grid come first in theirs. */
export const personOrder = {
  name: ['p.sort_key'],
  birthOn: ['p.birth_on', 'p.sex'],
  gridName: ['p.grid_id', 'p.sort_key'],
  category: ['p.category', 'p.sort_key'],
  presentAddress: ['p.present_address'],
  updatedAt: ['p.updated_at'],
} as const;
