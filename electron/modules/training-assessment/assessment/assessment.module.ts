import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { assessmentOperations } from '#shared/modules/training-assessment/assessment/assessment.contract.ts';
import { divisions, exceeded } from '#shared/modules/training-assessment/assessment/plan.rules.ts';
import { decideAppeal, fileAppeal } from './appeals.service.ts';
import { writeAssessment } from './demo/assessment.demo.ts';
import { assessmentFiller } from './demo/fill-assessment.ts';
import { assessmentExports } from './assessment.exports.ts';
import { assessmentToday } from './assessment.today.ts';
import { enablePlan, lockCycle, simulatePlan } from './cycle.service.ts';
import { decideFollow } from './follows.service.ts';
import { factsRepository } from './indicators/facts.repository.ts';
import { peersRepository } from './peers.repository.ts';
import { plansRepository } from './plans.repository.ts';
import { addItem, copyPlan, createPlan, getPlan, inPoints, removeItem, removePlan, updateItem, updatePlan } from './plans.service.ts';
import { resultsRepository } from './results.repository.ts';
import { archiveSheet, assignSelf, ratePeer, recordAdjustment, recordReview, removeAdjustment, removeReview, reportSheet, returnSheet, saveSelf, saveSuperior, scoreSheet, setDays } from './scoring.service.ts';
import { getSheet, listFactRows } from './sheet.service.ts';
import { sheetsRepository } from './sheets.repository.ts';
import { twoWayRepository } from './two-way.repository.ts';
import { rateDepartment, removeDepartmentRating, replyToRating, summariseTwoWay } from './two-way.service.ts';

export const openAssessment = (db: Db) => ({
  assessmentPlans: plansRepository(db),
  assessmentSheets: sheetsRepository(db),
  assessmentFacts: factsRepository(db),
  assessmentPeers: peersRepository(db),
  assessmentResults: resultsRepository(db),
  departmentRatings: twoWayRepository(db),
});

export const assessmentHandlers: Handlers<typeof assessmentOperations, Work> = {
  listPlans: (work, { year }) => work.assessmentPlans.list(year),
  getPlan,
  createPlan,
  updatePlan,
  copyPlan,
  removePlan,
  addItem,
  updateItem,
  removeItem,
  simulatePlan,
  enablePlan,
  listSheets: (work, { filter, sort, ...window }) => work.assessmentSheets.list(work.actor, filter, sort, window),
  countSheets: (work, { filter }) => ({ count: work.assessmentSheets.count(work.actor, filter) }),
  getSheet,
  listFactRows,
  listAssessors: (work) => work.accounts.list().filter(({ status }) => status === 'active').map(({ id, displayName }) => ({ id, name: displayName })),
  assignSelf,
  setDays,
  saveSelf,
  reportSheet,
  lockCycle,
  returnSheet,
  saveSuperior,
  scoreSheet,
  archiveSheet,
  listPeerTurns: (work, { text }) => ({ turns: work.assessmentPeers.turns(work.actor, text), left: work.assessmentPeers.left(work.actor) }),
  ratePeer,
  recordReview,
  removeReview,
  recordAdjustment,
  removeAdjustment,
  listAppeals: (work, { states, ...window }) => work.assessmentResults.appeals({ states }, window),
  fileAppeal,
  decideAppeal,
  listFollows: (work, { states, ...window }) => work.assessmentResults.follows({ states }, window),
  decideFollow,
  summariseResults: (work, { planId }) => ({ states: work.assessmentSheets.states(planId), bands: work.assessmentSheets.bands(planId), grids: work.assessmentSheets.byGrid(planId) }),
  summariseTwoWay,
  listDepartmentRatings: (work, { filter, sort, ...window }) => work.departmentRatings.list(work.actor, filter, sort, window),
  countDepartmentRatings: (work, { filter }) => ({ count: work.departmentRatings.count(work.actor, filter) }),
  rateDepartment,
  removeDepartmentRating,
  replyToRating,
};

const seesSheet = (work: Work, sheetId: string | undefined): boolean => sheetId !== undefined && work.assessmentSheets.row(work.actor, sheetId) !== undefined;

/** Peer ratings and turns are not among them: no history leads to who gave what. */
const history: Readonly<Record<string, HistoryGuard>> = {
  assessment_plan: { permission: 'assessment.read', isVisible: (work, id) => work.assessmentPlans.find(id) !== undefined },
  assessment_item: { permission: 'assessment.read', isVisible: (work, id) => work.assessmentPlans.item.find(id) !== undefined },
  assessment_sheet: { permission: 'assessment.view', isVisible: seesSheet },
  assessment_mark: { permission: 'assessment.view', isVisible: (work, id) => seesSheet(work, work.assessmentSheets.mark.find(id)?.sheetId) },
  assessment_adjustment: { permission: 'assessment.view', isVisible: (work, id) => seesSheet(work, work.assessmentSheets.adjustment.find(id)?.sheetId) },
  assessment_review: { permission: 'assessment.read', isVisible: (work, id) => seesSheet(work, work.assessmentSheets.review.find(id)?.sheetId) },
  assessment_appeal: { permission: 'assessment.view', isVisible: (work, id) => seesSheet(work, work.assessmentResults.appeal.find(id)?.sheetId) },
  assessment_follow: { permission: 'assessment.view', isVisible: (work, id) => seesSheet(work, work.assessmentResults.follow.find(id)?.sheetId) },
  assessment_rating: { permission: 'assessment.view', isVisible: (work, id) => work.departmentRatings.row(work.actor, id) !== undefined },
};

const nothing = () => undefined;
/** A plan that was enabled since is not turned back, and never into one whose parts are worth more than the whole. */
function checkDraft(work: Work, planId: string | undefined): void {
  const plan = planId === undefined ? undefined : work.assessmentPlans.find(planId);
  if (plan?.state === 'enabled') fail('assessment/plan-enabled', { title: plan.title });
}
function checkDivided(work: Work, planId: string | undefined): void {
  const plan = planId === undefined ? undefined : work.assessmentPlans.find(planId);
  const over = plan && exceeded(divisions(plan, work.assessmentPlans.items(plan.id)));
  if (over) fail('assessment/children-exceed', inPoints(over));
}
function checkOpen(work: Work, sheetId: string | undefined): void {
  const sheet = sheetId === undefined ? undefined : work.assessmentSheets.find(sheetId);
  if (sheet && !['self', 'returned', 'reported'].includes(sheet.state)) fail('assessment/not-now', { state: sheet.state });
}

/** A decision about a consequence goes back only while its result stands. */
function checkArchived(work: Work, sheetId: string | undefined): void {
  const sheet = sheetId === undefined ? undefined : work.assessmentSheets.find(sheetId);
  if (sheet && sheet.state !== 'archived') fail('assessment/not-now', { state: sheet.state });
}

/** Acts of the cycle itself are not taken back silently: a sheet is returned, a result is appealed. */
const undo: Readonly<Record<string, UndoSource>> = {
  assessment_plan: { permission: 'assessment.plan', nameOf: (work, id) => work.assessmentPlans.find(id)?.title ?? '', check: checkDraft, settled: checkDivided, mayWithdraw: () => true, refresh: nothing },
  assessment_item: {
    permission: 'assessment.plan',
    nameOf: (work, id) => work.assessmentPlans.item.find(id)?.title ?? '',
    check: (work, id) => checkDraft(work, work.assessmentPlans.item.find(id)?.planId),
    settled: (work, id) => checkDivided(work, work.assessmentPlans.item.find(id)?.planId),
    mayWithdraw: () => true,
    refresh: nothing,
  },
  assessment_adjustment: { permission: 'assessment.score', nameOf: (work, id) => work.assessmentSheets.adjustment.find(id)?.reason ?? '', check: (work, id) => checkOpen(work, work.assessmentSheets.adjustment.find(id)?.sheetId), mayWithdraw: () => true, refresh: nothing },
  assessment_review: { permission: 'assessment.score', nameOf: (work, id) => work.assessmentSheets.review.find(id)?.place ?? '', check: (work, id) => checkOpen(work, work.assessmentSheets.review.find(id)?.sheetId), mayWithdraw: () => true, refresh: nothing },
  assessment_follow: { permission: 'assessment.sign-off', nameOf: (work, id) => work.assessmentResults.follows({ id })[0]?.subjectName ?? '', check: (work, id) => checkArchived(work, work.assessmentResults.follow.find(id)?.sheetId), refresh: nothing },
  assessment_rating: { permission: 'assessment.rate', nameOf: (work, id) => work.departmentRatings.row(work.actor, id)?.departmentName ?? '', check: nothing, mayWithdraw: () => true, refresh: nothing },
};

export const assessmentParts: ModuleParts = { today: assessmentToday, history, undo, exports: assessmentExports, demo: writeAssessment, fill: assessmentFiller };
