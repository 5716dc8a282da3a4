import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { cohortChangeSchema, cohortDraftSchema, cohortPeopleFilterSchema, cohortPeopleSortSchema, cohortPersonSchema, cohortPreviewSchema, cohortRowSchema, placementDraftSchema } from './cohort.schema.ts';
import { needChangeSchema, needDraftSchema, needFilterSchema, needRowSchema, needSortSchema, proposedNeedSchema } from './need.schema.ts';
import { planChangeSchema, planDraftSchema, planSchema } from './plan.schema.ts';
import { TRAINING_STALE, trainingPermissions } from './training.permissions.ts';

const { query, report, command } = operationsFor(trainingPermissions);
const needFilter = needFilterSchema.default(needFilterSchema.parse({}));
const outcome = z.string().trim().max(300);

/** From a need to a plan to classes: who is to be trained, and where everybody falls. */
export const planningOperations = {
  listTrainingNeeds: query({ permission: 'training.read', input: z.strictObject({ filter: needFilter, sort: needSortSchema, ...windowShape }), output: z.array(needRowSchema) }),
  countTrainingNeeds: query({ permission: 'training.read', input: z.strictObject({ filter: needFilter }), output: countSchema }),
  createTrainingNeed: command({ permission: 'training.edit', input: needDraftSchema, output: needRowSchema, invalidates: TRAINING_STALE }),
  updateTrainingNeed: command({ permission: 'training.edit', input: needChangeSchema, output: needRowSchema, invalidates: TRAINING_STALE }),
  /** Ends a need: answered by a class, met, or dropped with its reason. */
  settleTrainingNeed: command({ permission: 'training.edit', input: z.strictObject({ ...versionedShape, state: z.enum(['open', 'planned', 'met', 'dropped']), classId: z.uuid().nullable(), outcome }), output: needRowSchema, invalidates: TRAINING_STALE }),
  /** Reads the figures of everybody, so it runs apart from the short reads. */
  proposeTrainingNeeds: report({ permission: 'training.read', input: z.strictObject({}), output: z.array(proposedNeedSchema) }),
  takeTrainingNeeds: command({ permission: 'training.edit', input: z.strictObject({ needs: z.array(needDraftSchema).min(1).max(500) }), output: countSchema, invalidates: TRAINING_STALE }),

  listTrainingPlans: query({ permission: 'training.read', input: z.strictObject({}), output: z.array(planSchema) }),
  getTrainingPlan: query({ permission: 'training.read', input: idInput, output: planSchema }),
  createTrainingPlan: command({ permission: 'training.edit', input: planDraftSchema, output: planSchema, invalidates: TRAINING_STALE }),
  updateTrainingPlan: command({ permission: 'training.edit', input: planChangeSchema, output: planSchema, invalidates: TRAINING_STALE }),
  approveTrainingPlan: command({ permission: 'training.approve', input: z.strictObject(versionedShape), output: planSchema, invalidates: TRAINING_STALE }),
  /** Opens an approved plan again; the reason goes on record. */
  returnTrainingPlan: command({ permission: 'training.approve', input: z.strictObject({ ...versionedShape, reason: z.string().trim().min(2).max(300) }), output: planSchema, invalidates: TRAINING_STALE }),

  previewCohorts: query({ permission: 'training.read', input: z.strictObject({ planId: z.uuid() }), output: cohortPreviewSchema }),
  listCohortPeople: query({ permission: 'training.read', input: z.strictObject({ filter: cohortPeopleFilterSchema, sort: cohortPeopleSortSchema, ...windowShape }), output: z.array(cohortPersonSchema) }),
  countCohortPeople: query({ permission: 'training.read', input: z.strictObject({ filter: cohortPeopleFilterSchema }), output: countSchema }),
  createCohort: command({ permission: 'training.edit', input: cohortDraftSchema, output: cohortRowSchema, invalidates: TRAINING_STALE }),
  updateCohort: command({ permission: 'training.edit', input: cohortChangeSchema, output: cohortRowSchema, invalidates: TRAINING_STALE }),
  removeCohort: command({ permission: 'training.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: TRAINING_STALE }),
  /** Puts somebody into a class by hand, with a reason: who no rule catches, or two do. */
  placeInCohort: command({ permission: 'training.edit', input: placementDraftSchema, output: doneSchema, invalidates: TRAINING_STALE }),
  removePlacement: command({ permission: 'training.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: TRAINING_STALE }),
  /** Makes a class of every cohort and enrols everybody exactly as previewed. */
  makeClasses: command({ permission: 'training.edit', input: z.strictObject({ planId: z.uuid() }), output: z.strictObject({ classes: z.int(), people: z.int() }), invalidates: TRAINING_STALE }),
};
