import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import type { ImportField } from '#electron/kernel/imports/import-profile.ts';
import type { RowCheck } from '#electron/kernel/imports/row-check.ts';
import type { Block } from '#shared/modules/grid/register/blocks/block.schema.ts';
import { RESIDENT_ID_CARD, sexOf } from '#shared/modules/grid/register/citizen-id.rules.ts';
import type { PersonDraft } from '#shared/modules/grid/register/person.schema.ts';
import { blockValues, insertBlock, storeBlock } from '../blocks/blocks.service.ts';
import { newPerson } from '../persons.service.ts';
import { blockCells } from './block-cells.ts';
import { chosen, chosenExtra, differencesOf, extraDifferences, plainText } from './existing-record.ts';
import { birthCell, cellBasis, codeCells, documentCells, gridCells, idNumberCell, phoneCell, sexCell, type Document } from './person-cells.ts';

/** Titles that the forms of all categories share (domain.md 2.3). */
export const personFields: readonly ImportField[] = [
  { field: 'name', titles: ['姓名'], required: true, essential: true },
  { field: 'grid', titles: ['所属网格'], required: true, essential: true, list: 'grids' },
  { field: 'sex', titles: ['性别'], required: true, list: 'sex' },
  { field: 'birthOn', titles: ['出生日期'] },
  { field: 'idNumber', titles: ['身份证号码', '身份证号', '公民身份号码', '证件号码'], required: true, essential: true },
  { field: 'province', titles: ['户籍地/省'] },
  { field: 'city', titles: ['户籍地/市'] },
  { field: 'district', titles: ['户籍地/区县'] },
  { field: 'ethnic', titles: ['民族'], list: 'ethnic' },
  { field: 'political', titles: ['政治面貌'], list: 'political' },
  { field: 'education', titles: ['文化程度'], list: 'education' },
  { field: 'marital', titles: ['婚姻状况'], list: 'marital' },
  { field: 'registeredAddress', titles: ['户籍详址', '户籍详细地址', '户籍地详址'] },
  { field: 'presentAddress', titles: ['临时居所', '现住地址'] },
  { field: 'formerName', titles: ['曾用名'] },
  { field: 'workplace', titles: ['工作单位或就读学校'] },
  { field: 'mobile', titles: ['联系手机', '手机'] },
  { field: 'phone', titles: ['联系电话'] },
  { field: 'occupation', titles: ['职业'] },
  { field: 'note', titles: ['备注'] },
];

/** The same where a document other than the resident identity card is usual: its kind is asked for, and perhaps there is none. */
export const personFieldsOfAnyDocument = (isRequired: boolean): readonly ImportField[] =>
  personFields.flatMap((field) => (field.field === 'idNumber' ? [{ field: 'idType', titles: ['证件种类', '证件类型'], list: 'id-document' }, { ...field, titles: ['证件号码', ...field.titles.filter((title) => title !== '证件号码')], required: isRequired, essential: isRequired }] : [field]));

/** What a row says of a person; `block` holds only what it names. */
export type ImportedPerson = { readonly draft: PersonDraft; readonly block: Partial<Block>; readonly extra: Readonly<Record<string, string>> };
const COMPARED = ['name', 'gridId', 'ethnic', 'political', 'education', 'marital', 'registeredAddress', 'presentAddress', 'registeredPlace', 'formerName', 'workplace', 'phone', 'occupation', 'category', 'livesWhereRegistered', 'relationToHead', 'note'] as const;
const TABLES: Readonly<Record<string, string>> = { ethnic: 'ethnic', political: 'political', education: 'education', marital: 'marital', relationToHead: 'family-relation', category: 'person-category' };

/** What the forms of all categories do with a row; each adds its own fields around it. */
export function personImport(work: Work, batchId: string) {
  const grids = work.grids.ofCommunity(work.actor.communityId);
  const grid = gridCells(work, grids);
  const codeTables = work.codeTables.present();
  const code = codeCells(codeTables);
  const blocks = blockCells(work, code, codeTables);
  const gridNames = new Map(grids.map((known) => [known.id, known.name]));
  const words = (field: string, value: unknown): string => {
    const text = plainText(value);
    if (field === 'gridId') return gridNames.get(text) ?? '';
    const table = TABLES[field];
    return table === undefined || text === '' ? text : codeTables.labelOf(table, text, 'zh-CN');
  };
  const card = (check: RowCheck): Document => ({ idType: RESIDENT_ID_CARD, idNumber: idNumberCell(check, 'idNumber', work.today) });
  const blockDifferences = (personId: string, block: Partial<Block>) =>
    Object.keys(block).length === 0 ? [] : differencesOf(blockValues(work.blocks.ofPerson(personId)), block, Object.keys(block), blocks.words).map((difference) => ({ ...difference, ours: blocks.masked(difference.field, difference.ours) }));
  const now = work.clock.now().toISOString();
  return {
    code,
    codeTables,
    readBlock: blocks.read,
    extra: blocks.extra,
    basis: JSON.stringify([cellBasis(work, grids, codeTables), blocks.sensitiveFields]),
    /** `anyDocument` says whether a number is required where documents of every kind are read; without it only the resident identity card is. */
    read: (check: RowCheck, category: PersonDraft['category'], anyDocument?: { readonly required: boolean }): PersonDraft => {
      const name = check.text('name', { required: true, max: 50, isName: true });
      const gridId = grid(check, 'grid');
      const sexCode = code(check, 'sex', 'sex', check.has('sex'));
      const { idType, idNumber } = anyDocument ? documentCells(check, code, work.today, anyDocument.required) : card(check);
      const cardNumber = idType === RESIDENT_ID_CARD ? idNumber : '';
      const mobile = phoneCell(check, 'mobile');
      const phone = phoneCell(check, 'phone');
      return {
        name,
        formerName: check.text('formerName', { max: 50 }),
        reading: '',
        sex: check.has('sex') || cardNumber === '' ? sexCell(check, 'sex', sexCode, cardNumber) : sexOf(cardNumber),
        birthOn: birthCell(check, 'birthOn', cardNumber),
        idType,
        idNumber,
        ethnic: code(check, 'ethnic', 'ethnic'),
        nativePlace: '',
        marital: code(check, 'marital', 'marital'),
        political: code(check, 'political', 'political'),
        education: code(check, 'education', 'education'),
        occupation: check.text('occupation', { max: 50 }),
        workplace: check.text('workplace', { max: 100 }),
        phone: mobile || phone,
        category,
        registeredPlace: ['province', 'city', 'district'].map((field) => check.text(field, { max: 20 })).join(''),
        registeredAddress: check.text('registeredAddress'),
        presentAddress: check.text('presentAddress'),
        livesWhereRegistered: null,
        gridId,
        householdId: null,
        relationToHead: '',
        dwellingId: null,
        note: check.text('note', { max: 300 }),
      };
    },
    existing: ({ draft, block, extra }: ImportedPerson) => {
      const stored = draft.idNumber === '' ? undefined : work.persons.findByIdNumber(draft.idNumber);
      return stored ? { id: stored.id, version: stored.version, differences: [...differencesOf(stored, draft, COMPARED, words), ...blockDifferences(stored.id, block), ...extraDifferences(stored.extra, extra)] } : null;
    },
    insert: ({ draft, block, extra }: ImportedPerson): { id: string; changes: RecordChange[] } => {
      const person = { ...newPerson(work, draft), createdAt: now, updatedAt: now, importBatchId: batchId, extra };
      const change = work.rows.creation(work.persons.insert(person));
      return { id: person.id, changes: Object.keys(block).length === 0 ? [change] : [change, insertBlock(work, person.id, block, now)] };
    },
    update: (id: string, { draft, block, extra }: ImportedPerson, fields: ReadonlySet<string>): RecordChange[] => {
      const person = work.persons.find({ ...work.actor, scope: 'all' }, id);
      if (!person) return [];
      const before = work.rows.read('person', id);
      work.persons.replace({ ...person, ...chosen(draft, fields), extra: chosenExtra(person.extra, extra, fields), version: person.version + 1, updatedAt: now });
      return [work.rows.change('person', id, before), ...storeBlock(work, id, { ...blockValues(work.blocks.ofPerson(id)), ...chosen(block, fields) })];
    },
  };
}

/** Search columns follow the values that an undo wrote back. */
export function refreshPerson(work: Work, id: string): void {
  const person = work.persons.find({ ...work.actor, scope: 'all' }, id);
  if (person) work.persons.replace(person);
}
