import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CareRow, ServiceRow } from '#shared/modules/grid/register/care/care.schema.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { PersonEvent } from '#shared/modules/grid/register/track/track.contract.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const grid = (name: string) => ({ name, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
let desk: Workstation;
let north: string;
let south: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  north = (await desk.done<{ id: string }>('grid.createGrid', grid('北网格'))).id;
  south = (await desk.done<{ id: string }>('grid.createGrid', grid('南网格'))).id;
});
afterEach(() => desk.close());

const person = async (gridId = north) => (await desk.done<{ id: string }>('grid.createPerson', personDraft({ gridId }))).id;
const care = (personId: string, values: Record<string, unknown> = {}) => ({ personId, kind: 'living-alone', fromOn: '2026-01-05', untilOn: null, level: '', allowanceFen: 123_45, helper: '张磊', nextVisitOn: null, note: '', ...values });
const add = (personId: string, values: Record<string, unknown> = {}) => desk.done<CareRow>('grid.addToCareGroup', care(personId, values));
const service = (personIds: readonly string[], values: Record<string, unknown> = {}) => ({ servedOn: '2026-03-02', place: '家中', kind: 'visit', staff: ['张磊', '王芳'], personIds, content: '看望，水电正常', followUp: '', nextVisitOn: null, ...values });
const visits = async () => (await desk.done<TodayItem[]>('notifications.listToday')).filter(({ kind }) => kind.startsWith('visits'));
const eventsOf = async (id: string) => (await desk.done<PersonEvent[]>('grid.listPersonEvents', { id })).map(({ kind }) => kind);
const inSouth = { roles: ['clerk'] as const, scope: ['x'], userId: '019c0000-0000-7000-8000-0000000000b2' };

describe('care groups', () => {
  it('keep what was typed to the fen, one at a time of a kind, and show their beginning and end in the track', async () => {
    const id = await person();
    const added = await add(id);
    expect(added).toMatchObject({ allowanceFen: 12_345, personName: '贾涛一', gridName: '北网格' });
    expect(await desk.refused('grid.addToCareGroup', care(id, { fromOn: '2026-02-01' }))).toBe('care/already-in-group');
    expect(await desk.refused('grid.addToCareGroup', care(id, { kind: 'disabled', fromOn: '2026-02-01', untilOn: '2026-01-01' }))).toBe('validation/failed');
    desk.advance(1000);
    await desk.done('grid.updateCareGroup', { ...care(id, { untilOn: '2026-02-28' }), id: added.id, version: added.version });
    await add(id, { fromOn: '2026-03-01' });
    expect(await eventsOf(id)).toEqual(expect.arrayContaining(['tag-added', 'tag-removed', 'registered']));
    expect((await desk.done<CareRow[]>('grid.listCareGroups', { filter: { personId: id } })).map(({ fromOn }) => fromOn)).toEqual(['2026-01-05', '2026-03-01']);
    expect(await desk.refused('grid.updateCareGroup', { ...care(id), id: added.id, version: added.version })).toBe('record/conflict');
  });

  it('put visits that are due on Today until a service is recorded', async () => {
    const id = await person();
    await add(id, { nextVisitOn: '2026-03-01' });
    await add(id, { kind: 'disabled', nextVisitOn: '2026-03-06' });
    expect(await visits()).toMatchObject([{ kind: 'visits-due', urgency: 'overdue', params: { count: 1 }, dueOn: '2026-03-01' }, { kind: 'visits-week', params: { count: 1 } }]);
    expect(await desk.refused('grid.recordService', service([id], { servedOn: '2026-03-03' }))).toBe('care/not-begun');
    await desk.done('grid.recordService', service([id], { nextVisitOn: '2026-06-01' }));
    expect(await visits()).toMatchObject([{ kind: 'visits-week', params: { count: 1 } }]);
    expect((await desk.done<CareRow[]>('grid.listCareGroups', { filter: { personId: id } })).map(({ nextVisitOn }) => nextVisitOn)).toEqual(['2026-03-06', '2026-06-01']);
    await desk.done('undo.undo', { seq: (await desk.done<{ undo: { seq: number } }>('undo.listNext')).undo.seq });
    expect(await visits()).toHaveLength(2);
    expect(await desk.done('grid.countServices', {})).toEqual({ count: 0 });
  });

  it('and services show a clerk only the people of the own grids', async () => {
    const [one, other] = [await person(north), await person(south)];
    await add(one);
    const recorded = await desk.done<ServiceRow>('grid.recordService', service([one, other]));
    const clerk = { ...inSouth, scope: [south] };
    expect(await desk.callAs(clerk, 'grid.listCareGroups', {})).toMatchObject({ data: [] });
    expect(await desk.callAs(clerk, 'grid.addToCareGroup', care(one))).toMatchObject({ error: { code: 'record/not-found' } });
    expect(await desk.callAs(clerk, 'grid.listServices', {})).toMatchObject({ data: [{ personIds: [other] }] });
    const { nextVisitOn: _next, ...change } = service([other], { content: '改过' });
    await desk.callAs(clerk, 'grid.updateService', { ...change, id: recorded.id, version: recorded.version });
    expect(await desk.done('grid.listServices', {})).toMatchObject([{ content: '改过', personIds: [other, one] }]);
    expect(await desk.callAs({ roles: ['trainer'] }, 'grid.listCareGroups', {})).toMatchObject({ error: { code: 'auth/forbidden' } });
  });
});

describe('the track', () => {
  it('is written by whatever changes a person, in the same transaction, and never altered', async () => {
    const id = await person();
    const change = async (values: Record<string, unknown>) => {
      desk.advance(1000);
      const { version } = await desk.done<{ version: number }>('grid.getPerson', { id });
      await desk.done('grid.updatePerson', { ...personDraft({ gridId: north, ...values }), idNumber: undefined, phone: undefined, id, version });
    };
    await change({ gridId: south });
    await change({ gridId: south, category: 'floating' });
    desk.advance(1000);
    await desk.done('grid.updatePersons', { persons: [{ id, version: 3 }], change: { gridId: north } });
    desk.advance(1000);
    await desk.done('undo.undo', { seq: (await desk.done<{ undo: { seq: number } }>('undo.listNext')).undo.seq });
    desk.advance(1000);
    await desk.done('grid.removePerson', { id, version: 5, kind: 'died', reason: '病故' });
    expect(await eventsOf(id)).toEqual(['died', 'moved-grid', 'moved-grid', 'category-changed', 'moved-grid', 'registered']);
    expect((await desk.done<PersonEvent[]>('grid.listPersonEvents', { id })).at(-2)).toMatchObject({ was: '北网格', becomes: '南网格' });
    expect(() => desk.sqlite().exec("UPDATE person_event SET kind = 'x'")).toThrow('only added');
    expect(() => desk.sqlite().exec('DELETE FROM person_event')).toThrow('only added');
  });
});
