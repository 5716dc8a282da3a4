import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { ImportProfile } from '#shared/kernel/imports/imports.contract.ts';

export type FieldName = { readonly value: string; readonly label: string };

/** A field in the reader's words. */
export function useFieldWords(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => formatMessage({ id: messageId(`import.field.${field}`) });
}

/** The fields a column of this form can fill, in the reader's words and the form's order; undefined until they are known. */
export function useFieldNames(profile: ImportProfile): readonly FieldName[] | undefined {
  const words = useFieldWords();
  const { data } = useQuery(api.imports.listFields({ profile }));
  return data?.map(({ field }) => ({ value: field, label: words(field) }));
}
