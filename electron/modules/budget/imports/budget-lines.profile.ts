import type { Work } from '#electron/database/unit-of-work.ts';
import type { CheckedRow, Difference, ImportProfile, SourceRow } from '#electron/kernel/imports/import-profile.ts';
import { nearest, rowCheck, type RowCheck } from '#electron/kernel/imports/row-check.ts';
import words from '#resources/locales/zh-CN/budget-words.json' with { type: 'json' };
import { budgetOf, lineFigures } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { yuanText } from '#shared/modules/budget/ledger/money.rules.ts';
import { expectedSum, readAmount, yearOf } from '#shared/modules/budget/year/budget-sheet.rules.ts';
import { lineKinds } from '#shared/modules/budget/year/year.schema.ts';
import type { LineRecord } from '../year/year.repository.ts';
import { amountFields, columnOf, headingsOf, isNoLine, placeOf, sumOfRow, surveyed, unitOfColumn, wordsOf, type AmountField } from './budget-sheet.ts';
import { againstEntry, mayTakeOut, whyKept } from './undo-lines.ts';
import { lineWriter, meantLine, type ImportedLine } from './write-lines.ts';

const MOST_QUANTITY = 10_000_000;
const YEARS = { least: 2000, most: 2100 };

/** The word of the table for a kind of line; a table without such a column has projects, and the standing lines by their codes. */
const kindOf = (text: string): LineRecord['kind'] | null => lineKinds.find((kind) => words[`budget.line-kind.${kind}`] === text) ?? null;

type Reading = { readonly work: Work; readonly row: SourceRow; readonly check: RowCheck; readonly heading: ReturnType<ReturnType<typeof headingsOf>> };

/** Fen of an amount's cell; null when it is empty or says nothing that counts, which is told at the cell. */
function amountOf({ row, check, heading }: Reading, field: AmountField | 'norm'): number | null {
  const text = check.text(field, { max: 60 });
  if (text === '') return null;
  const read = readAmount(text, unitOfColumn(row, field, heading));
  if ('fault' in read) {
    check.say('error', field, `amount-${read.fault}`, { text: text.slice(0, 40) });
    return null;
  }
  if (read.isRounded) check.say('normalised', field, 'amount-rounded', { text: yuanText(read.fen) });
  return read.fen;
}

function yearOfRow({ work, check, heading }: Reading): number | null {
  const given = check.text('budgetYear', { max: 20 });
  const own = yearOf(given);
  if (given !== '' && own === null) check.say('error', 'budgetYear', 'bad-number', { text: given, ...YEARS });
  const year = own ?? heading.year;
  if (year === null) {
    if (!check.findings.some(({ severity }) => severity === 'error')) check.say('error', 'lineName', 'budget-year-unknown');
    return null;
  }
  const stored = work.budgetYears.findYear(work.actor.communityId, year);
  if (stored === undefined) check.say('warning', 'lineName', 'budget-year-will-open', { year });
  else if (stored.closedAt !== null) check.say('error', 'lineName', 'budget-year-closed', { year });
  return year;
}

/** A source named by the file must be one of the station; without one only a line that stands already is known. */
function sourceOfRow({ work, check }: Reading, existing: LineRecord | undefined, name: string): string | null {
  const given = check.text('sourceName', { max: 60 });
  const all = work.fundingSources.all(work.actor.communityId);
  const found = all.find((source) => source.name === given);
  if (given !== '' && !found) check.say('error', 'sourceName', 'source-unknown', { text: given }, nearest(given, all.map((source) => source.name)));
  if (given === '' && !existing) check.say('error', name === '' ? 'lineCode' : 'lineName', 'line-unknown', { text: name });
  if (found && existing && existing.sourceId !== found.id) check.say('warning', 'sourceName', 'line-source-stays', { text: given });
  return found?.id ?? null;
}

function readLine(reading: Reading): { readonly values: ImportedLine; readonly existing: LineRecord | undefined } | null {
  const { work, check } = reading;
  const year = yearOfRow(reading);
  const code = check.text('lineCode', { max: 12 });
  const given = check.text('lineName', { max: 60 });
  const existing = year === null ? undefined : meantLine(work, year, { code, name: given });
  const name = given === '' ? (existing?.name ?? '') : given;
  if (name === '' && code === '') check.say('error', 'lineName', 'required-missing');
  else if (name !== '' && name.length < 2) check.say('error', 'lineName', 'name-too-short');
  else if (name === '' && !existing) check.say('error', 'lineCode', 'line-unknown', { text: code });
  const kindText = check.text('lineKind', { max: 20 });
  const kind = kindOf(kindText);
  if (kindText !== '' && kind === null) check.say('error', 'lineKind', 'unknown-code', { text: kindText });
  const sourceId = name === '' ? null : sourceOfRow(reading, existing, name);
  const quantity = check.number('quantity', { least: 0, most: MOST_QUANTITY });
  if (quantity !== null && !Number.isInteger(quantity)) check.say('error', 'quantity', 'bad-number', { text: String(quantity), least: 0, most: MOST_QUANTITY });
  const [lastYear, asked, approved] = amountFields.map((field) => amountOf(reading, field));
  const values = { code, name, kind: kind ?? existing?.kind ?? 'project', sourceId, normFen: amountOf(reading, 'norm'), quantity, unit: check.text('unitName', { max: 20 }), basis: check.text('basis', { max: 300 }), lastYear: lastYear ?? null, asked: asked ?? null, approved: approved ?? null };
  return year === null ? null : { values: { ...values, year }, existing };
}

/** Last year's budget of the line as it stands, and whether that year may still be written. */
function lastYearOf(work: Work, { year, code, name }: ImportedLine, existing: LineRecord | undefined): { readonly fen: number; readonly isClosed: boolean } {
  const line = meantLine(work, year - 1, { code: existing?.code ?? code, name });
  return { fen: line ? budgetOf(lineFigures(work.budgetEntries.ofLine(line.id))) : 0, isClosed: work.budgetYears.findYear(work.actor.communityId, year - 1)?.closedAt != null };
}

/** What faces what on a line that stands already. Amounts are compared with the book, never below what is bound of them. */
function differencesOf({ work, check }: Reading, line: LineRecord, values: ImportedLine, last: number): Difference[] {
  const figures = lineFigures(work.budgetEntries.ofLine(line.id));
  const found: Difference[] = [];
  const compare = (field: string, ours: string, theirs: string | null): void => void (theirs !== null && theirs !== '' && theirs !== ours && found.push({ field, ours, theirs }));
  const money = (fen: number | null): string | null => (fen === null ? null : yuanText(fen));
  compare('lineName', line.name, values.name);
  compare('norm', money(line.normFen) ?? '', money(values.normFen));
  compare('quantity', String(line.quantity ?? ''), values.quantity === null ? null : String(values.quantity));
  compare('unitName', line.unit, values.unit);
  compare('basis', line.basis, values.basis);
  compare('lastYear', yuanText(last), money(values.lastYear));
  compare('asked', yuanText(figures.asked), money(values.asked));
  compare('approved', yuanText(figures.approved), money(values.approved));
  if (values.approved !== null && figures.approved - values.approved > Math.max(0, figures.free)) check.say('error', 'approved', 'approved-below-bound', { free: yuanText(Math.max(0, figures.free)), approved: yuanText(figures.approved) });
  return found;
}

function checkedLine(reading: Reading): CheckedRow<ImportedLine> {
  const { work, check } = reading;
  const read = readLine(reading);
  if (read === null) return { findings: check.findings, key: '', values: null, existing: null };
  const { values, existing } = read;
  const last = lastYearOf(work, values, existing);
  const isOther = values.lastYear !== null && values.lastYear !== last.fen;
  if (isOther && last.isClosed) check.say('warning', 'lastYear', 'last-year-closed', { year: values.year - 1, ours: yuanText(last.fen) });
  else if (isOther && !existing && last.fen !== 0) check.say('warning', 'lastYear', 'last-year-stays', { ours: yuanText(last.fen) });
  const differences = existing ? differencesOf(reading, existing, isOther && last.isClosed ? { ...values, lastYear: null } : values, last.fen) : [];
  // entries do not move the version of their line: counted with it, so that money booked since the dry run is noticed
  const version = existing ? existing.version + work.budgetEntries.countOfLine(existing.id) : 0;
  return { findings: check.findings, key: existing?.id ?? `${values.year}/${values.code || values.name}`, values: check.isSound() ? values : null, existing: existing ? { id: existing.id, version, differences } : null };
}

const aside = (check: RowCheck): CheckedRow<ImportedLine> => {
  if (check.findings.length === 0) check.say('warning', '', 'no-record');
  return { findings: check.findings, key: '', values: null, existing: null, aside: true };
};

/** 经费预算表: the lines of a year with last year's budget, what was asked and what was approved, in yuan or ten thousands. */
export const budgetLinesProfile: ImportProfile<ImportedLine> = {
  id: 'budget-lines',
  permission: 'budget.manage',
  keyField: 'lineCode',
  fields: [
    { field: 'lineCode', titles: ['科目编号', '科目编码', '科目代码', '预算科目编码', '项目编号', '项目编码', '编号', '编码', 'Code'] },
    { field: 'lineName', titles: ['科目名称', '预算科目', '项目名称', '支出项目', '经费项目', '科目', '项目', 'Line'], required: true, essential: true },
    { field: 'lineKind', titles: ['类别', '科目类别', '项目类别', 'Kind'] },
    { field: 'sourceName', titles: ['经费来源', '资金来源', '来源', 'Source'], tells: true },
    { field: 'lastYear', titles: ['上年预算数', '上年数', '上年度预算数', '上年预算', '上年度预算', '去年预算数', '去年数', 'Lastyear’sbudget'], tells: true },
    { field: 'norm', titles: ['定额标准', '标准', '开支标准', 'Norm'] },
    { field: 'quantity', titles: ['数量', 'Quantity'] },
    { field: 'unitName', titles: ['单位', '计量单位', 'Unit'] },
    { field: 'asked', titles: ['申报数', '申请数', '本年申报数', '本年申请数', '预算申报数', '申请金额', '申报金额', '本年预算申请数', 'Askedfor'], tells: true },
    { field: 'approved', titles: ['批复数', '批复金额', '核定数', '核定金额', '批准数', '预算批复数', '本年批复数', '下达数', '预算数', 'Approved'], required: true, tells: true },
    { field: 'basis', titles: ['测算依据', '依据', '编制说明', '说明', '备注', 'Basis'] },
    { field: 'budgetYear', titles: ['年度', '预算年度', '年份'] },
  ],
  open: (work, batchId) => {
    const headingOf = headingsOf(work, batchId);
    const writer = lineWriter(work, (work.imports.findBatch(batchId)?.fileName ?? '').slice(0, 200));
    let sheets: ReturnType<typeof surveyed> = new Map();
    const sumRow = (row: SourceRow, check: RowCheck): CheckedRow<ImportedLine> => {
      const sheet = sheets.get(row.sheet);
      const at = sheet?.places.get(placeOf(row)) ?? -1;
      for (const field of amountFields) {
        const expected = sheet && columnOf(row, field) ? expectedSum(sheet.sums[field], at) : null;
        if (expected !== null) check.say('warning', field, 'sum-differs', { text: wordsOf(row, field), expected: yuanText(expected) }, yuanText(expected));
      }
      return aside(check);
    };
    return {
      survey: (rows) => {
        sheets = surveyed(rows, headingOf);
      },
      check: (row) => {
        const check = rowCheck(row);
        if (sumOfRow(row) !== null) return sumRow(row, check);
        const heading = headingOf(row.sheet);
        if (isNoLine(row)) return aside(check);
        const isFirst = sheets.get(row.sheet)?.places.get(placeOf(row)) === 0;
        const isUnitSaid = heading.unitFen !== null || amountFields.every((field) => !columnOf(row, field) || /[（(]/u.test(columnOf(row, field)?.title ?? ''));
        if (isFirst && !isUnitSaid) check.say('warning', 'approved', 'unit-assumed');
        return checkedLine({ work, row, check, heading });
      },
      commit: (values, existing) => {
        if (!existing) return values.sourceId === null ? [] : writer.create(values, values.sourceId);
        const line = work.budgetLines.find(existing.id);
        return line ? writer.takeOver(line, values, existing.theirs) : [];
      },
      finish: () => writer.finish(),
    };
  },
  undoOrder: ['budget_entry', 'budget_line', 'budget_year'],
  mayRemove: mayTakeOut,
  whyKept,
  turnRound: againstEntry,
  refresh: () => undefined,
};
