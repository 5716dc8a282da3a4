import { afterEach, describe, expect, it } from 'vitest';
import { read, writeXlsx } from 'hucre';
import { badRowsWorkbook, type FormSheet } from '#electron/kernel/imports/bad-rows-workbook.ts';
import { findingSentence, noteTitle } from '#electron/kernel/imports/finding-words.ts';
import { packWorkbook } from '#electron/kernel/imports/workbook.ts';
import { parseWorkbook } from '#electron/kernel/imports/workbook-parse.ts';
import { filledForm, hasForms, rowsOf, stage, stageBytes, withGrids } from '#tests/support/forms.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';
import { readFileSync } from 'node:fs';

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

describe.skipIf(!hasForms)('the bad rows of a form', () => {
  it('come back in the form’s own shape with the reason at each cell, and go in once corrected', async () => {
    const desk = await station();
    const batch = await stage(desk, filledForm('HOUSEHOLDSTAFF'));
    await desk.done('imports.commitStaged', { batchId: batch.id });
    const before = desk.count('person');
    const bad = await rowsOf(desk, batch.id, ['bad']);
    const { sheets } = await desk.done<{ sheets: FormSheet[] }>('imports.readLayout', { batchId: batch.id });
    const bytes = await badRowsWorkbook(sheets, bad, noteTitle('zh-CN'), (finding) => findingSentence('zh-CN', finding, batch.columns));

    const form = (await read(bytes)).sheets[0];
    const original = (await read(readFileSync(filledForm('HOUSEHOLDSTAFF')))).sheets[0];
    expect(form?.name).toBe('户籍人口登记表');
    expect(form?.rows[4]?.slice(0, 5)).toEqual(original?.rows[4]?.slice(0, 5));
    expect(form?.merges?.length).toBe(original?.merges?.filter((merge) => merge.endRow <= 5).length);
    const note = form?.rows[5]?.indexOf('需更正') ?? -1;
    expect(note).toBeGreaterThan(30);
    expect(form?.rows.slice(6).every((row) => String(row[note]).includes('：'))).toBe(true);
    expect(form?.rows[6]?.[note]).toBe('A 姓名：必填，不能空着');

    const rows = form?.rows.map((row) => [...row]) ?? [];
    if (rows[6]) rows[6][0] = '周正';
    const again = await stageBytes(desk, '更正.xlsx', Buffer.from(await writeXlsx({ sheets: [{ name: '户籍人口登记表', rows }] })));
    expect(again.counts).toMatchObject({ total: bad.length, new: 1, bad: bad.length - 1 });
    await desk.done('imports.commitStaged', { batchId: again.id });
    expect(desk.count('person')).toBe(before + 1);
    expect(desk.count('person', "name = '周正'")).toBe(1);
  });

  it('are not written by an import that was cancelled, nor is anything else', async () => {
    const desk = await station();
    const entries = desk.count('audit_entry');
    const workbook = packWorkbook(await parseWorkbook(readFileSync(filledForm('FLOATINGPOPULATION'))));
    let steps = 0;
    const control = { progress: () => void (steps += 1), cancelled: () => steps >= 1 };
    expect(await desk.host().call(desk.actorOf({}), 'imports.stageBatch', { profile: null, fileName: 'x.xls', workbook }, control)).toMatchObject({ ok: false, error: { code: 'task/cancelled' } });
    const batch = await stage(desk, filledForm('FLOATINGPOPULATION'));
    steps = 0;
    expect(await desk.host().call(desk.actorOf({}), 'imports.commitStaged', { batchId: batch.id }, control)).toMatchObject({ ok: false, error: { code: 'task/cancelled' } });
    expect(desk.count('person')).toBe(0);
    expect(desk.count('audit_entry')).toBe(entries + 1);
    expect(desk.count('import_batch')).toBe(1);
  });

  it('stay in a full disk’s way without harm: the import says so, the file is whole, and it goes on once there is room', async () => {
    const desk = await station();
    const batch = await stage(desk, filledForm('FLOATINGPOPULATION'));
    const pages = desk.sqlite().pragma('page_count', { simple: true }) as number; // SQLite answers this pragma with an integer
    desk.sqlite().pragma(`max_page_count = ${pages + 20}`);
    expect(await desk.refused('imports.commitStaged', { batchId: batch.id })).toBe('disk/full');
    expect(desk.count('person')).toBe(0);
    expect(desk.sqlite().pragma('integrity_check', { simple: true })).toBe('ok');
    desk.sqlite().pragma('max_page_count = 1000000');
    await desk.done('imports.commitStaged', { batchId: batch.id });
    expect(desk.count('person')).toBe(1000);
  });
});
