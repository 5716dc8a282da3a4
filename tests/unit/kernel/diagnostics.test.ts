import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnosticsText } from '#electron/kernel/diagnostics/diagnostics.tasks.ts';
import { failureLog } from '#electron/kernel/diagnostics/failure-log.ts';
import { defaultPreferences } from '#electron/kernel/settings/preferences-file.ts';
import { writtenFiles } from '#electron/kernel/files/written-files.ts';
import { impersonal } from '#shared/kernel/diagnostics/impersonal.rules.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'griddesk-diagnostics-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a line of the log', () => {
  it('names nobody and keeps where it failed', () => {
    const line = 'Error: row 王秀英 11010519491231002X 13812345678 at C:\\Users\\wangxy\\AppData\\out\\main\\index.js:12:5 mail a@b.cn';
    expect(impersonal(line)).toBe('Error: row □□□ # # at C:\\Users\\~\\AppData\\out\\main\\index.js:12:5 mail @');
  });
  it('never lets a name, a number or a phone through', () => {
    const han = fc.stringMatching(/^[\u4e00-\u9fff]{2,4}$/);
    const digits = fc.stringMatching(/^\d{11,18}$/);
    fc.assert(fc.property(han, digits, fc.string(), (name, number, noise) => {
      const kept = impersonal(`${noise}${name} ${number}${noise}`);
      expect(kept).not.toMatch(/\p{Script=Han}/u);
      expect(kept).not.toMatch(/\d{4,}/);
    }));
  });
});

describe('the diagnostics', () => {
  const deps = () => ({
    version: '9.9.9',
    dataFolder: folder,
    demo: false,
    preferences: () => defaultPreferences,
    backups: () => ({ lastGoodAt: null, ageDays: null, running: false, lastFailure: 'disk/full', lastDrillAt: null }),
    failures: failureLog(folder),
    files: writtenFiles(folder, { folderOf: () => undefined, rememberFolder: () => {} }),
  });
  it('tell program, PC, backups and failures, and neither a person nor a path', async () => {
    const facts = deps();
    facts.failures.add(`4a5b6c7d Error: UNIQUE failed for 王秀英 in ${folder}`);
    const text = await diagnosticsText(facts, ['clerk']);
    expect(text).toContain('GridDesk 9.9.9');
    expect(text).toContain('last failure disk/full');
    expect(text).toMatch(/Error: UNIQUE failed for □□□/);
    expect(text.split('--- failures ---')[0]).not.toContain(folder);
  });
  it('keep a log that does not grow without end', () => {
    const failures = failureLog(folder);
    for (let line = 0; line < 2500; line += 1) failures.add('x'.repeat(1000));
    failures.add('the last one');
    expect(statSync(join(folder, 'logs/failures.log')).size).toBeLessThan(600 * 1024);
    expect(failures.text()).toContain('the last one');
  });
});
