import { begun } from '#electron/database/record-store.ts';
import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import type { DemoCommunity } from '#electron/kernel/demo/demo-writer.ts';
import type { Random } from '#electron/kernel/demo/random.ts';
import type { SheetState } from '#shared/modules/training-assessment/assessment/cycle.rules.ts';
import type { PlanDraft, PlanItem } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import { followsOf } from '#shared/modules/training-assessment/assessment/plan.rules.ts';
import { isAssessed, reviewOf, shareOfPeriod, trimmed, WHOLE } from '#shared/modules/training-assessment/assessment/score.rules.ts';
import { handOnInvented, REASON } from './hand-on.ts';
import { freeze, periodOf, resultOf, type RowsOf } from '../cycle.service.ts';
import type { PlanRecord } from '../plans.repository.ts';
import type { SheetRecord } from '../sheets.repository.ts';
import type { Part } from './plans.ts';

export type Written = DemoCommunity['written'];
export type Given = { readonly work: Work; readonly random: Random; readonly written: Written; /** Who did what people do in a cycle. */ readonly officer: string; readonly clerk: string | null; /** Where rows are not read sheet by sheet. */ readonly rowsOf?: RowsOf };
export type Cycle = { readonly plan: PlanRecord; readonly items: readonly PlanItem[] };

/** An instant so many days from now, in working time. */
export function dayAway(work: Work, days: number): { readonly day: string; readonly at: string } {
  const at = work.clock.now();
  at.setDate(at.getDate() + days);
  return { day: localDay(at), at: at.toISOString() };
}

export function writePlan({ work, written }: Given, draft: PlanDraft, parts: readonly Part[], enabledAt: string): Cycle {
  const plan: PlanRecord = { ...begun(work), ...draft, removedAt: null, state: 'draft', enabledAt: null, copiedFromId: null };
  work.assessmentPlans.insert(plan);
  let sortNo = 0;
  const put = (all: readonly Part[], parentId: string | null): void => {
    for (const { points, floor = 0, target = 100, sourceId = '', parts: below = [], ...part } of all) {
      const item = { ...begun(work), ...part, planId: plan.id, parentId, sortNo: (sortNo += 1), fullScore: points * 100, sourceId, floorShare: floor * 100, targetShare: target * 100, removedAt: null };
      work.assessmentPlans.item.insert(item);
      written('assessment_item', item.id);
      put(below, item.id);
    }
  };
  put(parts, null);
  const enabled = { ...plan, state: 'enabled' as const, enabledAt, createdAt: enabledAt, updatedAt: enabledAt };
  work.assessmentPlans.replace(enabled);
  written('assessment_plan', plan.id);
  return { plan: enabled, items: work.assessmentPlans.items(plan.id) };
}

export function writeSheets({ work, written, clerk }: Given, { plan }: Cycle, at: string): SheetRecord[] {
  return work.assessmentFacts.subjects(plan.subjectKind, periodOf(work, plan)).map(({ accountId: _account, name, ...subject }, no) => {
    const share = shareOfPeriod(plan, subject);
    const sheet: SheetRecord = {
      ...begun(work), createdAt: at, updatedAt: at, ...subject, planId: plan.id, subjectKind: plan.subjectKind, subjectName: name, share, excludedReason: '', state: isAssessed(share) ? 'self' : 'excluded', selfAccountId: no === 0 && plan.subjectKind === 'member' ? clerk : null,
      facts: {}, reportedAt: null, reportedBy: null, scoredAt: null, scoredBy: null, archivedAt: null, archivedBy: null, returnedReason: '', total: null, band: null,
    };
    work.assessmentSheets.insert(sheet);
    written('assessment_sheet', sheet.id);
    return sheet;
  });
}

const BASES = ['台账第 2 册 14 页', '街道通报〔第 6 期〕', '调解案卷 2 份', '专项行动签到表', '检查记录表 3 号'] as const;
const PLACES = ['居民议事会', '入户评议', '小区活动室', '楼栋会议'] as const;
const ORDER: readonly SheetState[] = ['self', 'reported', 'scored', 'archived'];
export const reaches = (state: SheetState, wanted: SheetState): boolean => ORDER.indexOf(state) >= ORDER.indexOf(wanted);

/** Carries a sheet to a state as people would have: self-assessed, reported, rated, reviewed, scored, signed off. */
export function carry(given: Given, cycle: Cycle, sheet: SheetRecord, state: SheetState, times: { readonly reportedAt: string; readonly scoredAt: string; readonly archivedAt: string; readonly heldOn: string }, diligence: number): SheetRecord {
  const { work, written, random, officer } = given;
  const { plan, items } = cycle;
  const scored = items.filter(({ kind }) => kind === 'scored');
  for (const item of scored) {
    const own = Math.floor((item.fullScore * Math.min(100, diligence + random.between(0, 8))) / 100 / 100) * 100;
    const score = Math.floor((item.fullScore * Math.min(100, diligence + random.between(-6, 4))) / 100 / 100) * 100;
    const mark = { ...begun(work), sheetId: sheet.id, itemId: item.id, selfScore: own, selfNote: '按台账自评', score: reaches(state, 'scored') ? score : null, basis: reaches(state, 'scored') ? random.pick(BASES) : '', matterNo: '' };
    work.assessmentSheets.mark.insert(mark);
    written('assessment_mark', mark.id);
  }
  const ratings = items.some(({ kind }) => kind === 'peer') ? Array.from({ length: random.between(3, 7) }, () => Math.min(100, diligence + random.between(-12, 10))) : [];
  for (const rating of ratings) {
    const { id, communityId, createdAt: now } = begun(work);
    work.assessmentPeers.insertTurn({ id, communityId, now, sheetId: sheet.id, raterId: work.clock.newId() });
    work.assessmentPeers.insertRating(sheet.id, rating);
  }
  if (!reaches(state, 'reported')) return sheet;
  let facts = freeze(work, plan, items, sheet, given.rowsOf);
  const reported: SheetRecord = { ...sheet, state: 'reported', facts, reportedAt: times.reportedAt, reportedBy: officer, updatedAt: times.reportedAt };
  const asked = items.filter(({ kind }) => kind === 'resident').map((item) => ({ item, counts: countsOf(random, diligence) }));
  for (const { counts } of asked) {
    const review = { ...begun(work), removedAt: null, sheetId: sheet.id, heldOn: times.heldOn, place: random.pick(PLACES), ...counts, note: '' };
    work.assessmentSheets.review.insert(review);
    written('assessment_review', review.id);
  }
  if (!reaches(state, 'scored')) {
    work.assessmentSheets.replace(reported);
    written('assessment_sheet', sheet.id);
    return reported;
  }
  const kept = trimmed(ratings);
  const peers = items.filter(({ kind }) => kind === 'peer').map((item) => [item.id, [kept.reduce((sum, rating) => sum + rating, 0), kept.length * 100]] as const);
  const residents = asked.map(({ item, counts }) => [item.id, [reviewOf(counts).earned, reviewOf(counts).due]] as const);
  facts = { ...facts, ...Object.fromEntries([...peers, ...residents]) };
  const { total, band } = resultOf(work, plan, items, sheet, facts);
  const closed: SheetRecord = { ...reported, state, facts, scoredAt: times.scoredAt, scoredBy: officer, total, band, updatedAt: times.scoredAt, ...(state === 'archived' && { archivedAt: times.archivedAt, archivedBy: officer, updatedAt: times.archivedAt }) };
  work.assessmentSheets.replace(closed);
  written('assessment_sheet', sheet.id);
  if (state === 'archived') writeFollows(given, cycle, closed);
  return closed;
}

function countsOf(random: Random, diligence: number): { readonly satisfied: number; readonly fair: number; readonly unsatisfied: number } {
  const asked = random.between(20, 48);
  const unsatisfied = random.between(0, Math.max(0, Math.round(((100 - diligence) * asked) / 400)));
  const satisfied = Math.min(asked - unsatisfied, Math.round((asked * Math.min(WHOLE, diligence * 100)) / WHOLE));
  return { satisfied, fair: asked - satisfied - unsatisfied, unsatisfied };
}

function writeFollows(given: Given, { plan }: Cycle, sheet: SheetRecord): void {
  const { work, written, officer } = given;
  const isPast = plan.untilOn < work.today;
  for (const code of followsOf(plan.bands, sheet.band ?? 'fail', work.assessmentSheets.earlierBands(sheet.subjectId, plan.id))) {
    const handed = isPast ? handOnInvented(given, sheet, code) : { caseId: null, needId: null };
    const follow = { ...begun(work), createdAt: sheet.archivedAt ?? sheet.updatedAt, removedAt: null, sheetId: sheet.id, code, ...handed, state: isPast ? ('confirmed' as const) : ('proposed' as const), reason: isPast ? REASON : '', decidedBy: isPast ? officer : null, decidedName: isPast ? '演示站长' : '', decidedAt: isPast ? sheet.archivedAt : null };
    work.assessmentResults.follow.insert(follow);
    written('assessment_follow', follow.id);
  }
}
