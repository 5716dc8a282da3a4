import type { AttendanceMark } from './sheet.schema.ts';

/** Hours count for who was there, late or not; leave and absence earn none (domain.md 3.3: hours earned). */
export const earnsHours = (mark: AttendanceMark): boolean => mark === 'present' || mark === 'late';

/** One exam of somebody: the first attempt and the one make-up. Scores in tenths; null: not there or not marked. */
export type ExamOutcome = { readonly fullTenths: number; readonly passTenths: number; readonly first: number | null; readonly makeUp: number | null };

/** What counts of an exam: the better of the two attempts, nought when there is neither (domain.md 3.3: a missing make-up counts as 0). */
export const countedScore = ({ first, makeUp }: Pick<ExamOutcome, 'first' | 'makeUp'>): number => Math.max(first ?? 0, makeUp ?? 0);

/** Whether a make-up is due: the first attempt was missed or below the pass mark, and the one make-up has not been taken. */
export const isMakeUpDue = ({ first, makeUp, passTenths }: ExamOutcome): boolean => makeUp === null && (first ?? -1) < passTenths;

/** Scores lie between nought and the full score, in steps of a tenth. */
export const isScoreInBounds = (tenths: number, fullTenths: number): boolean => Number.isInteger(tenths) && tenths >= 0 && tenths <= fullTenths;

export const results = ['passed', 'failed-attendance', 'failed-exam'] as const;
export type ResultKind = (typeof results)[number];
export type ClassResult = { readonly result: ResultKind; readonly hoursTenths: number; readonly scoreTenths: number | null };

type Attended = { readonly heldTenths: number; readonly earnedTenths: number; readonly attendancePercent: number };

/**
 * The result of one person in one class. Attendance is asked first, then every exam must be passed; the score is the mean of the exams on a
 * scale of 100, in tenths, rounded down so that nobody is rounded over a mark. Null score: the class has no exam.
 */
export function resultOf({ heldTenths, earnedTenths, attendancePercent }: Attended, exams: readonly ExamOutcome[]): ClassResult {
  const scoreTenths = exams.length === 0 ? null : Math.floor(exams.reduce((sum, exam) => sum + (1000 * countedScore(exam)) / exam.fullTenths, 0) / exams.length);
  const attends = earnedTenths * 100 >= heldTenths * attendancePercent;
  const passes = exams.every((exam) => countedScore(exam) >= exam.passTenths);
  return { result: !attends ? 'failed-attendance' : passes ? 'passed' : 'failed-exam', hoursTenths: earnedTenths, scoreTenths };
}
