import { personCategories, type PersonRow, type PersonsChange } from '#shared/modules/grid/register/person.schema.ts';

/** What can be given to many at once, most often wanted first. */
export const togetherFields = ['gridId', 'category', 'presentAddress', 'registeredAddress', 'education', 'workplace'] as const;
export type TogetherField = (typeof togetherFields)[number];

/** What stands in a row now; nothing is the empty text. */
export const textNow = (person: PersonRow, field: TogetherField): string => person[field] ?? '';
export const sameAlready = (person: PersonRow, field: TogetherField, value: string): boolean => textNow(person, field) === value;

/** The change as the command takes it. A category that does not exist changes nothing. */
export function changeFor(field: TogetherField, value: string): PersonsChange {
  if (field === 'gridId') return { gridId: value === '' ? null : value };
  if (field !== 'category') return { [field]: value };
  const category = personCategories.find((one) => one === value);
  return category ? { category } : {};
}
