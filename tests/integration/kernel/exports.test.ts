import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from 'hucre';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFailure } from '#electron/kernel/files/save-file.ts';
import { safeFileName, writtenFiles } from '#electron/kernel/files/written-files.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const draft = (values: Record<string, unknown>) => ({
  name: '', formerName: '', reading: '', sex: '0', birthOn: null, idType: '', idNumber: '', ethnic: '', nativePlace: '', marital: '', political: '', education: '', occupation: '', workplace: '', phone: '',
  category: 'registered', registeredPlace: '', registeredAddress: '', presentAddress: '', livesWhereRegistered: null, gridId: null, householdId: null, relationToHead: '', dwellingId: null, note: '', ...values,
});
const column = (field: string, title: string) => ({ field, title });
const request = (path: string, more: Record<string, unknown> = {}) => ({
  list: 'grid.persons',
  query: { filter: { text: '王' }, sort: { field: 'birthOn', direction: 'desc' } },
  columns: [column('birthOn', '出生日期'), column('name', '姓名'), column('idNumberMasked', '证件号码'), column('updatedAt', '更新时间')],
  reason: '入户核对',
  path,
  mark: '王芳 #1',
  ...more,
});

let desk: Workstation;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  await desk.done('grid.createPerson', draft({ name: '王一', birthOn: '1950-02-28', workplace: '=1+1' }));
  await desk.done('grid.createPerson', draft({ name: '王二', idNumber: '11010519491231002X' }));
  await desk.done('grid.createPerson', draft({ name: '李三', birthOn: '1980-01-01' }));
});
afterEach(() => desk.close());

describe('a list that leaves the desk', () => {
  it('has the columns, the order and the rows of the screen; numbers stay text, days are dates', async () => {
    const path = join(desk.folder, '名单.xlsx');
    await desk.done('exports.writeList', request(path));
    const rows = (await read(readFileSync(path))).sheets[0]?.rows ?? [];
    expect(rows[0]).toEqual(['出生日期', '姓名', '证件号码', '更新时间']);
    expect(rows.slice(1, 3).map((row) => row[1])).toEqual(['王一', '王二']);
    const [first, second] = rows.slice(1, 3);
    expect(first?.[0]).toEqual(new Date('1950-02-28T00:00:00Z'));
    expect(first?.[3]).toBeInstanceOf(Date);
    expect(second?.[2]).toBe('110***********002X');
    expect(rows[3]?.[0]).toBe('王芳 #1');
  });
  it('holds no formula', async () => {
    const path = join(desk.folder, '名单.xlsx');
    await desk.done('exports.writeList', request(path, { columns: [column('workplace', '工作单位')] }));
    expect((await read(readFileSync(path))).sheets[0]?.rows.map((row) => row[0])).toContain("'=1+1");
  });
  it('is also the log, in words, and only for who may read it', async () => {
    const path = join(desk.folder, '日志.xlsx');
    const log = { list: 'system.audit', query: { filter: { action: 'person.created' } }, columns: [column('seq', '序号'), column('at', '时间'), column('action', '操作')] };
    expect(await desk.callAs({ roles: ['clerk'] }, 'exports.writeList', request(path, log))).toMatchObject({ ok: false, error: { code: 'auth/forbidden' } });
    await desk.done('exports.writeList', request(path, log));
    const rows = (await read(readFileSync(path))).sheets[0]?.rows ?? [];
    expect(rows).toHaveLength(5);
    expect(rows[1]?.[0]).toBeGreaterThan(Number(rows[2]?.[0]));
    expect(rows[1]?.[1]).toBeInstanceOf(Date);
    expect(rows[1]?.[2]).not.toBe('person.created');
  });
  it('is refused with what the person can do, and leaves what stood there', async () => {
    const folder = join(desk.folder, '名单.xlsx');
    mkdirSync(folder);
    expect(await desk.refused('exports.writeList', request(folder))).toBe('file/not-writable');
    expect(await desk.refused('exports.writeList', request(join(desk.folder, 'gone', '名单.xlsx')))).toBe('file/not-writable');
    expect(readdirSync(desk.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(existsSync(folder)).toBe(true);
  });
});

describe('why a file could not be written', () => {
  const failing = (code: string): Error => Object.assign(new Error(code), { code });
  const codeOf = (error: unknown): string => (error instanceof AppError ? error.failure.code : 'as it was');
  it.each([
    ['ENOSPC', false, 'disk/full'],
    ['EDQUOT', false, 'disk/full'],
    ['EBUSY', false, 'file/locked'],
    ['EPERM', true, 'file/locked'],
    ['EPERM', false, 'file/not-writable'],
    ['EACCES', false, 'file/not-writable'],
    ['EROFS', true, 'file/not-writable'],
    ['ESOMETHING', true, 'as it was'],
  ])('%s (Windows: %s) is told as %s', (code, isWindows, told) => {
    const path = join(desk.folder, 'held.xlsx');
    writeFileSync(path, '');
    expect(codeOf(writeFailure(failing(code), path, isWindows))).toBe(told);
  });
});

describe('where files go', () => {
  it('takes names every file system knows', () => {
    expect(safeFileName('和平社区/居民: "A"?. ')).toBe('和平社区 居民 A');
    expect(safeFileName('..')).toBe('GridDesk');
  });
  it('begins where this kind of file was written last', () => {
    const folders = new Map<string, string>();
    const files = writtenFiles('/documents', { folderOf: (task) => folders.get(task), rememberFolder: (task, folder) => void folders.set(task, folder) });
    expect(files.placeFor('export', '居民')).toBe(join('/documents', '居民'));
    files.add('export', join('/usb', '名单.xlsx'));
    expect(files.placeFor('export', '居民')).toBe(join('/usb', '居民'));
    expect(files.placeFor('print', '居民')).toBe(join('/documents', '居民'));
    expect(files.has(join('/usb', '名单.xlsx'))).toBe(true);
    expect(files.has('/etc/passwd')).toBe(false);
  });
});
