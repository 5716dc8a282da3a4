import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { trainingAssessmentContract } from '#shared/modules/training-assessment/training-assessment.contract.ts';
import { assessmentHandlers, assessmentParts, openAssessment } from './assessment/assessment.module.ts';
import { openTraining, trainingHandlers, trainingParts } from './training/training.module.ts';

/** The areas of the module, side by side; a new one adds a line to each of the three lists. */
export const openTrainingAssessment = (db: Db) => ({
  ...openTraining(db),
  ...openAssessment(db),
});

export const trainingAssessmentHandlers: Handlers<typeof trainingAssessmentContract, Work> = {
  ...trainingHandlers,
  ...assessmentHandlers,
};

export const trainingAssessmentParts: readonly ModuleParts[] = [
  trainingParts,
  assessmentParts,
];
