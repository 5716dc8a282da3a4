import type { IndicatorCase } from '#shared/modules/training-assessment/indicator.schema.ts';
import type { IndicatorSource } from './indicator-source.ts';

const YEAR_DAYS = 365;
const DAY_MS = 86_400_000;
const daysBetween = (from: string, until: string): number => Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS) + 1;
const TENTHS = 10;

/** Hours attended of the hours due, at most all of them. What is due of a year's plan falls evenly on its days (domain.md 3.3: hours done ÷ hours due). */
export const trainingHours: IndicatorSource = {
  id: 'training-hours',
  unit: 'share',
  better: 'higher',
  subjects: ['member'],
  permission: 'training.read',
  isAboutTraining: true,
  measure: (work, { ids, from, until }) => {
    const due = (work.trainingResults.hoursDue(work.actor.communityId, Number(until.slice(0, 4))) / TENTHS) * Math.min(1, daysBetween(from, until) / YEAR_DAYS);
    if (due === 0) return [];
    const done = new Map(work.trainingResults.hoursOf(ids, { from, until }).map(({ memberId, hoursTenths }) => [memberId, hoursTenths / TENTHS]));
    return ids.map((subjectId) => ({ subjectId, cases: due, sum: Math.min(due, done.get(subjectId) ?? 0) }));
  },
  cases: (work, { id, from, until, offset, limit }) =>
    work.trainingResults.sessionsOf(id, { from, until }, { offset, limit }).map(({ sessionId, classId, label, heldOn, hoursTenths, mark }): IndicatorCase => {
      const counts = mark === 'present' || mark === 'late';
      return { id: sessionId, label, on: heldOn, value: counts ? hoursTenths / TENTHS : 0, exception: counts ? null : mark, to: `/training/classes/${classId}` };
    }),
};

/** The score of exams on a scale of 1: the better of two attempts; a make-up that was not taken counts as nought (domain.md 3.3). */
export const trainingExams: IndicatorSource = {
  id: 'training-exams',
  unit: 'share',
  better: 'higher',
  subjects: ['member'],
  permission: 'training.read',
  isAboutTraining: true,
  measure: (work, { ids, from, until }) => {
    const sums = new Map<string, { cases: number; sum: number }>();
    for (const { memberId, scoreTenths, fullTenths } of work.trainingResults.examsOf(ids, { from, until })) {
      const { cases, sum } = sums.get(memberId) ?? { cases: 0, sum: 0 };
      sums.set(memberId, { cases: cases + 1, sum: sum + scoreTenths / fullTenths });
    }
    return [...sums].map(([subjectId, counted]) => ({ subjectId, ...counted }));
  },
  cases: (work, { id, from, until, offset, limit }) =>
    work.trainingResults.examsOf([id], { from, until }).slice(offset, offset + limit).map(({ examId, classId, title, heldOn, scoreTenths, fullTenths, isMakeUpMissing }): IndicatorCase => ({ id: examId, label: title, on: heldOn, value: scoreTenths / fullTenths, exception: isMakeUpMissing ? 'make-up-missing' : null, to: `/training/classes/${classId}` })),
};
