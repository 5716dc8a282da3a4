import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { Input } from '#shared/contract/define.ts';
import { accountsContract, type Account, type AccountDraft } from '#shared/kernel/accounts/accounts.contract.ts';
import { accountFieldOf } from './account-failures.ts';
import { chosenRoles } from './chosen-roles.ts';
import { AccountFields } from './AccountFields.tsx';
import { useAccountLabel } from './use-account-label.ts';

type Change = Input<typeof accountsContract.updateAccount>;
const changeSchema = accountsContract.updateAccount.input.extend({ roles: chosenRoles });

/** What a colleague is called and may do. A change of roles takes effect at once and is on record. */
export function EditAccount({ account, onClosed }: { readonly account: Account; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useAccountLabel();
  const { id, version, name, displayName, roles, gridIds } = account;
  const record = useRecordForm<AccountDraft, Change, Account>({
    draftKey: `account/${id}`,
    initialValues: { name, displayName, roles, gridIds },
    inputOf: ({ name: _fixed, ...values }) => ({ id, version, ...values }),
    schema: changeSchema,
    save: api.accounts.updateAccount(),
    fieldOf: accountFieldOf,
    onSaved: () => undefined,
  });
  return (
    <RecordDrawer title={formatMessage({ id: 'accounts.edit' }, { name })} record={record} labelOf={labelOf} onClosed={onClosed} size="32rem">
      <AccountFields record={record} isNew={false} />
    </RecordDrawer>
  );
}
