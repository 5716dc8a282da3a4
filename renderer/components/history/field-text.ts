import type { IntlShape } from 'react-intl';

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** A stored value as a person reads it: nothing is "none", yes and no are words, an instant is a time of this place, lists are joined; a structure stays as it was written. */
export function fieldText({ formatMessage, formatList, formatDate }: IntlShape, value: unknown): string {
  if (value === null || value === undefined || value === '') return formatMessage({ id: 'common.none' });
  if (typeof value === 'boolean') return formatMessage({ id: value ? 'common.yes' : 'common.no' });
  if (Array.isArray(value)) return value.length === 0 ? formatMessage({ id: 'common.none' }) : formatList(value.map(String));
  if (typeof value === 'string' && INSTANT.test(value)) return formatDate(value, { dateStyle: 'medium', timeStyle: 'short' });
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const AREAS = ['register', 'territory', 'staff', 'training', 'accounts', 'settings', 'import', 'history', 'matters'] as const;
const camel = (column: string): string => column.replaceAll(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());

/** Where the words of a stored column may stand, the most particular first: `dwellingCategory` before `category`. */
export function fieldKeys(entity: string, column: string): readonly string[] {
  const field = camel(column);
  const own = `${camel(entity)}${field.slice(0, 1).toUpperCase()}${field.slice(1)}`;
  return [...new Set([entity, camel(entity), entity.replaceAll('_', '-')]), ...AREAS].flatMap((area) => [own, field, column].map((name) => `${area}.field.${name}`));
}
