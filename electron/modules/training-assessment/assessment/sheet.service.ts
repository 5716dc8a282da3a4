import { current } from '#electron/database/record-store.ts';
import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import { afterAct, isClosedForPeers, isLocked, lastDayToAppeal, type SheetAct, type SheetState } from '#shared/modules/training-assessment/assessment/cycle.rules.ts';
import { isIndicator } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import { linesOf } from '#shared/modules/training-assessment/assessment/lines.rules.ts';
import type { PlanItem } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import type { FactRows, Sheet, SheetTraining } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { askedOf, periodOf, sumOf } from './cycle.service.ts';
import type { StoredFactRow } from './indicators/facts.repository.ts';
import { indicatorSources } from './indicators/sources.ts';
import type { PlanRecord } from './plans.repository.ts';
import type { SheetRecord } from './sheets.repository.ts';

export type Opened = { readonly sheet: SheetRecord; readonly plan: PlanRecord; readonly items: readonly PlanItem[] };
type Versioned = { readonly id: string; readonly version: number };

/** A sheet the actor may see, with its plan. */
export function seen(work: Work, id: string): Opened {
  if (!work.assessmentSheets.row(work.actor, id)) fail('record/not-found', {});
  const sheet = work.assessmentSheets.find(id) ?? fail('record/not-found', {});
  const plan = work.assessmentPlans.find(sheet.planId) ?? fail('record/not-found', {});
  return { sheet, plan, items: work.assessmentPlans.items(plan.id) };
}

/** A sheet at the version it was read with, and what becomes of it by an act. Errors: `record/conflict`, `assessment/not-now`. */
export function acted(work: Work, one: Versioned, act: SheetAct): Opened & { readonly next: SheetState } {
  const opened = seen(work, one.id);
  current(work, work.assessmentSheets, one);
  const next = afterAct(opened.sheet.state, act);
  return { ...opened, next: next ?? fail('assessment/not-now', { state: opened.sheet.state }) };
}

/** Nobody scores, decides or signs off the own sheet. Error: `assessment/own-sheet`. */
export function notOwn(work: Work, { selfAccountId }: Pick<SheetRecord, 'selfAccountId'>): void {
  if (selfAccountId === work.actor.userId) fail('assessment/own-sheet', {});
}

const nameOf = (work: Work, accountId: string | null): string => (accountId === null ? '' : (work.accounts.find(accountId)?.displayName ?? ''));

/** The last day on which an appeal is heard, counted in working days from the day of the result; null before there is one. */
export const appealUntil = (work: Work, plan: PlanRecord, { archivedAt, state }: SheetRecord): string | null =>
  archivedAt === null || state !== 'archived' ? null : lastDayToAppeal(localDay(new Date(archivedAt)), plan.appealDays, work.calendar.published());

/** Facts as they count now: frozen ones of a locked sheet, else those of the records. */
function factsNow(work: Work, { sheet, plan, items }: Opened): Readonly<Record<string, readonly [number, number]>> {
  if (isLocked(sheet.state) || sheet.state === 'excluded') return sheet.facts;
  const live = items.flatMap((item) => {
    const asked = askedOf(work, plan.subjectKind, item);
    return asked === null ? [] : [[item.id, sumOf(work.assessmentFacts.rows(asked, sheet, periodOf(work, plan)))] as const];
  });
  return Object.fromEntries(live);
}

/** What the person learnt in the days the sheet is about: every class that met them. */
function trainingOf(work: Work, { year }: PlanRecord, { subjectId, fromOn, untilOn, communityId }: SheetRecord): SheetTraining {
  const days = { from: fromOn, until: untilOn };
  return {
    hoursDoneTenths: work.trainingResults.hoursOf([subjectId], days)[0]?.hoursTenths ?? 0,
    hoursDueTenths: work.trainingResults.hoursDue(communityId, year),
    ...work.trainingResults.attendanceOf(subjectId, days),
    classes: work.trainingResults.learnt(subjectId).filter((one) => one.untilOn >= fromOn && one.fromOn <= untilOn),
  };
}

/** Everything about one sheet. What peers gave is told only when all of it is in, because a difference would tell who gave what. */
export function getSheet(work: Work, { id }: { readonly id: string }): Sheet {
  const opened = seen(work, id);
  const { sheet, plan, items } = opened;
  const row = work.assessmentSheets.row(work.actor, id) ?? fail('record/not-found', {});
  const adjustments = work.assessmentSheets.adjustmentsOf(id);
  const added = adjustments.reduce((sum, { points }) => sum + points, 0);
  const hasPeers = items.some(({ kind }) => kind === 'peer');
  return {
    ...row,
    fromOn: sheet.fromOn,
    untilOn: sheet.untilOn,
    selfUntil: plan.selfUntil,
    superiorUntil: plan.superiorUntil,
    share: sheet.share,
    excludedReason: sheet.excludedReason,
    selfAccountId: sheet.selfAccountId,
    selfName: nameOf(work, sheet.selfAccountId),
    enabledAt: sheet.createdAt,
    reportedAt: sheet.reportedAt,
    reportedName: nameOf(work, sheet.reportedBy),
    scoredAt: sheet.scoredAt,
    scoredName: nameOf(work, sheet.scoredBy),
    archivedAt: sheet.archivedAt,
    archivedName: nameOf(work, sheet.archivedBy),
    returnedReason: sheet.returnedReason,
    leastPeers: plan.leastPeers,
    leastResidents: plan.leastResidents,
    peers: work.assessmentPeers.count(id),
    mayRate: hasPeers && sheet.scoredAt === null && afterAct(sheet.state, 'rate') !== null && sheet.selfAccountId !== work.actor.userId && mayDo(work.actor.roles, 'assessment.self') && !work.assessmentPeers.hasRated(id, work.actor.userId),
    appealUntil: appealUntil(work, plan, sheet),
    bands: plan.bands,
    lines: linesOf({ fullScore: plan.fullScore, items, facts: factsNow(work, opened), marks: work.assessmentSheets.marksOf(id), added }),
    adjustments: adjustments.map(({ communityId: _c, createdAt: _a, updatedAt: _u, removedAt: _r, ...one }) => one),
    reviews: isClosedForPeers(sheet.state) || mayDo(work.actor.roles, 'assessment.read') ? work.assessmentSheets.reviewsOf(id).map(({ communityId: _c, createdAt: _a, updatedAt: _u, removedAt: _r, ...one }) => one) : [],
    appeals: work.assessmentResults.appeals({ sheetId: id }),
    follows: work.assessmentResults.follows({ sheetId: id }),
    training: sheet.subjectKind === 'member' ? trainingOf(work, plan, sheet) : null,
  };
}

/** The rows behind one line: as they were at the lock, else as they are. Whoever may not read the records sees what they earned, not whose they are. */
export function listFactRows(work: Work, { sheetId, itemId, offset, limit }: { readonly sheetId: string; readonly itemId: string; readonly offset: number; readonly limit: number }): FactRows {
  const { sheet, plan, items } = seen(work, sheetId);
  const item = items.find(({ id }) => id === itemId);
  const asked = item ? askedOf(work, plan.subjectKind, item) : null;
  if (!item || asked === null || !isIndicator(item.sourceId)) return fail('record/not-found', {});
  const { permission, by } = indicatorSources[item.sourceId];
  const frozen = isLocked(sheet.state);
  const rows = frozen ? (work.assessmentFacts.frozen(sheetId, itemId) ?? []) : work.assessmentFacts.rows(asked, sheet, periodOf(work, plan));
  const mayRead = mayDo(work.actor.roles, permission);
  const { scope } = work.actor;
  const isOpen = (row: StoredFactRow): boolean => mayRead && (by !== 'grid' || scope === 'all' || scope.includes(row.key));
  const [earned, due] = sumOf(rows);
  return {
    earned,
    due,
    count: rows.length,
    exceptions: rows.filter(({ leftOut }) => leftOut !== '').length,
    frozen,
    rows: rows.slice(offset, offset + limit).map((row) => ({ id: row.id, label: isOpen(row) ? row.label : '', day: row.day, earned: row.earned, due: row.due, note: row.note, leftOut: row.leftOut, to: isOpen(row) ? row.place : null })),
  };
}
