import type { Host } from '#electron/database/host.ts';
import { CITY_ACTOR } from '#tests/support/city.ts';
import { answered } from './city-samples.ts';

export type AssessedSize = { readonly members: number; readonly grids: number; readonly matters: number };

const SOURCES = ['matters-on-time', 'matters-no-rework', 'matters-satisfied', 'visits-kept', 'grid-in-order', 'training-hours', 'training-exams'] as const;
/** Twenty lines of fifty points, over the indicators that a member can be asked for. */
export const CYCLE_ITEMS = Array.from({ length: 20 }, (_item, at) => ({ title: `指标${String(at + 1)}`, sourceId: SOURCES[at % SOURCES.length] ?? SOURCES[0], fullScore: 5000, floorShare: (at % 5) * 1000, targetShare: 9500 }));

const NUMBERS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)';
const COLUMNS = (host: Host, table: string): { name: string; notnull: number; dflt_value: string | null; type: string }[] => host.sqlite.prepare(`SELECT name, "notnull", dflt_value, type FROM pragma_table_info('${table}')`).all() as { name: string; notnull: number; dflt_value: string | null; type: string }[]; // columns named

/** Rows of a table made in SQL: what is given, and nothing (an empty text, a nought) where the table insists on a value. */
function fill(host: Host, table: string, count: number, given: Readonly<Record<string, string>>): void {
  const needed = COLUMNS(host, table).filter(({ name, notnull, dflt_value: byItself }) => given[name] === undefined && notnull === 1 && byItself === null && name !== 'row_no');
  const columns = [...Object.entries(given), ...needed.map(({ name, type }) => [name, type === 'INTEGER' ? '0' : "''"] as const)];
  host.sqlite.prepare(`INSERT INTO ${table} (${columns.map(([name]) => name).join(', ')}) ${NUMBERS} SELECT ${columns.map(([, value]) => value).join(', ')} FROM n`).run(count);
}

const id = (prefix: string, number: string): string => `printf('${prefix}-0000-7000-8000-%012x', ${number})`;
const STAMP = "'2026-01-02T01:00:00.000Z'";
const OWN = `'${CITY_ACTOR.communityId}'`;

/** A city of members, grids and matters with a draft plan of twenty indicators and an archived cycle; everything in SQL, because three million matters are needed and none is looked at. */
export async function addAssessedCity(host: Host, { members, grids, matters }: AssessedSize): Promise<void> {
  const { sqlite } = host;
  await answered(host.call(CITY_ACTOR, 'session.initialise', { communityName: '柳荫社区', demo: true, auditKey: 'a'.repeat(64), account: { id: CITY_ACTOR.userId, name: 'bench', displayName: '王芳', roles: ['administrator'] } }));
  sqlite.pragma('synchronous = OFF');
  const kept = sqlite.prepare("SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'index') AND tbl_name = 'matter' AND sql IS NOT NULL ORDER BY type").all() as { name: string; sql: string }[]; // columns named
  for (const { name, sql } of kept) sqlite.exec(sql.startsWith('CREATE TRIGGER') ? `DROP TRIGGER ${name}` : `DROP INDEX ${name}`);
  const record = { community_id: OWN, created_at: STAMP, updated_at: STAMP };
  fill(host, 'grid', grids, { ...record, id: id('019d1000', 'i'), code: "'G' || i", name: "'网格' || i", type: "'basic'", status: "'active'", responsible_id: id('019d2000', 'i'), started_on: "'2024-01-01'" });
  fill(host, 'grid_member', members, { ...record, id: id('019d2000', 'i'), name: "'网格员' || i", sex: "'0'", employment: "'full-time'", grid_id: id('019d1000', `1 + i % ${String(grids)}`) });
  fill(host, 'matter', matters, {
    ...record, id: id('019d3000', 'i'), number: "'M' || i", subject: "'事项'", origin: "'found'", level: "'general'", scale: "'individual'", grid_id: id('019d1000', `1 + i % ${String(grids)}`), origin_unit_kind: "'station'", origin_unit_id: "'s'", unit_kind: "'station'", unit_id: "'s'",
    state: "'rated'", clock: "'none'", outcome: "'closed'", ended_on: "date('2026-01-01', '+' || (i % 365) || ' days')", in_time: 'i % 7 > 0', reworks: 'i % 11 = 0', rating: '1 + i % 3', rated_on: "date('2026-01-01', '+' || (i % 365) || ' days')", state_at: STAMP, state_on: "'2026-01-02'",
  });
  for (const { sql } of kept) sqlite.exec(sql);
  for (const state of ['draft', 'enabled'] as const) {
    const planId = state === 'draft' ? '019d4000-0000-7000-8000-000000000001' : '019d4000-0000-7000-8000-000000000002';
    sqlite.prepare(`INSERT INTO assessment_plan (id, community_id, created_at, updated_at, title, year, subject_kind, from_on, until_on, full_score, self_until, superior_until, appeal_days, least_peers, least_residents, note, bands, state)
      VALUES (?, ?, '', '', '考评', 2026, 'member', '2026-01-01', '2026-12-31', 100000, '2026-12-10', '2026-12-25', 5, 3, 20, '', '[{"band":"excellent","floor":90000,"follows":[]},{"band":"fail","floor":0,"follows":[]}]', 'draft')`).run(planId, CITY_ACTOR.communityId);
    for (const [at, item] of CYCLE_ITEMS.entries())
      sqlite.prepare("INSERT INTO assessment_item (id, community_id, created_at, updated_at, plan_id, sort_no, title, kind, full_score, source_id, floor_share, target_share, rule) VALUES (?, ?, '', '', ?, ?, ?, 'indicator', ?, ?, ?, ?, '')")
        .run(`${planId.slice(0, -2)}${String(10 + at)}`.replace('019d4', state === 'draft' ? '019d5' : '019d6'), CITY_ACTOR.communityId, planId, at, item.title, item.fullScore, item.sourceId, item.floorShare, item.targetShare);
    sqlite.prepare('UPDATE assessment_plan SET state = ? WHERE id = ?').run(state, planId);
  }
  fill(host, 'assessment_sheet', members, { ...record, id: id('019d7000', 'i'), plan_id: "'019d4000-0000-7000-8000-000000000002'", subject_kind: "'member'", subject_id: id('019d2000', 'i'), subject_name: "'网格员' || i", grid_id: id('019d1000', `1 + i % ${String(grids)}`), from_on: "'2026-01-01'", until_on: "'2026-12-31'", share: '10000', state: "'archived'", total: '60000 + (i * 7919) % 40000', band: "CASE WHEN (i * 7919) % 40000 > 30000 THEN 'excellent' WHEN (i * 7919) % 40000 > 25000 THEN 'good' WHEN (i * 7919) % 40000 > 20000 THEN 'pass' ELSE 'fail' END" });
  sqlite.exec('ANALYZE');
}

export const planIdOf = (state: 'draft' | 'enabled'): string => (state === 'draft' ? '019d4000-0000-7000-8000-000000000001' : '019d4000-0000-7000-8000-000000000002');
