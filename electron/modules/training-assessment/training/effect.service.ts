import type { Work } from '#electron/database/unit-of-work.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { EFFECT_DAYS, effectOf, type Counted } from '#shared/kernel/statistics/effect.rules.ts';
import type { ClassEffect, EffectCase, EffectQuestion } from '#shared/modules/training-assessment/training/effect.schema.ts';
import type { IndicatorSource } from '../indicators/indicator-source.ts';
import { indicatorSources } from '../indicators/indicator-sources.ts';

type Days = { readonly from: string; readonly until: string };

const summed = (measures: readonly { readonly cases: number; readonly sum: number }[]): Counted => ({ cases: measures.reduce((all, { cases }) => all + cases, 0), sum: measures.reduce((all, { sum }) => all + sum, 0) });

function sideOf(work: Work, source: IndicatorSource, cohort: readonly string[], others: readonly string[], days: Days): ClassEffect['before'] {
  const of = (ids: readonly string[]): Counted => (ids.length === 0 ? { cases: 0, sum: 0 } : summed(source.measure(work, { subject: 'member', ids: [...ids], ...days })));
  return { ...days, cohort: of(cohort), others: of(others) };
}

/** Who was in a class, and the 90 days on either side of it. */
function around(work: Work, classId: string): { readonly cohort: readonly string[]; readonly before: Days; readonly after: Days } {
  const { fromOn, untilOn } = work.trainingClasses.row(classId) ?? fail('record/not-found', {});
  return {
    cohort: work.trainingEnrolments.ofClass(classId).filter(({ state }) => state === 'enrolled').map(({ memberId }) => memberId),
    before: { from: addDays(fromOn, -EFFECT_DAYS), until: addDays(fromOn, -1) },
    after: { from: addDays(untilOn, 1), until: addDays(untilOn, EFFECT_DAYS) },
  };
}
const compared = indicatorSources.filter(({ unit, subjects, isAboutTraining }) => unit === 'share' && subjects.includes('member') && isAboutTraining !== true);

/**
 * The work of a class 90 days before its first day and 90 days after its last, beside everybody who was not in it. Only shares are compared, and
 * indicators of training itself are left out: a class always raises its own hours. What may be said decides effectOf.
 */
export function measureEffect(work: Work, { classId }: { readonly classId: string }): ClassEffect[] {
  const { cohort, before, after } = around(work, classId);
  const inClass = new Set(cohort);
  const others = work.trainees.ids(work.today).filter((id) => !inClass.has(id));
  return compared.map((source, at) => {
    work.step(at, compared.length);
    const [was, is] = [sideOf(work, source, cohort, others, before), sideOf(work, source, cohort, others, after)];
    return { indicator: source.id, unit: 'share', before: was, after: is, isComplete: after.until <= work.today, ...effectOf(was.cohort, is.cohort, source.better) };
  });
}

const MOST_OF_ONE = 1000;
const MOST_SHOWN = 500;

/**
 * The records behind a figure of the class, before or after it: as many that count as the figure says, and those left out. What was missed
 * stands first, what is left out last. Whoever may not read the records, or only some grids', sees what they counted and not whose they are.
 */
export function listEffectCases(work: Work, { classId, indicator, side }: EffectQuestion): { count: number; rows: EffectCase[] } {
  const source = compared.find(({ id }) => id === indicator) ?? fail('record/not-found', {});
  const { cohort, ...days } = around(work, classId);
  const mayRead = mayDo(work.actor.roles, source.permission) && work.actor.scope === 'all';
  const rows = cohort.flatMap((id, at) => {
    work.step(at, cohort.length);
    const memberName = work.trainees.nameOf(id);
    return source.cases(work, { subject: 'member', id, ...days[side], offset: 0, limit: MOST_OF_ONE }).map((one): EffectCase => ({ ...one, ...(!mayRead && { label: '', to: null }), memberId: id, memberName }));
  });
  const place = ({ exception, value }: EffectCase): number => (exception === null ? (value ?? 0) : Infinity);
  return { count: rows.length, rows: rows.toSorted((one, other) => (place(one) < place(other) ? -1 : Number(place(one) > place(other)))).slice(0, MOST_SHOWN) };
}
