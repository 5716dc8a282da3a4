import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isCaught, wholeYears } from '#shared/modules/training-assessment/training/cohort.rules.ts';
import { educationLevels, type CohortPerson, type CohortPreview, type CohortRow } from '#shared/modules/training-assessment/training/cohort.schema.ts';
import type { EnrolmentRow } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import type { ClassRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import type { Plan } from '#shared/modules/training-assessment/training/plan.schema.ts';
import { trainingDesk } from '#tests/support/training.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const SUPERVISOR = { roles: ['supervisor'] as const, userId: '019c0000-0000-7000-8000-0000000000b9' };
const TODAY = '2026-03-02';
let desk: Workstation;
let training: ReturnType<typeof trainingDesk>;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['trainer', 'supervisor'] });
  training = trainingDesk(desk);
});
afterEach(() => desk.close());

const open = { ageFrom: null, ageUntil: null, educationFrom: null, educationUntil: null, yearsFrom: null, yearsUntil: null };
const rule = (planId: string, name: string, values: Record<string, unknown> = {}) => ({ planId, name, position: 1, category: 'business', content: '', hoursTenths: 80, ...open, ...values });
const plan = (year = 2026) => training.done<Plan>('createTrainingPlan', { year, title: `${year} 年培训计划`, hoursDueTenths: 240, note: '', copyOf: null });
const preview = (planId: string) => training.done<CohortPreview>('previewCohorts', { planId });
const people = (planId: string, filter: Record<string, unknown> = {}) => training.done<CohortPerson[]>('listCohortPeople', { filter: { planId, ...filter }, limit: 500 });
const approve = ({ id, version }: { id: string; version: number }) => desk.callAs(SUPERVISOR, 'trainingAssessment.approveTrainingPlan', { id, version });

/** Decides by hand whoever no rule or more than one catches, lets the plan be approved, and finds everybody in exactly the class that the preview named. */
async function makeAsPreviewed(made: Plan, cohorts: readonly CohortRow[]): Promise<void> {
  const before = await people(made.id);
  for (const { id, cohorts: caught } of before.filter((one) => one.cohorts.length !== 1)) await training.done('placeInCohort', { planId: made.id, memberId: id, cohortId: caught[0]?.id ?? cohorts[0]?.id, reason: '商定' });
  for (const cohort of (await preview(made.id)).cohorts.filter(({ placed }) => placed === 0)) await training.done('removeCohort', { id: cohort.id, version: cohort.version });
  const previewed = await preview(made.id);
  expect(previewed).toMatchObject({ people: before.length, leftOut: 0, inTwo: 0 });
  expect(await approve(made)).toMatchObject({ ok: true });
  expect(await training.done('makeClasses', { planId: made.id })).toEqual({ classes: previewed.cohorts.length, people: before.length });
  const classes = await training.done<ClassRow[]>('listTrainingClasses', { filter: { planId: made.id } });
  const sits = new Map<string, (string | null)[]>();
  for (const { id, cohortId } of classes) for (const { memberId } of await training.done<EnrolmentRow[]>('listEnrolments', { filter: { classId: id } })) sits.set(memberId, [...(sits.get(memberId) ?? []), cohortId]);
  const wanted = before.map(({ id, cohorts: caught }) => [id, [caught[0]?.id ?? cohorts[0]?.id]] as const);
  expect(sits).toEqual(new Map(wanted));
  expect(new Map(classes.map(({ cohortId, enrolled }) => [cohortId, enrolled]))).toEqual(new Map(previewed.cohorts.map(({ id, placed }) => [id, placed])));
}

describe('classes by rule', () => {
  it('are previewed with who is left out and who sits in two, and made only when everybody falls into one', async () => {
    const [old, young, unknown] = [await training.member('安一', { birthOn: '1970-01-01', education: '60' }), await training.member('白二', { birthOn: '1999-01-01', education: '20' }), await training.member('陈三', { birthOn: null, education: '' })];
    const made = await plan();
    expect(await approve(made)).toMatchObject({ error: { code: 'training/no-cohorts' } });
    const elder = await training.done<CohortRow>('createCohort', rule(made.id, '平台操作基础班', { ageFrom: 50, educationUntil: 'senior' }));
    const fresh = await training.done<CohortRow>('createCohort', rule(made.id, '业务提高班', { ageUntil: 49 }));
    await training.done('createCohort', rule(made.id, '高学历研修班', { educationFrom: 'bachelor', position: 3 }));
    expect(await preview(made.id)).toMatchObject({ people: 3, leftOut: 1, inTwo: 1, byHand: 0, cohorts: [{ caught: 1, placed: 1 }, { caught: 1, placed: 0 }, { caught: 1, placed: 0 }] });
    expect((await people(made.id, { where: 'in-two' })).map(({ name, cohorts }) => [name, cohorts.map((cohort) => cohort.name)])).toEqual([['白二', ['业务提高班', '高学历研修班']]]);
    expect((await people(made.id, { where: 'left-out' })).map(({ name }) => name)).toEqual(['陈三']);

    expect(await approve(made)).toMatchObject({ error: { code: 'training/left-out', params: { count: 1, name: '陈三' } } });
    await training.done('placeInCohort', { planId: made.id, memberId: unknown, cohortId: elder.id, reason: '本人要求从基础学起' });
    expect(await approve(made)).toMatchObject({ error: { code: 'training/in-two', params: { count: 1, name: '白二' } } });
    await training.done('placeInCohort', { planId: made.id, memberId: young, cohortId: fresh.id, reason: '先学业务' });
    expect(await approve(made)).toMatchObject({ error: { code: 'training/catches-nobody', params: { name: '高学历研修班' } } });
    const third = (await preview(made.id)).cohorts[2];
    await training.done('removeCohort', { id: third?.id, version: 1 });
    expect(await training.refused('makeClasses', { planId: made.id })).toBe('training/plan-not-approved');
    expect(await training.refused('approveTrainingPlan', { id: made.id, version: made.version })).toBe('training/own-plan');
    expect(await approve(made)).toMatchObject({ ok: true, data: { state: 'approved' } });
    expect(await training.refused('createCohort', rule(made.id, '又一班'))).toBe('training/plan-approved');

    expect(await training.done('makeClasses', { planId: made.id })).toEqual({ classes: 2, people: 3 });
    const classes = await training.done<ClassRow[]>('listTrainingClasses', { filter: { planId: made.id }, sort: { field: 'name', direction: 'asc' } });
    const inClass = await Promise.all(classes.map(async ({ id, cohortId }) => [cohortId, (await training.done<EnrolmentRow[]>('listEnrolments', { filter: { classId: id } })).map(({ memberId }) => memberId).toSorted()]));
    expect(Object.fromEntries(inClass)).toEqual({ [elder.id]: [old, unknown].toSorted(), [fresh.id]: [young] });
    expect(await training.refused('makeClasses', { planId: made.id })).toBe('training/classes-made');
    expect(await training.refused('returnTrainingPlan', { id: made.id, version: 2, reason: '改规则' })).toBe('training/classes-made');
  });

  it('are copied from last year, and a year has one plan', async () => {
    const first = await plan(2025);
    await training.done('createCohort', rule(first.id, '全员班'));
    const copy = await training.done<Plan>('createTrainingPlan', { year: 2026, title: '2026', hoursDueTenths: 200, note: '', copyOf: first.id });
    expect((await preview(copy.id)).cohorts.map(({ name }) => name)).toEqual(['全员班']);
    expect(await training.refused('createTrainingPlan', { year: 2026, title: '又一份', hoursDueTenths: 0, note: '', copyOf: null })).toBe('training/plan-exists');
    expect(await training.refused('createCohort', rule(copy.id, '反了', { ageFrom: 50, ageUntil: 40 }))).toBe('validation/failed');
  });

  it('cover everybody exactly as previewed, and as the rule says of each person alone', async () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(Date.parse('1955-01-01') + days * 86_400_000).toISOString().slice(0, 10)).map((text) => (text > TODAY ? TODAY : text));
    const someone = fc.record({ birthOn: fc.option(day), registeredOn: fc.option(day), education: fc.constantFrom('', '11', '21', '31', '44', '60', '70', '80', '90', 'X1') })
      .map((one) => ({ ...one, registeredOn: one.birthOn !== null && one.registeredOn !== null && one.registeredOn < one.birthOn ? one.birthOn : one.registeredOn })); // nobody works before being born
    const bound = fc.option(fc.integer({ min: 0, max: 70 }));
    const pair = fc.tuple(bound, bound).map(([a, b]) => (a !== null && b !== null && a > b ? [b, a] : [a, b]));
    const levels = fc.tuple(fc.option(fc.nat(5)), fc.option(fc.nat(5))).map(([a, b]) => (a !== null && b !== null && a > b ? [b, a] : [a, b]).map((at) => (at === null || at === undefined ? null : (educationLevels[at] ?? null))));
    const rules = fc.array(fc.record({ age: pair, years: pair, education: levels }), { minLength: 1, maxLength: 4 });
    let year = 2030;
    await fc.assert(
      fc.asyncProperty(fc.array(someone, { minLength: 1, maxLength: 8 }), rules, async (team, drawn) => {
        desk.sqlite().exec('DELETE FROM grid_member');
        year += 1;
        const members = new Map<string, (typeof team)[number]>();
        for (const [at, one] of team.entries()) members.set(await training.member(`人${at}`, one), one);
        const made = await training.done<Plan>('createTrainingPlan', { year: 2000 + (year % 100), title: '计划', hoursDueTenths: 0, note: '', copyOf: null });
        const cohorts: CohortRow[] = [];
        for (const [at, { age, years, education }] of drawn.entries())
          cohorts.push(await training.done<CohortRow>('createCohort', rule(made.id, `班${at}`, { position: at + 1, ageFrom: age[0], ageUntil: age[1], yearsFrom: years[0], yearsUntil: years[1], educationFrom: education[0], educationUntil: education[1] })));
        const expected = new Map([...members].map(([id, one]) => [id, cohorts.filter((cohort) => isCaught(cohort, { age: wholeYears(one.birthOn, TODAY), years: wholeYears(one.registeredOn, TODAY), education: one.education })).map(({ id: cohortId }) => cohortId)]));
        const shown = await people(made.id);
        expect(new Map(shown.map(({ id, cohorts: caught }) => [id, caught.map((cohort) => cohort.id)]))).toEqual(new Map([...expected].toSorted(([a], [b]) => shown.findIndex(({ id }) => id === a) - shown.findIndex(({ id }) => id === b))));
        const figures = await preview(made.id);
        expect(figures.leftOut).toBe([...expected.values()].filter(({ length }) => length === 0).length);
        expect(figures.inTwo).toBe([...expected.values()].filter(({ length }) => length > 1).length);
        expect(figures.leftOut + figures.inTwo + figures.cohorts.reduce((sum, { placed }) => sum + placed, 0)).toBe(team.length);
        await makeAsPreviewed(made, cohorts);
        desk.sqlite().exec("UPDATE training_plan SET removed_at = '2026-03-02T00:00:00.000Z'");
      }),
      { numRuns: 25 },
    );
  });
});
