import { drizzle } from 'drizzle-orm/better-sqlite3';
import { resolve } from 'node:path';
import { openHost, type Host, type HostOptions } from '#electron/database/host.ts';
import { indicatorSources } from '#electron/modules/training-assessment/assessment/indicators/sources.ts';
import { keysOf, subjectsOf } from '#electron/modules/training-assessment/assessment/indicators/indicator-source.ts';
import { openRepositories } from '#electron/modules.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { Simulated } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import type { IndicatorId } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import { CITY_ACTOR } from '#tests/support/city.ts';
import { addAssessedCity, ASSESSED_SOURCES, assessedClock, assessedPlans, CYCLE_ITEMS, type AssessedSize } from './assessed-city.ts';
import { answered } from './city-samples.ts';
import { isWholeCity } from './city-size.ts';
import { anchorOf, copyOf, keptFile } from './kept-file.ts';
import { p95Row, ratioRow, report } from './rows.ts';
import { median } from './statistics.ts';
import { inTurn, timed } from './timing.ts';

const WHOLE: AssessedSize = { members: 11_000, grids: 1110, matters: 3_000_000 };
const SMALL: AssessedSize = { members: 400, grids: 40, matters: 20_000 };
const ROUNDS = 3;
const PAGES = 60;
const KEY_BYTE = 0x61;

/** The statements of a cycle and nothing else: each source once, summed by subject. */
function bareCycle(host: Host): () => void {
  const repositories = openRepositories({ orm: drizzle(host.sqlite), sqlite: host.sqlite });
  const sources = [...new Set(CYCLE_ITEMS.map(({ sourceId }) => sourceId))] as IndicatorId[]; // the plan's own ids
  const statements = sources.map((id) => {
    const { by, rows } = indicatorSources[id];
    return `WITH k AS MATERIALIZED (SELECT subject_id, CAST(key AS TEXT) AS key FROM (${keysOf('member', by)})), s AS MATERIALIZED (${subjectsOf('member')}) SELECT s.subject_id, sum(r.earned), sum(r.due) FROM (SELECT key, day, sum(earned) AS earned, sum(due) AS due FROM (${rows({ ...repositories } as Work)}) GROUP BY key, day) r CROSS JOIN k ON k.key = r.key CROSS JOIN s ON s.subject_id = k.subject_id
      WHERE r.day IS NULL OR r.day BETWEEN s.from_on AND s.until_on GROUP BY s.subject_id`; // a source asks repositories alone
  });
  return () => {
    for (const sql of statements) host.sqlite.prepare(sql).all({ from: '2026-01-01', until: '2026-12-31', today: '2026-11-26' });
  };
}

await report('assessment', async () => {
  const size = isWholeCity ? WHOLE : SMALL;
  const options = (role: HostOptions['role'], file: string): HostOptions => ({ role, file, anchorFile: anchorOf(file), dek: Buffer.alloc(32, KEY_BYTE), anchorKey: Buffer.alloc(32, KEY_BYTE), migrationsFolder: resolve('electron/database/migrations'), copyTo: copyOf(file), bootId: 'bench' });
  const fault = (error: unknown): void => console.error(error);
  const clock = assessedClock();
  const file = await keptFile({ name: 'assessed', of: size, sources: ASSESSED_SOURCES }, async (unfinished) => {
    const writer = openHost(options('write', unfinished), fault, clock);
    await addAssessedCity(writer, clock, size);
    writer.close();
  });
  openHost(options('write', file), fault, clock).close(); // brings a kept file to today's schema
  const host = openHost(options('report', file), fault, clock);
  const plans = assessedPlans(host);
  const actor = { ...CITY_ACTOR, roles: ['supervisor'] as const };
  const simulate = async (): Promise<void> => {
    const { subjects } = await answered<Simulated>(host.call(actor, 'trainingAssessment.simulatePlan', { planId: plans.draft }));
    if (subjects < size.members) throw new Error(`${String(subjects)} of ${String(size.members)} were computed`);
  };
  const pair = await inTurn({ rounds: ROUNDS, warmUp: 1 }, simulate, bareCycle(host));
  const pages: number[] = [];
  for (let round = 0; round < PAGES; round += 1) pages.push(await timed(async () => {
    await answered(host.call(actor, 'trainingAssessment.listSheets', { filter: { planId: plans.archived }, sort: { field: 'total', direction: 'desc' }, offset: round * 50, limit: 50 }));
    await answered(host.call(actor, 'trainingAssessment.summariseResults', { planId: plans.archived }));
  }));
  host.close();
  const words = `${size.members.toLocaleString('en')} people, ${String(CYCLE_ITEMS.length)} indicators, ${size.matters.toLocaleString('en')} matters`;
  return [ratioRow('assessment-cycle', median(pair.measured), median(pair.reference), `${words}, on the report connection`), p95Row('assessment-results', pages, `a page of the list and the summary by band and grid, ${words}`)];
});
