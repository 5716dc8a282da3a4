import type { IndicatorId } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import type { IndicatorSource } from './indicator-source.ts';
import { departmentHandled, departmentNoReturns, departmentNoRework, departmentOnTime, departmentSigned, mattersNoRework, mattersOnTime, mattersSatisfied } from './matters.sources.ts';
import { duplicatesSettled, gridInOrder, recordsComplete, visitsKept } from './register.sources.ts';
import { trainingExams, trainingHours } from './training.sources.ts';
import { departmentAdmitted, ratedByCommunities } from './two-way.sources.ts';

/** The rows behind every indicator a plan may name; one missing here does not compile. */
export const indicatorSources: Readonly<Record<IndicatorId, IndicatorSource>> = {
  'matters-on-time': mattersOnTime,
  'matters-no-rework': mattersNoRework,
  'matters-satisfied': mattersSatisfied,
  'visits-kept': visitsKept,
  'records-complete': recordsComplete,
  'duplicates-settled': duplicatesSettled,
  'grid-in-order': gridInOrder,
  'training-hours': trainingHours,
  'training-exams': trainingExams,
  'department-signed': departmentSigned,
  'department-handled': departmentHandled,
  'department-on-time': departmentOnTime,
  'department-no-returns': departmentNoReturns,
  'department-no-rework': departmentNoRework,
  'department-admitted': departmentAdmitted,
  'rated-by-communities': ratedByCommunities,
};
