import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { MatterSums } from '#shared/modules/grid/matters/matter-figures.schema.ts';
import type { MatterState } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { afterPrefix } from '#shared/modules/grid/register/search-text.rules.ts';
import { allOf } from '#electron/database/condition.ts';
import { inScope } from '../register/scope.ts';

export type Dimension = 'all' | 'grid' | 'station' | 'kind' | 'channel' | 'department';
export type SumsOf = MatterSums & { readonly key: string };

const SUMS = `CAST(total(reported) AS INTEGER) AS reported, CAST(total(found) AS INTEGER) AS found, CAST(total(complained) AS INTEGER) AS complained, CAST(total(ended) AS INTEGER) AS ended, CAST(total(settled) AS INTEGER) AS settled,
  CAST(total(in_time) AS INTEGER) AS inTime, CAST(total(returned) AS INTEGER) AS returned, CAST(total(wrong) AS INTEGER) AS wrong, CAST(total(reworked) AS INTEGER) AS reworked, CAST(total(first_level) AS INTEGER) AS firstLevel,
  CAST(total(rated) AS INTEGER) AS rated, CAST(total(satisfied) AS INTEGER) AS satisfied, CAST(total(rating_sum) AS INTEGER) AS ratingSum`;

const KEPT_SUMS = ['reported', 'found', 'complained', 'ended', 'settled', 'in_time', 'returned', 'wrong', 'reworked', 'first_level', 'rated', 'satisfied', 'rating_sum'] as const;
/** So many matters are counted by one statement; its sorting stays in memory. */
const RECOUNTED_AT_ONCE = 50_000;
const RECOUNT_SHARE = `INSERT INTO matter_month (id, community_id, created_at, updated_at, month, dim, key, ${KEPT_SUMS.join(', ')})
  SELECT month || '/' || dim || '/' || key, min(communityId), ?, ?, month, dim, key, ${KEPT_SUMS.map((sum) => `sum(${sum})`).join(', ')} FROM matter_share WHERE id >= ? AND id < ? GROUP BY month, dim, key
  ON CONFLICT (id) DO UPDATE SET ${KEPT_SUMS.map((sum) => `${sum} = ${sum} + excluded.${sum}`).join(', ')}`;
const RECOUNT_STEPS = `INSERT INTO matter_step_month (id, community_id, created_at, updated_at, month, state, hours, matters)
  SELECT substr(moved_on, 1, 7) || '/' || from_state || '/' || hours, min(community_id), ?, ?, substr(moved_on, 1, 7), from_state, hours, count(*)
  FROM matter_move WHERE hours IS NOT NULL AND from_state <> to_state AND id >= ? AND id < ? GROUP BY substr(moved_on, 1, 7), from_state, hours
  ON CONFLICT (id) DO UPDATE SET matters = matters + excluded.matters`;

/** Figures by month, read from the sums the file keeps. Somebody with grids of the own sees the sums of these alone. */
export function matterFiguresRepository({ sqlite }: Db) {
  const statement = keptStatements(sqlite);
  const months = (from: string, until: string) => ({ sql: 'id >= ? AND id < ?', values: [from, afterPrefix(until)] });
  /** The months are the beginning of the key, so a range of months is a range of the table. */
  const among = (actor: Actor, dim: Dimension, from: string, until: string) => allOf([months(from, until), { sql: 'dim = ?', values: [dim] }, ...(dim === 'grid' ? inScope(actor, 'key') : [])]);
  return {
    /** Counts everything anew from the matters and their steps, some at a time so that three million fit into memory: after a history was written at once. */
    recount: (now: string): void => {
      sqlite.exec('DELETE FROM matter_month; DELETE FROM matter_step_month');
      const bounds = sqlite.prepare('SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM matter) WHERE place % ? = 1').pluck().all(RECOUNTED_AT_ONCE) as string[]; // the one column
      const share = sqlite.prepare(RECOUNT_SHARE);
      const steps = sqlite.prepare(RECOUNT_STEPS);
      bounds.forEach((from, place) => {
        const until = bounds[place + 1] ?? '\u{10FFFF}';
        share.run(now, now, from, until);
        steps.run(now, now, from, until);
      });
    },
    byKey: (actor: Actor, dim: Dimension, from: string, until: string): SumsOf[] => {
      const { sql, values } = among(actor, dim, from, until);
      return statement(`SELECT key, ${SUMS} FROM matter_month WHERE ${sql} GROUP BY key ORDER BY key`).all(...values) as SumsOf[]; // columns named
    },
    gridNames: (): ReadonlyMap<string, string> => new Map(statement('SELECT id, name FROM grid').raw().all() as [string, string][]), // columns named
    byMonth: (actor: Actor, from: string, until: string): (MatterSums & { month: string })[] => {
      const { sql, values } = among(actor, actor.scope === 'all' ? 'all' : 'grid', from, until);
      return statement(`SELECT month, ${SUMS} FROM matter_month WHERE ${sql} GROUP BY month ORDER BY month`).all(...values) as (MatterSums & { month: string })[]; // columns named
    },
    /** How often a state was left after so many whole hours, in the order of the hours. */
    hoursByState: (from: string, until: string): { state: MatterState; hours: number; matters: number }[] => {
      const { sql, values } = months(from, until);
      return statement(`SELECT state, hours, sum(matters) AS matters FROM matter_step_month WHERE ${sql} GROUP BY state, hours ORDER BY state, hours`).all(...values) as { state: MatterState; hours: number; matters: number }[]; // columns named
    },
    openByStation: (actor: Actor, today: string): { station: string; open: number; overdue: number }[] => {
      const { sql, values } = allOf([{ sql: 'm.open = 1', values: [] }, ...inScope(actor, 'm.grid_id')]);
      return statement(`SELECT m.station, count(*) AS open, CAST(total(coalesce(m.due_on, '9999-12-31') < ?) AS INTEGER) AS overdue FROM matter m INDEXED BY matter_queue WHERE ${sql} GROUP BY m.station`).all(today, ...values) as { station: string; open: number; overdue: number }[]; // columns named
    },
    openByUnit: (actor: Actor, today: string, unitIds: readonly string[]): { unitId: string; open: number; overdue: number }[] => {
      const { sql, values } = allOf([{ sql: 'm.open = 1', values: [] }, { sql: `m.unit_id IN (${unitIds.map(() => '?').join(', ')})`, values: unitIds }, ...inScope(actor, 'm.grid_id')]);
      return statement(`SELECT m.unit_id AS unitId, count(*) AS open, CAST(total(coalesce(m.due_on, '9999-12-31') < ?) AS INTEGER) AS overdue FROM matter m INDEXED BY matter_queue WHERE ${sql} GROUP BY m.unit_id`).all(today, ...values) as { unitId: string; open: number; overdue: number }[]; // columns named
    },
  };
}
