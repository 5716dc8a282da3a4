import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { ImportProfile } from '#shared/kernel/imports/imports.contract.ts';

export type FieldName = { readonly value: string; readonly label: string; readonly essential: boolean; readonly required: boolean; /** Words to choose from; empty for free text. */ readonly choices: readonly string[] };

/** Before the title of a column that is kept aside. */
const ASIDE = 'extra:';

/** A field in the reader's words; a column kept aside has its own title. */
export function useFieldWords(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => (field.startsWith(ASIDE) ? field.slice(ASIDE.length) : formatMessage({ id: messageId(`import.field.${field}`) }));
}

/** The fields a column of this form can fill, in the reader's words and the form's order; undefined until they are known. */
export function useFieldNames(profile: ImportProfile): readonly FieldName[] | undefined {
  const words = useFieldWords();
  const { data } = useQuery(api.imports.listFields({ profile }));
  return data?.map(({ field, values, ...rest }) => ({ value: field, label: words(field), choices: values, ...rest }));
}
