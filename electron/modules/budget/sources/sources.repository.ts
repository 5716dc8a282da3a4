import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import type { EffortFilter, SourceFilter } from '#shared/modules/budget/sources/source.schema.ts';
import { allOf, isIn, type Condition } from '#electron/database/condition.ts';
import type { Window } from '../conditions.ts';
import { fundingSources, volunteerEfforts } from './sources.tables.ts';

export type SourceRecord = typeof fundingSources.$inferSelect;
export type EffortRecord = typeof volunteerEfforts.$inferSelect;
type Sort = { readonly field: 'name' | 'kind'; readonly direction: 'asc' | 'desc' };

const condition = (communityId: string, today: string, filter: SourceFilter): Condition =>
  allOf([
    { sql: 'community_id = ? AND removed_at IS NULL', values: [communityId] },
    ...(filter.text === '' ? [] : [{ sql: 'instr(name, ?) > 0 OR instr(giver, ?) > 0', values: [filter.text, filter.text] }]),
    ...(filter.kinds.length > 0 ? [isIn('kind', filter.kinds)] : []),
    ...(filter.forms.length > 0 ? [isIn('form', filter.forms)] : []),
    ...(filter.taskId === null ? [] : [{ sql: 'task_id = ?', values: [filter.taskId] }]),
    { sql: filter.ended ? 'ended_on < ?' : 'ended_on IS NULL OR ended_on >= ?', values: [today] },
  ]);

/** Where money comes from. */
export function sourcesRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  const find = preparedFind(db, fundingSources);
  return {
    find,
    findByName: (communityId: string, name: string): SourceRecord | undefined => orm.select().from(fundingSources).where(and(eq(fundingSources.communityId, communityId), eq(fundingSources.name, name), isNull(fundingSources.removedAt))).get(),
    /** The one source that is the money of an admitted task. */
    ofTask: (taskId: string): SourceRecord | undefined => orm.select().from(fundingSources).where(and(eq(fundingSources.taskId, taskId), isNull(fundingSources.removedAt))).get(),
    insert: (source: SourceRecord): void => void orm.insert(fundingSources).values(source).run(),
    replace: (source: SourceRecord): void => void orm.update(fundingSources).set(source).where(eq(fundingSources.id, source.id)).run(),
    all: (communityId: string): SourceRecord[] => orm.select().from(fundingSources).where(and(eq(fundingSources.communityId, communityId), isNull(fundingSources.removedAt))).all(),
    list: (communityId: string, today: string, filter: SourceFilter, { field, direction }: Sort, { offset, limit }: Window): SourceRecord[] => {
      const { sql, values } = condition(communityId, today, filter);
      const ids = statement(`SELECT id FROM funding_source WHERE ${sql} ORDER BY ${field} ${direction === 'desc' ? 'DESC' : 'ASC'}, id LIMIT ? OFFSET ?`).pluck().all(...values, limit, offset) as string[]; // the one column
      return ids.flatMap((id) => find(id) ?? []);
    },
    count: (communityId: string, today: string, filter: SourceFilter): number => {
      const { sql, values } = condition(communityId, today, filter);
      return (statement(`SELECT count(*) AS n FROM funding_source WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
  };
}

/** Time given by volunteers. */
export function effortsRepository(db: Db) {
  const { orm, sqlite } = db;
  const statement = keptStatements(sqlite);
  const condition = (communityId: string, { year }: EffortFilter): Condition => allOf([{ sql: 'community_id = ?', values: [communityId] }, ...(year === null ? [] : [{ sql: 'done_on >= ? AND done_on <= ?', values: [`${year}-01-01`, `${year}-12-31`] }])]);
  return {
    insert: (effort: EffortRecord): void => void orm.insert(volunteerEfforts).values(effort).run(),
    find: preparedFind(db, volunteerEfforts),
    list: (communityId: string, filter: EffortFilter, direction: 'asc' | 'desc', { offset, limit }: Window): EffortRecord[] => {
      const { sql, values } = condition(communityId, filter);
      const way = direction === 'desc' ? 'DESC' : 'ASC';
      return statement(`SELECT id, community_id AS communityId, version, created_at AS createdAt, updated_at AS updatedAt, done_on AS doneOn, people, minutes, hour_fen AS hourFen, what FROM volunteer_effort WHERE ${sql} ORDER BY done_on ${way}, id ${way} LIMIT ? OFFSET ?`).all(...values, limit, offset) as EffortRecord[]; // columns named
    },
    count: (communityId: string, filter: EffortFilter): number => {
      const { sql, values } = condition(communityId, filter);
      return (statement(`SELECT count(*) AS n FROM volunteer_effort WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
    minutesOf: (communityId: string, year: number): number => {
      const { sql, values } = condition(communityId, { year });
      return (statement(`SELECT coalesce(sum(minutes), 0) AS n FROM volunteer_effort WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
    },
  };
}
