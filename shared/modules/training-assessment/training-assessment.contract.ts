/** What one can ask of training and assessment: its areas, side by side. */
export const trainingAssessmentContract = {};
export const trainingAssessmentPermissions = {};
export const trainingAssessmentErrors = {};
