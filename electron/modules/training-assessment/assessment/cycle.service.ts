import { begun, current, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { bandOf, bandSoFar, divisions, isGroup, unbalanced } from '#shared/modules/training-assessment/assessment/plan.rules.ts';
import { isIndicator, type SubjectKind } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import type { Facts } from '#shared/modules/training-assessment/assessment/lines.rules.ts';
import { linesOf } from '#shared/modules/training-assessment/assessment/lines.rules.ts';
import { bands, type Band, type PlanItem, type PlanSheet, type Simulated } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import { halfUp, isAssessed, scoreOf, shareOfPeriod, totalOf, WHOLE } from '#shared/modules/training-assessment/assessment/score.rules.ts';
import type { Asked, Fact, Period, StoredFactRow } from './indicators/facts.repository.ts';
import { indicatorSources } from './indicators/sources.ts';
import { getPlan, inPoints } from './plans.service.ts';
import type { PlanRecord } from './plans.repository.ts';
import type { SheetRecord } from './sheets.repository.ts';

/** A source bound to the subjects of a plan; null for a line that no record answers. */
export function askedOf(work: Work, kind: SubjectKind, { kind: itemKind, sourceId }: Pick<PlanItem, 'kind' | 'sourceId'>): Asked | null {
  if (itemKind !== 'indicator' || !isIndicator(sourceId)) return null;
  const { by, rows } = indicatorSources[sourceId];
  return { kind, by, rows: rows(work) };
}
export const periodOf = (work: Work, { fromOn, untilOn }: { readonly fromOn: string; readonly untilOn: string }): Period => ({ fromOn, untilOn, today: work.today });
export const sumOf = (rows: readonly StoredFactRow[]): readonly [number, number] => [rows.reduce((sum, { earned }) => sum + earned, 0), rows.reduce((sum, { due }) => sum + due, 0)];

/**
 * Enables a plan: every division must be used up exactly, and everybody of its kind gets a sheet. Who served less than half of the
 * period is set apart with the reason. Errors: `assessment/weights-do-not-sum`, `assessment/nobody-to-assess`.
 */
export function enablePlan(work: Work, one: { readonly id: string; readonly version: number }): PlanSheet {
  const plan = current(work, work.assessmentPlans, one);
  if (plan.state === 'enabled') fail('assessment/plan-enabled', { title: plan.title });
  const items = work.assessmentPlans.items(plan.id);
  const off = unbalanced(divisions(plan, items));
  if (off) fail('assessment/weights-do-not-sum', inPoints(off));
  if (items.every(({ kind }) => isGroup(kind))) fail('assessment/weights-do-not-sum', inPoints({ id: null, title: plan.title, sum: 0, full: plan.fullScore }));
  const subjects = work.assessmentFacts.subjects(plan.subjectKind, periodOf(work, plan));
  if (subjects.length === 0) fail('assessment/nobody-to-assess', {});
  const changes = [rewritten(work, work.assessmentPlans, plan, { state: 'enabled', enabledAt: work.clock.now().toISOString() })];
  for (const { accountId, name: subjectName, ...subject } of subjects) {
    const share = shareOfPeriod(plan, subject);
    const sheet: SheetRecord = {
      ...begun(work), ...subject, planId: plan.id, subjectKind: plan.subjectKind, subjectName, share, excludedReason: '', state: isAssessed(share) ? 'self' : 'excluded', selfAccountId: accountId, facts: {},
      reportedAt: null, reportedBy: null, scoredAt: null, scoredBy: null, archivedAt: null, archivedBy: null, returnedReason: '', total: null, band: null,
    };
    work.assessmentSheets.insert(sheet);
    changes.push(work.rows.change('assessment_sheet', sheet.id, undefined));
  }
  work.record({ action: 'assessment-plan.enabled', entity: 'assessment_sheet', entityId: '', detail: { title: plan.title, subjects: subjects.length }, changes });
  return getPlan(work, plan);
}

/** How the rows behind an indicator of a sheet are read. */
export type RowsOf = (item: PlanItem, asked: Asked, sheet: SheetRecord) => readonly StoredFactRow[];

/** Freezes the indicators of one sheet with the rows behind them and answers the facts. */
export function freeze(work: Work, plan: PlanRecord, items: readonly PlanItem[], sheet: SheetRecord, rowsOf: RowsOf = (_item, asked) => work.assessmentFacts.rows(asked, sheet, periodOf(work, plan))): Facts {
  const facts: Record<string, readonly [number, number]> = { ...sheet.facts };
  for (const item of items) {
    const asked = askedOf(work, plan.subjectKind, item);
    if (asked === null) continue;
    const rows = rowsOf(item, asked, sheet);
    const { id, communityId, createdAt: now } = begun(work);
    work.assessmentFacts.freeze({ id, communityId, now, sheetId: sheet.id, itemId: item.id }, rows);
    facts[item.id] = sumOf(rows);
  }
  return facts;
}

/** Locks every sheet that is still open when the time for self-assessment is over. Error: `assessment/not-yet`. */
export function lockCycle(work: Work, { planId }: { readonly planId: string }): { readonly count: number } {
  const plan = work.assessmentPlans.find(planId);
  if (!plan || plan.removedAt !== null || plan.state !== 'enabled') return fail('record/not-found', {});
  if (work.today <= plan.selfUntil) fail('assessment/not-yet', { until: plan.selfUntil });
  const open = new Map(work.assessmentSheets.ofPlan(planId).filter(({ state }) => state === 'self' || state === 'returned').map((sheet) => [sheet.id, { sheet, facts: { ...sheet.facts } as Record<string, readonly [number, number]> }]));
  const items = work.assessmentPlans.items(planId);
  for (const [at, item] of items.entries()) {
    work.step(at, items.length);
    const asked = askedOf(work, plan.subjectKind, item);
    if (asked === null) continue;
    for (const one of open.values()) one.facts[item.id] = [0, 0];
    for (const { sheetId, rows } of work.assessmentFacts.rowsOfPlan(planId, asked, periodOf(work, plan))) {
      const one = open.get(sheetId);
      if (!one) continue;
      const { id, communityId, createdAt: now } = begun(work);
      work.assessmentFacts.freeze({ id, communityId, now, sheetId, itemId: item.id }, rows);
      one.facts[item.id] = sumOf(rows);
    }
  }
  const reportedAt = work.clock.now().toISOString();
  const changes = [...open.values()].map(({ sheet, facts }) => rewritten(work, work.assessmentSheets, sheet, { state: 'reported', facts, reportedAt, reportedBy: work.actor.userId }));
  work.record({ action: 'assessment-plan.locked', entity: 'assessment_sheet', entityId: '', detail: { title: plan.title, count: open.size }, changes });
  return { count: open.size };
}

/** Facts of every subject by item; each source is asked once, whichever lines use it. */
function factsOfAll(work: Work, plan: PlanSheet, step: (done: number) => void): ReadonlyMap<string, ReadonlyMap<string, Fact>> {
  const period = periodOf(work, plan);
  const bySource = new Map<string, ReadonlyMap<string, Fact>>();
  const byItem = new Map<string, ReadonlyMap<string, Fact>>();
  for (const [at, item] of plan.items.entries()) {
    step(at);
    const asked = askedOf(work, plan.subjectKind, item);
    if (asked === null) continue;
    const facts = bySource.get(item.sourceId) ?? (plan.state === 'enabled' ? work.assessmentFacts.ofPlan(plan.id, asked, period) : work.assessmentFacts.ofKind(asked, period));
    bySource.set(item.sourceId, facts);
    byItem.set(item.id, facts);
  }
  return byItem;
}

const MOST_MOVED = 200;

/**
 * Everybody's total by the plan as it is and with other weights, from the records as they are now. What people score is taken as they
 * scored the line of the same name last time; a line nobody scored yet counts on neither side.
 */
export function simulatePlan(work: Work, { planId, changes }: { readonly planId: string; readonly changes: readonly { readonly itemId: string; readonly fullScore: number }[] }): Simulated {
  const plan = getPlan(work, { id: planId });
  const facts = factsOfAll(work, plan, (done) => work.step(done, plan.items.length));
  const earlier = work.assessmentPlans.earlier(plan);
  const given = earlier === undefined ? new Map<string, ReadonlyMap<string, number>>() : work.assessmentSheets.givenShares(earlier);
  const known = new Set([...given.values()].flatMap((shares) => [...shares.keys()]));
  const weight = new Map(changes.map(({ itemId, fullScore }) => [itemId, fullScore]));
  const leaves = plan.items.filter((item) => facts.has(item.id) || (!isGroup(item.kind) && item.kind !== 'adjust' && known.has(item.title)));
  const after = (item: PlanItem): number => weight.get(item.id) ?? item.fullScore;
  const totals = (subjectId: string): { before: number; after: number } =>
    leaves.reduce((sum, item) => {
      const { earned, due } = facts.get(item.id)?.get(subjectId) ?? { earned: 0, due: 0 };
      const share = given.get(subjectId)?.get(item.title) ?? 0;
      const scored = (fullScore: number): number => (facts.has(item.id) ? scoreOf(earned, due, { ...item, fullScore }) : halfUp(fullScore * share, WHOLE));
      return { before: sum.before + scored(item.fullScore), after: sum.after + scored(after(item)) };
    }, { before: 0, after: 0 });
  const rows = work.assessmentFacts.subjects(plan.subjectKind, periodOf(work, plan)).map(({ subjectId, name }) => ({ subjectId, name, ...totals(subjectId) }));
  const ranks = { before: ranksOf(rows.map(({ before }) => before)), after: ranksOf(rows.map((row) => row.after)) };
  const counted = { before: leaves.reduce((sum, { fullScore }) => sum + fullScore, 0), after: leaves.reduce((sum, item) => sum + after(item), 0) };
  const ranked = rows.map((row) => ({
    ...row, rankBefore: ranks.before.get(row.before) ?? 0, rankAfter: ranks.after.get(row.after) ?? 0,
    bandBefore: bandSoFar(plan.bands, row.before, counted.before, plan.fullScore), bandAfter: bandSoFar(plan.bands, row.after, counted.after, plan.fullScore),
  }));
  const moved = (row: (typeof ranked)[number]): number => Math.abs(row.rankBefore - row.rankAfter);
  const changesBand = (row: (typeof ranked)[number]): number => Number(row.bandBefore !== row.bandAfter);
  return {
    countedBefore: counted.before,
    countedAfter: counted.after,
    subjects: rows.length,
    moved: ranked.filter((row) => moved(row) > 0).length,
    mean: rows.length === 0 ? 0 : halfUp(rows.reduce((sum, row) => sum + row.after, 0), rows.length),
    bandMoves: bandMovesOf(ranked),
    rows: ranked.toSorted((a, b) => changesBand(b) - changesBand(a) || moved(b) - moved(a) || a.rankAfter - b.rankAfter).slice(0, MOST_MOVED),
  };
}

/** How many go from which band to which, from the highest down. */
function bandMovesOf(rows: readonly { readonly bandBefore: Band | null; readonly bandAfter: Band | null }[]): Simulated['bandMoves'] {
  return bands.flatMap((from) => bands.filter((to) => to !== from).map((to) => ({ from, to, count: rows.filter(({ bandBefore, bandAfter }) => bandBefore === from && bandAfter === to).length }))).filter(({ count }) => count > 0);
}

/** The place of each total, the highest first; equals share a place. */
function ranksOf(totals: readonly number[]): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  for (const [at, total] of totals.toSorted((a, b) => b - a).entries()) if (!ranks.has(total)) ranks.set(total, at + 1);
  return ranks;
}

/** Total and band of a sheet from its lines; nothing else ever writes them. */
export function resultOf(work: Work, plan: PlanRecord, items: readonly PlanItem[], sheet: SheetRecord, facts: Facts): { readonly lines: ReturnType<typeof linesOf>; readonly total: number; readonly band: ReturnType<typeof bandOf> } {
  const added = work.assessmentSheets.adjustmentsOf(sheet.id).reduce((sum, { points }) => sum + points, 0);
  const lines = linesOf({ fullScore: plan.fullScore, items, facts, marks: work.assessmentSheets.marksOf(sheet.id), added });
  const total = totalOf(lines);
  return { lines, total, band: bandOf(plan.bands, total) };
}
