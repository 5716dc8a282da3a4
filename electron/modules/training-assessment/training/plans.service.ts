import { added, begunRemovable, rewritten, takenOut } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { CohortChange, CohortDraft, CohortPreview, CohortRow, PlacementDraft } from '#shared/modules/training-assessment/training/cohort.schema.ts';
import type { Plan, PlanChange, PlanDraft } from '#shared/modules/training-assessment/training/plan.schema.ts';
import type { CohortRecord } from './cohorts.repository.ts';
import type { PlanRecord } from './planning.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
const planRow = (work: Work, id: string): Plan => work.trainingPlans.row(id) ?? fail('record/not-found', {});

function planOf(work: Work, { id, version }: Versioned): PlanRecord {
  const plan = work.trainingPlans.find(id);
  if (plan?.removedAt !== null) return fail('record/not-found', {});
  checkVersion(work, 'training_plan', plan, version);
  return plan;
}

/** A plan whose rules may still change. Error: `training/plan-approved`. */
function draftPlan(work: Work, id: string): PlanRecord {
  const plan = work.trainingPlans.find(id);
  if (plan?.removedAt !== null) return fail('record/not-found', {});
  if (plan.state === 'approved') fail('training/plan-approved', {});
  return plan;
}

/** A plan for a year that has none, with the rules of another one when asked. Error: `training/plan-exists`. */
export function createTrainingPlan(work: Work, { copyOf, ...draft }: PlanDraft): Plan {
  if (work.trainingPlans.ofYear(work.actor.communityId, draft.year)) fail('training/plan-exists', { year: draft.year });
  const plan: PlanRecord = { ...begunRemovable(work), ...draft, state: 'draft', authorId: work.actor.userId, approvedBy: '', approvedAt: null };
  const made = added(work, work.trainingPlans, plan);
  const copied = copyOf === null ? [] : work.trainingCohorts.ofPlan(copyOf).map((cohort) => added(work, work.trainingCohorts, { ...cohort, ...begunRemovable(work), planId: plan.id }));
  work.record({ action: 'training-plan.created', entity: 'training_plan', entityId: plan.id, detail: { year: draft.year, rules: copied.length }, changes: [made, ...copied] });
  return planRow(work, plan.id);
}

export function updateTrainingPlan(work: Work, { id, version, ...draft }: PlanChange): Plan {
  const plan = planOf(work, { id, version });
  draftPlan(work, id);
  const other = work.trainingPlans.ofYear(work.actor.communityId, draft.year);
  if (other && other.id !== id) fail('training/plan-exists', { year: draft.year });
  work.record({ action: 'training-plan.changed', entity: 'training_plan', entityId: id, changes: [rewritten(work, work.trainingPlans, plan, draft)] });
  return planRow(work, id);
}

const firstName = (work: Work, planId: string, where: 'left-out' | 'in-two'): string => work.trainingCohorts.people(work.today, { planId, where, cohortId: null, text: '' }, { field: 'name', direction: 'asc' }, { offset: 0, limit: 1 })[0]?.name ?? '';

/** Ends the call unless everybody falls into exactly one class and no rule is empty. Errors: `training/no-cohorts`, `training/left-out`, `training/in-two`, `training/catches-nobody`. */
export function checkEverybodyFalls(work: Work, planId: string): void {
  const cohorts = work.trainingCohorts.rows(work.today, planId);
  if (cohorts.length === 0) fail('training/no-cohorts', {});
  const { leftOut, inTwo } = work.trainingCohorts.totals(work.today, planId);
  if (leftOut > 0) fail('training/left-out', { count: leftOut, name: firstName(work, planId, 'left-out') });
  if (inTwo > 0) fail('training/in-two', { count: inTwo, name: firstName(work, planId, 'in-two') });
  const empty = cohorts.find(({ placed }) => placed === 0);
  if (empty) fail('training/catches-nobody', { name: empty.name });
}

/** Approves a complete plan; nobody approves the own one. From then on its rules stand. Errors: `training/own-plan`, those of checkEverybodyFalls. */
export function approveTrainingPlan(work: Work, one: Versioned): Plan {
  const plan = planOf(work, one);
  draftPlan(work, one.id);
  if (plan.authorId === work.actor.userId) fail('training/own-plan', {});
  checkEverybodyFalls(work, one.id);
  const change = rewritten(work, work.trainingPlans, plan, { state: 'approved', approvedBy: work.actor.displayName, approvedAt: work.clock.now().toISOString() });
  work.record({ action: 'training-plan.approved', entity: 'training_plan', entityId: one.id, changes: [change] });
  return planRow(work, one.id);
}

/** Takes an approval back while no class of the plan stands. Error: `training/classes-made`. */
export function returnTrainingPlan(work: Work, { reason, ...one }: Versioned & { readonly reason: string }): Plan {
  const plan = planOf(work, one);
  if (work.trainingClasses.hasOfPlan(one.id)) fail('training/classes-made', {});
  const change = rewritten(work, work.trainingPlans, plan, { state: 'draft', approvedBy: '', approvedAt: null });
  work.record({ action: 'training-plan.returned', entity: 'training_plan', entityId: one.id, detail: { reason }, changes: [change] });
  return planRow(work, one.id);
}

export const previewCohorts = (work: Work, { planId }: { readonly planId: string }): CohortPreview => ({ ...work.trainingCohorts.totals(work.today, planId), cohorts: work.trainingCohorts.rows(work.today, planId) });

const cohortRow = (work: Work, { id, planId }: Pick<CohortRecord, 'id' | 'planId'>): CohortRow => work.trainingCohorts.rows(work.today, planId).find((row) => row.id === id) ?? fail('record/not-found', {});

export function createCohort(work: Work, draft: CohortDraft): CohortRow {
  draftPlan(work, draft.planId);
  const cohort = { ...begunRemovable(work), ...draft };
  work.record({ action: 'training-cohort.created', entity: 'training_cohort', entityId: cohort.id, changes: [added(work, work.trainingCohorts, cohort)] });
  return cohortRow(work, cohort);
}

function cohortOf(work: Work, { id, version }: Versioned): CohortRecord {
  const cohort = work.trainingCohorts.find(id);
  if (cohort?.removedAt !== null) return fail('record/not-found', {});
  draftPlan(work, cohort.planId);
  checkVersion(work, 'training_cohort', cohort, version);
  return cohort;
}

export function updateCohort(work: Work, { id, version, ...draft }: CohortChange): CohortRow {
  const cohort = cohortOf(work, { id, version });
  if (draft.planId !== cohort.planId) fail('record/not-found', {});
  work.record({ action: 'training-cohort.changed', entity: 'training_cohort', entityId: id, changes: [rewritten(work, work.trainingCohorts, cohort, draft)] });
  return cohortRow(work, cohort);
}

/** Takes a rule out, and with it whoever was put into it by hand: they are left out again and shown so. */
export function removeCohort(work: Work, one: Versioned): Record<string, never> {
  const cohort = cohortOf(work, one);
  const removedAt = work.clock.now().toISOString();
  const placements = work.trainingCohorts.placements.idsOfCohort(one.id).flatMap((id) => work.trainingCohorts.placements.find(id) ?? []);
  const freed = placements.map((placement) => rewritten(work, work.trainingCohorts.placements, placement, { removedAt }));
  work.record({ action: 'training-cohort.removed', entity: 'training_cohort', entityId: one.id, detail: { freed: freed.length }, changes: [rewritten(work, work.trainingCohorts, cohort, { removedAt }), ...freed] });
  return {};
}

/** Decides by hand where somebody falls; an earlier decision is replaced. */
export function placeInCohort(work: Work, { planId, memberId, cohortId, reason }: PlacementDraft): Record<string, never> {
  draftPlan(work, planId);
  if (work.trainingCohorts.find(cohortId)?.planId !== planId || !work.trainees.find(work.today, memberId)) fail('record/not-found', {});
  const stands = work.trainingCohorts.placements.ofMember(planId, memberId);
  const change = stands ? rewritten(work, work.trainingCohorts.placements, stands, { cohortId, reason }) : added(work, work.trainingCohorts.placements, { ...begunRemovable(work), planId, memberId, cohortId, reason });
  work.record({ action: 'training-placement.decided', entity: 'training_placement', entityId: change.entityId, changes: [change] });
  return {};
}

export function removePlacement(work: Work, { id, version }: Versioned): Record<string, never> {
  const placement = work.trainingCohorts.placements.find(id);
  if (placement?.removedAt !== null) return fail('record/not-found', {});
  draftPlan(work, placement.planId);
  checkVersion(work, 'training_placement', placement, version);
  work.record({ action: 'training-placement.removed', entity: 'training_placement', entityId: id, changes: [takenOut(work, work.trainingCohorts.placements, placement)] });
  return {};
}

/**
 * Makes a class of every cohort of an approved plan and enrols everybody where the preview says. All of it or nothing.
 * Errors: `training/plan-not-approved`, `training/classes-made`, those of checkEverybodyFalls.
 */
export function makeClasses(work: Work, { planId }: { readonly planId: string }): { classes: number; people: number } {
  const plan = work.trainingPlans.row(planId) ?? fail('record/not-found', {});
  if (plan.state !== 'approved') fail('training/plan-not-approved', {});
  if (work.trainingClasses.hasOfPlan(planId)) fail('training/classes-made', {});
  checkEverybodyFalls(work, planId);
  const falls = work.trainingCohorts.falls(work.today, planId);
  const [begin, end] = [`${plan.year}-01-01`, `${plan.year}-12-31`];
  const fromOn = work.today > begin && work.today <= end ? work.today : begin;
  const changes = work.trainingCohorts.rows(work.today, planId).flatMap((cohort) => {
    const members = falls.filter(({ cohortId }) => cohortId === cohort.id);
    const made = {
      ...begunRemovable(work), planId, cohortId: cohort.id, name: `${plan.year}年${cohort.name}`, category: cohort.category, businessLine: '', audience: cohort.name, fromOn, untilOn: end, places: Math.max(1, members.length),
      hoursTenths: cohort.hoursTenths, attendancePercent: 80, lateReason: end < work.today ? plan.title : '', note: cohort.content, state: 'planned' as const, stateReason: '', lockedAt: null, lockedBy: '',
    };
    const enrolled = members.map(({ memberId }) => added(work, work.trainingEnrolments, { ...begunRemovable(work), classId: made.id, memberId, state: 'enrolled', source: 'rule', withdrawnOn: null, withdrawnReason: '', hoursTenths: null, scoreTenths: null, result: '' }));
    return [added(work, work.trainingClasses, made), ...enrolled];
  });
  const classes = changes.filter(({ entity }) => entity === 'training_class').length;
  work.record({ action: 'training-classes.made', entity: 'training_plan', entityId: planId, detail: { classes, people: falls.length }, changes });
  return { classes, people: falls.length };
}
