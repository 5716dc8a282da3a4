import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDesk, type TestDesk } from '#tests/support/desk.ts';

const FIRST = { communityName: '清波门社区', name: 'wangfang', displayName: '王芳', password: 'Qingbo-Men-51' };
let folder: string;
let desk: TestDesk | null = null;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'griddesk-killed-'))));
afterEach(async () => {
  await desk?.close();
  desk = null;
  rmSync(folder, { recursive: true, force: true });
});

const killAt = (step: string): void => {
  const { signal, stderr } = spawnSync(process.execPath, [resolve('tests/support/set-up-until.ts'), folder, step], { encoding: 'utf8' });
  expect(signal, stderr).toBe('SIGKILL');
};

it.each(['file', 'initialised'])('a set-up that was killed at its %s begins again, and nothing was deleted', async (step) => {
  killAt(step);
  expect(existsSync(join(folder, 'app.db'))).toBe(true);
  desk = openDesk(folder);
  expect(desk.keeper.station(null)).toMatchObject({ state: 'first-run', warnings: [] });
  const sheet = await desk.keeper.setUp(FIRST, false);
  await desk.keeper.confirmSheet(sheet.challenge.map((position) => ({ position, word: sheet.words[position - 1] ?? '' })));
  expect(desk.keeper.current().communityName).toBe('清波门社区');
  const [aside = ''] = readdirSync(join(folder, 'quarantine'));
  expect(readdirSync(join(folder, 'quarantine', aside))).toContain('app.db');
});
it('one that was killed after its key store was written is a station, which asks for a new sheet', async () => {
  killAt('keys');
  desk = openDesk(folder);
  expect(desk.keeper.station(null).state).toBe('signed-out');
  await desk.keeper.signIn(FIRST.name, FIRST.password);
  expect(await desk.call('notifications.listToday')).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'recovery-sheet-unconfirmed', urgency: 'overdue' })]));
  expect(await desk.call('audit.verifyAudit', {})).toMatchObject({ problems: [] });
});
