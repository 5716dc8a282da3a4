import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Clock } from '#electron/database/database.ts';
import type { Host } from '#electron/database/host.ts';
import { noControl, unitOfWork } from '#electron/database/unit-of-work.ts';
import { bulkLoad } from '#electron/kernel/demo/bulk-load.ts';
import { gridsOf, type DemoTown } from '#electron/kernel/demo/demo-town.ts';
import { fillSite, fillTown } from '#electron/kernel/demo/fill-town.ts';
import { fillMatters } from '#electron/modules/grid/matters/demo/fill-matters.ts';
import { fillStaff } from '#electron/modules/staff/demo/fill-staff.ts';
import { fillAssessment } from '#electron/modules/training-assessment/assessment/demo/fill-assessment.ts';
import { fillTraining } from '#electron/modules/training-assessment/training/demo/fill-training.ts';
import type { PlanSheet } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import { planDraft } from '#tests/support/assessment.ts';
import { CITY_ACTOR } from '#tests/support/city.ts';
import { answered } from './city-samples.ts';

export type AssessedSize = { readonly members: number; readonly grids: number; readonly matters: number };
export type AssessedPlans = { readonly draft: string; readonly archived: string };

const SEED = 20_261_126;
const NOW = '2026-11-26T03:00:00.000Z';
const SOURCES = ['matters-on-time', 'matters-no-rework', 'matters-satisfied', 'visits-kept', 'grid-in-order', 'training-hours', 'training-exams'] as const;
/** Twenty lines of fifty points, over the indicators that a member can be asked for. */
export const CYCLE_ITEMS = Array.from({ length: 20 }, (_item, at) => ({ title: `指标${String(at + 1)}`, sourceId: SOURCES[at % SOURCES.length] ?? SOURCES[0], fullScore: 5000, floorShare: (at % 5) * 1000, targetShare: 9500 }));

/** Whatever decides how the file of the cycle comes out. */
export const ASSESSED_SOURCES = ['electron/kernel/demo/*.ts', 'electron/modules/grid/matters/demo/*.ts', 'electron/modules/staff/demo/*.ts', 'electron/modules/training-assessment/**/demo/*.ts', 'tests/bench/assessed-city.ts'];

export function assessedClock(): Clock {
  let ids = 0;
  return { now: () => new Date(NOW), newId: () => `019c0000-0000-7000-a000-${(ids += 1).toString(16).padStart(12, '0')}` };
}

/** A town of members, grids and matters as the city's demo has it, with few residents, and a draft plan of twenty indicators beside its two cycles. */
export async function addAssessedCity(host: Host, clock: Clock, { members, grids, matters }: AssessedSize): Promise<void> {
  const { sqlite } = host;
  await answered(host.call(CITY_ACTOR, 'session.initialise', { communityName: '柳荫社区', demo: true, auditKey: 'a'.repeat(64), account: { id: CITY_ACTOR.userId, name: 'bench', displayName: CITY_ACTOR.displayName, roles: ['administrator'] } }));
  const place = { unit: unitOfWork({ orm: drizzle(sqlite), sqlite }, clock, { bootId: 'bench', mono: () => 0 }), sqlite, actor: CITY_ACTOR };
  const people = { grids, persons: grids * 10, households: grids * 4, dwellings: grids * 5 };
  const communities = fillTown(place, { seed: SEED, size: 'city', people, areas: [] });
  const town: DemoTown = { seed: SEED, size: 'city', share: members / 11_000, communities };
  const siteOf = (what: string) => fillSite(place, { seed: SEED, gridIds: communities[0]?.gridIds ?? [] }, what, { ...noControl, progress: (done, total) => done % 100_000 === 0 && total > 1000 && console.log(`  ${what}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`) });
  bulkLoad(sqlite, () => {
    fillMatters(siteOf('matters'), { seed: SEED, count: matters, gridIds: gridsOf(town) });
    fillStaff(siteOf('staff'), town, members - grids);
    fillTraining(siteOf('training'), town);
    fillAssessment(siteOf('assessment'), town);
  });
  const officer = { ...CITY_ACTOR, roles: ['supervisor', 'trainer'] as const };
  const draft = await answered<PlanSheet>(host.call(officer, 'trainingAssessment.createPlan', planDraft()));
  for (const item of CYCLE_ITEMS) await answered(host.call(officer, 'trainingAssessment.addItem', { planId: draft.id, parentId: null, kind: 'indicator', rule: '', ...item }));
  sqlite.exec('ANALYZE');
}

/** The plan that is simulated and the cycle whose results are looked at. */
export function assessedPlans({ sqlite }: Host): AssessedPlans {
  const planIn = (state: string): string => sqlite.prepare("SELECT id FROM assessment_plan WHERE subject_kind = 'member' AND state = ? ORDER BY year LIMIT 1").pluck().get(state) as string; // the one column
  return { draft: planIn('draft'), archived: planIn('enabled') };
}
