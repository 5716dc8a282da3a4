import type { Work } from '#electron/database/unit-of-work.ts';
import type { ImportField } from '#electron/kernel/imports/import-profile.ts';
import { titleFit } from '#electron/kernel/imports/matching/title-words.ts';
import type { RowCheck } from '#electron/kernel/imports/row-check.ts';
import { textOf } from '#electron/kernel/imports/workbook.ts';
import { blockParts, blockTables, isSensitive, maskedBlockFields, sensitiveBlockFields, type Block, type BlockField } from '#shared/modules/grid/register/blocks/block.schema.ts';
import type { PersonDraft } from '#shared/modules/grid/register/person.schema.ts';
import { maskOf } from '../blocks/blocks.service.ts';
import { plainText } from './existing-record.ts';
import { phoneCell, type codeCells } from './person-cells.ts';

/** Titles of the official forms first, then those of the desk's own (domain.md 2.3). */
const TITLES: Readonly<Record<BlockField, readonly string[]>> = {
  religion: ['宗教信仰'],
  registrationType: ['户口类别'],
  residenceStatus: ['人户状态'],
  absenceReason: ['外出原因'],
  inflowReason: ['流入原因'],
  permitType: ['登记证情况', '办证类型'],
  permitNumber: ['登记证编号', '居住证号码'],
  permitOn: ['登记日期', '办证日期'],
  permitUntilOn: ['预计到期日期', '证件到期日期'],
  stayPlace: ['暂住处所', '住所类型'],
  stayLength: ['预居住时限', '居住时限'],
  leftBehindKind: ['留守人员类型', '留守类型'],
  health: ['健康状况'],
  incomeFen: ['个人年收入'],
  familyName: ['家庭主要成员姓名'],
  familyIdNumber: ['家庭主要成员身份证号码', '家庭主要成员证件号码'],
  familyHealth: ['家庭主要成员健康状况'],
  familyRelation: ['与家庭主要成员关系', '与留守人员关系'],
  familyPhone: ['家庭主要成员联系电话', '家庭主要成员电话'],
  familyWorkplace: ['家庭主要成员务工地', '家庭主要成员工作详址'],
  familyIncomeFen: ['家庭年收入'],
  difficulties: ['困难及诉求'],
  helpGiven: ['帮扶情况'],
  foreignSurname: ['外文姓'],
  foreignGivenName: ['外文名'],
  nationality: ['国籍'],
  documentUntilOn: ['证件有效期', '证件有效期至'],
  entryPurpose: ['来华目的'],
  arrivedOn: ['抵达日期'],
  leavesOn: ['预计离开日期'],
  noHukouReason: ['未落户原因'],
};
/** Only these are asked by one kind of form alone; the others stand in many a ledger. */
const TELLING: ReadonlySet<BlockField> = new Set(['inflowReason', 'leftBehindKind', 'familyWorkplace', 'foreignSurname', 'foreignGivenName', 'entryPurpose', 'leavesOn', 'noHukouReason']);
const REQUIRED: ReadonlySet<BlockField> = new Set(['inflowReason', 'leftBehindKind', 'nationality', 'noHukouReason']);
const LONGEST: Readonly<Partial<Record<BlockField, number>>> = { familyName: 50, foreignSurname: 50, foreignGivenName: 50, health: 60, familyHealth: 60, familyWorkplace: 100, difficulties: 300, helpGiven: 300 };
const USUAL_LENGTH = 40;
const MOST_YUAN = 100_000_000;
const FEN_IN_YUAN = 100;
const TEN_THOUSAND = 10_000;

const fieldOf = (field: BlockField): ImportField => ({ field, titles: TITLES[field], ...(blockTables[field] !== undefined && { list: blockTables[field] }), ...(TELLING.has(field) && { tells: true }), ...(REQUIRED.has(field) && { required: true }), ...(isSensitive(field) && { sensitive: true }) });
const SENSITIVE = sensitiveBlockFields.map(fieldOf);

/** The block of a category as the columns of its form; `but` leaves out what the form asks for under a field of its own. */
export const blockFields = (category: PersonDraft['category'], but: readonly BlockField[] = []): readonly ImportField[] => blockParts[category].filter((field) => !but.includes(field)).map(fieldOf);

/** Whether a title alone means something sensitive, in whatever table it stands. */
const meansSensitive = (title: string): boolean => SENSITIVE.some((field) => ['own', 'synonym'].includes(titleFit({ text: title, upper: '', lower: title }, field)));

/**
 * Reads and compares what a table holds beyond the common block. Belief, health and income are taken only where the station keeps them: elsewhere
 * their cells go nowhere, not even among what is kept aside, and the row says so.
 */
export function blockCells(work: Work, code: ReturnType<typeof codeCells>, codeTables: ReturnType<Work['codeTables']['present']>) {
  const { sensitiveFields } = work.settings.get();
  const yuan = (check: RowCheck, field: BlockField): number | null => {
    const amount = check.number(field, { least: 0, most: MOST_YUAN });
    return amount === null ? null : Math.round(amount * (check.title(field).includes('万') ? TEN_THOUSAND : 1) * FEN_IN_YUAN);
  };
  const valueOf = (check: RowCheck, field: BlockField): string | number | null => {
    const table = blockTables[field];
    if (table !== undefined) return code(check, field, table, REQUIRED.has(field) && check.has(field));
    if (field.endsWith('On')) return check.day(field);
    if (field === 'incomeFen' || field === 'familyIncomeFen') return yuan(check, field);
    if (field === 'familyPhone') return phoneCell(check, field);
    if (field === 'familyIdNumber' && typeof check.raw(field) === 'number') check.say('error', field, 'id-as-number');
    return check.text(field, { max: LONGEST[field] ?? USUAL_LENGTH, required: REQUIRED.has(field) && check.has(field) });
  };
  return {
    sensitiveFields,
    read: (check: RowCheck, category: PersonDraft['category']): Partial<Block> => {
      const found = blockParts[category].filter((field) => check.has(field)).map((field) => {
        if (sensitiveFields || !isSensitive(field)) return [field, valueOf(check, field)] as const;
        if (textOf(check.raw(field)).trim() !== '') check.say('warning', field, 'sensitive-off');
        return [field, null] as const;
      });
      return Object.fromEntries(found.filter(([, value]) => value !== null && value !== '')); // fields of the block with values of theirs
    },
    /** What the desk has no field for, without what the station does not keep. */
    extra: (check: RowCheck): Record<string, string> => check.extra(sensitiveFields ? () => null : (title) => (meansSensitive(title) ? 'sensitive-off' : null)),
    /** A value in the words in which two are compared; of a number that is registered only as much as the sheet shows. */
    words: (field: string, value: unknown): string => {
      const table = blockTables[field as BlockField];
      if (table !== undefined) return plainText(value) === '' ? '' : codeTables.labelOf(table, plainText(value), 'zh-CN');
      return typeof value === 'number' ? (value / FEN_IN_YUAN).toFixed(2) : plainText(value);
    },
    masked: (field: string, text: string): string => {
      const masked = maskedBlockFields.find((one) => one === field);
      return masked === undefined ? text : maskOf(masked, text);
    },
  };
}
