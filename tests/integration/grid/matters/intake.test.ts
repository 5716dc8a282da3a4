import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SearchHit } from '#shared/kernel/search/search.contract.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { MatterFigures } from '#shared/modules/grid/matters/matter-figures.schema.ts';
import type { MatterStepRow, UnitMarkRow } from '#shared/modules/grid/matters/matter-rows.schema.ts';
import type { MatterKind } from '#shared/modules/grid/matters/matter-routes.schema.ts';
import type { MatterDuplicate, MatterPlace, MatterRow, MatterSheet, MatterSuggestion } from '#shared/modules/grid/matters/matter.schema.ts';
import { department, matterDraft, walk } from '#tests/support/matters.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const DAY = 86_400_000;
const grid = (name: string) => ({ name, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
let desk: Workstation;
let north: string;
let office: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  north = (await desk.done<{ id: string }>('grid.createGrid', grid('北网格'))).id;
  office = (await desk.done<{ id: string }>('grid.createBody', department())).id;
});
afterEach(() => desk.close());

const bring = (values: Record<string, unknown> = {}) => desk.done<MatterSheet>('grid.createMatter', matterDraft({ gridId: north, ...values }));
const toOffice = () => ({ move: 'dispatch', unit: { kind: 'department', id: office } });
const handled = async (values: Record<string, unknown> = {}) => walk(desk, await bring(values), { move: 'accept' }, { move: 'file' }, toOffice(), { move: 'sign' });
const list = (filter: Record<string, unknown>) => desk.done<MatterRow[]>('grid.listMatters', { filter });

describe('taking in', () => {
  it('finds the building an address means, and takes its grid and point over', async () => {
    const estate = await desk.done<{ id: string }>('grid.createEstate', { name: '青山小区', address: '柳荫街', propertyCompany: '', propertyPhone: '', committee: '', note: '' });
    const building = await desk.done<{ id: string }>('grid.createBuilding', { estateId: estate.id, gridId: north, name: '3幢', address: '', floors: 6, units: 2, headName: '', headSex: '0', headPhone: '', lngMicro: 120_000_000, latMicro: 30_000_000, note: '' });
    for (const text of ['青山小区3幢', '青山小区 3号楼2单元303']) expect((await desk.done<MatterPlace[]>('grid.findMatterPlaces', { text }))[0]).toMatchObject({ kind: 'building', id: building.id, gridId: north, gridName: '北网格' });
    const taken = await desk.done<MatterSheet>('grid.createMatter', matterDraft({ buildingId: building.id, place: '青山小区3幢' }));
    expect(taken).toMatchObject({ gridId: north, gridName: '北网格' });
    expect(desk.sqlite().prepare('SELECT lng_micro FROM matter WHERE id = ?').pluck().get(taken.id)).toBe(120_000_000);
  });

  it('keeps a point picked on the map, finds its grid by the borders, and lets the building speak where none was picked', async () => {
    const square = (west: number) => [[[[west, 30], [west + 0.01, 30], [west + 0.01, 30.01], [west, 30.01], [west, 30]]]];
    const south = (await desk.done<{ id: string }>('grid.createGrid', grid('南网格'))).id;
    await desk.done('grid.saveMapShapes', { shapes: [{ gridId: north, version: null, shape: square(120), sourceSystem: 'wgs84', sourceFile: '' }, { gridId: south, version: null, shape: square(120.01), sourceSystem: 'wgs84', sourceFile: '' }] });
    const picked = await desk.done<MatterSheet>('grid.createMatter', matterDraft({ lngMicro: 120_015_000, latMicro: 30_005_000 }));
    expect(picked).toMatchObject({ gridId: south, gridName: '南网格', lngMicro: 120_015_000, latMicro: 30_005_000 });
    expect(await desk.done('grid.createMatter', matterDraft({ lngMicro: 121_000_000, latMicro: 30_005_000 }))).toMatchObject({ gridId: null, lngMicro: 121_000_000 });
    expect(await desk.refused('grid.createMatter', matterDraft({ lngMicro: 181_000_000, latMicro: 0 }))).toBe('validation/failed');
    const building = await desk.done<{ id: string }>('grid.createBuilding', { estateId: null, gridId: north, name: '3幢', address: '柳荫街12号', floors: 6, units: 2, headName: '', headSex: '0', headPhone: '', lngMicro: 120_002_000, latMicro: 30_002_000, note: '' });
    const { fromUnit: _from, submit: _submit, partyPhone: _phone, ...facts } = matterDraft({ buildingId: building.id });
    const changed = await desk.done<MatterSheet>('grid.updateMatter', { id: picked.id, version: picked.version, ...facts, lngMicro: 120_004_000, latMicro: 30_004_000 });
    expect(changed).toMatchObject({ gridId: north, lngMicro: 120_004_000 });
    expect(await desk.done('grid.updateMatter', { id: changed.id, version: changed.version, ...facts, lngMicro: null, latMicro: null })).toMatchObject({ lngMicro: 120_002_000, latMicro: 30_002_000 });
  });

  it('proposes kinds and their stations from the words, those of the station itself included', async () => {
    expect(await desk.done<MatterSuggestion[]>('grid.suggestMatterKinds', { subject: '楼道里闻到燃气味' })).toMatchObject([{ kind: 'gas', station: 'governance-station', urgent: true }, { kind: 'corridor' }]);
    await desk.done<MatterKind>('grid.saveMatterKind', { code: 'snow', group: 'environment', station: 'grid-station', urgent: false, words: ['积雪', '结冰'] });
    expect(await desk.done('grid.suggestMatterKinds', { subject: '门口积雪没人扫' })).toMatchObject([{ kind: 'snow', station: 'grid-station' }]);
    expect(await bring({ kind: 'snow' })).toMatchObject({ station: 'grid-station' });
  });

  it('shows what could be the same matter by place, kind and words, and nothing else', async () => {
    const first = await bring({ subject: '三单元楼道路灯不亮', place: '青山小区3幢' });
    await bring({ subject: '下水道堵塞', kind: 'drainage', place: '白云小区1幢' });
    const alike = await desk.done<MatterDuplicate[]>('grid.findMatterDuplicates', { subject: '楼道路灯坏了不亮', place: '青山小区3栋', kind: 'lighting', gridId: north });
    expect(alike).toMatchObject([{ row: { id: first.id }, samePlace: true, sameKind: true }]);
    expect(await desk.done('grid.findMatterDuplicates', { subject: '楼道路灯坏了不亮', place: '青山小区3栋', kind: 'lighting', gridId: north, exceptId: first.id })).toEqual([]);
    expect(await desk.done('grid.findMatterDuplicates', { subject: '养犬' })).toEqual([]);
  });

  it('takes what has ended for the same matter only at the same place, and nothing of another grid', async () => {
    const south = (await desk.done<{ id: string }>('grid.createGrid', grid('南网格'))).id;
    const ended = await walk(desk, await bring({ subject: '楼道路灯不亮', place: '白云小区1幢' }), { move: 'accept' }, { move: 'record', text: '换了灯泡' });
    await bring({ subject: '楼道路灯不亮', place: '南湖小区2幢', gridId: south });
    const typed = { subject: '楼道路灯不亮', kind: 'lighting', gridId: north };
    expect(await desk.done('grid.findMatterDuplicates', { ...typed, place: '青山小区3幢' })).toEqual([]);
    expect(await desk.done('grid.findMatterDuplicates', { ...typed, place: '白云小区1栋' })).toMatchObject([{ row: { id: ended.id }, samePlace: true }]);
  });

  it('proposes lighting before things left in corridors for a dark corridor', async () => {
    expect((await desk.done<MatterSuggestion[]>('grid.suggestMatterKinds', { subject: '楼道灯不亮' })).map(({ kind }) => kind)).toEqual(['lighting', 'corridor']);
  });

  it('takes marks and characters of no width for no words, neither as what happened nor as a reason', async () => {
    for (const subject of ['\u200B\u200B', '……', '😀😀']) expect(await desk.refused('grid.createMatter', matterDraft({ subject })), subject).toBe('validation/failed');
    const one = await bring();
    for (const text of ['\u200B', '。']) expect(await desk.refused('grid.moveMatter', { id: one.id, version: one.version, move: 'void', text }), text).toBe('validation/failed');
  });

  it('suspends for a year at the longest, so that nothing is put away for good', async () => {
    const one = await handled();
    expect(await desk.refused('grid.moveMatter', { id: one.id, version: one.version, move: 'suspend', until: '9999-12-31', text: '等拆迁' })).toBe('matter/until-too-far');
    expect(await desk.done('grid.moveMatter', { id: one.id, version: one.version, move: 'suspend', until: '2027-03-03', text: '等拆迁' })).toMatchObject({ state: 'suspended', suspendedUntil: '2027-03-03' });
  });

  it('is found by a number typed in wide digits, and by nothing that is neither letter nor digit', async () => {
    const one = await bring();
    const wide = Array.from(one.number.slice(0, 8), (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)).join('');
    expect((await list({ text: wide })).map(({ id }) => id)).toEqual([one.id]);
    for (const text of ['%', '_', '—', '😀', '\u200B']) expect(await list({ text }), text).toEqual([]);
  });

  it('keeps the phone masked, shows it against a reason, and puts both on record', async () => {
    const one = await bring();
    expect(JSON.stringify(await list({}))).not.toContain('13800001234');
    expect(await desk.done('numbers.revealNumber', { table: 'matter', id: one.id, field: 'phone', reason: '回访' })).toMatchObject({ value: '13800001234' });
    expect(desk.count('audit_entry', "action = 'person.revealed' AND entity = 'matter'")).toBe(1);
    const { id, version } = one;
    const { fromUnit: _from, submit: _submit, partyPhone: _phone, ...facts } = matterDraft({ gridId: north, subject: '改过的话' });
    const changed = await desk.done<MatterSheet>('grid.updateMatter', { id, version, ...facts });
    expect(changed).toMatchObject({ subject: '改过的话', partyPhoneMasked: '138****1234' });
    expect(await desk.refused('grid.updateMatter', { id, version, ...facts })).toBe('record/conflict');
    const signed = await walk(desk, changed, { move: 'accept' }, { move: 'file' }, toOffice(), { move: 'sign' });
    expect(await desk.refused('grid.updateMatter', { id, version: signed.version, ...facts })).toBe('matter/not-editable');
  });

  it('is found by number, words and name, within the own grids', async () => {
    const one = await bring({ subject: '电梯停在三楼', kind: 'lift' });
    const titles = async (text: string, who: Record<string, unknown> = {}) => ((await desk.callAs(who, 'search.findEverywhere', { text })) as { data: SearchHit[] }).data.filter(({ entity }) => entity === 'matter').map(({ id }) => id); // the call succeeds for everybody
    expect(await titles(one.number)).toEqual([one.id]);
    expect(await titles('电梯')).toEqual([one.id]);
    expect(await titles('贾涛一')).toEqual([one.id]);
    expect(await titles('电梯', { roles: ['clerk'], scope: [office] })).toEqual([]);
    expect(await list({ text: '三楼' })).toHaveLength(1);
    expect(await list({ text: '20260302' })).toHaveLength(1);
  });
});

describe('the ladder', () => {
  it('urges and cards what is late, once, counts it for the unit, and asks for the sheet', async () => {
    const one = await handled();
    expect(await desk.refused('grid.applyMatterLadder')).toBe('matter/nothing-due');
    desk.advance(10 * DAY); // 2026-03-12: five working days were over on the 9th
    expect(await desk.done('grid.countMatterLadder')).toEqual({ yellow: 1, red: 0 });
    expect((await desk.done<TodayItem[]>('notifications.listToday')).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['matters-ladder', 'matters-elsewhere-late']));
    expect(await desk.done('grid.applyMatterLadder')).toEqual({ yellow: 1, red: 0 });
    expect(await desk.done('grid.countMatterLadder')).toEqual({ yellow: 0, red: 0 });
    const carded = await desk.done<MatterSheet>('grid.getMatter', { id: one.id });
    expect(carded).toMatchObject({ card: 'yellow', urges: 1, escalationDue: false, marks: [{ kind: 'urged', automatic: true }, { kind: 'yellow', points: -5, unit: { id: office } }] });
    expect(carded.moves.slice(-2)).toMatchObject([{ move: 'urge', byName: '' }, { move: 'supervise', byName: '' }]);
    const asked = await walk(desk, carded, { move: 'ask-extension', days: 5, text: '再等几天' });
    desk.advance(11 * DAY); // past the red limit of ten
    expect(await desk.done('grid.applyMatterLadder')).toEqual({ yellow: 0, red: 1 });
    const red = await desk.done<MatterSheet>('grid.getMatter', { id: one.id });
    expect(red).toMatchObject({ card: 'red', extension: 'refused', escalationDue: true });
    expect(asked.extension).toBe('asked');
    expect(await desk.refused('grid.moveMatter', { id: red.id, version: red.version, move: 'supervise', card: 'yellow', text: '降一级' })).toBe('matter/card-not-lower');
    const lifted = await walk(desk, red, { move: 'escalate', text: '已送街道' }, { move: 'lift-card', text: '已到场' });
    expect(lifted.card).toBe('none');
    expect(await desk.done('grid.summariseUnitMarks', { from: '2026-03-01', until: '2026-03-31' })).toMatchObject([{ unit: { id: office, name: '城市管理局' }, urged: 2, yellow: 1, red: 1, escalated: 1, points: -15 }]);
    expect(await desk.callAs({ roles: ['auditor'] }, 'audit.verifyAudit', { auditKey: desk.auditKey })).toMatchObject({ ok: true, data: { problems: [] } });
  });

  it('is blind to what is suspended', async () => {
    await walk(desk, await handled(), { move: 'suspend', until: '2026-06-01', text: '等汛期过去' });
    desk.advance(40 * DAY);
    expect(await desk.done('grid.countMatterLadder')).toEqual({ yellow: 0, red: 0 });
    expect(await list({ overdueDays: 0 })).toEqual([]);
  });
});

describe('lists and figures', () => {
  it('filter by days late, owner, unit, kind, grid, state and by what nobody touched', async () => {
    const late = await handled({ subject: '晚了的' });
    desk.advance(10 * DAY);
    const fresh = await bring({ subject: '刚来的', kind: 'neighbour' });
    const subjects = async (filter: Record<string, unknown>) => (await list(filter)).map(({ subject }) => subject);
    expect(await subjects({})).toEqual(['晚了的', '刚来的']);
    expect(await subjects({ overdueDays: 3 })).toEqual(['晚了的']);
    expect(await subjects({ overdueDays: 4 })).toEqual([]);
    expect(await subjects({ unitIds: [office] })).toEqual(['晚了的']);
    expect(await subjects({ kinds: ['neighbour'] })).toEqual(['刚来的']);
    expect(await subjects({ untouched: true })).toEqual(['刚来的']);
    expect(await subjects({ states: ['handling'] })).toEqual(['晚了的']);
    expect(await subjects({ gridIds: [north] })).toHaveLength(2);
    expect(await subjects({ mine: true })).toHaveLength(2);
    await desk.done('grid.flagMatter', { id: fresh.id, version: fresh.version, pinned: true, isModel: true, isLegacy: false });
    expect(await subjects({})).toEqual(['刚来的', '晚了的']);
    expect(await subjects({ mark: 'model' })).toEqual(['刚来的']);
    expect(await list({ text: '晚了的' })).toMatchObject([{ id: late.id, used: 8, limit: 5, clock: 'overdue' }]);
  });

  it('give each figure with the rows it is made of', async () => {
    const found = await handled({ channel: 'visit' });
    await walk(desk, found, { move: 'done', text: '好了' }, { move: 'fail', text: '没好' }, { move: 'redo' }, { move: 'done', text: '真好了' }, { move: 'pass' }, { move: 'rate', rating: 2 });
    const returned = await walk(desk, await bring({ channel: 'phone' }), { move: 'accept' }, { move: 'file' }, toOffice(), { move: 'return', text: '不归本局' }, { move: 'dispatch', unit: { kind: 'grid', id: north } }, { move: 'sign' });
    desk.advance(20 * DAY);
    await walk(desk, returned, { move: 'done', text: '晚了' }, { move: 'pass' }, { move: 'rate', rating: 1 });
    await walk(desk, await bring({ channel: 'department' }), { move: 'accept' }, { move: 'record', text: '当场办了' });
    await walk(desk, await bring(), { move: 'void', text: '重复' });
    const { total, grids, departments, stations, steps } = await desk.done<MatterFigures>('grid.summariseMatters', { from: '2026-03', until: '2026-03' });
    expect(total).toEqual({ reported: 3, found: 1, complained: 1, ended: 3, settled: 3, inTime: 2, returned: 1, wrong: 1, reworked: 1, firstLevel: 1, rated: 2, satisfied: 1, ratingSum: 3 });
    expect(grids).toMatchObject([{ name: '北网格', reported: 3 }]);
    expect(departments).toMatchObject([{ name: '城市管理局', settled: 1, satisfied: 1 }]);
    expect(stations).toMatchObject([{ key: 'grid-station', settled: 3 }]);
    expect(steps.find(({ state }) => state === 'handling')).toEqual({ state: 'handling', medianHours: 0, matters: 3 });
    const march = { from: '2026-03-01', until: '2026-03-31' };
    const hours = (await desk.done<MatterStepRow[]>('grid.listMatterSteps', { filter: { ...march, states: ['to-verify'] } })).map((row) => row.hours);
    expect(hours).toEqual(hours.toSorted((a, b) => b - a));
    for (const { state, medianHours, matters } of steps) {
      const mine = (await desk.done<MatterStepRow[]>('grid.listMatterSteps', { filter: { ...march, states: [state] } })).map((row) => row.hours);
      expect([mine.length, mine.toSorted((a, b) => a - b)[Math.ceil(mine.length / 2) - 1]]).toEqual([matters, medianHours]);
    }
    const units = await desk.done<{ unit: { id: string }; points: number; onTime: number; returned: number }[]>('grid.summariseUnitMarks', march);
    for (const { unit, points, onTime } of units) {
      const mine = await desk.done<UnitMarkRow[]>('grid.listUnitMarks', { filter: { ...march, unitIds: [unit.id] } });
      expect([mine.reduce((sum, row) => sum + row.points, 0), mine.filter(({ kind }) => kind === 'on-time').length]).toEqual([points, onTime]);
      expect(await desk.done('grid.countUnitMarks', { filter: { ...march, unitIds: [unit.id], kinds: ['on-time'] } })).toEqual({ count: onTime });
    }
    expect(units.map(({ unit }) => unit.id)).toContain(office);
    const elsewhere = { roles: ['clerk'] as const, scope: [office] };
    for (const name of ['listMatterSteps', 'listUnitMarks', 'summariseUnitMarks']) expect(await desk.callAs(elsewhere, `grid.${name}`, name === 'summariseUnitMarks' ? march : {})).toMatchObject({ data: [] });
    const rows = async (figure: string) => (await list({ life: 'all', figure })).length;
    expect(await Promise.all(['reported', 'found', 'settled', 'in-time', 'late', 'returned', 'wrong', 'reworked', 'first-level', 'satisfied', 'dissatisfied'].map(rows))).toEqual([3, 1, 3, 2, 1, 1, 1, 1, 1, 1, 1]);
    const clerk = await desk.callAs({ roles: ['clerk'], scope: [north] }, 'grid.summariseMatters', { from: '2026-03', until: '2026-03' });
    expect(clerk).toMatchObject({ data: { total: { reported: 3 }, stations: [], departments: [], steps: [] } });
  });

  it('each function has exactly one station, limits are the closest, numbers follow the rule', async () => {
    await desk.done('grid.saveMatterFunction', { code: 'mediation', station: 'service-station' });
    await desk.done('grid.saveMatterFunction', { code: 'mediation', station: 'governance-centre' });
    const holders = (await desk.done<{ code: string; functions: string[] }[]>('grid.listStations')).filter(({ functions }) => functions.includes('mediation')).map(({ code }) => code);
    expect(holders).toEqual(['governance-centre']);
    const limit = await desk.done<{ id: string; version: number }>('grid.addMatterLimit', { clock: 'accept', kind: 'gas', level: null, unitKind: null, unitId: null, yellow: 0, red: 1 });
    expect(await bring({ kind: 'gas' })).toMatchObject({ dueOn: '2026-03-02', redOn: '2026-03-03', limit: 0 });
    await desk.done('grid.removeMatterLimit', { id: limit.id, version: limit.version });
    await desk.done('grid.saveMatterRules', { numberRule: 'year6', reopenDays: 2, escalateDays: 3, jointAfter: 3 });
    const one = await walk(desk, await bring({ kind: 'gas' }), { move: 'accept' }, { move: 'record', text: '好了' });
    expect(one).toMatchObject({ number: '2026-000001' });
    desk.advance(3 * DAY);
    expect(await desk.refused('grid.moveMatter', { id: one.id, version: one.version, move: 'reopen', text: '又坏了' })).toBe('matter/reopen-too-late');
    desk.advance(-DAY);
    expect(await walk(desk, one, { move: 'reopen', text: '又坏了' })).toMatchObject({ state: 'filed', reopens: 1, endedOn: null, rating: null });
  });

  it('tells copies apart from handling, and merges into what is still open', async () => {
    const one = await bring();
    const copied = await desk.done<MatterSheet>('grid.copyMatter', { id: one.id, version: one.version, units: [{ kind: 'department', id: office }] });
    expect(copied.beside).toMatchObject([{ role: 'copy', readAt: null, unit: { name: '城市管理局' } }]);
    expect(await desk.refused('grid.copyMatter', { id: one.id, version: one.version, units: [{ kind: 'department', id: office }] })).toBe('matter/unit-has-it');
    const [copy] = copied.beside;
    await desk.done('grid.confirmCopyRead', { id: copy?.id, version: 1 });
    expect(await desk.refused('grid.confirmCopyRead', { id: copy?.id, version: 2 })).toBe('record/not-found');
    const twin = await walk(desk, await bring(), { move: 'merge', intoId: one.id });
    expect(twin).toMatchObject({ state: 'merged', mergedInto: { number: one.number } });
    expect((await desk.done<MatterSheet>('grid.getMatter', { id: one.id })).merged).toMatchObject([{ id: twin.id }]);
    expect(await desk.refused('grid.moveMatter', { id: one.id, version: one.version, move: 'merge', intoId: twin.id, text: '' })).toBe('matter/merge-target-gone');
  });

  it('marks a due day as an estimate where the calendar knows no year', async () => {
    desk.sqlite().exec("DELETE FROM calendar_day WHERE day >= '2026-01-01'");
    expect((await bring()).isEstimate).toBe(true);
  });

  it('finds the words of open matters, the few oldest and all later ones alike, and of ended ones only among the ended', async () => {
    for (let at = 0; at < 68; at += 1) await bring({ subject: at % 2 === 0 ? '电梯停运' : '路面塌陷' });
    const ended = await walk(desk, await bring({ subject: '电梯停运' }), { move: 'accept' }, { move: 'record', text: '好了' });
    const found = (filter: object) => desk.done<MatterRow[]>('grid.listMatters', { filter, limit: 200 });
    const open = await found({ text: '电梯停运' });
    expect(open).toHaveLength(34);
    expect(new Set(open.map(({ id }) => id)).size).toBe(34);
    expect((await found({ text: '电梯停运', life: 'ended' })).map(({ id }) => id)).toEqual([ended.id]);
    expect(await found({ text: '电梯停运', life: 'all' })).toHaveLength(35);
  });
});
