import { useIntl } from 'react-intl';
import { useManyCodes } from '#renderer/components/codes/use-codes.ts';
import type { Choice, ComparedField } from '#renderer/components/compare/Compare.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { blockTables, type Block, type BlockField } from '#shared/modules/grid/register/blocks/block.schema.ts';
import { mergeBlockFields, mergeFields, type MergeField } from '#shared/modules/grid/register/duplicates/duplicates.contract.ts';
import type { PersonSheet } from '#shared/modules/grid/register/person.schema.ts';

type Side = PersonSheet & { readonly block: Block };
/** One line of the comparison: a field of the common block, or one of the category's. */
export type MergeChoice = ComparedField & { readonly choice: Choice } & ({ readonly of: 'person'; readonly name: MergeField } | { readonly of: 'block'; readonly name: BlockField });
export type Chosen = Readonly<Record<string, Choice>>;

const TABLES: Readonly<Partial<Record<MergeField, string>>> = { sex: 'sex', category: 'person-category', idType: 'id-document', ethnic: 'ethnic', marital: 'marital', political: 'political', education: 'education' };
const ALL_TABLES = [...new Set([...Object.values(TABLES), ...Object.values(blockTables)])];
const FEN_IN_YUAN = 100;
const UNKNOWN_SEX: ReadonlySet<string> = new Set(['0', '9']);

/** The fields in which two entries differ, in words. What only one of them says is chosen already, the rest is the kept entry's at first. */
export function useComparedFields(sides: { readonly keep: Side; readonly drop: Side } | null, chosen: Chosen, keepsOther: boolean): readonly MergeChoice[] {
  const { formatMessage, formatNumber } = useIntl();
  const wordOf = useManyCodes(ALL_TABLES);
  if (!sides) return [];
  const shown: Partial<Record<MergeField, (person: PersonSheet) => string>> = {
    idNumber: (person) => person.idNumberMasked,
    phone: (person) => person.phoneMasked,
    gridId: (person) => person.gridName,
    householdId: (person) => (person.householdId === null ? '' : person.registerNo || formatMessage({ id: 'register.household-without-number' })),
    dwellingId: (person) => person.dwellingAddress,
    livesWhereRegistered: (person) => (person.livesWhereRegistered === null ? '' : formatMessage({ id: person.livesWhereRegistered ? 'common.yes' : 'common.no' })),
    sex: (person) => (UNKNOWN_SEX.has(person.sex) ? '' : wordOf('sex', person.sex)),
  };
  const inTable = (table: string | undefined, value: string): string => (table === undefined || value === '' ? value : wordOf(table, value));
  const personWords = (person: PersonSheet, name: MergeField): string => shown[name]?.(person) ?? inTable(TABLES[name], String(person[name] ?? ''));
  const blockWords = ({ block }: Side, name: BlockField): string => {
    const value = block[name];
    return typeof value === 'number' ? formatNumber(value / FEN_IN_YUAN, { minimumFractionDigits: 2 }) : inTable(blockTables[name], value ?? '');
  };
  const kept: Choice = keepsOther ? 'ours' : 'theirs';
  const lines = [
    ...mergeFields.map((name) => ({ of: 'person' as const, name, field: name as string, label: formatMessage({ id: messageId(`register.field.${name}`) }), theirs: personWords(sides.keep, name), ours: personWords(sides.drop, name) })),
    ...mergeBlockFields.map((name) => ({ of: 'block' as const, name, field: `block.${name}`, label: formatMessage({ id: messageId(`blocks.field.${name}`) }), theirs: blockWords(sides.keep, name), ours: blockWords(sides.drop, name) })),
  ];
  return lines.filter(({ theirs, ours }) => theirs !== ours).map((one) => ({ ...one, choice: one.theirs === '' ? 'ours' : one.ours === '' ? 'theirs' : (chosen[one.field] ?? kept) }));
}
