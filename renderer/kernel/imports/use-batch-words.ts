import { useIntl } from 'react-intl';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';

/** What a batch consists of, in words: the form it was recognised as, and a number of the records that its rows become. */
export function useBatchWords({ profile }: Pick<ImportBatch, 'profile'>): { readonly form: string; readonly rows: (count: number) => string } {
  const { formatMessage } = useIntl();
  return { form: formatMessage({ id: `imports.profile.${profile}` }), rows: (count) => formatMessage({ id: `imports.rows.${profile}` }, { count }) };
}
