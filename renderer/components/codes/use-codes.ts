import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';

export type CodeOption = { readonly value: string; readonly label: string };
export type Codes = {
  /** What can be chosen now, in the table's own order. */
  readonly options: readonly CodeOption[];
  /** A retired value keeps its words; a value the table never had is shown as it is. */
  readonly labelOf: (code: string | null) => string;
};

/** One code table in the reader's language, e.g. `education`. */
export function useCodes(table: string): Codes {
  const { locale } = useIntl();
  const { data } = useQuery(api.codeTables.listItems({ table }));
  return useMemo(() => {
    const items = (data ?? []).map(({ code, zh, en, active }) => ({ value: code, label: locale === 'en' && en !== '' ? en : zh, active }));
    const labels = new Map(items.map(({ value, label }) => [value, label]));
    return {
      options: items.filter(({ active }) => active).map(({ value, label }) => ({ value, label })),
      labelOf: (code) => (code === null ? '' : (labels.get(code) ?? code)),
    };
  }, [data, locale]);
}

/** The words of values of several code tables in the reader's language; a value the table never had is shown as it is. */
export function useManyCodes(tables: readonly string[]): (table: string, code: string) => string {
  const { locale } = useIntl();
  const read = useQueries({ queries: tables.map((table) => api.codeTables.listItems({ table })) });
  const items = new Map(tables.map((table, at) => [table, read[at]?.data ?? []]));
  return (table, code) => {
    const item = items.get(table)?.find((one) => one.code === code);
    return item === undefined ? code : locale === 'en' && item.en !== '' ? item.en : item.zh;
  };
}
