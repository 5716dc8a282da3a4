import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { expectedRows, filledForm, hasForms, rowsOf, stage, withGrids } from '#tests/support/forms.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

/** The finding each planted fault must be reported with, and the title of its column. */
const REPORTED: Readonly<Record<string, readonly [code: string, title: string]>> = {
  missingName: ['required-missing', '姓名*'],
  missingGrid: ['required-missing', '所属网格*'],
  unknownGrid: ['unknown-grid', '所属网格*'],
  duplicateInFile: ['duplicate-in-file', '身份证号码*'],
  idChecksum: ['id-checksum', '身份证号码*'],
  idDate: ['id-date', '身份证号码*'],
  idAsNumber: ['id-as-number', '身份证号码*'],
  birthDisagreesWithId: ['birth-differs', '出生日期'],
  sexDisagreesWithId: ['sex-differs', '性别*'],
  badDate: ['bad-date', '出生日期'],
  unknownNation: ['unknown-code', '民族*'],
  phoneTooShort: ['phone-invalid', '联系手机'],
  formulaLike: ['formula-like', '姓名*'],
  fullWidthId: ['id-tidied', '身份证号码*'],
  idLowercaseX: ['id-tidied', '身份证号码*'],
  spacesInName: ['spaces-removed', '姓名*'],
};

const stations: Workstation[] = [];
const station = async (): Promise<Workstation> => {
  const opened = await openWorkstation({ roles: ['supervisor'] });
  stations.push(opened);
  opened.advance(Date.parse('2026-11-23T01:00:00Z') - opened.clock.now().getTime());
  await withGrids(opened);
  return opened;
};
afterEach(() => {
  for (const opened of stations.splice(0)) opened.close();
});

describe.skipIf(!hasForms)('the filled registration form of registered persons', () => {
  it('reports every planted fault at its cell and refuses no clean row', async () => {
    const desk = await station();
    const batch = await stage(desk, filledForm('HOUSEHOLDSTAFF'));
    expect(batch.profile).toBe('registered-persons');
    expect(batch.headerRow).toBe(6);
    const rows = await rowsOf(desk, batch.id);
    expect(rows).toHaveLength(10_000);
    const byRow = new Map(rows.map((row) => [row.row, row]));
    const column = (title: string): number => batch.columns.find((candidate) => candidate.title === title)?.index ?? -2;
    for (const planted of expectedRows()) {
      const row = byRow.get(planted.row);
      const [code, title] = REPORTED[planted.kind] ?? ['?', '?'];
      expect(row?.findings.map((finding) => `${finding.code}@${finding.column}`), `row ${planted.row} ${planted.kind}`).toContain(`${code}@${column(title)}`);
      expect(row?.verdict, `row ${planted.row} ${planted.kind}`).toBe(planted.acceptableAfterNormalising ? 'new' : 'bad');
    }
    const planted = new Set(expectedRows().map((row) => row.row));
    expect(rows.filter((row) => !planted.has(row.row) && row.verdict !== 'new').map((row) => [row.row, row.findings])).toEqual([]);
    expect(desk.count('person')).toBe(0);
  });

  it('writes the sound rows in one transaction, joins households, and takes everything back', async () => {
    const desk = await station();
    const staged = await stage(desk, filledForm('HOUSEHOLDSTAFF'));
    const entries = desk.count('audit_entry');
    const batch = await desk.done<ImportBatch>('imports.commitStaged', { batchId: staged.id });
    const bad = expectedRows().filter((row) => !row.acceptableAfterNormalising).length;
    expect(batch.counts).toMatchObject({ new: 10_000 - bad, bad });
    expect(desk.count('person')).toBe(10_000 - bad);
    expect(desk.count('household')).toBeGreaterThan(3300);
    expect(desk.count('audit_entry')).toBe(entries + 1);
    expect(desk.count('household', 'head_id IS NOT NULL')).toBeGreaterThan(3000);
    expect((await rowsOf(desk, staged.id)).every((row) => row.verdict === 'bad')).toBe(true);
    expect((await desk.done<{ problems: unknown[] }>('audit.verifyAudit', { auditKey: desk.auditKey })).problems).toEqual([]); // every record is as its insert said

    const again = await stage(desk, filledForm('HOUSEHOLDSTAFF'));
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 10_000 - bad, bad });

    const undone = await desk.done<{ undone: number; kept: number }>('imports.undoBatch', { batchId: staged.id });
    expect(undone.kept).toBe(0);
    expect(desk.count('person', 'removed_at IS NULL')).toBe(0);
    expect(desk.count('household', 'removed_at IS NULL')).toBe(0);
    const verdict = await desk.done<{ problems: unknown[] }>('audit.verifyAudit', { auditKey: desk.auditKey });
    expect(verdict.problems).toEqual([]);
  });

  it('leaves behind a person who was entered since the dry run, and writes the others', async () => {
    const desk = await station();
    const staged = await stage(desk, filledForm('FLOATINGPOPULATION'));
    const [first] = await rowsOf(desk, staged.id, ['new']);
    const idNumber = first?.cells[staged.columns.find((column) => column.field === 'idNumber')?.index ?? -1] ?? '';
    const { rows } = await desk.done<{ rows: { id: string }[] }>('grid.listGrids', {});
    await desk.done('grid.createPerson', { name: '先到的人', formerName: '', reading: '', sex: '0', birthOn: null, idType: '111', idNumber, ethnic: '', nativePlace: '', marital: '', political: '', education: '', occupation: '', workplace: '', phone: '', category: 'floating', registeredPlace: '', registeredAddress: '', presentAddress: '', livesWhereRegistered: null, gridId: rows[0]?.id, householdId: null, relationToHead: '', dwellingId: null, note: '' });
    const batch = await desk.done<ImportBatch>('imports.commitStaged', { batchId: staged.id });
    expect(batch.counts).toMatchObject({ new: 999, bad: 1 });
    expect((await rowsOf(desk, staged.id)).map((row) => [row.row, row.findings.map((finding) => finding.code)])).toEqual([[first?.row, ['changed-meanwhile']]]);
    expect(desk.count('person', `id_number = '${idNumber}' AND name = '先到的人'`)).toBe(1);
  });

  it('checks every row anew when what the checks rest on has changed since the dry run', async () => {
    const desk = await station();
    const staged = await stage(desk, filledForm('FLOATINGPOPULATION'));
    const { rows } = await desk.done<{ rows: { id: string; name: string; version: number }[] }>('grid.listGrids', {});
    const closed = rows.find((grid) => grid.name === '第一网格');
    await desk.done('grid.closeGrid', { id: closed?.id, version: closed?.version, closedOn: '2026-11-23', reason: '并入第二网格' });
    const batch = await desk.done<ImportBatch>('imports.commitStaged', { batchId: staged.id });
    const left = await rowsOf(desk, staged.id, ['bad']);
    expect(left.length).toBeGreaterThan(0);
    expect(batch.counts).toMatchObject({ new: 1000 - left.length, bad: left.length });
    expect(left.every((row) => row.findings.some((finding) => finding.code === 'grid-closed'))).toBe(true);
    expect(desk.count('person', `grid_id = '${closed?.id}'`)).toBe(0);
  });

  it('writes the log of a long import into the file by itself, after the answer', async () => {
    const desk = await station();
    const staged = await stage(desk, filledForm('FLOATINGPOPULATION'));
    await desk.done('imports.commitStaged', { batchId: staged.id });
    await setImmediate();
    const [log] = desk.sqlite().pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[]; // SQLite's one row of these names
    expect(log?.log).toBeGreaterThan(200);
    expect(log?.checkpointed).toBe(log?.log);
  });

  it('never overwrites silently: a person who is there is compared, and the choice decides', async () => {
    const desk = await station();
    const first = await stage(desk, filledForm('HOUSEHOLDSTAFF'));
    await desk.done('imports.commitStaged', { batchId: first.id });
    desk.sqlite().prepare("UPDATE person SET workplace = '旧单位', education = '10' WHERE row_no = 1").run();
    const again = await stage(desk, filledForm('HOUSEHOLDSTAFF'));
    expect(again.counts.changed).toBe(1);
    expect(await desk.refused('imports.commitStaged', { batchId: again.id })).toBe('import/undecided-left');
    const [changed] = await rowsOf(desk, again.id, ['changed']);
    expect(changed?.differences.map((difference) => difference.field)).toEqual(['education']);
    await desk.done('imports.chooseDifferences', { batchId: again.id, sheet: changed?.sheet, row: changed?.row, choice: 'theirs' });
    await desk.done('imports.commitStaged', { batchId: again.id });
    expect(desk.count('person', "row_no = 1 AND education <> '10' AND workplace = '旧单位' AND version = 2")).toBe(1);
  });

  it('checks a corrected cell at once, and the rows that repeated it', async () => {
    const desk = await station();
    const batch = await stage(desk, filledForm('HOUSEHOLDSTAFF'));
    const row = (await rowsOf(desk, batch.id, ['bad'])).find((candidate) => candidate.row === 11);
    const fixed = await desk.done<{ verdict: string; findings: unknown[] }>('imports.fixCell', { batchId: batch.id, sheet: row?.sheet, row: 11, column: 0, text: '王小明' });
    expect(fixed.verdict).toBe('new');
    expect((await desk.done<ImportBatch>('imports.getBatch', { batchId: batch.id })).counts.bad).toBe(batch.counts.bad - 1);
  });

  it('is nobody else’s: an administrator is refused the residents’ rows', async () => {
    const desk = await station();
    const batch = await stage(desk, filledForm('FLOATINGPOPULATION'));
    expect(batch.profile).toBe('floating-persons');
    expect(batch.counts).toMatchObject({ total: 1000, new: 1000, bad: 0 });
    const refused = await desk.callAs({ roles: ['administrator'] }, 'imports.listRows', { batchId: batch.id });
    expect(refused.ok ? '' : refused.error.code).toBe('auth/forbidden');
  });
});
