import { educationLevels, type CohortRule, type EducationLevel } from './cohort.schema.ts';

/** What a rule looks at. Null: not on record. */
export type CohortFacts = { readonly age: number | null; readonly education: string; readonly years: number | null };

/** First character of a code of GB/T 4658-2006 → level; 4 (vocational) and 6 (senior high school) stand side by side (domain.md 2.6). X1 is this program's code for illiterate. */
export const levelOfCode: Readonly<Record<string, EducationLevel>> = { '1': 'postgraduate', '2': 'bachelor', '3': 'college', '4': 'senior', '6': 'senior', '7': 'junior', '8': 'primary', X: 'primary' };

/** The level of an education code, null where nothing or something without a place in the order is on record. */
export const educationLevelOf = (code: string): EducationLevel | null => levelOfCode[code.slice(0, 1)] ?? null;

/** Whole years between two days (`YYYY-MM-DD`), as birthdays are counted: complete on the same day of the month. Null before `from` or without it. */
export function wholeYears(from: string | null, on: string): number | null {
  if (from === null || from > on) return null;
  return Number(on.slice(0, 4)) - Number(from.slice(0, 4)) - (on.slice(5) < from.slice(5) ? 1 : 0);
}

const within = (value: number | null, from: number | null, until: number | null): boolean => (from === null && until === null) || (value !== null && value >= (from ?? value) && value <= (until ?? value));
const rank = (level: EducationLevel | null): number | null => (level === null ? null : educationLevels.indexOf(level));

/** Whether a rule catches somebody. What is not on record fits only a rule that does not ask for it, so that nobody is guessed into a class. */
export const isCaught = (rule: CohortRule, { age, education, years }: CohortFacts): boolean =>
  within(age, rule.ageFrom, rule.ageUntil) && within(years, rule.yearsFrom, rule.yearsUntil) && within(rank(educationLevelOf(education)), rank(rule.educationFrom), rank(rule.educationUntil));

/** Which of the three conditions of a rule somebody meets or misses, for the sentence that says why. */
export const fitOf = (rule: CohortRule, { age, education, years }: CohortFacts): { readonly age: boolean; readonly education: boolean; readonly years: boolean } => ({
  age: within(age, rule.ageFrom, rule.ageUntil),
  education: within(rank(educationLevelOf(education)), rank(rule.educationFrom), rank(rule.educationUntil)),
  years: within(years, rule.yearsFrom, rule.yearsUntil),
});
