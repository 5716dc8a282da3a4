import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openDatabase } from '#electron/database/connection.ts';
import { openVault } from '#electron/vault/vault.ts';
import type { Bridge } from '#shared/contract/bridge.ts';
import { filledForm, hasForms } from '#tests/support/forms.ts';
import { callFrom, goTo, journeyFolder, nextPage, removeFolder, startDemo, startDesk, type RunningDesk } from './desk.ts';

/** Of every demo (electron/kernel/session/demo-station.ts). */
const NAME = 'demo';
const PASSWORD = 'GridDesk-2026';

const folder = journeyFolder();
/** The demo's own data, beside which the same station can be started as any other. */
const data = join(folder, 'data', 'demo');
const at = (name: string): string => join(data, name);
let desk: RunningDesk;
let page: Page;

test.skip(!hasForms, 'the official forms do not lie beside the project');
test.describe.configure({ mode: 'serial' });
test.afterAll(async () => {
  await desk?.app.close().catch(() => undefined); // it may have been killed
  removeFolder(folder);
});

const dataOf = async <T>(operation: string, input: unknown = {}): Promise<T> => {
  const answer = await callFrom(page, operation, input);
  if (!answer.ok) throw new Error(`${operation}: ${answer.error.code}`);
  return answer.data as T; // the caller names the operation's output
};
type Batch = { readonly id: string; readonly status: string };
/** All that an import could leave behind. */
const registered = async () => ({
  persons: await dataOf('grid.countPersons', { filter: {} }),
  households: await dataOf('grid.countHouseholds', { filter: {} }),
  committed: (await dataOf<Batch[]>('imports.listBatches')).filter(({ status }) => status === 'committed').length,
});

/** A commit is backed up in its first half; this far on, rows are being written. */
const INSIDE = 0.6;
/** Resolves when the running task has told that this share of its work is behind it; with `cancel`, presses its button then. */
const partDone = (share: number, cancel: boolean): Promise<void> =>
  page.evaluate(
    ({ least, isCancelled }) =>
      new Promise<void>((done) => {
        const stop = (window as unknown as { griddesk: Bridge }).griddesk.onEvent((event) => { // the preload put it there
          if (event.type !== 'progress' || event.total < 100 || event.done < event.total * least) return;
          const button = [...document.querySelectorAll('main button')].find(({ textContent }) => textContent === '取消') as HTMLButtonElement | undefined; // as selected
          if (isCancelled && !button) return;
          stop();
          if (isCancelled) button?.click();
          done();
        });
      }),
    { least: share, isCancelled: cancel },
  );

async function pick(): Promise<void> {
  await goTo(page, '/system/imports');
  await page.locator('input[type=file]').setInputFiles(filledForm('HOUSEHOLDSTAFF'));
}
const commitButton = () => page.getByRole('button', { name: /^导入 9,870 人/ });

async function startPlain(): Promise<void> {
  desk = await startDesk(folder, ['--data-dir', data]);
  page = desk.page;
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible();
}
async function signIn(): Promise<void> {
  await page.getByLabel('登录名').fill(NAME);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

test('an import that is cancelled half-way leaves nothing behind and can be started again', async () => {
  ({ desk, page } = await startDemo(folder));
  await expect(page.locator('main h1')).toBeVisible();
  for (const number of ['一', '二', '三', '四', '五', '六', '七', '八']) await callFrom(page, 'grid.createGrid', { name: `第${number}网格`, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
  const before = await registered();

  const cancelledReading = partDone(0.25, true);
  await pick();
  await cancelledReading;
  await expect(page.getByRole('button', { name: '选择文件…' })).toBeVisible();
  expect(await dataOf('imports.listBatches')).toEqual([]);

  await pick();
  await page.waitForURL(/system\/imports\/[0-9a-f-]{36}/);
  const cancelledCommit = partDone(INSIDE, true);
  await commitButton().click();
  await cancelledCommit;
  await expect(commitButton()).toBeVisible();
  expect(await registered()).toEqual(before);
  expect(await dataOf('imports.listBatches')).toMatchObject([{ status: 'checked' }]);
});

test('a program killed in the middle of a commit has written nothing, and the same import goes in afterwards', async () => {
  const before = await registered();
  const isInside = partDone(INSIDE, false);
  await commitButton().click();
  await isInside;
  const ended = once(desk.app.process(), 'exit');
  desk.app.process().kill('SIGKILL');
  await ended;

  ({ desk, page } = await startDemo(folder));
  await expect(page.locator('main h1')).toBeVisible();
  expect(await registered()).toEqual(before);
  expect(await dataOf('audit.verifyAudit')).toMatchObject({ problems: [] });
  const [batch] = await dataOf<Batch[]>('imports.listBatches');
  expect(batch?.status).toBe('checked');
  await goTo(page, `/system/imports/${batch?.id}`);
  await commitButton().click();
  await expect(page.getByText(/前可以撤销/).first()).toBeVisible({ timeout: 90_000 });
  expect(await registered()).toMatchObject({ persons: { count: (before.persons as { count: number }).count + 9870 }, committed: 1 }); // the count's own output
  expect(await dataOf('audit.verifyAudit')).toMatchObject({ problems: [] });
  const copy = await dataOf<{ name: string; verified?: boolean }>('backup.createBackup');
  expect(await dataOf('backup.verifyBackup', { name: copy.name })).toMatchObject({ name: copy.name });
  await desk.app.close();
});

test('wrong recovery words are refused, and nothing has changed', async () => {
  await startPlain();
  const keys = readFileSync(at('keystore.json'));
  await page.getByRole('button', { name: '忘记密码，使用恢复单' }).click();
  await page.getByLabel(/^24 个恢复词/).fill('abandon '.repeat(23) + 'art');
  await page.getByLabel('要设新密码的登录名').fill(NAME);
  await page.getByLabel('新密码', { exact: true }).fill('Liu-Yin-Lu-77');
  await page.getByLabel('再输入一次密码').fill('Liu-Yin-Lu-77');
  await page.getByRole('button', { name: '设新密码并打开' }).click();
  await expect(page.getByRole('alert')).toContainText('恢复词不正确，数据没有改动');
  expect(readFileSync(at('keystore.json')).equals(keys)).toBe(true);
  await desk.app.close();
});

test('a damaged key store is read from its copy, which is said before signing in', async () => {
  const whole = readFileSync(at('keystore.json'), 'utf8');
  writeFileSync(at('keystore.json'), whole.replace('"gen":1', '"gen":2'));
  await startPlain();
  await expect(page.getByText('密钥文件损坏，已改用副本')).toBeVisible();
  await signIn();
  page = await nextPage(desk, 'desk.html');
  await expect(page.locator('main h1')).toBeVisible();
  expect(readFileSync(at('keystore.json'), 'utf8')).toBe(whole);
  await desk.app.close();
});

test('a key store damaged with its copy is refused, and comes back from a backup', async () => {
  const [file, whole] = [readFileSync(at('app.db')), readFileSync(at('keystore.json'))];
  for (const name of ['keystore.json', 'keystore.json.bak']) writeFileSync(at(name), whole.subarray(0, whole.length / 2));
  await startPlain();
  await expect(page.getByRole('heading', { name: '建立工作站' })).toHaveCount(0);
  await signIn();
  await expect(page.getByRole('alert')).toContainText('密钥文件及其副本都已损坏');
  expect(readFileSync(at('app.db')).equals(file)).toBe(true);
  await page.getByRole('button', { name: '改用最近一份备份里的密钥文件' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await signIn();
  page = await nextPage(desk, 'desk.html');
  await expect(page.locator('main h1')).toBeVisible();
  await desk.app.close();
});

test('a file of a newer version is refused with its sentence and left as it is', async () => {
  const vault = openVault(data, {});
  const { keys } = await vault.open(NAME, PASSWORD);
  const sqlite = openDatabase({ file: at('app.db'), dek: keys.dek(), mode: 'write', cacheKiB: 2048 });
  sqlite.pragma('user_version = 99990');
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  sqlite.close();
  keys.wipe();
  vault.close();
  const before = readFileSync(at('app.db'));
  await startPlain();
  await signIn();
  await expect(page.getByRole('alert')).toContainText('资料由更高版本的程序创建，请升级程序。资料没有改动。');
  expect(readFileSync(at('app.db')).equals(before)).toBe(true);
});
