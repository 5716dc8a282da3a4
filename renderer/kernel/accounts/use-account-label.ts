import { useIntl } from 'react-intl';
import type { MessageId } from '#renderer/i18n/messages.ts';

/** Fields of the form by the names under which the record's history knows them. */
const LABELS: Readonly<Record<string, MessageId>> = {
  name: 'accounts.field.name',
  displayName: 'accounts.field.display_name',
  roles: 'accounts.field.roles',
  gridIds: 'accounts.field.grid_ids',
};

/** The label above a field, also used in the sum of errors. */
export function useAccountLabel(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => {
    const label = LABELS[field];
    return label ? formatMessage({ id: label }) : field;
  };
}
