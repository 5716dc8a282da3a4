import type { Actor } from '#shared/contract/actor.ts';
import { personCategories, sexes, type PersonFilter } from '#shared/modules/grid/register/person.schema.ts';
import { afterPrefix, searchWords } from '#shared/modules/grid/register/search-text.rules.ts';
import { oneLetter, personConditions, personOrder, rowsOfWords, type PersonConditions, type PersonOrderField } from './person-query.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';

/** How a statement goes through the table: what follows `FROM person p`, and the conditions of its WHERE. */
export type Route = { readonly hint: string; readonly where: Condition };
/** Counts rows of a SELECT, at most as many as asked for. */
export type CountRows = (select: Condition, most: number) => number;

/** So many rows are read one by one from all over the table in the time a person does not notice. */
const SCATTERED_ROWS = 1_500;
/** As above when what is left of them is far less. */
const SCATTERED_BEFORE_KIND = 4_000;
/** As above when the other way is to go through most of the names: a name is looked for and names are the order. */
const SCATTERED_NAMES = 8_000;
/** Rows of one import, and mostly those of one place, lie side by side. */
const NEIGHBOURING_ROWS = 10_000;
/** So many entries are read and sorted from an index that holds all that is asked. */
const INDEX_ENTRIES = 50_000;

type Carrier = {
  readonly hint: string;
  /** The conditions the index is entered with. */
  readonly entered: readonly Condition[];
  readonly also?: readonly Condition[];
  /** The carrier is taken while no more rows than this answer to `entered`; always, when absent. */
  readonly most?: number;
  readonly counted?: Condition;
};

/** Every education there is, found by a handful of jumps in the index. */
const ANY_EDUCATION: Condition = {
  sql: `p.education IN (WITH RECURSIVE found (code) AS (SELECT min(education) FROM person INDEXED BY person_by_kind WHERE removed_at IS NULL
    UNION ALL SELECT (SELECT min(education) FROM person INDEXED BY person_by_kind WHERE removed_at IS NULL AND education > found.code) FROM found WHERE found.code IS NOT NULL)
    SELECT code FROM found WHERE code IS NOT NULL)`,
  values: [],
};
const by = (index: string): string => `INDEXED BY ${index}`;
const orElse = (conditions: readonly Condition[], any: Condition): readonly Condition[] => (conditions.length > 0 ? conditions : [any]);

/** Education, category, sex and birth lead one index; a condition that is not asked for stands for all its values, so that the next one can be entered with. */
function kindOf({ education, categories, sexes: sexConditions, born }: PersonConditions): readonly Condition[] {
  if ([education, categories, sexConditions, born].every((group) => group.length === 0)) return [];
  return [...orElse(education, ANY_EDUCATION), ...orElse(categories, isIn('p.category', personCategories)), ...orElse(sexConditions, isIn('p.sex', sexes)), ...born];
}

/** What can carry a filter besides the index of its order, the narrowest first. */
function carriers(conditions: PersonConditions, filter: PersonFilter, field: PersonOrderField | null): readonly Carrier[] {
  const { grids, communities, household, dwelling, batch, words } = conditions;
  if (filter.removed) return [{ hint: by('person_removed'), entered: conditions.state }];
  const kind = kindOf(conditions);
  const staysInKind = (field === 'birthOn' || field === null) && [grids, communities, batch].every((group) => group.length === 0);
  const opensRows = field === 'presentAddress' || field === 'updatedAt' || communities.length > 0;
  const phraseByName = field === 'name' && searchWords(filter.text)?.kind === 'phrase';
  const scattered = phraseByName ? SCATTERED_NAMES : kind.length > 0 ? SCATTERED_BEFORE_KIND : SCATTERED_ROWS;
  const all: readonly Carrier[] = [
    { hint: by('person_by_household'), entered: household },
    { hint: by('person_by_dwelling'), entered: dwelling },
    { hint: by('person_by_grid'), entered: grids, most: opensRows ? NEIGHBOURING_ROWS : INDEX_ENTRIES },
    { hint: by('person_by_community'), entered: communities, most: NEIGHBOURING_ROWS },
    { hint: 'NOT INDEXED', entered: words, most: scattered, counted: rowsOfWords(filter) },
    { hint: by('person_by_kind'), entered: kind, also: kind, most: staysInKind ? INDEX_ENTRIES : SCATTERED_ROWS },
    { hint: by('person_by_batch'), entered: batch, most: NEIGHBOURING_ROWS },
  ];
  return all.filter(({ entered }) => entered.length > 0);
}

/** `also` are consequences of the conditions that open an index. */
const routeBy = (conditions: PersonConditions, hint: string, also: readonly Condition[] = []): Route => ({ hint, where: allOf([...Object.values(conditions).flat(), ...also]) });

function narrow(conditions: PersonConditions, filter: PersonFilter, field: PersonOrderField | null, count: CountRows): Carrier | undefined {
  return carriers(conditions, filter, field).find(({ hint, entered, most, counted }) => {
    if (most === undefined) return true;
    const { sql, values } = allOf([...conditions.state, ...entered]);
    return count(counted ?? { sql: `SELECT 1 FROM person p ${hint} WHERE ${sql}`, values }, most + 1) <= most;
  });
}

const firstLetter = (letter: string): Condition => ({ sql: 'p.sort_key >= ? AND p.sort_key < ?', values: [letter, afterPrefix(letter)] });

/**
 * The way to the rows of a list in one of its orders. A filter that leaves few rows is entered with and its rows are sorted; any other is met
 * again and again on the way along the order's own index. SQLite cannot choose, for it does not know how many rows have a value.
 */
export function routeToRows(actor: Actor, filter: PersonFilter, field: PersonOrderField, count: CountRows): Route {
  const conditions = personConditions(actor, filter);
  const carrier = narrow(conditions, filter, field, count);
  if (carrier) return routeBy(conditions, carrier.hint, carrier.also);
  const words = searchWords(filter.text);
  const { index, columns } = personOrder[field];
  if (words?.kind !== 'letters' || columns.every((column) => column !== 'p.sort_key')) return routeBy(conditions, by(index));
  // readings and initials begin like the key that names are sorted by: the way begins at that letter, and one letter asks for nothing else
  return routeBy({ ...conditions, ...(words.letters.length === 1 && { words: [] }) }, by(index), [firstLetter(words.letters.slice(0, 1))]);
}

/** The statement that counts the rows of a list, as `n`: by the narrowest condition when there is one, else in the smallest index that holds what is asked. */
export function countingOf(actor: Actor, filter: PersonFilter, count: CountRows): Condition {
  const counted = ({ hint, where }: Route): Condition => ({ sql: `SELECT count(*) AS n FROM person p ${hint} WHERE ${where.sql}`, values: where.values });
  const conditions = personConditions(actor, filter);
  const carrier = narrow(conditions, filter, null, count) ?? carriers(conditions, filter, null).find((one) => one.counted === undefined);
  if (carrier) return counted(routeBy(conditions, carrier.hint, carrier.also));
  const letter = oneLetter(filter.text);
  if (letter !== '') return counted(routeBy({ ...conditions, words: [] }, by('person_by_name'), [firstLetter(letter)]));
  if (filter.text === '') return counted(routeBy(conditions, by('person_by_initials')));
  const { sql, values } = rowsOfWords(filter);
  return { sql: `SELECT count(DISTINCT row_no) AS n FROM (${sql}) WHERE row_no NOT IN (SELECT row_no FROM person INDEXED BY person_removed WHERE removed_at IS NOT NULL)`, values };
}
