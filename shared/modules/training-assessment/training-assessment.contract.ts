import { assessmentOperations, assessmentPermissions } from './assessment/assessment.contract.ts';
import { assessmentErrors } from './assessment/assessment.errors.ts';

/** What one can ask of training and assessment: its areas, side by side. */
export const trainingAssessmentContract = { ...assessmentOperations };
export const trainingAssessmentPermissions = { ...assessmentPermissions };
export const trainingAssessmentErrors = { ...assessmentErrors };
