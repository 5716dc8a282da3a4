import type { Actor } from '#shared/contract/actor.ts';
import type { PersonFilter } from '#shared/modules/grid/register/person.schema.ts';
import { afterPrefix, searchWords } from '#shared/modules/grid/register/search-text.rules.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import { inScope } from './scope.ts';

/** A text of one letter asks for the key that names are sorted by, because reading, initials and key begin alike; empty for any other text. */
export function oneLetter(text: string): string {
  const words = searchWords(text);
  return words?.kind === 'letters' && words.letters.length === 1 ? words.letters : '';
}

/** The row numbers that the words of a search box mean, as one SELECT, among the removed ones or the others; a row may come twice, and a row of the other kind may be among them. */
export function rowsOfWords({ text, removed }: Pick<PersonFilter, 'text' | 'removed'>): Condition {
  const words = searchWords(text);
  const rows = `SELECT row_no FROM person WHERE removed_at ${removed ? 'IS NOT NULL' : 'IS NULL'} AND`;
  if (!words) return { sql: 'SELECT row_no FROM person WHERE 0', values: [] };
  switch (words.kind) {
    case 'letters': {
      const letter = oneLetter(text);
      if (letter !== '') return { sql: `${rows} sort_key >= ? AND sort_key < ?`, values: [letter, afterPrefix(letter)] };
      const range = [words.letters, afterPrefix(words.letters)];
      return {
        sql: `${rows} initials >= ? AND initials < ? UNION ALL ${rows} pinyin >= ? AND pinyin < ?`,
        values: [...range, ...range],
      };
    }
    case 'tail': {
      const range = [words.reversed, afterPrefix(words.reversed)];
      const byId = "SELECT row_no FROM person WHERE id_reversed <> '' AND id_reversed >= ? AND id_reversed < ?";
      const byPhone = `${rows} phone_reversed <> '' AND phone_reversed >= ? AND phone_reversed < ?`;
      return words.hasLetter ? { sql: byId, values: range } : { sql: `${byId} UNION ALL ${byPhone}`, values: [...range, ...range] };
    }
    case 'phrase':
      return { sql: 'SELECT rowid AS row_no FROM person_text WHERE person_text MATCH ?', values: [words.phrase] };
  }
}

const some = (wanted: readonly string[], column: string): Condition[] => (wanted.length > 0 ? [isIn(column, wanted)] : []);
const given = (value: string | null, sql: string): Condition[] => (value === null ? [] : [{ sql, values: [value] }]);

/**
 * The conditions of a filter and of the actor's scope on `person p`, by what answers them: each group can be the one that an index is
 * entered with (person-route.ts).
 */
export function personConditions(actor: Actor, filter: PersonFilter) {
  const rows = filter.text === '' ? null : rowsOfWords(filter);
  return {
    state: [{ sql: filter.removed ? 'p.removed_at IS NOT NULL' : 'p.removed_at IS NULL', values: [] }],
    grids: [...inScope(actor, 'p.grid_id'), ...some(filter.gridIds, 'p.grid_id'), ...(filter.withoutGrid ? [{ sql: 'p.grid_id IS NULL', values: [] }] : [])],
    communities: some(filter.communityIds, 'p.community_id'),
    household: given(filter.householdId, 'p.household_id = ?'),
    dwelling: given(filter.dwellingId, 'p.dwelling_id = ?'),
    batch: given(filter.importBatchId, 'p.import_batch_id = ?'),
    words: rows ? [{ sql: `p.row_no IN (${rows.sql})`, values: rows.values }] : [],
    categories: some(filter.categories, 'p.category'),
    sexes: some(filter.sexes, 'p.sex'),
    education: some(filter.education, 'p.education'),
    born: [...given(filter.bornFrom, 'p.birth_on >= ?'), ...given(filter.bornUntil, 'p.birth_on <= ?')],
  } satisfies Record<string, Condition[]>;
}
export type PersonConditions = ReturnType<typeof personConditions>;

/** The rows of `person p` that a filter and the actor's scope leave. */
export const personCondition = (actor: Actor, filter: PersonFilter): Condition => allOf(Object.values(personConditions(actor, filter)).flat());

/** Each order is one index, row number included, so that it is total and deep windows stay cheap. Persons without a grid come first in theirs. */
export const personOrder = {
  name: { columns: ['p.sort_key'], index: 'person_by_name' },
  birthOn: { columns: ['p.birth_on', 'p.sex'], index: 'person_by_age' },
  gridName: { columns: ['p.grid_id', 'p.sort_key'], index: 'person_by_grid' },
  category: { columns: ['p.category', 'p.sort_key'], index: 'person_by_category' },
  presentAddress: { columns: ['p.present_address'], index: 'person_by_address' },
  updatedAt: { columns: ['p.updated_at'], index: 'person_by_updated' },
} as const;
export type PersonOrderField = keyof typeof personOrder;
