import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noControl } from '#electron/database/unit-of-work.ts';
import type { TaskContext } from '#electron/ipc/task-context.ts';
import { backupStation } from '#electron/kernel/backup/backup-station.ts';
import { updatesTasks, type PendingUpdate } from '#electron/kernel/updates/updates.tasks.ts';
import english from '#resources/locales/en/updates.json' with { type: 'json' };
import chinese from '#resources/locales/zh-CN/updates.json' with { type: 'json' };
import { signUpdate } from '#resources/tools/package-update.mjs';
import { compareVersions } from '#shared/kernel/updates/version.rules.ts';
import { codeOf, openDesk, type TestDesk } from '#tests/support/desk.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const NAME = 'GridDesk-0.2.0-setup.exe';
const INSTALLER = Buffer.from('installer of the desk '.repeat(5000));
const NOTES = { 'zh-CN': ['支持从文件夹更新'], en: ['Updates from a folder'] };

let desk: TestDesk;
let folder: string;
let pending: PendingUpdate | null;
let closed: number;
beforeEach(async () => {
  desk = openDesk();
  folder = mkdtempSync(join(tmpdir(), 'griddesk-update-'));
  [pending, closed] = [null, 0];
  const { words, challenge } = await desk.keeper.setUp({ communityName: '清波门社区', name: 'wangfang', displayName: '王芳', password: 'Qingbo-Men-51' }, false);
  await desk.keeper.confirmSheet(challenge.map((position) => ({ position, word: words[position - 1] ?? '' })));
});
afterEach(async () => {
  await desk.close();
  desk.remove();
  rmSync(folder, { recursive: true, force: true });
});

const base64Of = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).toString('base64');
const station = () => backupStation({ dataFolder: desk.folder, keeper: desk.keeper, vault: desk.vault });
const context = { actor: null, control: noControl, window: null, call: async (module: string, operation: string, input: unknown) => desk.call(`${module}.${operation}`, input) } as unknown as TaskContext; // no task here asks a window
function tasksOf(running = { version: '0.1.0', platform: 'win32', publicKey: base64Of(publicKey) }) {
  const tasks = updatesTasks({ running, dataFolder: desk.folder, backUp: (progress) => station().make('before-migration', { progress }), pend: (update) => void (pending = update), closeDesk: () => void (closed += 1) });
  return {
    state: async () => tasks.getUpdateState(context, {}),
    choose: async () => tasks.chooseUpdate(context, { folder }),
    prepare: async (version = '0.2.0') => tasks.prepareUpdate(context, { folder, version }),
    drop: async () => tasks.dropUpdate(context, {}),
    close: async () => tasks.closeForUpdate(context, {}),
  };
}

/** A folder as the packaging script makes it; `change` alters what is signed. */
function written(change: Record<string, unknown> = {}, key: KeyObject = privateKey): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, NAME), INSTALLER);
  const manifest = { v: 1, product: 'griddesk', version: '0.2.0', from: '0.1.0', createdAt: '2026-05-01T00:00:00.000Z', notes: NOTES, files: [{ platform: 'win32', name: NAME, bytes: INSTALLER.length, sha256: createHash('sha256').update(INSTALLER).digest('hex') }], ...change };
  signUpdate(folder, manifest, key);
}
const fileOf = (values: Record<string, unknown>) => ({ files: [{ platform: 'win32', name: NAME, bytes: INSTALLER.length, sha256: createHash('sha256').update(INSTALLER).digest('hex'), ...values }] });
/** All that could have been changed: files beside the data, backups, the log. */
const stand = async () => ({ files: readdirSync(desk.folder).filter((name) => !/-wal$|-shm$/.test(name)).toSorted(), backups: station().list().length, entries: await desk.call('audit.listOwnEntries', { offset: 0, limit: 100 }), pending, closed });

describe('an update from a folder', () => {
  it('is shown with its changes, backed up before, copied whole, and follows only when the desk closes', async () => {
    written();
    const tasks = tasksOf();
    const before = await stand();
    expect(await tasks.choose()).toEqual({ folder, version: '0.2.0', createdAt: '2026-05-01T00:00:00.000Z', notes: NOTES, fileName: NAME, bytes: INSTALLER.length });
    expect(await stand()).toEqual(before);
    expect(await codeOf(tasks.close())).toBe('update/not-prepared');
    const { backupName } = await tasks.prepare();
    expect(station().list()).toMatchObject([{ name: backupName, kind: 'before-migration', verified: true }]);
    expect(pending).toMatchObject({ version: '0.2.0', backupName });
    expect(readFileSync(pending?.file ?? '').equals(INSTALLER)).toBe(true);
    expect(pending?.file.startsWith(desk.folder)).toBe(true);
    expect(JSON.stringify(await desk.call('audit.listOwnEntries', { offset: 0, limit: 5 }))).toContain('update.prepared');
    expect([await tasks.state(), closed]).toEqual([{ version: '0.1.0', hasKey: true, prepared: { version: '0.2.0', backupName } }, 0]);
    await tasks.close();
    expect(closed).toBe(1);
    await tasks.drop();
    expect([pending, (await tasks.state()).prepared]).toEqual([null, null]);
  });

  const refusals: readonly (readonly [string, string, () => void])[] = [
    ['with the signature of somebody else', 'update/signature', () => written({}, generateKeyPairSync('ed25519').privateKey)],
    ['whose signature is missing', 'update/signature', () => (written(), rmSync(join(folder, 'update.sig')))],
    ['whose manifest was altered after it was signed', 'update/signature', () => (written(), writeFileSync(join(folder, 'update.json'), readFileSync(join(folder, 'update.json'), 'utf8').replace('0.2.0', '0.3.0')))],
    ['that is older', 'update/not-newer', () => written({ version: '0.0.9' })],
    ['that is the version that runs', 'update/not-newer', () => written({ version: '0.1.0' })],
    ['that leaves out a version between', 'update/step-missing', () => written({ from: '0.1.5' })],
    ['for another system only', 'update/not-for-this-system', () => written(fileOf({ platform: 'linux' }))],
    ['whose installer is missing', 'update/file-missing', () => (written(), rmSync(join(folder, NAME)))],
    ['whose installer was cut off', 'update/file-altered', () => (written(), truncateSync(join(folder, NAME), 100))],
    ['whose installer is larger than any of the desk', 'update/too-large', () => (written(), truncateSync(join(folder, NAME), 1025 * 1024 * 1024))],
    ['that is signed with a size no installer has', 'update/too-large', () => written(fileOf({ bytes: 2_000_000_000 }))],
    ['that takes a file from another folder', 'update/unknown-format', () => written(fileOf({ name: '../other.exe' }))],
    ['that is no update at all', 'update/no-manifest', () => undefined],
  ];
  it.each(refusals)('%s is refused with %s, and nothing is changed', async (_words, code, make) => {
    make();
    const before = await stand();
    const tasks = tasksOf();
    expect([await codeOf(tasks.choose()), await codeOf(tasks.prepare())]).toEqual([code, code]);
    expect(await stand()).toEqual(before);
    for (const words of [chinese, english]) expect(words[`error.${code}` as keyof typeof words]).toMatch(/没有做任何更改|othing was changed/); // a key of the file
  });

  it('whose installer was altered to the same size is found while it is copied, and leaves nothing behind', async () => {
    written();
    const altered = Buffer.from(INSTALLER);
    altered[40_000] = (altered[40_000] ?? 0) ^ 1;
    writeFileSync(join(folder, NAME), altered);
    const before = await stand();
    expect(await codeOf(tasksOf().prepare())).toBe('update/file-altered');
    expect(existsSync(join(desk.folder, 'updates', '0.2.0', NAME))).toBe(false);
    expect({ ...(await stand()), files: [] }).toEqual({ ...before, files: [] });
    expect(readdirSync(join(desk.folder, 'updates', '0.2.0'))).toEqual([]);
  });

  it('is not offered by a build without a key, which says so', async () => {
    written();
    const tasks = tasksOf({ version: '0.1.0', platform: 'win32', publicKey: '' });
    expect([await tasks.state(), await codeOf(tasks.choose()), await codeOf(tasks.prepare())]).toEqual([{ version: '0.1.0', hasKey: false, prepared: null }, 'update/no-key', 'update/no-key']);
  });

  it('is another one than was shown when it was exchanged meanwhile', async () => {
    written();
    await tasksOf().choose();
    written({ version: '0.4.0' });
    expect(await codeOf(tasksOf().prepare())).toBe('update/file-altered');
  });

  it('is compared by numbers, not by letters', () => {
    expect(['0.10.0', '0.9.1', '1.0.0', '0.9.0'].toSorted(compareVersions)).toEqual(['0.9.0', '0.9.1', '0.10.0', '1.0.0']);
  });
});
