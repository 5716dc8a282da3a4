import type { IntlShape } from 'react-intl';

/** A stored value as a person reads it: nothing is "none", yes and no are words, lists are joined; a structure stays as it was written. */
export function fieldText({ formatMessage, formatList }: IntlShape, value: unknown): string {
  if (value === null || value === undefined || value === '') return formatMessage({ id: 'common.none' });
  if (typeof value === 'boolean') return formatMessage({ id: value ? 'common.yes' : 'common.no' });
  if (Array.isArray(value)) return value.length === 0 ? formatMessage({ id: 'common.none' }) : formatList(value.map(String), { type: 'unit' });
  return typeof value === 'string' ? value : JSON.stringify(value);
}
