import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { writeXlsx } from 'hucre';
import zhCN from '#resources/locales/zh-CN.ts';
import { contract } from '#shared/contract/catalogue.ts';
import type { ModuleContract } from '#shared/contract/define.ts';
import { zipOf } from '#tests/support/zip.ts';
import { callFrom, goTo, journeyFolder, nextPage, programOf, removeFolder, startDemo, type RunningDesk } from './desk.ts';

/** Of every demo (electron/kernel/session/demo-station.ts). */
const PASSWORD = 'GridDesk-2026';
const operations = Object.entries(contract).flatMap(([module, ops]) => Object.entries(ops as ModuleContract).map(([name, op]) => ({ name: `${module}.${name}`, op })));

const folder = journeyFolder();
let desk: RunningDesk;
let page: Page;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => void ({ desk, page } = await startDemo(folder)));
test.afterAll(async () => {
  await desk?.app.close();
  removeFolder(folder);
});

const codeOf = async (operation: unknown, input?: unknown): Promise<string> => {
  const answer = await callFrom(page, operation, input);
  return answer.ok ? 'done' : answer.error.code;
};
const dataOf = async <T>(operation: string, input: unknown = {}): Promise<T> => {
  const answer = await callFrom(page, operation, input);
  if (!answer.ok) throw new Error(`${operation}: ${answer.error.code}`);
  return answer.data as T; // the caller names the operation's output
};
/** A call after which main replaces the page, often before it has its answer. */
async function leaveBy(operation: string, input: unknown, next: Parameters<typeof nextPage>[1]): Promise<void> {
  await callFrom(page, operation, input).catch(() => undefined);
  page = await nextPage(desk, next);
}
async function signInAs(name: string): Promise<void> {
  await leaveBy('session.signOut', {}, 'sign-in.html');
  await leaveBy('session.signIn', { name, password: PASSWORD }, 'desk.html');
  await expect(page.locator('main h1')).toBeVisible();
}
type Entry = { readonly action: string; readonly entityId: string; readonly actorName: string; readonly result: string; readonly detail: { readonly code?: string } };
const refusedCalls = async (): Promise<readonly Entry[]> => (await dataOf<{ entries: Entry[] }>('audit.listAuditEntries', { filter: { action: 'call.refused' }, offset: 0, limit: 200 })).entries;

test('a forged call is refused with its code, goes on record and changes nothing', async () => {
  const before = [await dataOf('accounts.listAccounts'), await dataOf('grid.countPersons', { filter: {} }), await dataOf('settings.getSettings')];
  const internal = operations.filter(({ op }) => op.internal);
  expect(internal.length).toBeGreaterThan(5);
  for (const { name } of internal) expect(await codeOf(name, {}), name).toBe('call/unknown-operation');
  for (const name of ['nothing.here', 'grid.constructor', '__proto__.toString', 'grid.listPersons.call', '']) expect(await codeOf(name, {}), name).toBe('call/unknown-operation');
  expect(await codeOf({ toString: 'grid.listPersons' }, {})).toBe('call/unknown-operation');
  for (const input of [undefined, null, [], 'x', { id: "' OR 1=1 --" }, { id: '01a20a7a-b7bc-71f7-82fa-0b71d78867c6', more: true }]) expect(await codeOf('grid.getPerson', input)).toBe('validation/failed');
  expect(await codeOf('grid.findPersons', { text: '王'.repeat(1_100_000) })).toBe('call/too-large');

  await signInAs('clerk');
  const forbidden = ['accounts.createAccount', 'accounts.resetPassword', 'audit.listAuditEntries', 'backup.restoreBackup', 'calendar.setDay', 'codeTables.saveItem', 'grid.createGrid', 'grid.removePerson', 'settings.updateSettings'];
  for (const name of forbidden) expect(await codeOf(name, {}), name).toBe('auth/forbidden');

  await signInAs('demo');
  const records = await refusedCalls();
  for (const name of forbidden) expect(records, name).toContainEqual(expect.objectContaining({ entityId: name, actorName: '演示文员', result: 'refused', detail: expect.objectContaining({ code: 'auth/forbidden' }) }));
  for (const { name } of internal) expect(records, name).toContainEqual(expect.objectContaining({ entityId: name, actorName: '演示站长', detail: expect.objectContaining({ code: 'call/unknown-operation' }) }));
  expect(records.filter(({ detail }) => detail.code === 'validation/failed')).toHaveLength(6);
  expect(await dataOf('audit.verifyAudit')).toMatchObject({ problems: [] });
  const [accounts, ...after] = [await dataOf<{ lastSignInAt: string; version: number }[]>('accounts.listAccounts'), await dataOf('grid.countPersons', { filter: {} }), await dataOf('settings.getSettings')];
  const still = (list: unknown) => (list as { name: string; roles: string[]; status: string }[]).map(({ name, roles, status }) => ({ name, roles, status })); // the signing in itself is written down in the rest
  expect([still(accounts), ...after]).toEqual([still(before[0]), ...before.slice(1)]);
});

test('a call without anybody signed in reaches nothing', async () => {
  await leaveBy('session.signOut', {}, 'sign-in.html');
  for (const { name, op } of operations) {
    if (op.permission !== 'public') expect(await codeOf(name, {}), name).toBe(op.internal ? 'call/unknown-operation' : 'session/required');
  }
  await leaveBy('session.signIn', { name: 'demo', password: PASSWORD }, 'desk.html');
});

const SPREADSHEET = { name: 'xl/workbook.xml', content: '<workbook xmlns="x"><sheets/></workbook>' };
const OLD_KIND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const BAD_WORKBOOKS: readonly (readonly [string, () => Buffer | Promise<Buffer>, keyof typeof zhCN])[] = [
  ['信.xlsx', () => Buffer.from('这是一封信，没有表格。'), 'error.import/wrong-type'],
  ['炸弹.xlsx', () => zipOf([SPREADSHEET, { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(40 * 1024 * 1024), claims: 10 }]), 'error.import/zip-structure'],
  ['实体.xlsx', () => zipOf([SPREADSHEET, { name: 'xl/sharedStrings.xml', content: '<!DOCTYPE a [<!ENTITY b "c">]><sst/>' }]), 'error.import/xml-entities'],
  ['加密.xlsx', () => Buffer.concat([OLD_KIND, Buffer.alloc(2000), Buffer.from('EncryptedPackage', 'utf16le')]), 'error.import/encrypted'],
  ['半截.xlsx', async () => Buffer.from(await writeXlsx({ sheets: [{ name: '表', rows: [['姓名'], ['王芳']] }] })).subarray(0, 900), 'error.import/cut-off'],
  ['别的表.xlsx', async () => Buffer.from(await writeXlsx({ sheets: [{ name: '表', rows: [['甲', '乙'], [1, 2]] }] })), 'error.import/no-table-found'],
];
/** A refusal is said in the corner of the window; it is closed so that the next one is seen for itself. */
async function expectRefusal(sentence: string): Promise<void> {
  const notice = page.getByRole('alert').filter({ hasText: sentence });
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: zhCN['common.close'] }).click();
  await expect(notice).toHaveCount(0);
}

test('a broken or hostile workbook is refused with its sentence, and nothing is kept of it', async () => {
  await goTo(page, '/system/imports');
  for (const [name, bytes, sentence] of BAD_WORKBOOKS) {
    const path = join(folder, name);
    writeFileSync(path, await bytes());
    await page.locator('input[type=file]').setInputFiles(path);
    await expectRefusal(zhCN[sentence]);
  }
  expect(await codeOf('imports.openWorkbook', { path: join(folder, '没有.xlsx') })).toBe('file/not-readable');
  expect(await codeOf('imports.openWorkbook', { path: folder })).toBe('file/not-readable');
  expect(await dataOf('imports.listBatches')).toEqual([]);
});

test('a reader that dies over a workbook takes nothing with it', async () => {
  const path = join(folder, '很多行.xlsx');
  writeFileSync(path, await writeXlsx({ sheets: [{ name: '表', rows: Array.from({ length: 40_000 }, (_, row) => Array.from({ length: 20 }, (_cell, column) => `${row}:${column}`)) }] }));
  const killed = desk.app.evaluate(async ({ app }) => {
    for (;;) {
      const reader = app.getAppMetrics().find(({ name, serviceName }) => name === 'workbook' || serviceName === 'workbook');
      if (reader) return process.kill(reader.pid, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });
  expect(await codeOf('imports.openWorkbook', { path })).toBe('import/parser-stopped');
  expect(await killed).toBe(true);
  expect(await dataOf('imports.listBatches')).toEqual([]);
});

/** Starts the program once more on the same data; it must end by itself. */
async function startAgain(...args: string[]): Promise<number | null> {
  const { executablePath, args: own, env } = programOf(folder, ['--demo', ...args]);
  const second = spawn(executablePath, own, { env, stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  return code;
}

test('a second start ends itself, and the first window says so', async () => {
  expect(await startAgain()).toBe(0);
  await expect(page.getByText('程序已在运行，已为您切换到该窗口。')).toBeVisible();
  expect(desk.app.windows()).toHaveLength(1);
});

test('a second start with a workbook hands it over, and one that nobody is signed in for waits', async () => {
  const rows = [['姓名', '身份证号码', '所属网格', '联系电话', '专兼职情况'], ['王芳', '11010519491231002X', '第一网格', '13800138000', '专职']];
  const path = join(folder, '递交 的表.xlsx');
  writeFileSync(path, await writeXlsx({ sheets: [{ name: '网格员', rows }] }));
  expect(await startAgain(path)).toBe(0);
  await page.waitForURL(/system\/imports\/[0-9a-f-]{36}/);
  await expect(page.getByRole('heading', { name: '递交 的表.xlsx' })).toBeVisible();

  await leaveBy('session.lock', { place: '/today' }, 'sign-in.html');
  const later = join(folder, '稍后.xlsx');
  copyFileSync(path, later);
  expect(await startAgain(later)).toBe(0);
  await expect(page.getByText('程序已在运行，已为您切换到该窗口。')).toBeVisible();
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  page = await nextPage(desk, 'desk.html');
  await expect(page.getByRole('heading', { name: '稍后.xlsx' })).toBeVisible();
});

test('a hostile script in the page gets nowhere', async () => {
  let heard = 0;
  const outside = createServer((_request, response) => {
    heard += 1;
    response.end('heard');
  }).listen(0, '127.0.0.1');
  await once(outside, 'listening');
  const address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}/`; // listening on a port, as just awaited
  try {
    const got = await page.evaluate(async (to) => {
      const fetched = (url: string) => fetch(url).then((response) => response.status, () => 'refused');
      const loaded = (element: HTMLElement) =>
        new Promise((done) => {
          element.addEventListener('load', () => done('loaded'));
          element.addEventListener('error', () => done('refused'));
          document.body.append(element);
        });
      const script = Object.assign(document.createElement('script'), { textContent: 'window.ran = true' });
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<button id="forged" onclick="window.ran = true">x</button>');
      document.getElementById('forged')?.click();
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const webview = document.createElement('webview');
      webview.setAttribute('src', to);
      document.body.append(webview);
      return {
        remote: await fetched(to),
        file: await fetched('file:///etc/passwd'),
        above: await fetched('app://main/%2e%2e/%2e%2e/package.json'),
        other: await fetched('app://other/desk.html'),
        image: await loaded(Object.assign(document.createElement('img'), { src: `${to}x.png` })),
        script: await loaded(Object.assign(document.createElement('script'), { src: `${to}x.js` })),
        opened: window.open(to) === null,
        ran: 'ran' in window,
        node: ['require', 'process', 'module', 'ipcRenderer', 'electron'].filter((name) => name in window),
        bridge: Object.keys((window as unknown as { griddesk: object }).griddesk).toSorted(), // what the preload gives
        bridgeInFrame: frame.contentWindow !== null && 'griddesk' in frame.contentWindow,
        webview: 'loadURL' in webview,
        geolocation: await new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('given'), () => done('refused'))),
        camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', () => 'refused'),
        notices: await Notification.requestPermission(),
        clipboard: await navigator.clipboard.readText().then(() => 'given', () => 'refused'),
      };
    }, address);
    expect(got).toEqual({
      remote: 'refused', file: 'refused', above: 404, other: 'refused', image: 'refused', script: 'refused', opened: true, ran: false, node: [],
      bridge: ['call', 'cancel', 'onEvent', 'pathOf', 'ready'], bridgeInFrame: false, webview: false, geolocation: 'refused', camera: 'refused', notices: 'denied', clipboard: 'refused',
    });
    for (const away of [address, 'file:///etc/passwd', 'app://main/sign-in.html', 'data:text/html,x']) {
      await page.evaluate((to) => void (location.href = to), away);
      await page.evaluate((to) => Object.assign(document.createElement('a'), { href: to }).click(), away);
    }
    expect(await codeOf('session.getCurrent', {})).toBe('done');
    expect(page.url()).toMatch(/^app:\/\/main\/desk\.html(#|$)/);
    // and the program itself asks nobody either: names are not resolved, in no session
    expect(await desk.app.evaluate(({ net }, to) => net.fetch(to).then(() => 'answered', () => 'refused'), address)).toBe('refused');
    expect(await desk.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(false);
    expect(desk.app.windows()).toHaveLength(1);
    expect(heard).toBe(0);
  } finally {
    outside.close();
  }
});

test('an empty page, the only other one a script can reach, is not answered', async () => {
  await page.evaluate(() => void (location.href = 'about:blank'));
  await page.waitForURL('about:blank');
  expect(await codeOf('session.getCurrent', {})).toBe('call/untrusted-sender');
  expect(await codeOf('session.signIn', { name: 'demo', password: PASSWORD })).toBe('call/untrusted-sender');
});
