import type { BlockField } from '../blocks/block.schema.ts';
import type { PersonDraft } from '../person.schema.ts';

type Category = PersonDraft['category'];
/** A field that counts, of the person or of the block, with its weight and the form or table that asks for it. */
export type Expected = { readonly weight: number; readonly source: string } & (
  | { readonly of: 'person'; readonly field: 'idNumber' | 'birthOn' | 'phone' | 'gridId' | 'dwellingId' | 'householdId' | 'relationToHead' | 'presentAddress' | 'registeredAddress' | 'livesWhereRegistered' | 'education' }
  | { readonly of: 'block'; readonly field: BlockField }
);

const person = (field: Extract<Expected, { of: 'person' }>['field'], weight: number, source: string): Expected => ({ of: 'person', field, weight, source });
const block = (field: BlockField, weight: number, source: string): Expected => ({ of: 'block', field, weight, source });

/** GB/T 31000 common block: without these a person cannot be told from another, reached or found. */
const COMMON: readonly Expected[] = [
  person('idNumber', 5, 'GB/T 31000'),
  person('birthOn', 3, 'GB/T 31000'),
  person('gridId', 5, 'GB/T 31000'),
  person('presentAddress', 4, 'GB/T 31000'),
  person('phone', 3, 'GB/T 31000'),
  person('dwellingId', 2, '一标三实'),
  person('education', 1, 'GB/T 31000'),
];
const HOUSEHOLD: readonly Expected[] = [person('householdId', 3, '户籍人口登记表'), person('relationToHead', 2, '户籍人口登记表')];
const ORIGIN = person('registeredAddress', 3, 'GB/T 31000');

/**
 * Which fields a record of each category must have (domain.md 1.3, 2.3). It measures the record and never the person: sensitive fields, ethnic
 * group and political status count nowhere, so that nobody is asked for them to make a figure better.
 */
export const expectedFields: Readonly<Record<Category, readonly Expected[]>> = {
  registered: [...COMMON, ORIGIN, ...HOUSEHOLD, person('livesWhereRegistered', 2, '户籍人口登记表')],
  floating: [...COMMON, ORIGIN, block('inflowReason', 2, '流动人口登记表'), block('permitType', 1, '流动人口登记表'), block('stayPlace', 1, '流动人口登记表')],
  'left-behind': [...COMMON, ORIGIN, ...HOUSEHOLD, block('leftBehindKind', 3, '留守人员登记表'), block('familyName', 3, '留守人员登记表'), block('familyPhone', 3, '留守人员登记表')],
  overseas: [...COMMON, block('nationality', 3, '境外人员登记表'), block('documentUntilOn', 2, '境外人员登记表'), block('entryPurpose', 1, '境外人员登记表'), block('arrivedOn', 2, '境外人员登记表')],
  'no-hukou': [...COMMON.filter(({ field }) => field !== 'idNumber'), block('noHukouReason', 3, '未落户人口登记表')],
};

/** The heaviest sum a category can reach. */
export const fullWeight = (category: Category): number => expectedFields[category].reduce((sum, { weight }) => sum + weight, 0);

type Filled = Readonly<Record<string, unknown>>;
const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

/** Whole per cent of the weights that are filled, rounded down so that 100 means nothing is missing, and what is missing, heaviest first. */
export function completenessOf(category: Category, ofPerson: Filled, ofBlock: Filled): { readonly score: number; readonly missing: readonly Expected[] } {
  const expected = expectedFields[category];
  const missing = expected.filter(({ of, field }) => !isFilled((of === 'person' ? ofPerson : ofBlock)[field])).sort((a, b) => b.weight - a.weight);
  const full = fullWeight(category);
  return { score: Math.floor((100 * (full - missing.reduce((sum, { weight }) => sum + weight, 0))) / full), missing };
}
