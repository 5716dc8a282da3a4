import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { codeOf, openDesk, type TestDesk } from '#tests/support/desk.ts';

const FIRST = { communityName: '清波门社区', name: 'wangfang', displayName: '王芳', password: 'Qingbo-Men-51' };
const grid = (name: string) => ({ name, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });

const desks: TestDesk[] = [];
const desk = (folder?: string): TestDesk => {
  const opened = openDesk(folder);
  desks.push(opened);
  return opened;
};
afterEach(async () => {
  for (const opened of desks.splice(0)) {
    await opened.close();
    opened.remove();
  }
});

/** A station whose file was put back to what it was before the last grid; the anchor beside it knows better. */
async function withOlderFile(): Promise<TestDesk> {
  const first = desk();
  // one person in both roles: administrators set up, supervisors settle
  const sheet = await first.keeper.setUp(FIRST, true);
  await first.keeper.confirmSheet(sheet.challenge.map((position) => ({ position, word: sheet.words[position - 1] ?? '' })));
  await first.call('grid.createGrid', grid('一网格'));
  await first.close();
  const file = join(first.folder, 'app.db');
  copyFileSync(file, join(first.folder, 'older.db'));

  const second = desk(first.folder);
  await second.keeper.signIn(FIRST.name, FIRST.password);
  await second.call('grid.createGrid', grid('二网格'));
  await second.close();
  copyFileSync(join(first.folder, 'older.db'), file);
  return desk(first.folder);
}

it('an older file put back is only shown until a supervisor has decided', async () => {
  const opened = await withOlderFile();
  const before = readFileSync(join(opened.folder, 'app.db'));
  await opened.keeper.signIn(FIRST.name, FIRST.password);
  expect(opened.keeper.current().readOnly).toBe(true);
  expect(await opened.call('grid.listGrids', {})).toMatchObject({ count: 1, rows: [{ name: '一网格' }] });
  expect(await codeOf(opened.call('grid.createGrid', grid('三网格')))).toBe('database/rolled-back');
  expect(readFileSync(join(opened.folder, 'app.db')).equals(before)).toBe(true);

  await opened.call('audit.settleRollback', { reason: '从旧电脑拷回' });
  expect(opened.keeper.current().readOnly).toBe(false);
  await opened.call('grid.createGrid', grid('三网格'));
  await opened.close();
  const again = desk(opened.folder);
  await again.keeper.signIn(FIRST.name, FIRST.password);
  expect(again.keeper.current().readOnly).toBe(false);
  expect(await again.call('audit.verifyAudit', {})).toMatchObject({ problems: [] });
});
