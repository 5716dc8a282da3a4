import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, writeXlsx, type CellValue, type WriteSheet } from 'hucre';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { badRowsWorkbook, type FormSheet } from '#electron/kernel/imports/bad-rows-workbook.ts';
import { formWorkbook } from '#electron/kernel/imports/form-workbook.ts';
import type { FormColumn, ImportBatch, ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import { itemLengths, type AdmissionList, type ListItem, type ListKind } from '#shared/modules/grid/admission/admission-list.schema.ts';
import { rowsOf, stageBytes } from '#tests/support/forms.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
});
afterEach(() => desk.close());

const bytesOf = async (sheets: WriteSheet[]): Promise<Buffer> => Buffer.from(await writeXlsx({ sheets }));
const stage = async (sheets: WriteSheet[], name = '社区工作事项.xlsx'): Promise<ImportBatch> => stageBytes(desk, name, await bytesOf(sheets));
const table = (rows: CellValue[][], name = '表'): WriteSheet => ({ name, rows });
const said = (rows: readonly ImportRow[]) => rows.map(({ verdict, findings }) => [verdict, ...findings.map(({ code, column }) => `${code}@${column}`)]);
const commit = (batch: ImportBatch) => desk.done<ImportBatch>('imports.commitStaged', { batchId: batch.id });
const lists = () => desk.done<AdmissionList[]>('grid.listAdmissionLists');
const draftOf = async (kind: ListKind): Promise<AdmissionList | undefined> => (await lists()).find((list) => list.kind === kind && list.state === 'draft');
const itemsOf = async (kind: ListKind): Promise<ListItem[]> => {
  const draft = await draftOf(kind);
  return draft ? desk.done<ListItem[]>('grid.listAdmissionItems', { filter: { listId: draft.id } }) : [];
};
const item = (values: Partial<ListItem>) => ({ title: '', content: '', legalBasis: '', office: '', means: '', category: '', supportOffices: '', note: '', ...values });
const published = async (kind: ListKind, items: readonly Partial<ListItem>[]): Promise<void> => {
  const list = await desk.done<AdmissionList>('grid.beginAdmissionList', { kind });
  for (const values of items) await desk.done('grid.addListItem', { listId: list.id, ...item(values) });
  await desk.done('grid.publishAdmissionList', { id: list.id, version: list.version, effectiveOn: '2026-03-02' });
};

const HELP = ['序号', '事项类别', '协助事项', '政策依据', '牵头部门', '配合部门', '协助内容', '备注'];
/** One sheet a list, each with its own titles, as a district publishes them. */
const DISTRICT: WriteSheet[] = [
  { name: '附件1', rows: [['社区依法履职事项清单'], ['序号', '事项名称', '主责部门', '法律依据'], ['一、居民自治（2 项）'], [1, '召集居民会议', '区民政局', '《城市居民委员会组织法》第九条（一）'], [2, '公开居务', '区民政局', null], ['二、平安建设'], [3, '调解纠纷', '区司法局', '第三条\n第（四）项'], ['注：本清单自发布之日起施行。']], merges: [{ startRow: 2, endRow: 2, startCol: 0, endCol: 3 }] },
  { name: '附件2', rows: [['社区依法协助事项清单'], HELP, [1, '社会救助', '低保核查', '暂行办法', '区民政局', '区人社局', '入户核查', null], [2, null, '临时救助', null, '区民政局', null, null, '急难随报'], [3, '卫生健康', '老人体检', null, '区卫健局', null, null, null]], merges: [{ startRow: 2, endRow: 3, startCol: 1, endCol: 1 }] },
  { name: '负面清单', rows: [['序号', '负面事项', '承接部门', '上级部门职责'], [1, '拆除违法建设', '区城管局', '依法强制拆除']] },
  { name: '说明', rows: [['本工作簿由街道编制']] },
];

describe('a workbook of the three lists', () => {
  it('comes in sheet by sheet into drafts, with groups carried down and nothing of the file lost, in one entry of the log', async () => {
    const batch = await stage(DISTRICT);
    expect(batch).toMatchObject({ profile: 'admission-items', asksKind: false, counts: { new: 7, bad: 0, skipped: 3 } });
    expect(batch.otherSheets.map(({ name, columns }) => [name, columns.map(({ field }) => field)])).toEqual([
      ['附件2', ['itemNo', 'taskGroup', 'taskTitle', 'taskBasis', 'taskOffice', 'taskHelpers', 'taskContent', 'note']],
      ['负面清单', ['itemNo', 'taskTitle', 'taskOffice', null]],
    ]);
    expect(said(await rowsOf(desk, batch.id))).toEqual([
      ['skipped', 'group-heading@-1'], ['new', 'list-draft-begins@-1'], ['new'], ['skipped', 'group-heading@-1'], ['new'], ['skipped', 'no-record@-1'],
      ['new', 'list-draft-begins@-1'], ['new'], ['new'], ['new', 'list-draft-begins@-1'],
    ]);
    expect(desk.count('admission_list')).toBe(0);
    const entries = desk.count('audit_entry');
    await commit(batch);
    expect(desk.count('audit_entry')).toBe(entries + 1);
    expect((await lists()).map(({ kind, editionNo, state, items }) => [kind, editionNo, state, items])).toEqual([['assist', 1, 'draft', 3], ['negative', 1, 'draft', 1], ['required', 1, 'draft', 3]]);
    expect((await itemsOf('required')).map(({ itemNo, category, title, legalBasis }) => [itemNo, category, title, legalBasis])).toEqual([[1, '居民自治', '召集居民会议', '《城市居民委员会组织法》第九条（一）'], [2, '居民自治', '公开居务', ''], [3, '平安建设', '调解纠纷', '第三条\n第（四）项']]);
    expect((await itemsOf('assist')).map(({ category, title, office, supportOffices, content, note }) => [category, title, office, supportOffices, content, note])).toEqual([['社会救助', '低保核查', '区民政局', '区人社局', '入户核查', ''], ['社会救助', '临时救助', '区民政局', '', '', '急难随报'], ['卫生健康', '老人体检', '区卫健局', '', '', '']]);
    expect(await itemsOf('negative')).toMatchObject([{ title: '拆除违法建设', office: '区城管局', note: '上级部门职责：依法强制拆除' }]);
    expect(await stage(DISTRICT)).toMatchObject({ counts: { same: 7, new: 0, changed: 0, bad: 0 } });
  });

  it('is one table with the list in a column, in any order, or one list under a heading of another', async () => {
    const one = await stage([table([['备注', '责任单位', '事项名称', '清单类别', '依据'], [null, '区民政局', '低保核查', '依法协助类', '办法'], [null, '区城管局', '拆除违法建设', '负面清单', null], [null, null, '召集居民会议', '履职事项', '组织法']])]);
    expect(one.counts).toMatchObject({ new: 3, bad: 0 });
    await commit(one);
    expect([(await itemsOf('required'))[0]?.title, (await itemsOf('assist'))[0]?.title, (await itemsOf('negative'))[0]?.title]).toEqual(['召集居民会议', '低保核查', '拆除违法建设']);
    const below = await stage([table([['社区依法履职事项清单'], ['序号', '事项名称', '责任部门', '法律依据'], [1, '公开居务', '区民政局', null], ['社区依法协助事项清单'], ['序号', '事项名称', '责任部门', '法律依据'], [1, '老人体检', '区卫健局', null]])]);
    expect(said(await rowsOf(desk, below.id))).toEqual([['new', 'list-items-stay@-1'], ['skipped', 'list-heading@-1'], ['skipped', 'no-record@-1'], ['new', 'list-items-stay@-1']]);
    await commit(below);
    expect((await itemsOf('assist')).map(({ itemNo, title }) => [itemNo, title])).toEqual([[1, '低保核查'], [2, '老人体检']]);
  });

  it('says at each bad cell what is wrong, is put right in place, and gives the bad rows back in their own shape', async () => {
    const long = '长'.repeat(itemLengths.office + 1);
    const batch = await stage([table([['社区工作事项清单'], ['清单类别', '序号', '事项名称', '责任部门', '法律依据'], ['依法协助', 1, '低保核查', '区民政局', ''], ['依法协住', 2, '临时救助', '', ''], ['', 3, '老人体检', '', ''], ['依法协助', 4, '', '区民政局', '办法'], ['依法协助', 5, '查', '', ''], ['负面事项', 6, '拆除违建', long, ''], ['负面事项', 7, '招商引资', '', '=1+1'], ['依法协助', 8, '低保 核查', '', '']])]);
    const rows = await rowsOf(desk, batch.id);
    expect(said(rows)).toEqual([['new', 'list-draft-begins@-1'], ['bad', 'unknown-code@0'], ['bad', 'list-unknown@0'], ['bad', 'required-missing@2'], ['bad', 'name-too-short@2'], ['bad', 'text-too-long@3', 'list-draft-begins@-1'], ['bad', 'formula-like@4'], ['bad', 'duplicate-in-file@2']]);
    expect(rows[1]?.findings[0]?.suggestion).toBe('依法协助');
    const { sheets } = await desk.done<{ sheets: FormSheet[] }>('imports.readLayout', { batchId: batch.id });
    const back = (await read(await badRowsWorkbook(sheets, rows.filter(({ verdict }) => verdict === 'bad'), '原因', ({ code }) => code))).sheets[0]?.rows ?? [];
    expect(back[1]).toEqual(['清单类别', '序号', '事项名称', '责任部门', '法律依据', '原因']);
    expect(back.slice(2).map((row) => row.at(-1))).toEqual(['unknown-code', 'list-unknown', 'required-missing', 'name-too-short', 'text-too-long', 'formula-like', 'duplicate-in-file']);
    expect(await desk.done<ImportRow>('imports.fixCell', { batchId: batch.id, sheet: '表', row: 4, column: 0, text: '依法协助' })).toMatchObject({ verdict: 'new' });
    await commit(batch);
    expect((await itemsOf('assist')).map(({ title }) => title)).toEqual(['低保核查', '临时救助']);
    expect(await draftOf('negative')).toBeUndefined();
  });

  it('asks where nothing says which list it is, and what is chosen holds for every row', async () => {
    const batch = await stage([table([['序号', '事项名称', '责任部门', '法律依据'], [1, '招商引资', '街道办事处', null]])]);
    expect(said(await rowsOf(desk, batch.id))).toEqual([['bad', 'list-unknown@1']]);
    const fields = await desk.done<{ field: string; essential: boolean; values: string[] }[]>('imports.listFields', { profile: 'admission-items' });
    expect(fields.find(({ field }) => field === 'listKind')).toMatchObject({ essential: true, values: ['依法履职', '依法协助', '负面事项'] });
    const chosen = await desk.done<ImportBatch>('imports.setColumns', { batchId: batch.id, version: batch.version, columns: batch.columns.map(({ index, field }) => ({ index, field })), constants: [{ field: 'listKind', text: '负面事项' }] });
    expect(chosen.counts).toMatchObject({ new: 1, bad: 0 });
    await commit(chosen);
    expect((await itemsOf('negative')).map(({ title }) => title)).toEqual(['招商引资']);
  });
});

describe('an edition in force', () => {
  const SHEET = (office: string): WriteSheet[] => [table([['社区依法协助事项清单'], ['序号', '事项名称', '责任部门', '法律依据'], [1, '低保核查', office, '办法'], [9, '老人体检', '区卫健局', null]])];
  beforeEach(() => published('assist', [{ title: '低保核查', office: '区民政局', legalBasis: '办法' }, { title: '人口抽样调查', office: '区统计局' }]));

  it('is never written in: the import compares with it, begins a draft as its copy, and the file says what it lacks', async () => {
    const batch = await stage(SHEET('街道办事处'));
    const rows = await rowsOf(desk, batch.id);
    expect(said(rows)).toEqual([['changed', 'list-draft-begins@-1', 'list-items-stay@-1'], ['new']]);
    expect(rows[0]?.findings[1]?.params).toEqual({ count: 1, text: '人口抽样调查' });
    expect(rows[0]?.differences).toMatchObject([{ field: 'taskOffice', ours: '区民政局', theirs: '街道办事处' }]);
    expect(await desk.refused('imports.commitStaged', { batchId: batch.id })).toBe('import/undecided-left');
    await desk.done('imports.chooseDifferences', { batchId: batch.id, choice: 'theirs' });
    await commit(batch);
    expect((await lists()).map(({ editionNo, state, items }) => [editionNo, state, items])).toEqual([[2, 'draft', 3], [1, 'published', 2]]);
    expect((await itemsOf('assist')).map(({ itemNo, title, office }) => [itemNo, title, office])).toEqual([[1, '低保核查', '街道办事处'], [2, '人口抽样调查', '区统计局'], [9, '老人体检', '区卫健局']]);
    const inForce = await desk.done<ListItem[]>('grid.listAdmissionItems', {});
    expect(inForce.map(({ title, office }) => [title, office])).toEqual([['低保核查', '区民政局'], ['人口抽样调查', '区统计局']]);
  });

  it('stays after an undo, which takes out the draft the import began; an existing draft is as before, what was published meanwhile stays', async () => {
    const first = await stage(SHEET('区民政局'));
    await commit(first);
    expect(await desk.done('imports.undoBatch', { batchId: first.id })).toMatchObject({ undone: 4, kept: 0 });
    expect((await lists()).map(({ editionNo, state }) => [editionNo, state])).toEqual([[1, 'published']]);
    await desk.done('grid.beginAdmissionList', { kind: 'assist' });
    const second = await stage(SHEET('街道办事处'));
    await desk.done('imports.chooseDifferences', { batchId: second.id, choice: 'theirs' });
    await commit(second);
    await desk.done('imports.undoBatch', { batchId: second.id });
    expect((await itemsOf('assist')).map(({ title, office }) => [title, office])).toEqual([['低保核查', '区民政局'], ['人口抽样调查', '区统计局']]);
    const third = await stage(SHEET('区民政局'));
    await commit(third);
    const draft = await draftOf('assist');
    await desk.done('grid.publishAdmissionList', { id: draft?.id, version: draft?.version, effectiveOn: '2026-03-02' });
    expect(await desk.done('imports.undoBatch', { batchId: third.id })).toMatchObject({ undone: 0 });
    expect((await desk.done<ListItem[]>('grid.listAdmissionItems', {})).map(({ title }) => title)).toEqual(['低保核查', '人口抽样调查', '老人体检']);
    expect((await desk.done<{ problems: unknown[] }>('audit.verifyAudit', { auditKey: desk.auditKey })).problems).toEqual([]);
  });

  it('is not overwritten by a row whose item somebody changed since the dry run', async () => {
    const list = await desk.done<AdmissionList>('grid.beginAdmissionList', { kind: 'assist' });
    const batch = await stage(SHEET('街道办事处'));
    await desk.done('imports.chooseDifferences', { batchId: batch.id, choice: 'theirs' });
    const [ours] = await desk.done<ListItem[]>('grid.listAdmissionItems', { filter: { listId: list.id } });
    await desk.done('grid.updateListItem', { ...item({ title: '低保核查', office: '区残联', legalBasis: '办法' }), id: ours?.id, version: ours?.version });
    await commit(batch);
    expect((await itemsOf('assist')).map(({ title, office }) => [title, office])).toEqual([['低保核查', '区残联'], ['人口抽样调查', '区统计局'], ['老人体检', '区卫健局']]);
    expect(said(await rowsOf(desk, batch.id))).toEqual([['bad', 'list-items-stay@-1', 'changed-meanwhile@-1']]);
  });

  it('is for who decides about the lists', async () => {
    await expect(stageBytes(desk, '清单.xlsx', await bytesOf(SHEET('街道办事处')), { roles: ['clerk'] })).rejects.toThrow('auth/forbidden');
    const batch = await stage(SHEET('街道办事处'));
    expect(await desk.callAs({ roles: ['clerk'] }, 'imports.getBatch', { batchId: batch.id })).toMatchObject({ error: { code: 'auth/forbidden' } });
  });
});

describe('what goes out', () => {
  const FIELDS = { kind: '清单', itemNo: '序号', category: '类别', title: '事项', office: '责任部门', supportOffices: '配合部门', legalBasis: '法律依据', means: '部门提供的保障', content: '内容', note: '备注' };
  const ENGLISH = ['List', 'No.', 'Group', 'Task', 'Office', 'Helping offices', 'Legal basis', 'Means given', 'Content', 'Note'];
  const exported = async (of: Workstation, titles: readonly string[] = Object.values(FIELDS)): Promise<Buffer> => {
    const path = join(of.folder, `lists-${titles[0]}.xlsx`);
    await of.done('exports.writeList', { list: 'grid.admissionItems', query: { filter: {}, sort: { field: 'itemNo', direction: 'asc' } }, columns: Object.keys(FIELDS).map((field, at) => ({ field, title: titles[at] })), reason: '报街道', path, mark: 'GridDesk · 王芳 #1' });
    return readFileSync(path);
  };

  it('comes in again the same, here and at another station, in both languages', async () => {
    await published('negative', [{ title: '拆除违法建设（含棚屋）', office: '区城管局', content: '一、不得\n二、不得' }]);
    await published('assist', [{ title: '低保核查', category: '社会救助', supportOffices: '区人社局', means: '每户 20 元', note: '按季' }, { title: '老人体检', legalBasis: '《老年人权益保障法》第三条、第四条' }]);
    const bytes = await exported(desk);
    for (const out of [bytes, await exported(desk, ENGLISH)]) expect((await stageBytes(desk, '准入清单.xlsx', out)).counts).toMatchObject({ same: 3, new: 0, changed: 0, bad: 0 });
    const other = await openWorkstation({ roles: ['supervisor'] });
    try {
      const batch = await stageBytes(other, '准入清单.xlsx', bytes);
      expect(batch.counts).toMatchObject({ new: 3, bad: 0 });
      await other.done('imports.commitStaged', { batchId: batch.id });
      for (const list of await other.done<AdmissionList[]>('grid.listAdmissionLists')) await other.done('grid.publishAdmissionList', { id: list.id, version: list.version, effectiveOn: '2026-03-02' });
      const rows = async (of: Buffer) => (await read(of)).sheets[0]?.rows.slice(0, 4);
      expect(await rows(await exported(other))).toEqual(await rows(bytes));
    } finally {
      other.close();
    }
  });

  it('is an empty form with the three lists to choose from, which is known again when it is filled', async () => {
    const { columns } = await desk.done<{ columns: FormColumn[] }>('imports.describeForm', { profile: 'admission-items' });
    expect(columns[0]).toEqual({ title: '清单类别', required: false, values: ['依法履职', '依法协助', '负面事项'] });
    const form = (await read(await formWorkbook('admission-items', '准入事项清单空白表', columns))).sheets[0]?.rows ?? [];
    const head = form.find((row) => row.includes('清单类别')) ?? [];
    const cells: Readonly<Record<string, string>> = { 清单类别: '依法履职', '*事项名称': '公开居务', 法律依据: '组织法' };
    const batch = await stage([{ name: '准入事项清单空白表', rows: [['准入事项清单空白表'], head, head.map((title) => cells[String(title)] ?? null)] }]);
    expect(said(await rowsOf(desk, batch.id))).toEqual([['new', 'list-draft-begins@-1']]);
  });
});
