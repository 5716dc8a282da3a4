import { assessmentOperations, assessmentPermissions } from './assessment/assessment.contract.ts';
import { assessmentErrors } from './assessment/assessment.errors.ts';
import { classOperations } from './training/class.contract.ts';
import { planningOperations } from './training/planning.contract.ts';
import { recordOperations } from './training/record.contract.ts';
import { sheetOperations } from './training/sheet.contract.ts';
import { trainingErrors } from './training/training.errors.ts';
import { trainingPermissions } from './training/training.permissions.ts';

/** What one can ask of training and assessment: its areas, side by side. */
export const trainingAssessmentContract = {
  ...planningOperations,
  ...classOperations,
  ...sheetOperations,
  ...recordOperations,
  ...assessmentOperations,
};
export const trainingAssessmentPermissions = {
  ...trainingPermissions,
  ...assessmentPermissions,
};
export const trainingAssessmentErrors = {
  ...trainingErrors,
  ...assessmentErrors,
};
