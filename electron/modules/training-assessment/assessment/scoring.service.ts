import { begun, current, rewritten, takenOut } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import { unscored } from '#shared/modules/training-assessment/assessment/lines.rules.ts';
import type { PlanItem } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import { followsOf } from '#shared/modules/training-assessment/assessment/plan.rules.ts';
import { HUNDREDTHS, isAssessed, reviewOf, shareOfPeriod, trimmed } from '#shared/modules/training-assessment/assessment/score.rules.ts';
import type { AdjustmentDraft, ReviewDraft, Sheet } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { freeze, resultOf } from './cycle.service.ts';
import { proposeFollows } from './follows.service.ts';
import { acted, getSheet, notOwn, seen, type Opened } from './sheet.service.ts';
import type { MarkRecord, SheetRecord } from './sheets.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
type Given = { readonly itemId: string } & Partial<Pick<MarkRecord, 'selfScore' | 'selfNote' | 'score' | 'basis' | 'matterNo'>>;

const changeSheet = (work: Work, sheet: SheetRecord, values: Partial<SheetRecord>): RecordChange => rewritten(work, work.assessmentSheets, sheet, values);

function recorded(work: Work, { sheet }: Pick<Opened, 'sheet'>, action: string, changes: readonly RecordChange[], detail: Readonly<Record<string, string | number>> = {}): Sheet {
  work.record({ action, entity: 'assessment_sheet', entityId: sheet.id, detail, changes });
  return getSheet(work, sheet);
}

/** Writes what was given for lines; each stays within its line. Error: `assessment/score-out-of-range`. */
function putMarks(work: Work, { sheet, items }: Opened, given: readonly Given[]): RecordChange[] {
  const stored = new Map(work.assessmentSheets.marksOf(sheet.id).map((mark) => [mark.itemId, mark]));
  return given.map(({ itemId, ...values }) => {
    const item = items.find(({ id, kind }) => id === itemId && kind !== 'group' && kind !== 'adjust') ?? fail('record/not-found', {});
    if ((values.score ?? 0) > item.fullScore || (values.selfScore ?? 0) > item.fullScore) fail('assessment/score-out-of-range', { title: item.title, full: item.fullScore / HUNDREDTHS });
    const mark = stored.get(itemId);
    if (mark) return rewritten(work, work.assessmentSheets.mark, mark, values);
    const fresh: MarkRecord = { ...begun(work), sheetId: sheet.id, itemId, selfScore: null, selfNote: '', score: null, basis: '', matterNo: '', ...values };
    work.assessmentSheets.mark.insert(fresh);
    return work.rows.change('assessment_mark', fresh.id, undefined);
  });
}

export function saveSelf(work: Work, { marks, ...one }: Versioned & { readonly marks: readonly Given[] }): Sheet {
  const opened = acted(work, one, 'self-assess');
  const changes = putMarks(work, opened, marks);
  return recorded(work, opened, 'assessment-sheet.self-assessed', [...changes, changeSheet(work, opened.sheet, { state: opened.next })]);
}

/** Reports and locks: from here on the indicators stand as they are now, with the rows behind them. */
export function reportSheet(work: Work, one: Versioned): Sheet {
  const opened = acted(work, one, 'report');
  const facts = freeze(work, opened.plan, opened.items, opened.sheet);
  return recorded(work, opened, 'assessment-sheet.reported', [changeSheet(work, opened.sheet, { state: opened.next, facts, reportedAt: work.clock.now().toISOString(), reportedBy: work.actor.userId })]);
}

/** Opens a sheet again; what was computed follows the records again until the next lock, what peers gave stays closed. */
export function returnSheet(work: Work, { reason, ...one }: Versioned & { readonly reason: string }): Sheet {
  const opened = acted(work, one, 'return');
  notOwn(work, opened.sheet);
  return recorded(work, opened, 'assessment-sheet.returned', [changeSheet(work, opened.sheet, { state: opened.next, returnedReason: reason, total: null, band: null })]);
}

/** The superior's scores, each with its basis. A sheet that was scored already gets its new total at once. */
export function saveSuperior(work: Work, { marks, ...one }: Versioned & { readonly marks: readonly Given[] }): Sheet {
  const opened = acted(work, one, 'score');
  notOwn(work, opened.sheet);
  const bare = marks.find(({ score, basis }) => score !== null && score !== undefined && (basis ?? '') === '');
  if (bare) fail('assessment/basis-missing', { title: opened.items.find(({ id }) => id === bare.itemId)?.title ?? '' });
  const changes = putMarks(work, opened, marks);
  return recorded(work, opened, 'assessment-sheet.marked', [...changes, changeSheet(work, opened.sheet, closedValues(work, opened))]);
}

/** A scored sheet is rewritten with the result of its lines; any other keeps none. */
function closedValues(work: Work, { plan, items, sheet }: Opened): Partial<SheetRecord> {
  if (sheet.state !== 'scored') return {};
  const { total, band } = resultOf(work, plan, items, sheet, sheet.facts);
  return { total, band };
}

/** What peers and residents gave, once there are enough of them; a line without enough must have been scored with a basis. Error: `assessment/too-few-raters`. */
function factOfMany(work: Work, { plan, sheet }: Opened, item: PlanItem): readonly [number, number] | null {
  const known = sheet.facts[item.id];
  if (known && item.kind === 'peer') return known;
  if (item.kind === 'peer') {
    const ratings = work.assessmentPeers.ratings(sheet.id);
    if (ratings.length < plan.leastPeers) return tooFew(work, sheet, item, { have: ratings.length, least: plan.leastPeers });
    const kept = trimmed(ratings);
    return [kept.reduce((sum, rating) => sum + rating, 0), kept.length * 100];
  }
  const asked = work.assessmentSheets.reviewsOf(sheet.id).map(reviewOf);
  const [earned, due] = [asked.reduce((sum, one) => sum + one.earned, 0), asked.reduce((sum, one) => sum + one.due, 0)];
  return due / 2 < plan.leastResidents ? tooFew(work, sheet, item, { have: due / 2, least: plan.leastResidents }) : [earned, due];
}
function tooFew(work: Work, sheet: SheetRecord, item: PlanItem, { have, least }: { readonly have: number; readonly least: number }): null {
  const mark = work.assessmentSheets.marksOf(sheet.id).find(({ itemId }) => itemId === item.id);
  return (mark?.score ?? null) === null ? fail('assessment/too-few-raters', { title: item.title, have, least }) : null;
}

/** Closes the scoring: every line has its score, peers and residents are counted once and for all. */
export function scoreSheet(work: Work, one: Versioned): Sheet {
  const opened = acted(work, one, 'score');
  const { sheet, plan, items } = opened;
  notOwn(work, sheet);
  const many = items.filter(({ kind }) => kind === 'peer' || kind === 'resident').flatMap((item) => {
    const fact = factOfMany(work, opened, item);
    return fact === null ? [] : [[item.id, fact] as const];
  });
  const facts = { ...sheet.facts, ...Object.fromEntries(many) };
  const { lines, total, band } = resultOf(work, plan, items, sheet, facts);
  const open = unscored(lines);
  if (open.length > 0) fail('assessment/not-all-scored', { count: open.length });
  return recorded(work, opened, 'assessment-sheet.scored', [changeSheet(work, sheet, { state: opened.next, facts, scoredAt: work.clock.now().toISOString(), scoredBy: work.actor.userId, total, band })], { total, band });
}

/** Signs off: from here on nobody edits. What follows from the band is proposed; an earlier proposal that no longer follows goes. */
export function archiveSheet(work: Work, one: Versioned): Sheet {
  const opened = acted(work, one, 'archive');
  const { sheet, plan } = opened;
  notOwn(work, sheet);
  const band = sheet.band ?? fail('assessment/not-now', { state: sheet.state });
  const wanted = followsOf(plan.bands, band, work.assessmentSheets.earlierBands(sheet.subjectId, plan.id));
  const changes = [changeSheet(work, sheet, { state: opened.next, archivedAt: work.clock.now().toISOString(), archivedBy: work.actor.userId }), ...proposeFollows(work, sheet.id, wanted)];
  return recorded(work, opened, 'assessment-sheet.archived', changes, { total: sheet.total ?? 0, band });
}

/** The days somebody served; less than half of the period sets the sheet apart, more opens it again. Error: `assessment/outside-period`. */
export function setDays(work: Work, { fromOn, untilOn, reason, ...one }: Versioned & { readonly fromOn: string; readonly untilOn: string; readonly reason: string }): Sheet {
  const opened = acted(work, one, 'set-days');
  const { plan, sheet } = opened;
  if (fromOn < plan.fromOn || untilOn > plan.untilOn) fail('assessment/outside-period', { fromOn: plan.fromOn, untilOn: plan.untilOn });
  const share = shareOfPeriod(plan, { fromOn, untilOn });
  return recorded(work, opened, 'assessment-sheet.days-set', [changeSheet(work, sheet, { fromOn, untilOn, share, state: isAssessed(share) ? opened.next : 'excluded', excludedReason: isAssessed(share) ? '' : reason })], { fromOn, untilOn, reason });
}

export function assignSelf(work: Work, { accountId, ...one }: Versioned & { readonly accountId: string | null }): Record<string, never> {
  const opened = acted(work, one, 'self-assess');
  if (accountId !== null && work.accounts.find(accountId)?.status !== 'active') fail('record/not-found', {});
  if (accountId !== null && work.assessmentPeers.hasRated(opened.sheet.id, accountId)) fail('assessment/own-sheet', {});
  recorded(work, opened, 'assessment-sheet.assigned', [changeSheet(work, opened.sheet, { selfAccountId: accountId })]);
  return {};
}

/** Events and reviews are added until the sheet is scored; a scored one must be returned first. */
function openForFacts(work: Work, sheetId: string): Opened {
  const opened = seen(work, sheetId);
  if (!['self', 'returned', 'reported'].includes(opened.sheet.state)) fail('assessment/not-now', { state: opened.sheet.state });
  notOwn(work, opened.sheet);
  return opened;
}

export function recordAdjustment(work: Work, draft: AdjustmentDraft): Sheet {
  const opened = openForFacts(work, draft.sheetId);
  const item = opened.items.find(({ kind }) => kind === 'adjust') ?? fail('record/not-found', {});
  if (Math.abs(draft.points) > item.fullScore) fail('assessment/score-out-of-range', { title: item.title, full: item.fullScore / HUNDREDTHS });
  if (draft.happenedOn < opened.sheet.fromOn || draft.happenedOn > opened.sheet.untilOn) fail('assessment/outside-period', { fromOn: opened.sheet.fromOn, untilOn: opened.sheet.untilOn });
  const one = { ...begun(work), ...draft, removedAt: null };
  work.assessmentSheets.adjustment.insert(one);
  work.record({ action: 'assessment-adjustment.recorded', entity: 'assessment_adjustment', entityId: one.id, detail: { points: draft.points }, changes: [work.rows.change('assessment_adjustment', one.id, undefined)] });
  return getSheet(work, opened.sheet);
}
export function removeAdjustment(work: Work, one: Versioned): Sheet {
  const row = current(work, work.assessmentSheets.adjustment, one);
  const { sheet } = openForFacts(work, row.sheetId);
  work.record({ action: 'assessment-adjustment.removed', entity: 'assessment_adjustment', entityId: row.id, changes: [takenOut(work, work.assessmentSheets.adjustment, row)] });
  return getSheet(work, sheet);
}
export function recordReview(work: Work, draft: ReviewDraft): Sheet {
  const opened = openForFacts(work, draft.sheetId);
  if (!opened.items.some(({ kind }) => kind === 'resident')) fail('record/not-found', {});
  const one = { ...begun(work), ...draft, removedAt: null };
  work.assessmentSheets.review.insert(one);
  work.record({ action: 'assessment-review.recorded', entity: 'assessment_review', entityId: one.id, changes: [work.rows.change('assessment_review', one.id, undefined)] });
  return getSheet(work, opened.sheet);
}
export function removeReview(work: Work, one: Versioned): Sheet {
  const row = current(work, work.assessmentSheets.review, one);
  const { sheet } = openForFacts(work, row.sheetId);
  work.record({ action: 'assessment-review.removed', entity: 'assessment_review', entityId: row.id, changes: [takenOut(work, work.assessmentSheets.review, row)] });
  return getSheet(work, sheet);
}

/**
 * One rating of somebody else's sheet. The log says that this person took part in peer assessment, neither what was given nor for whom, and lists
 * neither half (decision 0012). Errors: `assessment/nothing-to-rate`, `assessment/own-sheet`, `assessment/already-rated`.
 */
export function ratePeer(work: Work, { sheetId, rating }: { readonly sheetId: string; readonly rating: number }): Record<string, never> {
  const sheet = work.assessmentSheets.find(sheetId) ?? fail('record/not-found', {});
  if (sheet.selfAccountId === work.actor.userId) fail('assessment/own-sheet', {});
  if (work.assessmentPeers.hasRated(sheetId, work.actor.userId)) fail('assessment/already-rated', {});
  if (sheet.scoredAt !== null || !work.assessmentPeers.mayRate(work.actor, sheetId)) fail('assessment/nothing-to-rate', {});
  const { id, communityId, createdAt: now } = begun(work);
  work.assessmentPeers.insertTurn({ id, communityId, now, sheetId, raterId: work.actor.userId });
  work.assessmentPeers.insertRating(sheetId, rating);
  work.record({ action: 'assessment-peer.took-part', entity: 'assessment_sheet', entityId: '' });
  return {};
}
