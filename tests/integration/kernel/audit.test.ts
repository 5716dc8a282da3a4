import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditVerdict } from '#shared/kernel/audit/audit.contract.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  for (const name of ['东网格', '西网格', '南网格']) await desk.done('grid.createGrid', { name, type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
});
afterEach(() => desk.close());

const verify = (auditKey?: string) => desk.done<AuditVerdict>('audit.verifyAudit', auditKey === undefined ? {} : { auditKey });
const kinds = (verdict: AuditVerdict): string[] => [...new Set(verdict.problems.map((problem) => problem.kind))].sort();
/** What somebody could do who has the key and a database tool: past the triggers. */
const tamper = (sql: string): void => {
  desk.sqlite().exec(`DROP TRIGGER IF EXISTS audit_entry_no_update; DROP TRIGGER IF EXISTS audit_entry_no_delete; DROP TRIGGER IF EXISTS record_change_no_update; DROP TRIGGER IF EXISTS record_change_no_delete; PRAGMA foreign_keys = OFF; ${sql}; PRAGMA foreign_keys = ON;`);
};

describe('the log', () => {
  it('is whole after ordinary work, with the printed key and without it', async () => {
    expect(await verify(desk.auditKey)).toMatchObject({ problems: [], checks: { order: true, seals: true, anchor: true, changes: true, rows: true } });
    expect(await verify()).toMatchObject({ problems: [], checks: { seals: false } });
  });
  it('cannot be changed or deleted by a statement', () => {
    expect(() => desk.sqlite().exec("UPDATE audit_entry SET actor_name = '别人'")).toThrow(/append-only/);
    expect(() => desk.sqlite().exec('DELETE FROM audit_entry')).toThrow(/append-only/);
    expect(() => desk.sqlite().exec('DELETE FROM record_change')).toThrow(/append-only/);
  });
  it.each([
    ['a changed actor', "UPDATE audit_entry SET actor_name = '别人' WHERE seq = 3", ['mac']],
    ['a changed time', "UPDATE audit_entry SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 2", ['mac']],
    ['an entry taken out', 'DELETE FROM record_change WHERE audit_seq = 3; DELETE FROM audit_entry WHERE seq = 3', ['gap', 'mac']],
    ['the newest entry taken out', 'DELETE FROM record_change WHERE audit_seq = (SELECT max(seq) FROM audit_entry); DELETE FROM audit_entry WHERE seq = (SELECT max(seq) FROM audit_entry)', ['anchor', 'seal']],
    ['a record changed behind the log', "UPDATE grid SET name = '改名' WHERE name = '东网格'", ['row']],
    ['a record deleted behind the log', "DELETE FROM grid WHERE name = '东网格'", ['row']],
    ['a history rewritten', "UPDATE record_change SET fields = '{}' || '' , after_hash = 'x' WHERE audit_seq = 3", ['changes', 'row']],
    ['a history taken out', 'DELETE FROM record_change WHERE audit_seq = 3', ['changes']],
    ['the next key turned back', "UPDATE audit_seal SET key = zeroblob(32)", ['seal']],
  ])('betrays %s', async (_what, sql, expected) => {
    tamper(sql);
    const found = kinds(await verify(desk.auditKey));
    for (const kind of expected) expect(found).toContain(kind);
  });
  it('betrays an older file that was put back: nothing more is written until a supervisor decides', async () => {
    tamper("DELETE FROM record_change WHERE audit_seq = (SELECT max(seq) FROM audit_entry); DELETE FROM audit_entry WHERE seq = (SELECT max(seq) FROM audit_entry); UPDATE audit_seal SET next_seq = next_seq - 1");
    expect(desk.reopen().missingEntries).toBe(1);
    expect(await desk.refused('grid.createGrid', { name: '北网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' })).toBe('database/rolled-back');
    await desk.done('audit.settleRollback', { reason: '已核对，采用现有文件' });
    expect((await desk.call('grid.createGrid', { name: '北网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' })).ok).toBe(true);
    expect(desk.reopen().missingEntries).toBe(0);
  });
  it('takes an anchor that was not written with this file’s key for a forged one', () => {
    writeFileSync(desk.files.anchorFile, JSON.stringify({ seq: 1, head: 'x', mac: 'y' }));
    expect(desk.reopen().missingEntries).toBeGreaterThan(0);
  });
  it('is not deceived when the anchor was taken away', async () => {
    rmSync(desk.files.anchorFile);
    expect(desk.reopen().missingEntries).toBe(1);
    await desk.done('audit.settleRollback', { reason: '已核对，采用现有文件' });
    expect(desk.reopen().missingEntries).toBe(0);
  });
  it('keeps what a change did together with the change: a failing command leaves neither', async () => {
    const before = desk.count('audit_entry');
    expect(await desk.refused('grid.createGrid', { name: '东网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' })).toBe('grid/name-taken');
    expect(desk.count('audit_entry')).toBe(before);
  });
});
