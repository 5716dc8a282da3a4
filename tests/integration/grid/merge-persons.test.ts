import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DuplicatePair } from '#shared/modules/grid/register/duplicates/duplicates.contract.ts';
import { mergeBlockFields, mergeFields } from '#shared/modules/grid/register/duplicates/duplicates.contract.ts';
import type { PersonSheet } from '#shared/modules/grid/register/person.schema.ts';
import type { PersonEvent } from '#shared/modules/grid/register/track/track.contract.ts';
import type { UndoStep } from '#shared/kernel/undo/undo.contract.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const NUMBER = '11010519491231002X';
const household = { registerNo: '330102001', type: 'family', headId: null, homePhone: '', registeredAddress: '', dwellingId: null, isVacant: false, gridId: null, note: '' };

let desk: Workstation;
beforeEach(async () => void (desk = await openWorkstation({ roles: ['supervisor'] })));
afterEach(() => desk.close());

const person = (values: Record<string, unknown> = {}) => desk.done<PersonSheet>('grid.createPerson', personDraft(values));
const of = ({ id, version }: { id: string; version: number }) => ({ id, version });
const TABLES = ['person', 'household', 'person_block', 'care_group', 'service_record', 'service_person', 'person_merge'];
/** Every row as it stands, without what an undo moves on by itself; a row that was withdrawn counts as not there. */
const stand = () => TABLES.map((table) => (desk.sqlite().prepare(`SELECT * FROM ${table} ORDER BY id`).all() as Record<string, unknown>[]).filter((row) => table === 'person' || row['removed_at'] === null || row['removed_at'] === undefined).map(({ version: _v, updated_at: _u, created_at: _c, ...row }) => row)); // rows of unnamed shape
const undo = async () => desk.done('undo.undo', { seq: (await desk.done<{ undo: UndoStep | null }>('undo.listNext')).undo?.seq });
const redo = async () => desk.done('undo.redo', { seq: (await desk.done<{ redo: UndoStep | null }>('undo.listNext')).redo?.seq });
const pairs = async () => (await desk.done<{ pairs: DuplicatePair[]; found: number }>('grid.findDuplicates')).pairs;

describe('merging two entries of one person', () => {
  it('loses no field, and its undo restores the exact rows, whatever the two entries say', async () => {
    const text = fc.constantFrom('', '甲', '乙');
    const values = fc.record({ formerName: text, reading: fc.constantFrom('', 'le', 'yue'), sex: fc.constantFrom('0', '1', '2'), birthOn: fc.constantFrom(null, '1949-12-31', '1950-01-01'), ethnic: fc.constantFrom('', '01'), nativePlace: text, marital: fc.constantFrom('', '20'), political: fc.constantFrom('', '13'), education: fc.constantFrom('', '60'), occupation: text, workplace: text, phone: fc.constantFrom('', '13812345678'), registeredPlace: text, registeredAddress: text, presentAddress: text, livesWhereRegistered: fc.constantFrom(null, true, false), note: text });
    const blockText = fc.constantFrom('', '甲', '乙');
    const block = fc.record({ permitNumber: fc.constantFrom('', '330106001', '330106002'), permitOn: fc.constantFrom(null, '2026-01-01', '2026-02-01'), inflowReason: fc.constantFrom('', 'work', 'study'), difficulties: blockText, familyName: blockText, familyPhone: fc.constantFrom('', '13812345678', '13900000000'), nationality: fc.constantFrom('', 'FRA', 'JPN'), leavesOn: fc.constantFrom(null, '2027-01-01') });
    const passport = fc.record({ idType: fc.constantFrom('', '414', '511'), hasNumber: fc.boolean() });
    let serial = 0;
    const withNumber = ({ idType, hasNumber }: { idType: string; hasNumber: boolean }) => ({ idType, idNumber: hasNumber && idType !== '' ? `E${1000 + (serial += 1)}` : '' });
    await fc.assert(
      fc.asyncProperty(values, values, block, block, passport, passport, fc.subarray([...mergeFields]), fc.subarray(mergeBlockFields), async (one, other, oneBlock, otherBlock, onePaper, otherPaper, take, takeBlock) => {
        const keep = await person({ ...one, ...withNumber(onePaper), block: oneBlock });
        const drop = await person({ ...other, ...withNumber(otherPaper), block: { ...otherBlock, helpGiven: '送餐' } });
        const storedBlock = (id: string) => desk.sqlite().prepare('SELECT * FROM person_block WHERE person_id = ? AND removed_at IS NULL').get(id) as Record<string, unknown> | undefined; // a row of unnamed shape
        const [keepBlock, dropBlock] = [storedBlock(keep.id), storedBlock(drop.id)];
        const stored = (id: string) => desk.sqlite().prepare('SELECT * FROM person WHERE id = ?').get(id) as Record<string, unknown>; // a row of unnamed shape
        const [wasKeep, wasDrop, before] = [stored(keep.id), stored(drop.id), stand()];
        await desk.done('grid.mergePersons', { keep: of(keep), drop: of(drop), take, takeBlock });
        const [isKeep, isDrop] = [stored(keep.id), stored(drop.id)];
        const known = (value: unknown, column: string) => value !== null && value !== '' && !(column === 'sex' && value === '0');
        for (const column of ['id_type', 'id_number', 'former_name', 'reading', 'sex', 'birth_on', 'ethnic', 'native_place', 'marital', 'political', 'education', 'occupation', 'workplace', 'phone', 'registered_place', 'registered_address', 'present_address', 'lives_where_registered', 'note']) {
          if (known(wasKeep[column], column) || known(wasDrop[column], column)) expect([wasKeep[column], wasDrop[column]].filter((value) => known(value, column)), column).toContain(isKeep[column]);
          expect(isDrop[column], column).toEqual(wasDrop[column]);
        }
        const isBlock = storedBlock(keep.id);
        for (const field of mergeBlockFields) {
          const column = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
          const [ours, theirs] = [keepBlock?.[column] ?? '', dropBlock?.[column] ?? ''];
          expect(isBlock?.[column] ?? '', column).toEqual(theirs !== '' && (ours === '' || takeBlock.includes(field)) ? theirs : ours);
        }
        expect(storedBlock(drop.id)).toEqual(dropBlock);
        expect(isKeep['id_number'] === '' || isKeep['id_type'] !== '').toBe(true);
        await undo();
        expect(stand()).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });

  it('moves the number, the household, help and services, in one act that can be given again', async () => {
    const home = await desk.done<{ id: string; version: number }>('grid.createHousehold', household);
    const keep = await person({ name: '王秀英', phone: '13812345678' });
    const drop = await person({ name: '王秀英', phone: '13812345678', idNumber: NUMBER, householdId: home.id, relationToHead: '01' });
    await desk.done('grid.updateHousehold', { ...household, id: home.id, version: home.version, headId: drop.id });
    await desk.done('grid.addToCareGroup', { personId: drop.id, kind: 'disabled', fromOn: '2026-01-01', untilOn: null, level: '二级', allowanceFen: 20_000, helper: '张磊', nextVisitOn: null, note: '' });
    await desk.done('grid.recordService', { servedOn: '2026-03-01', place: '家中', kind: 'visit', staff: ['张磊'], personIds: [drop.id], content: '看望', followUp: '', nextVisitOn: null });
    const before = stand();
    const merged = await desk.done<PersonSheet>('grid.mergePersons', { keep: of(keep), drop: of(drop), take: [] });
    expect(merged).toMatchObject({ idNumberMasked: '110***********002X', householdId: home.id, relationToHead: '01' });
    expect(await desk.done('grid.getHousehold', { id: home.id })).toMatchObject({ headId: keep.id, members: [{ id: keep.id }] });
    expect(await desk.done('grid.listCareGroups', { filter: { personId: keep.id } })).toMatchObject([{ kind: 'disabled', allowanceFen: 20_000 }]);
    expect(await desk.done('grid.listServices', { filter: { personId: keep.id } })).toMatchObject([{ content: '看望', personNames: ['王秀英'] }]);
    const after = stand();
    await undo();
    expect(stand()).toEqual(before);
    await redo();
    expect(stand()).toEqual(after);
    expect(await desk.done('audit.verifyAudit', { auditKey: desk.auditKey })).toMatchObject({ problems: [] });
  });

  it('takes a document field by field, and refuses a number that is none of its kind', async () => {
    const keep = await person({ idType: '414', idNumber: 'E12345678' });
    const drop = await person({ name: '贾涛', idType: '111', idNumber: NUMBER });
    const before = stand();
    const merge = (take: string[]) => ({ keep: of(keep), drop: of(drop), take });
    expect(await desk.refused('grid.mergePersons', merge(['idType']))).toBe('person/id-number-invalid');
    expect(stand()).toEqual(before);
    expect(await desk.done('grid.mergePersons', merge(['idType', 'idNumber']))).toMatchObject({ idType: '111', idNumberMasked: '110***********002X' });
  });

  it('keeps the track of both', async () => {
    const keep = await person();
    const drop = await person({ name: '贾涛', category: 'floating' });
    await desk.done('grid.mergePersons', { keep: of(keep), drop: of(drop), take: [] });
    const events = await desk.done<PersonEvent[]>('grid.listPersonEvents', { id: keep.id });
    expect(events.map(({ kind, mergedName }) => `${kind} ${mergedName}`).sort()).toEqual(['merged 贾涛', 'registered ', 'registered 贾涛']);
  });

  it('is refused with a code when one or both changed meanwhile, and changes nothing', async () => {
    const [keep, drop] = [await person(), await person({ name: '贾涛二' })];
    const change = (sheet: PersonSheet, name: string) => desk.done('grid.updatePerson', { ...personDraft({ name }), idNumber: undefined, phone: undefined, ...of(sheet) });
    await change(drop, '贾涛三');
    const before = stand();
    expect(await desk.refused('grid.mergePersons', { keep: of(keep), drop: of(drop), take: [] })).toBe('record/conflict');
    await change(keep, '贾涛四');
    expect(await desk.refused('grid.mergePersons', { keep: of(keep), drop: of(drop), take: [] })).toBe('person/merge-both-changed');
    expect(await desk.refused('grid.mergePersons', { keep: of(keep), drop: of(keep), take: [] })).toBe('person/merge-with-itself');
    expect(desk.count('person', 'removed_at IS NULL')).toBe(2);
    expect(before).toHaveLength(TABLES.length);
  });

  it('is refused while the entry that leaves is the head of others', async () => {
    const home = await desk.done<{ id: string; version: number }>('grid.createHousehold', household);
    const other = await desk.done<{ id: string }>('grid.createHousehold', { ...household, registerNo: '330102002' });
    const keep = await person({ householdId: other.id });
    const drop = await person({ name: '户主', householdId: home.id, relationToHead: '01' });
    await person({ name: '孩子', householdId: home.id, relationToHead: '20' });
    await desk.done('grid.updateHousehold', { ...household, id: home.id, version: home.version, headId: drop.id });
    expect(await desk.refused('grid.mergePersons', { keep: of(keep), drop: of(drop), take: [] })).toBe('household/head-has-others');
  });
});

describe('the duplicate finder', () => {
  it('names every reason, leaves two real numbers apart, and offers no pair twice that was found to be two', async () => {
    const alike = { birthOn: '1949-12-31', phone: '13812345678', presentAddress: '清波门 1 号' };
    const one = await person({ name: '王 秀英', ...alike });
    const other = await person({ name: '王秀英', ...alike, idNumber: NUMBER });
    await person({ name: '王秀英', birthOn: '1949-12-31', idNumber: '330102194912310013', presentAddress: '别处' });
    await person({ name: '李四', phone: '13812345678' });
    const found = await pairs();
    const sure = found.find((pair) => [pair.one.id, pair.other.id].includes(one.id) && [pair.one.id, pair.other.id].includes(other.id));
    expect(sure?.reasons).toEqual(['name-birth', 'phone-name', 'name-address']);
    await desk.done('grid.keepApart', { oneId: other.id, otherId: one.id });
    expect(await pairs()).toHaveLength(found.length - 1);
    await undo();
    expect(await pairs()).toHaveLength(found.length);
  });
  it('finds the same document twice, whatever its case', async () => {
    await person({ name: '林一', idType: '511', idNumber: 'h1234567' });
    await person({ name: '林二', idType: '511', idNumber: 'H1234567' });
    expect((await pairs()).map(({ reasons }) => reasons)).toEqual([['id-number']]);
  });
  it('shows a clerk only pairs of the own grids', async () => {
    const { id: gridId } = await desk.done<{ id: string }>('grid.createGrid', { name: '北网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
    await person({ phone: '13812345678' });
    await person({ phone: '13812345678', gridId });
    const seen = await desk.callAs({ roles: ['clerk'], scope: [gridId] }, 'grid.findDuplicates', {});
    expect(seen).toMatchObject({ ok: true, data: { persons: 1, pairs: [] } });
  });
  it('tells how far it is and ends at once when it is stopped, with nothing kept', async () => {
    for (let at = 0; at < 3; at += 1) await person({ name: '贾一', birthOn: '1950-01-01' });
    const told: number[] = [];
    const run = (isStopped: () => boolean) => desk.host().call(desk.actorOf({}), 'grid.findDuplicates', {}, { progress: (done) => told.push(done), cancelled: isStopped });
    expect(await run(() => false)).toMatchObject({ ok: true, data: { persons: 3 } });
    expect(told.length).toBeGreaterThan(0);
    expect(await run(() => true)).toMatchObject({ ok: false, error: { code: 'task/cancelled' } });
    expect(desk.sqlite().inTransaction).toBe(false);
    expect(await run(() => false)).toMatchObject({ ok: true, data: { found: 3 } });
  });
});
