import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedTables } from '#electron/kernel/code-tables/shipped-tables.ts';
import { TWICE } from '#electron/kernel/demo/care.ts';
import { SUB_DISTRICT_SIZE } from '#electron/kernel/demo/fill-city.ts';
import { DEMO_SIZE, PERSONS_WITHOUT_GRID } from '#electron/kernel/demo/fill-community.ts';
import { birthOf, idNumberFault, sexOf } from '#shared/modules/grid/register/citizen-id.rules.ts';
import { personFilterSchema, type PersonRow } from '#shared/modules/grid/register/person.schema.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { Warning } from '#shared/modules/grid/territory/warnings/warnings.contract.ts';
import { isPhone } from '#shared/modules/grid/register/phone.rules.ts';
import { buildCity, CITY_ACTOR, openCity } from '#tests/support/city.ts';
import type { BurdenSummary } from '#shared/modules/grid/admission/burden.schema.ts';
import type { PushedTasks } from '#shared/modules/grid/admission/admitted-task.schema.ts';
import type { MatterFigures } from '#shared/modules/grid/matters/matter-figures.schema.ts';
import type { Indicators } from '#shared/modules/grid/participation/indicators.schema.ts';
import type { ProcessEvidence, ProcessMapRow } from '#shared/modules/grid/process/process.schema.ts';
import { recountBurden, recountCommand, recountDesk, recountIndicators, recountMarks, recountMatters, recountMediations, recountPrevention, recountPushed, recountSettled, recountSteps } from '#tests/support/recount.ts';
import type { Candidate, VacancyRow } from '#shared/modules/staff/vacancies/vacancy.schema.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const SEED = 20_261_123;
type StoredPerson = { id: string; name: string; sex: string; birth_on: string; id_number: string; phone: string; household_id: string; relation_to_head: string; education: string };

/** Everything that is stored of the people and their homes, ids included: the test's clock counts them up. */
function digest(station: Workstation): string {
  const hash = createHash('sha256');
  for (const table of ['organisation', 'grid', 'grid_member', 'dwelling', 'household', 'person'])
    for (const row of station.sqlite().prepare(`SELECT * FROM ${table} ORDER BY id`).iterate()) hash.update(JSON.stringify(row));
  return hash.digest('hex');
}

describe('the demo', () => {
  let station: Workstation;
  beforeAll(async () => {
    station = await openWorkstation({ demo: true });
    expect(await station.done('session.fillDemo', { seed: SEED })).toEqual({ persons: DEMO_SIZE.persons });
  });
  afterAll(() => station.close());
  const people = (): StoredPerson[] => station.sqlite().prepare("SELECT * FROM person WHERE id_number <> ''").all() as StoredPerson[]; // columns of the table
  const number = (sql: string): number => station.sqlite().prepare(`SELECT ${sql}`).pluck().get() as number; // every use counts

  it('has the promised size', () => {
    expect({ grids: station.count('grid', "status = 'active'"), persons: station.count('person'), households: station.count('household'), dwellings: station.count('dwelling') }).toEqual(DEMO_SIZE);
    expect(station.count('person', "id_number = ''")).toBe(TWICE);
    expect(station.count('organisation')).toBe(3 + 11 + 121);
    expect(number('(SELECT max(n) FROM (SELECT count(*) AS n FROM household GROUP BY grid_id))')).toBeLessThanOrEqual(500);
  });

  it('is the same for the same seed and another for another', async () => {
    const [again, other] = [await openWorkstation({ demo: true }), await openWorkstation({ demo: true })];
    await again.done('session.fillDemo', { seed: SEED });
    await other.done('session.fillDemo', { seed: SEED + 1 });
    expect(digest(again)).toBe(digest(station));
    expect(digest(other)).not.toBe(digest(station));
    again.close();
    other.close();
  });

  it('gives everybody a sound number of a place that does not exist, agreeing with birth and sex, and nobody the same', () => {
    const all = people();
    expect(all.filter((person) => idNumberFault(person.id_number, '2026-03-02') !== null)).toEqual([]);
    expect(all.filter((person) => !person.id_number.startsWith('99') || birthOf(person.id_number) !== person.birth_on || sexOf(person.id_number) !== person.sex)).toEqual([]);
    const members = station.sqlite().prepare('SELECT id_number FROM grid_member').pluck().all();
    expect(new Set([...all.map((person) => person.id_number), ...members]).size).toBe(all.length + members.length);
  });

  it('gives phones of one invented segment, each once', () => {
    const phones = people().map((person) => person.phone).filter(Boolean);
    expect(phones.filter((phone) => !isPhone(phone) || !phone.startsWith('1640'))).toEqual([]);
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('puts everybody into a household that exists, and its head among its members', () => {
    expect(station.count('person', "id_number <> '' AND (household_id IS NULL OR household_id NOT IN (SELECT id FROM household))")).toBe(0);
    expect(station.count('household', "type = 'family' AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = head_id AND p.household_id = household.id AND p.relation_to_head = '02')")).toBe(0);
    expect(station.count('household', 'NOT EXISTS (SELECT 1 FROM person p WHERE p.household_id = household.id)')).toBe(0);
    expect(station.count('person', 'dwelling_id IS NOT NULL AND dwelling_id NOT IN (SELECT id FROM dwelling)')).toBe(0);
    expect(number('count(DISTINCT address) FROM dwelling')).toBe(DEMO_SIZE.dwellings);
    expect(number("count(DISTINCT register_no) FROM household WHERE register_no <> ''")).toBe(DEMO_SIZE.households);
  });

  it('lets children be younger than their parents and nobody a hundred', () => {
    expect(station.count('person', "birth_on > '2026-03-02' OR birth_on < '1926-03-02'")).toBe(0);
    const pairs = "person c JOIN household h ON h.id = c.household_id JOIN person p ON p.id = h.head_id";
    const gap = "CAST(substr(c.birth_on, 1, 4) AS INTEGER) - CAST(substr(p.birth_on, 1, 4) AS INTEGER)";
    expect(number(`count(*) FROM ${pairs} WHERE c.relation_to_head IN ('21','22','23','31','32','33') AND ${gap} < 17`)).toBe(0);
    expect(number(`count(*) FROM ${pairs} WHERE c.relation_to_head IN ('51','52') AND ${gap} > -17`)).toBe(0);
    expect(number(`count(*) FROM ${pairs} WHERE c.relation_to_head IN ('11','12') AND abs(${gap}) > 8`)).toBe(0);
    expect(number("count(*) FROM person WHERE marital = '20' AND birth_on > '2007-01-01'")).toBe(0);
  });

  it('uses only codes of the station', () => {
    const used = (table: string, column: string): unknown[] => station.sqlite().prepare(`SELECT DISTINCT ${column} FROM ${table} WHERE ${column} <> ''`).pluck().all();
    const codes = (name: string): unknown[] => shippedTables.find(({ table }) => table === name)?.items.map(({ code }) => code) ?? [];
    for (const [table, column, name] of [
      ['person', 'education', 'education'],
      ['person', 'political', 'political'],
      ['person', 'marital', 'marital'],
      ['person', 'ethnic', 'ethnic'],
      ['person', 'relation_to_head', 'family-relation'],
      ['dwelling', 'use', 'dwelling-use'],
      ['dwelling', 'category', 'dwelling-category'],
      ['dwelling', 'structure', 'dwelling-structure'],
      ['grid', 'nature', 'grid-nature'],
      ['grid_member', 'education', 'education'],
    ] as const)
      expect(used(table, column).filter((code) => !codes(name).includes(code)), name).toEqual([]);
  });

  it('leaves work for Today', async () => {
    expect(await station.done('grid.countPersons', { filter: personFilterSchema.parse({ withoutGrid: true }) })).toEqual({ count: PERSONS_WITHOUT_GRID });
    expect(station.count('grid', "responsible_id IS NULL AND status = 'active'")).toBe(1);
    const own = station.sqlite().prepare('SELECT code, parent_id FROM organisation WHERE own = 1').get();
    expect(own).toMatchObject({ code: '990101001001' });
    expect(station.count('grid', "code LIKE '9901010010011__' AND status = 'active'")).toBe(DEMO_SIZE.grids);
  });

  it('has organisations, cards partly filled, a grid that was split, and something of each kind to put right that can be invented', async () => {
    expect(number('count(DISTINCT kind) FROM body')).toBe(3);
    expect(number('count(DISTINCT grid_id) FROM grid_slot')).toBe(DEMO_SIZE.grids);
    expect(station.count('grid_slot', "kind IN ('six-5', 'six-6') OR (kind LIKE 'six-%' AND phone <> '')")).toBe(0);
    expect(station.count('grid', "ending = 'split'")).toBe(1);
    const wrong = (await station.done<Warning[]>('grid.listWarnings')).filter(({ count }) => count > 0).map(({ kind }) => kind);
    expect(wrong).toEqual(['grid-without-member', 'member-on-two-grids', 'household-without-grid', 'building-in-two-grids', 'household-apart']);
    expect((await station.done<TodayItem[]>('notifications.listToday')).map(({ kind }) => kind)).toEqual(expect.arrayContaining([...wrong.map((kind) => `warning-${kind}`), 'agreements-ending', 'agreements-ended']));
  });

  it('appointed nobody who met a condition neither by the record nor by an exemption, and nobody who applied out of time', async () => {
    const vacancies = await station.done<VacancyRow[]>('staff.listVacancies', { filter: {} });
    const lists = await Promise.all(vacancies.map(async (vacancy) => (await station.done<Candidate[]>('staff.listCandidates', { vacancyId: vacancy.id })).map((candidate) => ({ vacancy, candidate }))));
    expect(lists.flat().length).toBeGreaterThan(1);
    for (const { vacancy, candidate } of lists.flat()) {
      if (candidate.status === 'appointed') expect(candidate.isFit, candidate.name).toBe(true);
      expect(candidate.appliedOn >= vacancy.openedOn && candidate.appliedOn <= (vacancy.closesOn ?? candidate.appliedOn), candidate.name).toBe(true);
    }
  });

  it('has figures of matters, command and prevention that equal a recount over their rows', async () => {
    const [today, months] = ['2026-03-02', { from: '2025-04', until: '2026-03' }];
    const period = { from: '2026-01-01', until: today };
    const matters = await station.done<MatterFigures>('grid.summariseMatters', months);
    expect(matters.total).toEqual(recountMatters(station, months));
    expect(matters.total.rated).toBeGreaterThan(100);
    for (const { month, ...sums } of matters.months) expect(sums).toEqual(recountMatters(station, { from: month, until: month }));
    expect(new Map(matters.steps.map(({ state, ...line }) => [state, line]))).toEqual(recountSteps(station, months));
    const marks = await station.done<{ unit: { kind: string; id: string }; points: number; urged: number; yellow: number; red: number; returned: number; rework: number; late: number; onTime: number; escalated: number }[]>('grid.summariseUnitMarks', period);
    expect(new Map(marks.map(({ unit, points, ...kinds }) => [`${unit.kind}/${unit.id}`, { points, marks: Object.values(kinds).reduce((sum, one) => sum + one, 0) }]))).toEqual(recountMarks(station, period));
    expect(await station.done('grid.getCommandDesk')).toMatchObject(recountCommand(station, today));
    expect(await station.done('grid.summariseDeskVisits', period)).toEqual(recountDesk(station, period));
    expect(await station.done('grid.summariseMediations', period)).toEqual(recountMediations(station, period));
    expect(await station.done('grid.summarisePrevention', period)).toEqual(recountPrevention(station, period, today));
    const [shortened] = await station.done<ProcessMapRow[]>('grid.listProcessMaps', { filter: { states: ['in-force'] } });
    const evidence = await station.done<ProcessEvidence>('grid.measureProcessMap', { id: shortened?.id });
    expect(evidence).toMatchObject({ isComplete: true, before: recountSettled(station, 'corridor', { from: '2025-08-14', until: '2025-11-11' }), after: recountSettled(station, 'corridor', { from: '2025-11-12', until: '2026-02-09' }) });
    expect(Math.min(evidence?.before.matters ?? 0, evidence?.after.matters ?? 0)).toBeGreaterThanOrEqual(30);
  });

  it('has figures of taking part and of the burden that equal a recount over their rows', async () => {
    const period = { from: '2025-03-01', until: '2026-03-02' };
    const { meanTrust, needs, ...indicators } = await station.done<Indicators>('grid.getIndicators', period);
    const { meanTrust: trust, ...recounted } = recountIndicators(station, period);
    expect(indicators).toEqual(recounted);
    expect(meanTrust).toBeCloseTo(trust);
    expect(needs.reduce((sum, { count }) => sum + count, 0)).toBe(recounted.demands);
    for (const value of [recounted.volunteerMinutes, recounted.mattersRaised, recounted.demandsOnTime, recounted.demandsAnswered - recounted.demandsOnTime, recounted.repeating]) expect(value).toBeGreaterThan(0);
    const { byBody, byMember, byMonth, ...whole } = await station.done<BurdenSummary>('grid.summariseBurden', period);
    const lines = <L extends object>(named: readonly (readonly [string, L])[]): Map<string, L> => new Map(named);
    expect({
      ...whole,
      byBody: lines(byBody.map(({ bodyId, bodyName: _name, ...line }) => [bodyId ?? '', line])),
      byMember: lines(byMember.map(({ memberId, memberName: _name, ...line }) => [memberId ?? '', line])),
      byMonth: lines(byMonth.map(({ month, ...line }) => [month, line])),
    }).toEqual(recountBurden(station, period));
    const pushed = await station.done<PushedTasks[]>('grid.summarisePushedTasks', period);
    expect(lines(pushed.map(({ bodyId, bodyName: _name, ...line }) => [bodyId, line]))).toEqual(recountPushed(station, period));
  });

  it('stands in the log whole: no record differs from its last entry', async () => {
    expect(await station.callAs({ roles: ['auditor'] }, 'audit.verifyAudit', { auditKey: station.auditKey })).toMatchObject({ ok: true, data: { problems: [] } });
  });

  it('is found by the search and stands in the log as one entry', async () => {
    const page = await station.done<PersonRow[]>('grid.listPersons', { filter: { text: 'wang' }, sort: { field: 'name', direction: 'asc' }, offset: 0, limit: 20 });
    expect(page.length).toBeGreaterThan(5);
    expect(station.count('audit_entry', "action = 'demo.filled'")).toBe(1);
    expect(number('(SELECT count(*) FROM record_change WHERE audit_seq = (SELECT max(seq) FROM audit_entry))')).toBeGreaterThan(DEMO_SIZE.persons + DEMO_SIZE.households + DEMO_SIZE.dwellings);
  });

  it('is refused a second time, and at a station where people work', async () => {
    expect(await station.refused('session.fillDemo', { seed: SEED })).toBe('session/already-set-up');
    const real = await openWorkstation({ demo: false });
    expect(await real.refused('session.fillDemo', { seed: SEED })).toBe('auth/forbidden');
    expect(real.count('person')).toBe(0);
    real.close();
  });
});

describe('the city of the benches', () => {
  const size = { grids: 242, persons: 2420, households: 968, dwellings: 1089 };
  const folder = mkdtempSync(join(tmpdir(), 'griddesk-city-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is built once, in several transactions, and opened for reading only', async () => {
    const told: number[] = [];
    expect(await buildCity({ size, areas: [], folder, progress: (persons) => told.push(persons) })).toMatchObject({ isNew: true });
    expect(told.at(-1)).toBe(size.persons);
    expect(await buildCity({ size, areas: [], folder })).toMatchObject({ isNew: false });
    const host = await openCity('read', { size, areas: [], folder });
    const count = (table: string): unknown => host.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    expect({ grids: count('grid'), persons: count('person'), households: count('household'), dwellings: count('dwelling'), members: count('grid_member') }).toEqual({ ...size, members: size.grids });
    expect(count('(SELECT DISTINCT community_id FROM person)')).toBe(121);
    expect(count('(SELECT id_number FROM person UNION SELECT id_number FROM grid_member)')).toBe(size.persons + size.grids);
    expect(count('(SELECT DISTINCT code FROM grid)')).toBe(size.grids);
    expect(host.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    const answer = await host.call(CITY_ACTOR, 'grid.countPersons', { filter: personFilterSchema.parse({}) });
    expect(answer).toEqual({ ok: true, data: { count: size.persons } });
    host.close();
  });

  it('has buildings with a place, lettings, businesses, help and visits, and the same ones again', async () => {
    const host = await openCity('read', { size, areas: [], folder });
    const count = (sql: string): unknown => host.sqlite.prepare(`SELECT count(*) FROM ${sql}`).pluck().get();
    expect(count('building WHERE lng_micro IS NULL')).toBe(0);
    expect(count('building b JOIN grid g ON g.id = b.grid_id WHERE g.community_id <> b.community_id')).toBe(0);
    expect(count('(SELECT DISTINCT grid_id, estate, building FROM dwelling)')).toBe(count('building'));
    expect(count("rental r JOIN dwelling d ON d.id = r.dwelling_id WHERE d.category <> 'rented'")).toBe(0);
    for (const table of ['rental', 'care_group', 'service_record']) expect(count(table), table).toBeGreaterThan(5);
    expect(count("body WHERE kind = 'economic'")).toBe(3 * size.grids);
    host.close();
  });

  it('has every index that the migrations make', async () => {
    const station = await openWorkstation({ demo: true });
    const host = await openCity('read', { size, areas: [], folder });
    const indexes = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name";
    expect(host.sqlite.prepare(indexes).all()).toEqual(station.sqlite().prepare(indexes).all());
    host.close();
    station.close();
  });
});

describe('a sub-district', () => {
  const folder = mkdtempSync(join(tmpdir(), 'griddesk-sub-district-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is a part of the district, as large as it was asked for', async () => {
    expect(SUB_DISTRICT_SIZE).toMatchObject({ communities: 15, persons: 120_000 });
    const size = { ...SUB_DISTRICT_SIZE, grids: 30, persons: 600, households: 240, dwellings: 270 };
    await buildCity({ size, areas: [], folder });
    const host = await openCity('read', { size, areas: [], folder });
    const count = (sql: string): unknown => host.sqlite.prepare(`SELECT count(*) FROM ${sql}`).pluck().get();
    expect([count('(SELECT DISTINCT community_id FROM grid)'), count('grid'), count('person'), count('household'), count('dwelling'), count('grid_shape')]).toEqual([15, 30, 600, 240, 270, 45]);
    expect(count('building')).toBeGreaterThanOrEqual(30);
    host.close();
  });
});
