import { ageOn } from '../people/experience.rules.ts';
import type { PostConditions } from './post.schema.ts';

export type ConditionFacts = { readonly education: string; readonly birthOn: string | null; readonly profession: string; readonly gridMonths: number; /** Conditions in words that somebody found met. */ readonly met: readonly string[] };
export type ConditionVerdict = 'pass' | 'fail' | 'unknown';
/** `kind` of a condition in words is `other:` and its words. */
export type ConditionResult = { readonly kind: string; readonly verdict: ConditionVerdict; /** What is asked and what there is, as data for words. */ readonly asked: string; readonly has: string };

/**
 * The rank of an education, the highest is 0; vocational and general high school are equal, finished or not is not told apart
 * (order of domain.md 2.6: 10 < 20 < 30 < 40 ≈ 60 < 70 < 80 < 90). Null when nothing is known.
 */
export function educationRank(code: string): number | null {
  const group = code.slice(0, 1);
  const at = ['1', '2', '3', '4', '7', '8', '9'].indexOf(group === '6' ? '4' : group);
  return code === '' || at < 0 ? null : at;
}

const verdict = (known: boolean, holds: boolean): ConditionVerdict => (!known ? 'unknown' : holds ? 'pass' : 'fail');

/**
 * Each condition of a post against one person on a day (paper §6.2, domain.md 2.5 and M4): pass, fail, or unknown where the record does not
 * say. Conditions that are not set are not listed; ages are full years, both ends included.
 */
export function checkConditions(conditions: PostConditions, facts: ConditionFacts, today: string): ConditionResult[] {
  const results: ConditionResult[] = [];
  const { minEducation, minAge, maxAge, professions, minYears, others } = conditions;
  if (minEducation !== '') {
    const [asked, has] = [educationRank(minEducation), educationRank(facts.education)];
    results.push({ kind: 'education', verdict: verdict(has !== null, asked !== null && has !== null && has <= asked), asked: minEducation, has: facts.education });
  }
  if (minAge !== null || maxAge !== null) {
    const age = facts.birthOn === null ? null : ageOn(facts.birthOn, today);
    results.push({ kind: 'age', verdict: verdict(age !== null, age !== null && age >= (minAge ?? 0) && age <= (maxAge ?? 999)), asked: `${minAge ?? ''}-${maxAge ?? ''}`, has: age === null ? '' : String(age) });
  }
  if (professions.length > 0) results.push({ kind: 'profession', verdict: verdict(facts.profession !== '', professions.includes(facts.profession)), asked: professions.join(','), has: facts.profession });
  if (minYears !== null) results.push({ kind: 'years', verdict: verdict(true, facts.gridMonths >= minYears * 12), asked: String(minYears), has: String(Math.floor(facts.gridMonths / 12)) });
  for (const words of others) results.push({ kind: `other:${words}`, verdict: facts.met.includes(words) ? 'pass' : 'unknown', asked: words, has: '' });
  return results;
}

export const unmet = (results: readonly ConditionResult[]): string[] => results.filter((result) => result.verdict !== 'pass').map(({ kind }) => kind);

/** Whether somebody may be appointed: every condition is met or stands in an exemption that was approved. */
export const mayBeAppointed = (results: readonly ConditionResult[], exempted: readonly string[]): boolean => unmet(results).every((kind) => exempted.includes(kind));
