import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { backupStation } from '#electron/kernel/backup/backup-station.ts';
import { rescueStation } from '#electron/kernel/backup/rescue.ts';
import type { Role } from '#shared/contract/roles.ts';
import { codeOf, openDesk, type TestDesk } from '#tests/support/desk.ts';

const FIRST = { communityName: '清波门社区', name: 'wangfang', displayName: '王芳', password: 'Qingbo-Men-51' };
const PAGE = 4096;

let desk: TestDesk;
afterEach(async () => {
  await desk.close();
  desk.remove();
});

const file = (): string => join(desk.folder, 'app.db');
const rescue = () => rescueStation({ dataFolder: desk.folder, keeper: desk.keeper, vault: desk.vault, nativeBinding: undefined });

async function colleague(name: string, roles: readonly Role[]): Promise<void> {
  const id = uuidv7();
  await desk.vault.slots(() => desk.keeper.keys()).addUser({ uid: id, name, password: 'Andere-Worte-77' });
  await desk.call('accounts.insertAccount', { id, name, displayName: name, roles, gridIds: [], mustChangePassword: false });
}

/** A station with a backup, one change more than that, and then one page of its file overwritten. */
async function damaged({ at, colleagues = [] }: { at: number; colleagues?: readonly (readonly [string, readonly Role[]])[] }): Promise<void> {
  desk = openDesk();
  const sheet = await desk.keeper.setUp(FIRST, false);
  await desk.keeper.confirmSheet(sheet.challenge.map((position) => ({ position, word: sheet.words[position - 1] ?? '' })));
  for (const [name, roles] of colleagues) await colleague(name, roles);
  await desk.call('grid.createGrid', { name: '一网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
  await backupStation({ dataFolder: desk.folder, keeper: desk.keeper, vault: desk.vault }).make('on-demand');
  await desk.call('grid.createGrid', { name: '二网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
  await desk.keeper.close('signed-out', '');
  const bytes = readFileSync(file());
  bytes.fill(0xaa, at * PAGE + 200, at * PAGE + 400);
  writeFileSync(file(), bytes);
}

describe('a damaged file', () => {
  it.each([[0, 'database/cannot-open'], [1, 'database/damaged']])('at its page %i is told apart from a wrong password, and nobody is let in', async (at, code) => {
    await damaged({ at });
    expect(await codeOf(desk.keeper.signIn(FIRST.name, 'not it at all'))).toBe('session/wrong-credentials');
    expect(await codeOf(rescue().offer())).toBe('session/required');
    expect(await codeOf(desk.keeper.signIn(FIRST.name, FIRST.password))).toBe(code);
    expect(desk.keeper.actor()).toBeNull();
  });
  it('is replaced by the newest backup when a second person agrees who may, and is kept', async () => {
    await damaged({ at: 1, colleagues: [['lixin', ['supervisor']], ['clerk', ['clerk']]] });
    const before = readFileSync(file());
    await codeOf(desk.keeper.signIn('clerk', 'Andere-Worte-77'));
    expect(await rescue().offer()).toMatchObject({ needsApprover: true, lostEntries: 2 });
    expect(await codeOf(rescue().restore('clerk', 'Andere-Worte-77'))).toBe('backup/approver-refused');
    expect(await codeOf(rescue().restore('lixin', 'wrong'))).toBe('backup/approver-refused');
    expect(readFileSync(file()).equals(before)).toBe(true);

    await rescue().restore('lixin', 'Andere-Worte-77');
    const [aside = ''] = readdirSync(join(desk.folder, 'quarantine'));
    expect(readFileSync(join(desk.folder, 'quarantine', aside, 'app.db')).equals(before)).toBe(true);
    expect(() => desk.keeper.damaged()).toThrow();
    await desk.keeper.signIn(FIRST.name, FIRST.password);
    expect(desk.keeper.current().readOnly).toBe(false);
    expect(await desk.call('grid.listGrids', {})).toMatchObject({ count: 1, rows: [{ name: '一网格' }] });
  });
  it('of a station with one administrator needs no second person, because there is none', async () => {
    await damaged({ at: 0 });
    await codeOf(desk.keeper.signIn(FIRST.name, FIRST.password));
    expect(await rescue().offer()).toMatchObject({ needsApprover: false });
    await rescue().restore('', '');
    await desk.keeper.signIn(FIRST.name, FIRST.password);
    expect(await desk.call('grid.listGrids', {})).toMatchObject({ count: 1 });
  });
  it('without a whole backup stays as it is, and its keys do not stay for ever', async () => {
    await damaged({ at: 1 });
    const [name = ''] = readdirSync(join(desk.folder, 'backups'));
    const copy = join(desk.folder, 'backups', name, 'app.db');
    const bytes = readFileSync(copy);
    bytes[9000] = (bytes[9000] ?? 0) ^ 1;
    writeFileSync(copy, bytes);
    await codeOf(desk.keeper.signIn(FIRST.name, FIRST.password));
    expect(await rescue().offer()).toBeNull();
    expect(await codeOf(rescue().restore('', ''))).toBe('backup/not-found');
    expect(existsSync(file())).toBe(true);
    desk.passMinutes(31);
    desk.keeper.checkIdle();
    expect(() => desk.keeper.damaged()).toThrow();
  });
});
