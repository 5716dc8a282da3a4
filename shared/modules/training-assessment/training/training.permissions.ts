/**
 * The training officer edits, the supervisor reads and decides (approves plans, opens what is locked), everybody who works here sees the own page
 * (security.md 2.5: training plan, courses).
 */
export const trainingPermissions = {
  'training.read': ['supervisor', 'trainer', 'auditor'],
  'training.edit': ['trainer'],
  'training.approve': ['supervisor'],
  'training.own': ['clerk', 'supervisor', 'trainer', 'finance', 'administrator'],
} as const;
/** What a change of training makes stale. */
export const TRAINING_STALE = ['trainingAssessment', 'notifications', 'audit', 'undo'];
