import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { accountDraftSchema, type AccountDraft } from '#shared/kernel/accounts/accounts.contract.ts';
import { accountFieldOf } from './account-failures.ts';
import { chosenRoles } from './chosen-roles.ts';
import { AccountFields } from './AccountFields.tsx';
import type { Handover } from './OneTimePassword.tsx';
import { useAccountLabel } from './use-account-label.ts';

const newAccountSchema = accountDraftSchema.extend({ roles: chosenRoles });
const empty: AccountDraft = { name: '', displayName: '', roles: [], gridIds: [] };

type NewAccountProps = { readonly onCreated: (handover: Handover) => void; readonly onClosed: () => void };

/** A new colleague. Saving answers with the one-time password, which is shown once. */
export function NewAccount({ onCreated, onClosed }: NewAccountProps) {
  const { formatMessage } = useIntl();
  const labelOf = useAccountLabel();
  const record = useRecordForm<AccountDraft, AccountDraft, { id: string; oneTimePassword: string }>({
    draftKey: 'account/new',
    initialValues: empty,
    inputOf: (values) => values,
    schema: newAccountSchema,
    save: api.accounts.createAccount(),
    fieldOf: accountFieldOf,
    onSaved: ({ oneTimePassword }) => onCreated({ name: record.form.getValues().name.trim(), password: oneTimePassword }),
  });
  return (
    <RecordDrawer title={formatMessage({ id: 'accounts.new' })} record={record} labelOf={labelOf} onClosed={onClosed} size="32rem">
      <AccountFields record={record} isNew />
    </RecordDrawer>
  );
}
