import { afterEach, describe, expect, it } from 'vitest';
import { codeOf, openDesk, type TestDesk } from '#tests/support/desk.ts';

const FIRST = { communityName: '清波门社区', name: 'wangfang', displayName: '王芳', password: 'Qingbo-Men-51' };

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

const typedBack = (sheet: { words: string[]; challenge: number[] }) => sheet.challenge.map((position) => ({ position, word: ` ${sheet.words[position - 1] ?? ''}` }));
const asksForSheet = async ({ call }: TestDesk): Promise<boolean> => ((await call('notifications.listToday')) as { kind: string }[]).some(({ kind }) => kind === 'recovery-sheet-unconfirmed');

/** A station whose sheet was made and never confirmed, at its next start. */
async function neverConfirmed(): Promise<{ desk: TestDesk; words: string[] }> {
  const first = desk();
  const { words } = await first.keeper.setUp(FIRST, false);
  await first.close();
  const second = desk(first.folder);
  await second.keeper.signIn(FIRST.name, FIRST.password);
  return { desk: second, words };
}

describe('a sheet that was not confirmed', () => {
  it('is shown again to a page that was loaded again, as long as the program runs', async () => {
    const { keeper } = desk();
    const sheet = await keeper.setUp(FIRST, false);
    expect(keeper.station(null).state).toBe('recovery-sheet');
    expect(keeper.sheet()).toEqual(sheet);
    await keeper.confirmSheet(typedBack(keeper.sheet()));
    expect(await codeOf(Promise.resolve().then(() => keeper.sheet()))).toBe('session/no-sheet');
  });
  it('is asked for on Today until a new one was confirmed, whose words then are the only ones', async () => {
    const { desk: second, words } = await neverConfirmed();
    const { keeper, call } = second;
    expect(await asksForSheet(second)).toBe(true);
    expect(await call('session.getSheetState')).toMatchObject({ confirmedAt: null });
    expect(await codeOf(keeper.renewSheet('not it'))).toBe('session/wrong-password');
    expect(keeper.actor()).not.toBeNull();

    await keeper.renewSheet(FIRST.password);
    expect([keeper.actor(), keeper.station(null).state]).toEqual([null, 'recovery-sheet']);
    const renewed = keeper.sheet();
    expect(await codeOf(keeper.confirmSheet(renewed.challenge.map((position) => ({ position, word: '错' }))))).toBe('session/words-differ');
    await keeper.confirmSheet(typedBack(renewed));
    expect(keeper.current().displayName).toBe('王芳');
    expect(await asksForSheet(second)).toBe(false);

    await keeper.close('signed-out', '');
    expect(await codeOf(keeper.recover(words.join(' '), FIRST.name, 'Liu-Yin-Lu-77'))).toBe('session/wrong-words');
    await keeper.recover(renewed.words.join(' '), FIRST.name, 'Liu-Yin-Lu-77');
    expect(keeper.station(null).state).toBe('recovery-sheet');
  });
  it('is put on record when it is made and when it is confirmed', async () => {
    const { keeper, call } = desk();
    await keeper.confirmSheet(typedBack(await keeper.setUp(FIRST, false)));
    await keeper.renewSheet(FIRST.password);
    await keeper.confirmSheet(typedBack(keeper.sheet()));
    const { entries } = (await call('audit.listOwnEntries', { offset: 0, limit: 50 })) as { entries: { action: string }[] };
    expect(entries.map(({ action }) => action).toReversed()).toEqual(['station.set-up', 'recovery-sheet.confirmed', 'session.opened', 'recovery-sheet.made', 'recovery-sheet.confirmed']);
    expect(await call('audit.verifyAudit', {})).toMatchObject({ problems: [] });
  });
  it('does not keep the desk open: it goes with the lock of the computer and with time', async () => {
    for (const end of ['system', 'idle'] as const) {
      const { keeper, ended, passMinutes } = desk();
      await keeper.setUp(FIRST, false);
      passMinutes(31);
      if (end === 'idle') keeper.checkIdle();
      await keeper.close('system', '');
      expect(ended).toEqual([end]);
      expect(keeper.station(null)).toMatchObject({ state: 'signed-out', lockedBecause: end });
      expect(await codeOf(Promise.resolve().then(() => keeper.sheet()))).toBe('session/no-sheet');
      await keeper.signIn(FIRST.name, FIRST.password);
      expect(keeper.current().displayName).toBe('王芳');
    }
  });
});
