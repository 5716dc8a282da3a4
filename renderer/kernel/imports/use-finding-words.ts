import { useIntl } from 'react-intl';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Finding } from '#shared/kernel/imports/imports.contract.ts';

/** What is wrong with a cell, in the reader's language. */
export function useFindingWords(): (finding: Finding) => string {
  const { formatMessage } = useIntl();
  return ({ code, params }) => formatMessage({ id: messageId(`import.finding.${code}`) }, params);
}
