import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonRow } from '#shared/modules/grid/register/person.schema.ts';
import type { PopulationRow } from '#shared/modules/grid/register/population/population.contract.ts';
import { bornBy, populationTotal } from '#shared/modules/grid/register/population/population.rules.ts';
import { dwellingDraft, gridDraft, householdDraft } from '#tests/support/grids.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
let north: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  north = (await desk.done<{ id: string }>('grid.createGrid', gridDraft('北网格'))).id;
});
afterEach(() => desk.close());

const summary = (on: string) => desk.done<PopulationRow[]>('grid.summarisePopulation', { on });
const person = (values: Record<string, unknown>) => desk.done<{ id: string; version: number }>('grid.createPerson', personDraft({ idNumber: '', idType: '', gridId: north, ...values }));

describe('the population summary', () => {
  it('counts who was in the register at the end of a day, by household, category and age', async () => {
    const { id: dwellingId } = await desk.done<{ id: string }>('grid.createDwelling', dwellingDraft('清波街1号', { gridId: north, category: 'rented' }));
    const { id: householdId } = await desk.done<{ id: string }>('grid.createHousehold', householdDraft('1', { gridId: north, dwellingId }));
    await desk.done('grid.createHousehold', householdDraft('2', { gridId: north }));
    await person({ sex: '1', birthOn: '2022-03-03', householdId, dwellingId });
    await person({ sex: '2', birthOn: '2022-03-02', householdId, dwellingId, category: 'floating' });
    await person({ sex: '2', birthOn: '1966-03-03' });
    await person({ sex: '1', birthOn: '1966-03-02', gridId: null, category: 'no-hukou' });
    const rows = await summary('2026-03-02');
    expect(rows.map(({ gridName }) => gridName)).toEqual(['北网格', '']);
    expect(populationTotal(rows)).toMatchObject({ households: 2, registeredHouseholds: 1, rentingHouseholds: 1, persons: 4, male: 2, female: 2, registered: 2, floating: 1, noHukou: 1, tenants: 2, upTo3: 1, upTo18: 1, upTo59: 1, upTo59Female: 1, from60: 1, arrived: 4 });
    expect(rows[0]?.figures.persons).toBe((await desk.done<PersonRow[]>('grid.listPersons', { filter: { gridIds: [north] } })).length);
    expect(await summary('2026-03-01')).toEqual([]);
  });

  it('tells who came and went in the month, and forgets what was a mistake', async () => {
    const [gone, dead, wrong] = [await person({ name: '贾一' }), await person({ name: '钱三三' }), await person({ name: '孙四' })];
    desk.advance(40 * 86_400_000);
    for (const [one, kind] of [[gone, 'moved-away'], [dead, 'died'], [wrong, 'mistake']] as const) await desk.done('grid.removePerson', { id: one.id, version: one.version, kind, reason: '核对' });
    expect(populationTotal(await summary('2026-04-30'))).toMatchObject({ persons: 0, movedAway: 1, died: 1, arrived: 0 });
    expect(populationTotal(await summary('2026-03-31'))).toMatchObject({ persons: 3, movedAway: 0, died: 0, arrived: 2 });
  });

  it('shows a clerk the own grids only', async () => {
    await person({});
    await person({ gridId: null });
    expect(await desk.callAs({ roles: ['clerk'], scope: [north] }, 'grid.summarisePopulation', { on: '2026-03-02' })).toMatchObject({ data: [{ gridId: north, figures: { persons: 1 } }] });
  });
});

describe('ages', () => {
  it('turn on the birthday, on 28 February for who was born on the 29th', () => {
    expect([bornBy('2026-03-02', 4), bornBy('2028-02-29', 1), bornBy('2026-01-01', 60)]).toEqual(['2022-03-02', '2027-02-28', '1966-01-01']);
  });
});
