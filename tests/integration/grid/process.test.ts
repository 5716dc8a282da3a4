import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from 'hucre';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchHit } from '#shared/kernel/search/search.contract.ts';
import type { UndoStep } from '#shared/kernel/undo/undo.contract.ts';
import type { MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import type { ProcessEvidence, ProcessFigures, ProcessMapRow, ProcessMapSheet } from '#shared/modules/grid/process/process.schema.ts';
import { department, matterDraft, walk } from '#tests/support/matters.ts';
import { recountSettled } from '#tests/support/recount.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const DAY = 86_400_000;
const STATION = { kind: 'station', id: 'grid-station' };
let desk: Workstation;
let bureau: { kind: string; id: string };
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  bureau = { kind: 'department', id: (await desk.done<{ id: string }>('grid.createBody', department())).id };
});
afterEach(() => desk.close());

const step = (name: string, values: Record<string, unknown> = {}) => ({ name, unit: STATION, who: '', days: 1, documents: [], verdict: 'keep', reason: '', ...values });
const draft = (values: Record<string, unknown> = {}) => ({
  title: '路灯报修', kind: 'lighting', basis: '街道办法', note: '',
  steps: [
    step('登记', { documents: ['身份证', '申请表'] }),
    step('报审', { unit: bureau, days: 5, documents: ['身份证'], verdict: 'remove', reason: '不必逐件审批' }),
    step('核实', { unit: null, who: '物业', days: 3, documents: ['申请表', '照片'], verdict: 'merge', reason: '登记时一并看' }),
    step('维修', { unit: bureau, days: 2 }),
  ],
  ...values,
});
const create = (values: Record<string, unknown> = {}) => desk.done<ProcessMapSheet>('grid.createProcessMap', draft(values));
const of = ({ id, version }: { id: string; version: number }) => ({ id, version });
const enable = (map: ProcessMapSheet, inForceOn: string) => desk.done<ProcessMapSheet>('grid.enableProcessMap', { ...of(map), inForceOn });
const sheetOf = (id: string) => desk.done<ProcessMapSheet>('grid.getProcessMap', { id });
const undo = async () => desk.done('undo.undo', { seq: (await desk.done<{ undo: UndoStep }>('undo.listNext')).undo.seq });

describe('a process map', () => {
  it('says what its simpler way saves, comes into force, is followed by an edition that goes on from there, and ends', async () => {
    const map = await create();
    expect(map).toMatchObject({ edition: 1, state: 'draft', inForceOn: null, before: { steps: 4, days: 11, handOvers: 3, documents: 5 }, after: { steps: 2, days: 5, handOvers: 1, documents: 3 }, steps: [{ unitName: '' }, { unitName: '城市管理局' }, { who: '物业' }, { unitName: '城市管理局' }] });
    expect(await desk.done('grid.summariseProcessMaps')).toEqual({ announced: 0, inForce: 0, steps: 0, days: 0, documents: 0 } satisfies ProcessFigures);
    const first = await enable(map, '2026-02-01');
    expect(await desk.done('grid.summariseProcessMaps')).toEqual({ announced: 0, inForce: 1, steps: 2, days: 6, documents: 2 } satisfies ProcessFigures);
    const next = await desk.done<ProcessMapSheet>('grid.copyProcessMap', of(first));
    expect(next).toMatchObject({ edition: 2, state: 'draft', lineId: map.id, before: first.after, after: first.after, steps: [{ name: '登记、核实', days: 3, documents: ['身份证', '申请表', '照片'], verdict: 'keep', reason: '' }, { name: '维修' }] });
    expect(await desk.refused('grid.copyProcessMap', of(first))).toBe('process/draft-exists');
    expect(await desk.refused('grid.enableProcessMap', { ...of(next), inForceOn: '2026-02-01' })).toBe('process/too-early');
    expect(await desk.refused('grid.enableProcessMap', { ...of(next), inForceOn: '2027-03-04' })).toBe('process/too-far');
    const second = await enable(next, '2026-03-01');
    expect(await sheetOf(first.id)).toMatchObject({ state: 'replaced', endedOn: '2026-03-01' });
    expect(second.editions).toMatchObject([{ edition: 2, state: 'in-force' }, { edition: 1, state: 'replaced' }]);
    expect(await desk.refused('grid.endProcessMap', { ...of(second), endedOn: '2026-03-01', reason: '不再办理' })).toBe('process/too-early');
    expect(await desk.refused('grid.endProcessMap', { ...of(second), endedOn: '2026-03-03', reason: '不再办理' })).toBe('process/lies-ahead');
    expect(await desk.done('grid.endProcessMap', { ...of(second), endedOn: '2026-03-02', reason: '不再办理' })).toMatchObject({ state: 'ended', endReason: '不再办理' });
    expect(await desk.done('grid.summariseProcessMaps')).toMatchObject({ inForce: 0 });
    expect((await desk.done<ProcessMapRow[]>('grid.listProcessMaps', { filter: { states: ['replaced', 'ended'] }, sort: { field: 'daysSaved', direction: 'desc' } })).map(({ edition }) => edition)).toEqual([1, 2]);
  });

  it('is not changed once it is in force, nor by who saw an older state, and takes no steps that do not hold together', async () => {
    const map = await create();
    const changed = await desk.done<ProcessMapSheet>('grid.updateProcessMap', { ...of(map), ...draft({ title: '路灯维修', steps: [step('登记')] }) });
    expect(changed).toMatchObject({ version: 2, title: '路灯维修', before: { steps: 1 }, after: { steps: 1 } });
    expect(await desk.refused('grid.updateProcessMap', { ...of(map), ...draft() })).toBe('record/conflict');
    const inForce = await enable(changed, '2026-03-02');
    for (const [name, input] of [['updateProcessMap', draft()], ['enableProcessMap', { inForceOn: '2026-03-02' }], ['removeProcessMap', {}]] as const) expect(await desk.refused(`grid.${name}`, { ...of(inForce), ...input })).toBe('process/not-a-draft');
    expect(await sheetOf(map.id)).toEqual(inForce);
    expect(await desk.refused('grid.createProcessMap', draft({ title: '路灯维修' }))).toBe('process/title-taken');
    const refused = (...steps: Record<string, unknown>[]) => desk.refused('grid.createProcessMap', draft({ steps }));
    const gone = { verdict: 'remove', reason: '重复' };
    expect(await refused(step('登记', gone))).toBe('process/steps-broken');
    expect(await refused(step('登记', gone), step('核实', { verdict: 'merge', reason: '一次办' }), step('维修'))).toBe('process/steps-broken');
    expect(await refused(step('登记'), step('核实', { verdict: 'remove' }))).toBe('process/steps-broken');
    expect(await refused(step('登记', { unit: { kind: 'department', id: desk.clock.newId() } }))).toBe('matter/unit-unknown');
    expect(await refused(step('登记', { who: '物业' }))).toBe('validation/failed');
    expect(await refused(step('登记', { days: 3, verdict: 'shorten', shortenedTo: 3, reason: '承诺' }))).toBe('process/steps-broken');
    expect(await refused(step('登记', { days: 3, shortenedTo: 2 }))).toBe('validation/failed');
    expect(await desk.done('grid.countProcessMaps')).toEqual({ count: 1 });
    const other = await create({ title: '停用', kind: '' });
    expect(await desk.refused('grid.endProcessMap', { ...of(other), endedOn: '2026-03-02', reason: '不再办理' })).toBe('process/not-in-force');
    await desk.done('grid.removeProcessMap', of(other));
    expect(await desk.refused('grid.getProcessMap', { id: other.id })).toBe('record/not-found');
  });

  it('is announced for a day ahead, comes into force on it by itself, and until then the edition before counts', async () => {
    const first = await enable(await create(), '2026-02-01');
    const next = await desk.done<ProcessMapSheet>('grid.copyProcessMap', of(first));
    const shortened = await desk.done<ProcessMapSheet>('grid.updateProcessMap', { ...of(next), ...draft({ steps: [step('登记、核实', { days: 3 }), step('维修', { unit: bureau, days: 2, verdict: 'shorten', shortenedTo: 1, reason: '当天派工' })] }) });
    expect(shortened).toMatchObject({ before: { days: 5 }, after: { days: 4 }, steps: [{ verdict: 'keep' }, { verdict: 'shorten', shortenedTo: 1 }] });
    const announced = await enable(shortened, '2026-03-05');
    const of2026 = (id: string) => desk.done<ProcessMapRow[]>('grid.listProcessMaps', { filter: { states: ['in-force'] }, sort: { field: 'title', direction: 'asc' } }).then((rows) => rows.some((row) => row.id === id));
    const told = async () => (await desk.done<{ kind: string; to: string }[]>('notifications.listToday')).filter(({ to }) => to === `/grid/process-maps/${announced.id}`).map(({ kind }) => kind);
    expect(announced).toMatchObject({ state: 'announced', inForceOn: '2026-03-05', editions: [{ edition: 2, state: 'announced' }, { edition: 1, state: 'in-force', endedOn: '2026-03-05' }] });
    expect(await desk.done('grid.summariseProcessMaps')).toEqual({ announced: 1, inForce: 1, steps: 2, days: 6, documents: 2 } satisfies ProcessFigures);
    expect([await of2026(first.id), await of2026(announced.id), await told()]).toEqual([true, false, ['process-map-ahead']]);
    expect(await desk.done('grid.measureProcessMap', { id: announced.id })).toBeNull();
    expect(await desk.refused('grid.copyProcessMap', of(await sheetOf(first.id)))).toBe('process/draft-exists');
    expect(await desk.refused('grid.createProcessMap', draft())).toBe('process/title-taken');
    expect(await desk.refused('grid.updateProcessMap', { ...of(announced), ...draft() })).toBe('process/not-a-draft');
    desk.advance(3 * DAY);
    expect(await desk.done('grid.summariseProcessMaps')).toEqual({ announced: 0, inForce: 1, steps: 0, days: 1, documents: 0 } satisfies ProcessFigures);
    expect([await sheetOf(first.id), await sheetOf(announced.id)]).toMatchObject([{ state: 'replaced', endedOn: '2026-03-05' }, { state: 'in-force', version: announced.version }]);
    expect([await of2026(first.id), await of2026(announced.id), await told()]).toEqual([false, true, ['process-map-today']]);
    expect(await desk.refused('grid.withdrawProcessMap', of(announced))).toBe('process/not-in-force');
    expect((await desk.done<{ action: string }[]>('audit.listChanges', { entity: 'process_map', id: announced.id }))[0]?.action).toBe('process-map.announced');
  });

  it('is withdrawn before its day: a draft again, and what it was to replace goes on, unless that was ended meanwhile', async () => {
    const first = await enable(await create(), '2026-02-01');
    const second = await desk.done<ProcessMapSheet>('grid.copyProcessMap', of(first));
    const withdrawn = await desk.done<ProcessMapSheet>('grid.withdrawProcessMap', of(await enable(second, '2026-03-05')));
    expect(withdrawn).toMatchObject({ state: 'draft', inForceOn: null, editions: [{ state: 'draft' }, { state: 'in-force', endedOn: null }] });
    await undo();
    expect((await sheetOf(second.id)).editions).toMatchObject([{ state: 'announced', inForceOn: '2026-03-05' }, { state: 'in-force', endedOn: '2026-03-05' }]);
    expect(await desk.done('grid.endProcessMap', { ...of(await sheetOf(first.id)), endedOn: '2026-03-01', reason: '设备换新' })).toMatchObject({ state: 'ended', endedOn: '2026-03-01' });
    expect(await desk.done('grid.withdrawProcessMap', of(await sheetOf(second.id)))).toMatchObject({ state: 'draft', editions: [{ state: 'draft' }, { state: 'ended', endedOn: '2026-03-01' }] });
    expect(await desk.refused('grid.enableProcessMap', { ...of(await sheetOf(second.id)), inForceOn: '2026-02-28' })).toBe('process/too-early');
    expect(await desk.done('grid.enableProcessMap', { ...of(await sheetOf(second.id)), inForceOn: '2026-03-01' })).toMatchObject({ state: 'in-force' });
  });

  it('is not brought back by an undo into days that another edition has taken', async () => {
    const first = await enable(await create(), '2026-02-01');
    await desk.done('grid.endProcessMap', { ...of(first), endedOn: '2026-03-01', reason: '不再办理' });
    const { undo: ended } = await desk.done<{ undo: UndoStep }>('undo.listNext');
    const somebodyElse = { userId: '019c0000-0000-7000-8000-0000000000b2', sessionId: '019c0000-0000-7000-8000-000000005e56' };
    const copied = await desk.callAs(somebodyElse, 'grid.copyProcessMap', of(await sheetOf(first.id)));
    if (!copied.ok) throw new Error('the next edition was not drafted');
    expect(await desk.callAs(somebodyElse, 'grid.enableProcessMap', { ...of(copied.data as ProcessMapSheet), inForceOn: '2026-03-10' })).toMatchObject({ ok: true }); // the operation's output
    expect(await desk.refused('undo.undo', { seq: ended.seq })).toBe('process/draft-exists');
  });

  it('is taken back act by act, both editions together, but not into the place of another draft', async () => {
    const first = await enable(await create(), '2026-02-01');
    const second = await enable(await desk.done<ProcessMapSheet>('grid.copyProcessMap', of(first)), '2026-03-02');
    const third = await desk.done<ProcessMapSheet>('grid.copyProcessMap', of(await sheetOf(second.id)));
    await undo();
    expect(await desk.refused('grid.getProcessMap', { id: third.id })).toBe('record/not-found');
    await undo();
    expect([await sheetOf(first.id), await sheetOf(second.id)]).toMatchObject([{ state: 'in-force', endedOn: null }, { state: 'draft', inForceOn: null }]);
    await desk.done('undo.redo', { seq: (await desk.done<{ redo: UndoStep }>('undo.listNext')).redo.seq });
    expect([await sheetOf(first.id), await sheetOf(second.id)]).toMatchObject([{ state: 'replaced' }, { state: 'in-force' }]);
    const somebodyElse = { userId: '019c0000-0000-7000-8000-0000000000b2', sessionId: '019c0000-0000-7000-8000-000000005e56' };
    expect(await desk.callAs(somebodyElse, 'grid.copyProcessMap', of(await sheetOf(second.id)))).toMatchObject({ ok: true });
    expect(await desk.refused('undo.undo', { seq: (await desk.done<{ undo: UndoStep }>('undo.listNext')).undo.seq })).toBe('process/draft-exists');
  });

  it('is found by its title, read by clerks and auditors, leaves the desk as it is listed, and every act on it stands in its history', async () => {
    const map = await enable(await create(), '2026-03-01');
    expect((await desk.done<SearchHit[]>('search.findEverywhere', { text: '路灯报' })).map(({ id, entity }) => [id, entity])).toEqual([[map.id, 'processMap']]);
    for (const role of ['clerk', 'auditor'] as const) expect(await desk.callAs({ roles: [role], scope: [] }, 'grid.getProcessMap', { id: map.id })).toMatchObject({ ok: true });
    const path = join(desk.folder, 'maps.xlsx');
    const fields = ['title', 'edition', 'state', 'kind', 'stepsSaved', 'daysSaved', 'handOversSaved', 'documentsSaved', 'steps', 'days'];
    await desk.done('exports.writeList', { list: 'grid.processMaps', query: { filter: { kinds: ['lighting'] } }, columns: fields.map((field) => ({ field, title: field })), reason: '核对', path, mark: '王芳' });
    expect((await read(readFileSync(path))).sheets[0]?.rows[1]).toEqual(['路灯报修', 1, '施行中', '路灯照明', 2, 6, 2, 2, 2, 5]);
    const ahead = await enable(await create({ title: '路灯更换' }), '2026-03-09');
    expect((await desk.done<SearchHit[]>('search.findEverywhere', { text: '路灯更' }))).toMatchObject([{ id: ahead.id, detail: '路灯照明 · 2026-03-09 起施行' }]);
    const history = await desk.done<{ action: string }[]>('audit.listChanges', { entity: 'process_map', id: map.id });
    expect(history.map(({ action }) => action)).toEqual(['process-map.enabled', 'process-map.created']);
  });
});

describe('the evidence', () => {
  const settle = async (count: number, values: Record<string, unknown>, waitDays: number) => {
    const made: MatterSheet[] = [];
    for (let at = 0; at < count; at += 1) made.push(await desk.done<MatterSheet>('grid.createMatter', matterDraft(values)));
    desk.advance(waitDays * DAY);
    for (const matter of made) await walk(desk, matter, { move: 'accept' }, { move: 'record', text: '已修好' });
  };
  const measure = ({ id }: ProcessMapSheet) => desk.done<ProcessEvidence>('grid.measureProcessMap', { id });

  it('equals a recount of the matters, opens to the same rows, and is silent while they are few or the map is about none', async () => {
    await settle(20, { kind: 'lighting' }, 20);
    await settle(11, { kind: 'lighting' }, 6);
    await settle(3, { kind: 'noise' }, 1);
    desk.advance(2 * DAY);
    const day = desk.clock.now().toISOString().slice(0, 10);
    expect(await measure(await create({ title: '别的', kind: '' }))).toBeNull();
    const draftOnly = await create();
    expect(await measure(draftOnly)).toBeNull();
    const map = await enable(draftOnly, day);
    await settle(29, { kind: 'lighting' }, 1);
    const few = await measure(map);
    expect(few).toMatchObject({ claim: 'too-few', difference: null, isComplete: false, before: { matters: 31, medianDays: null }, after: { matters: 29, inTime: 29, medianDays: null } });
    await settle(3, { kind: 'lighting' }, 3);
    const evidence = await measure(map);
    const [before, after] = [evidence?.before, evidence?.after];
    if (!before || !after) throw new Error('nothing was measured');
    expect(evidence).toMatchObject({ claim: 'better', before: recountSettled(desk, 'lighting', before), after: recountSettled(desk, 'lighting', after) });
    expect([before.medianDays, after.medianDays, after.matters]).toEqual([20, 1, 32]);
    for (const [side, figure, count] of [[before, 'settled', before.matters], [after, 'settled', after.matters], [before, 'in-time', before.inTime], [after, 'in-time', after.inTime]] as const)
      expect(await desk.done('grid.countMatters', { filter: { life: 'ended', kinds: ['lighting'], endedFrom: side.from, endedUntil: side.until, figure } })).toEqual({ count });
    expect(await desk.callAs({ roles: ['clerk'], scope: ['019c0000-0000-7000-8000-00000000ffff'], userId: '019c0000-0000-7000-8000-0000000000b2' }, 'grid.measureProcessMap', { id: map.id })).toMatchObject({ data: { claim: 'too-few', before: { matters: 0 }, after: { matters: 0 } } });
  });
});
