import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { PopulationRow } from '#shared/modules/grid/register/population/population.contract.ts';
import { ageColumns, bornBy, noPopulation, type Population } from '#shared/modules/grid/register/population/population.rules.ts';
import { allOf, type Condition } from '#electron/database/condition.ts';
import { inScope } from '../scope.ts';

type Span = { readonly on: string; /** Instants: the end of the day, and the beginning of its month. */ readonly until: string; readonly monthFrom: string };
type Counted = { readonly gridId: string | null } & Partial<Population>;

const total = (condition: string, name: string): string => `CAST(total(${condition}) AS INTEGER) AS ${name}`;
const RENTING = "(d.category = 'rented' OR EXISTS (SELECT 1 FROM rental r WHERE r.dwelling_id = d.id AND r.removed_at IS NULL AND r.left_on IS NULL AND r.starts_on <= ?))";
const PRESENT = (table: string): string => `${table}.created_at <= ? AND (${table}.removed_at IS NULL OR ${table}.removed_at > ?)`;

/** Born within the ages of a column; `on` is the day they are reckoned at. */
const aged = (on: string, [from, until]: readonly [number, number | null]): string => `(p.birth_on <= '${bornBy(on, from)}'${until === null ? '' : ` AND p.birth_on > '${bornBy(on, until + 1)}'`})`;

export function populationRepository({ sqlite }: Db) {
  const statement = keptStatements(sqlite);
  const all = (sql: string, values: readonly unknown[]): Counted[] => statement(sql).all(...values) as Counted[]; // columns named in each statement
  const persons = (scope: Condition, { on, until }: Span): Counted[] => {
    const ages = (['upTo3', 'upTo18', 'upTo59', 'from60'] as const).map((column) => total(aged(on, ageColumns[column]), column));
    const categories = [['registered', 'registered'], ['floating', 'floating'], ['left-behind', 'leftBehind'], ['overseas', 'overseas'], ['no-hukou', 'noHukou']] as const;
    return all(
      `SELECT p.grid_id AS gridId, count(*) AS persons, ${total("p.sex = '1'", 'male')}, ${total("p.sex = '2'", 'female')}, ${categories.map(([category, name]) => total(`p.category = '${category}'`, name)).join(', ')},
        ${total(RENTING, 'tenants')}, ${total("b.permit_type <> ''", 'permits')}, ${ages.join(', ')}, ${total(`p.sex = '2' AND ${aged(on, ageColumns.upTo59Female)}`, 'upTo59Female')}
       FROM person p LEFT JOIN dwelling d ON d.id = p.dwelling_id LEFT JOIN person_block b ON b.person_id = p.id AND b.removed_at IS NULL WHERE ${PRESENT('p')} AND ${scope.sql} GROUP BY p.grid_id`,
      [on, until, until, ...scope.values],
    );
  };
  const households = (scope: Condition, { on, until }: Span): Counted[] =>
    all(
      `SELECT p.grid_id AS gridId, count(*) AS households, ${total(RENTING, 'rentingHouseholds')},
        ${total("EXISTS (SELECT 1 FROM person m WHERE m.household_id = p.id AND m.removed_at IS NULL AND m.category IN ('registered', 'left-behind'))", 'registeredHouseholds')}
       FROM household p LEFT JOIN dwelling d ON d.id = p.dwelling_id WHERE ${PRESENT('p')} AND ${scope.sql} GROUP BY p.grid_id`,
      [on, until, until, ...scope.values],
    );
  const changes = (scope: Condition, { monthFrom, until }: Span): Counted[] => {
    const within = (column: string): string => `p.${column} >= ? AND p.${column} <= ?`;
    return all(
      `SELECT p.grid_id AS gridId, ${total(within('created_at'), 'arrived')}, ${total(`p.removed_kind = 'moved-away' AND ${within('removed_at')}`, 'movedAway')}, ${total(`p.removed_kind = 'died' AND ${within('removed_at')}`, 'died')}
       FROM person p WHERE p.removed_kind NOT IN ('mistake', 'merged') AND ((${within('created_at')}) OR (${within('removed_at')})) AND ${scope.sql} GROUP BY p.grid_id`,
      [monthFrom, until, monthFrom, until, monthFrom, until, monthFrom, until, monthFrom, until, ...scope.values],
    );
  };
  return {
    /** Grid by grid in the order of their codes; people without a grid come last. */
    byGrid: (actor: Actor, span: Span): PopulationRow[] => {
      const scope = allOf(inScope(actor, 'p.grid_id'));
      const rows = new Map<string | null, Population>();
      for (const { gridId, ...counted } of [...persons(scope, span), ...households(scope, span), ...changes(scope, span)]) rows.set(gridId, { ...(rows.get(gridId) ?? noPopulation), ...counted });
      const named = statement('SELECT id, name FROM grid ORDER BY code').all() as { id: string; name: string }[]; // columns named
      const known = named.flatMap(({ id, name }): PopulationRow[] => {
        const figures = rows.get(id);
        return figures ? [{ gridId: id, gridName: name, figures: { ...figures } }] : [];
      });
      const rest = rows.get(null);
      return rest ? [...known, { gridId: null, gridName: '', figures: { ...rest } }] : known;
    },
  };
}
