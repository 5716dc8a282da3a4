import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { EFFECT_DAYS, effectOf, type Counted } from '#shared/modules/training-assessment/training/effect.rules.ts';
import type { ClassEffect } from '#shared/modules/training-assessment/training/effect.schema.ts';
import type { IndicatorSource } from '../indicators/indicator-source.ts';
import { indicatorSources } from '../indicators/indicator-sources.ts';

type Days = { readonly from: string; readonly until: string };

const summed = (measures: readonly { readonly cases: number; readonly sum: number }[]): Counted => ({ cases: measures.reduce((all, { cases }) => all + cases, 0), sum: measures.reduce((all, { sum }) => all + sum, 0) });

function sideOf(work: Work, source: IndicatorSource, cohort: readonly string[], others: readonly string[], days: Days): ClassEffect['before'] {
  const of = (ids: readonly string[]): Counted => (ids.length === 0 ? { cases: 0, sum: 0 } : summed(source.measure(work, { subject: 'member', ids: [...ids], ...days })));
  return { ...days, cohort: of(cohort), others: of(others) };
}

/**
 * The work of a class 90 days before its first day and 90 days after its last, beside everybody who was not in it. Only shares are compared, and
 * indicators of training itself are left out: a class always raises its own hours. What may be said decides effectOf.
 */
export function measureEffect(work: Work, { classId }: { readonly classId: string }): ClassEffect[] {
  const { fromOn, untilOn } = work.trainingClasses.row(classId) ?? fail('record/not-found', {});
  const cohort = work.trainingEnrolments.ofClass(classId).filter(({ state }) => state === 'enrolled').map(({ memberId }) => memberId);
  const inClass = new Set(cohort);
  const others = work.trainees.ids(work.today).filter((id) => !inClass.has(id));
  const before = { from: addDays(fromOn, -EFFECT_DAYS), until: addDays(fromOn, -1) };
  const after = { from: addDays(untilOn, 1), until: addDays(untilOn, EFFECT_DAYS) };
  const sources = indicatorSources.filter(({ unit, subjects, isAboutTraining }) => unit === 'share' && subjects.includes('member') && isAboutTraining !== true);
  return sources.map((source, at) => {
    work.step(at, sources.length);
    const [was, is] = [sideOf(work, source, cohort, others, before), sideOf(work, source, cohort, others, after)];
    return { indicator: source.id, unit: 'share', before: was, after: is, isComplete: after.until <= work.today, ...effectOf(was.cohort, is.cohort, source.better) };
  });
}
