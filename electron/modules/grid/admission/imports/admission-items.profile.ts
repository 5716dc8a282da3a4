import type { Work } from '#electron/database/unit-of-work.ts';
import type { CheckedRow, Difference, ImportProfile, SourceRow } from '#electron/kernel/imports/import-profile.ts';
import { nearest, rowCheck, type RowCheck } from '#electron/kernel/imports/row-check.ts';
import { textOf } from '#electron/kernel/imports/workbook.ts';
import { itemLengths, type ItemField } from '#shared/modules/grid/admission/admission-list.schema.ts';
import { keptText, listOfWords, listWords, sameTitle } from '#shared/modules/grid/admission/list-sheet.rules.ts';
import type { AdmissionItemRecord } from '../admission-lists.repository.ts';
import { surveyedLists, type RowPlace, type Survey } from './list-sheets.ts';
import { baseOf, itemFields, itemWriter, mayTakeOut, staysPublished, type ImportedItem } from './write-items.ts';

const MOST_ITEMS = 10_000;
const SHORTEST_TITLE = 2;
const NAMED_LEFT = 3;
const COMPARED = ['title', 'category', 'content', 'legalBasis', 'office', 'supportOffices', 'means', 'note'] as const satisfies readonly ItemField[];

/** The text of a cell with its line breaks and its Chinese marks, after it was looked at like every other. */
function kept(check: RowCheck, field: ItemField, required = false): string {
  const tidy = check.text(itemFields[field], { max: itemLengths[field], required });
  return tidy === '' ? '' : keptText(textOf(check.raw(itemFields[field])));
}

/** The remark with what stands in columns that the list has no field for, each under its title: nothing of the file is lost. */
function noteOf(check: RowCheck): string {
  const aside = Object.entries(check.extra()).map(([title, text]) => `${title}：${text}`);
  const note = [kept(check, 'note'), ...aside].filter((text) => text !== '').join('\n');
  if (note.length > itemLengths.note && check.isSound()) check.say('error', check.has('note') ? 'note' : 'taskTitle', 'aside-too-long', { limit: itemLengths.note });
  return note;
}

function numberOf(check: RowCheck): number | null {
  const text = check.text('itemNo', { max: 20 });
  const value = /^\d+[.、]?$/u.test(text) ? Number.parseInt(text, 10) : 0;
  return value > 0 && value <= MOST_ITEMS ? value : null; // "1-2" or "一" is a number of the office's own: the next free one stands
}

/** Which list the row belongs to; where nothing says so, that is told at the cell that would. */
function sayList(check: RowCheck, place: RowPlace): void {
  const text = check.text('listKind', { max: 40 });
  if (text !== '' && listOfWords(text) === null) check.say('error', 'listKind', 'unknown-code', { text }, nearest(text, Object.values(listWords)));
  else if (place.list === null) check.say('error', check.has('listKind') ? 'listKind' : 'taskTitle', 'list-unknown');
}

function readItem(check: RowCheck, place: RowPlace): ImportedItem | null {
  sayList(check, place);
  const title = kept(check, 'title', true);
  if (title !== '' && title.length < SHORTEST_TITLE) check.say('error', 'taskTitle', 'name-too-short');
  const item = { itemNo: numberOf(check), title, category: kept(check, 'category') || place.group, content: kept(check, 'content'), legalBasis: kept(check, 'legalBasis'), office: kept(check, 'office'), supportOffices: kept(check, 'supportOffices'), means: kept(check, 'means'), note: noteOf(check) };
  return place.list === null ? null : { ...item, kind: place.list };
}

/** Ours against theirs, for what the file says; an empty cell leaves what is there. */
const differencesOf = (ours: AdmissionItemRecord, theirs: ImportedItem): Difference[] =>
  COMPARED.filter((text) => theirs[text] !== '' && theirs[text] !== keptText(ours[text])).map((text) => ({ field: itemFields[text], ours: ours[text], theirs: theirs[text] }));

type Base = ReturnType<typeof baseOf> & { readonly byTitle: ReadonlyMap<string, AdmissionItemRecord> };

/** Said once for each list, at its first task: that a draft will begin, and what the draft has that the file does not. */
function sayOfList(work: Work, check: RowCheck, item: ImportedItem, base: Base, survey: Survey): void {
  if (!base.draft) check.say('warning', '', 'list-draft-begins', { edition: work.admissionLists.lastEdition(item.kind) + 1 });
  const titles = survey.titlesOf(item.kind);
  const left = base.items.filter(({ title }) => !titles.has(sameTitle(title)));
  if (left.length > 0) check.say('warning', '', 'list-items-stay', { count: left.length, text: left.slice(0, NAMED_LEFT).map(({ title }) => title).join('、') });
}

const aside = (check: RowCheck, place: RowPlace): CheckedRow<ImportedItem> => {
  if (place.is === 'remark') check.say('warning', '', 'no-record');
  else check.say('normalised', '', place.group === '' ? 'list-heading' : 'group-heading', { text: place.group });
  return { findings: check.findings, key: '', values: null, existing: null, aside: true };
};

/** 准入事项清单: the tasks of the three lists as offices publish them, one sheet a list or one table with the list in a column; they go into the draft. */
export const admissionItemsProfile: ImportProfile<ImportedItem> = {
  id: 'admission-items',
  permission: 'admission.decide',
  keyField: 'taskTitle',
  sheetwise: true,
  fields: [
    { field: 'listKind', titles: ['清单类别', '清单', '清单名称', '清单类型', '所属清单', 'List'], essential: true, tells: true, words: Object.values(listWords) },
    { field: 'itemNo', titles: ['序号', '编号', '事项编号', '事项序号', 'No.'] },
    { field: 'taskGroup', titles: ['事项类别', '类别', '事项分类', '职责类别', '履职类别', '工作领域', '领域', 'Group'] },
    { field: 'taskTitle', titles: ['事项名称', '事项', '工作事项', '事项内容名称', '清单事项', '履职事项', '协助事项', '配合履职事项', '负面事项', '收回事项', '主要事项', 'Task'], required: true, essential: true, tells: true },
    { field: 'taskContent', titles: ['社区职责', '社区职责协助内容', '协助内容', '配合内容', '社区协助内容', '社区配合内容', '社区配合职责', '配合职责', '工作内容', '事项内容', '具体内容', '内容', '承接方式', '承接部门及工作方式', '工作方式', 'Content'] },
    { field: 'taskBasis', titles: ['法律依据', '政策依据', '法律依据政策依据', '法律政策依据', '法律法规依据', '法律法规政策依据', '法律法规及政策依据', '设定依据', '依据文件', '事项依据', '依据', 'Legalbasis'], tells: true },
    { field: 'taskOffice', titles: ['主责部门', '牵头部门', '主责部门牵头部门', '责任部门', '责任单位', '主管部门', '牵头单位', '主责单位', '对应上级部门', '对应部门', '下达部门', '承接部门', '应办部门', '办理部门', '部门', 'Office'], tells: true },
    { field: 'taskHelpers', titles: ['配合部门', '协助部门', '协办部门', '配合单位', '协同部门', 'Helpingoffices'], tells: true },
    { field: 'taskMeans', titles: ['部门提供的保障', '保障措施', '保障', '经费保障', '工作保障', '工作经费', '支持保障', 'Meansgiven'] },
    { field: 'note', titles: ['备注', 'Note'] },
  ],
  open: (work, batchId) => {
    const writer = itemWriter(work);
    const bases = new Map<string, Base>();
    const baseFor = (kind: ImportedItem['kind']): Base => {
      const known = bases.get(kind);
      if (known) return known;
      const base = baseOf(work, kind);
      const found = { ...base, byTitle: new Map(base.items.map((item) => [sameTitle(item.title), item])) };
      bases.set(kind, found);
      return found;
    };
    let survey: Survey = surveyedLists(work, batchId, []);
    return {
      survey: (rows) => {
        survey = surveyedLists(work, batchId, rows);
      },
      check: (row: SourceRow) => {
        const check = rowCheck(row);
        const place = survey.placeOf(row);
        if (place.is !== 'task') return aside(check, place);
        const item = readItem(check, place);
        if (item === null || item.title === '') return { findings: check.findings, key: '', values: null, existing: null };
        const base = baseFor(item.kind);
        const ours = base.byTitle.get(sameTitle(item.title));
        if (place.isFirst) sayOfList(work, check, item, base, survey);
        return { findings: check.findings, key: `${item.kind}/${sameTitle(item.title)}`, values: check.isSound() ? item : null, existing: ours ? { id: ours.id, version: ours.version, differences: differencesOf(ours, item) } : null };
      },
      commit: (values, existing) => writer.take(values, existing),
      finish: () => writer.finish(),
    };
  },
  undoOrder: ['admission_item', 'admission_list'],
  mayRemove: mayTakeOut,
  turnRound: staysPublished,
  refresh: () => undefined,
};
