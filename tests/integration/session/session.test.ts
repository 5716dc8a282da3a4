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

const typedBack = (sheet: { words: string[]; challenge: number[] }) => sheet.challenge.map((position) => ({ position, word: sheet.words[position - 1] ?? '' }));

describe('the first run', () => {
  it('ends only when three words of the sheet were typed back', async () => {
    const { keeper } = desk();
    expect(keeper.station(null).state).toBe('first-run');
    expect(await codeOf(keeper.setUp({ ...FIRST, password: 'wangfang' }, false))).toBe('session/password-refused');
    const sheet = await keeper.setUp(FIRST, false);
    expect(keeper.station(null).state).toBe('recovery-sheet');
    expect(keeper.actor()).toBeNull();
    expect(await codeOf(keeper.confirmSheet(sheet.challenge.map((position) => ({ position, word: '错' }))))).toBe('session/words-differ');
    expect(keeper.actor()).toBeNull();
    await keeper.confirmSheet(typedBack(sheet));
    expect(keeper.current()).toMatchObject({ displayName: '王芳', roles: ['administrator'], communityName: '清波门社区', demo: false });
    expect(await codeOf(keeper.setUp(FIRST, false))).toBe('session/already-set-up');
  });
});

describe('a session', () => {
  it('is kept over a restart: the same password, name and file', async () => {
    const first = desk();
    await first.keeper.confirmSheet(typedBack(await first.keeper.setUp(FIRST, false)));
    await first.call('grid.createGrid', { name: '一网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
    await first.close();

    const second = desk(first.folder);
    expect(second.keeper.station(null).state).toBe('signed-out');
    const wrong = await codeOf(second.keeper.signIn('wangfang', 'Qingbo-Men-52'));
    expect(wrong).toBe('session/wrong-credentials');
    expect(await codeOf(second.keeper.signIn('nobody', 'Qingbo-Men-51'))).toBe(wrong);
    await second.keeper.signIn('WangFang', 'Qingbo-Men-51');
    expect(await second.call('grid.listGrids', {})).toMatchObject({ count: 1, rows: [{ name: '一网格' }] });
  });
  it('ends when nobody touched it, whatever the wall clock says, and leaves no open keys', async () => {
    const { keeper, passMinutes, ended } = desk();
    await keeper.confirmSheet(typedBack(await keeper.setUp(FIRST, false)));
    passMinutes(9);
    keeper.touch();
    passMinutes(9);
    keeper.checkIdle();
    expect(keeper.actor()).not.toBeNull();
    passMinutes(2);
    keeper.checkIdle();
    await keeper.close('idle', '');
    expect(ended).toEqual(['idle']);
    expect(keeper.station(null)).toMatchObject({ state: 'signed-out', lockedBecause: 'idle' });
    expect(() => keeper.keys()).toThrow();
  });
  it('is locked at a place and found there again by the same person', async () => {
    const { keeper } = desk();
    await keeper.confirmSheet(typedBack(await keeper.setUp(FIRST, false)));
    await keeper.close('manual', '/grid/persons?x=1');
    await keeper.signIn('wangfang', 'Qingbo-Men-51');
    expect(keeper.current().lastPlace).toBe('/grid/persons?x=1');
    await keeper.close('signed-out', '');
    await keeper.signIn('wangfang', 'Qingbo-Men-51');
    expect(keeper.current().lastPlace).toBe('');
  });
  it('takes a new password and refuses the old one from then on', async () => {
    const { keeper } = desk();
    await keeper.confirmSheet(typedBack(await keeper.setUp(FIRST, false)));
    expect(await codeOf(keeper.changePassword('falsch', 'Andere-Worte-77'))).toBe('session/wrong-password');
    expect(await codeOf(keeper.changePassword(FIRST.password, FIRST.password))).toBe('session/password-refused');
    await keeper.changePassword(FIRST.password, 'Liu-Yin-Lu-77');
    await keeper.close('signed-out', '');
    expect(await codeOf(keeper.signIn('wangfang', FIRST.password))).toBe('session/wrong-credentials');
    await keeper.signIn('wangfang', 'Liu-Yin-Lu-77');
  });
});

describe('the recovery words', () => {
  it('open without any password, give a new one, and are replaced', async () => {
    const { keeper } = desk();
    const sheet = await keeper.setUp(FIRST, false);
    await keeper.confirmSheet(typedBack(sheet));
    await keeper.close('signed-out', '');
    expect(await codeOf(keeper.recover(sheet.words.toReversed().join(' '), 'wangfang', 'Liu-Yin-Lu-77'))).toMatch(/^session\/wrong-/);
    const renewed = await keeper.recover(sheet.words.join(' '), 'wangfang', 'Liu-Yin-Lu-77');
    expect(renewed.words).not.toEqual(sheet.words);
    await keeper.confirmSheet(typedBack(renewed));
    expect(keeper.current().displayName).toBe('王芳');
    await keeper.close('signed-out', '');
    expect(await codeOf(keeper.recover(sheet.words.join(' '), 'wangfang', 'Noch-Ein-Wort-9'))).toMatch(/^session\/wrong-/);
    await keeper.signIn('wangfang', 'Liu-Yin-Lu-77');
  });
});

describe('two at once', () => {
  it('cannot hold one data folder', async () => {
    const first = desk();
    await first.keeper.confirmSheet(typedBack(await first.keeper.setUp(FIRST, false)));
    const second = desk(first.folder);
    expect(await codeOf(second.keeper.signIn('wangfang', FIRST.password))).toBe('session/second-instance');
    expect(await first.call('grid.listGrids', {})).toMatchObject({ count: 0 });
  });
  it('reads go on while a report runs, and a cancelled one leaves nothing', async () => {
    const { keeper, call } = desk();
    await keeper.confirmSheet(typedBack(await keeper.setUp(FIRST, false)));
    const [verdict, grids] = await Promise.all([call('audit.verifyAudit', {}), call('grid.listGrids', {})]);
    expect(verdict).toMatchObject({ problems: [] });
    expect(grids).toMatchObject({ count: 0 });
  });
});
