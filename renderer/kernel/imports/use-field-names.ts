import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';

const PREFIX = 'import.field.';

export type FieldName = { readonly value: string; readonly label: string };

/**
 * The fields a column can fill, in the reader's words, first those this file already fills. The words of the import's fields
 * (`import.field.<field>`) are the list: a field without words cannot be chosen.
 */
export function useFieldNames(batch: ImportBatch): readonly FieldName[] {
  const { messages, locale } = useIntl();
  return useMemo(() => {
    const filled = new Set(batch.columns.flatMap(({ field }) => field ?? []));
    const names = Object.entries(messages).flatMap(([key, label]) => (key.startsWith(PREFIX) && typeof label === 'string' ? [{ value: key.slice(PREFIX.length), label }] : []));
    const byWord = new Intl.Collator(locale);
    return names.toSorted((a, b) => Number(filled.has(b.value)) - Number(filled.has(a.value)) || byWord.compare(a.label, b.label));
  }, [messages, locale, batch.columns]);
}
