import { describe, expect, it } from 'vitest';
import commonPasswords from '#resources/passwords/common.json' with { type: 'json' };
import en from '#resources/locales/en.ts';
import { passwordProblems, passwordReasons } from '#shared/kernel/session/password.rules.ts';

const names = ['wangfang', '王芳', '柳荫社区'];
const problems = (password: string, complexity = true) => passwordProblems(password, { names, complexity });

describe('a password', () => {
  it.each(['GridDesk-2026', 'Correct horse 42', '今天下雨Ab，很大的雨', 'Xk9!mPq2#vLw', 'a'.repeat(60) + 'bC-dE fG7'])('%s is accepted', (password) => expect(problems(password)).toEqual([]));
  it.each([
    ['Ab1-xyz', ['too-short']],
    ['Zx9-é'.normalize('NFD').padEnd(7, 'q'), ['too-short']],
    [`Ab1-${'xyzuv'.repeat(25)}`, ['too-long']],
    ['Wangfang-2026', ['contains-name']],
    ['Xy7-我爱王芳吗', ['contains-name']],
    ['Ab7-柳荫的春天', ['contains-name']],
    ['correct horse battery', ['needs-classes']],
  ])('%s is refused', (password, reasons) => expect(problems(password)).toEqual(reasons));
  it.each(['5201314520', 'Password123!', 'WOAINI1314', 'Admin@123', 'qwertyuiop', '19880808', 'wf19880808', '13912345678', 'aaaaaaaaaa', 'ababababab', '12341234', '1qaz@WSX', 'ｐａｓｓｗｏｒｄ', '87654321', '我爱你1314'])('%s is common', (password) =>
    expect(problems(password, false)).toContain('common'));
  it('counts signs, not bytes', () => {
    expect(problems('密'.repeat(3) + '码好记难猜', false)).toEqual([]);
    expect(problems('😀😁😂🤣', false)).toEqual(['too-short']);
  });
  it('may be of one class where the station does not ask for more', () => expect(problems('correct horse battery', false)).toEqual([]));
  it('has words for every reason', () => {
    for (const reason of passwordReasons) expect(Object.keys(en)).toContain(`password.reason.${reason}`);
  });
  it('is compared with several hundred common ones, each once and folded', () => {
    const { words } = commonPasswords;
    expect(words.length).toBeGreaterThan(500);
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => word !== word.normalize('NFKC').toLowerCase())).toEqual([]);
  });
});
