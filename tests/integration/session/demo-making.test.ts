import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demoMaking } from '#electron/kernel/session/demo-making.ts';
import { removeCutOffSetUp } from '#electron/vault/cut-off-setup.ts';
import { openVault } from '#electron/vault/vault.ts';
import { codeOf, openDesk } from '#tests/support/desk.ts';

const FILES = /^(app\.db.*|anchor\.json|keystore\.json.*|device\.bin|setting-up|quarantine)$/;
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'griddesk-making-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a large demo that is stopped while it is made leaves nothing behind, and the next start makes it anew', async () => {
  const desk = openDesk(folder);
  const [said, told]: [string[], string[]] = [[], []];
  const making = demoMaking({ keeper: desk.keeper, vault: desk.vault, size: 'sub-district', clear: () => removeCutOffSetUp(folder), say: (line) => said.push(line) });
  expect(desk.keeper.station('sub-district')).toMatchObject({ state: 'making', demo: true });
  const stopped = making.open({ progress: (_done, _total, what = '') => void told.push(what), cancelled: () => told.length > 0 });
  expect(await codeOf(stopped)).toBe('task/cancelled');
  expect([said[0], told[0]]).toEqual(['persons: 0 of 120,000 (0 %)', 'persons']);
  expect(readdirSync(folder).filter((name) => FILES.test(name))).toEqual([]);
  expect(desk.keeper.station('sub-district').state).toBe('making');
  expect(desk.keeper.station('community').state).toBe('first-run');
  await desk.close();
});

it.each([true, false])('what a making that was killed left goes only where everything is invented (%s)', async (isInvented) => {
  for (const name of ['setting-up', 'app.db', 'anchor.json']) writeFileSync(join(folder, name), 'half');
  const vault = openVault(folder, { kdf: { m: 64 * 1024, t: 3, p: 2 }, isInvented });
  const { keys } = await vault.create({ uid: '019c0000-0000-7000-8000-0000000000a1', name: 'demo', password: 'GridDesk-2026', locale: 'zh-CN' });
  keys.wipe();
  vault.close();
  expect(existsSync(join(folder, 'quarantine'))).toBe(!isInvented);
});
