import { Group, Table, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleOff, IconKey } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay, useSession } from '#renderer/app/session.ts';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { Account } from '#shared/kernel/accounts/accounts.contract.ts';
import { AccountActions } from './AccountActions.tsx';
import type { Handover } from './OneTimePassword.tsx';
import { useGridNames } from './use-grid-names.ts';
import classes from './accounts.module.css';

const COLUMNS = ['name', 'display_name', 'roles', 'grid_ids', 'status', 'last_sign_in_at'] as const;

type AccountsTableProps = { readonly accounts: readonly Account[]; readonly onEdit: (account: Account) => void; readonly onHandover: (handover: Handover) => void };

/** Who can sign in, with what rights, and when they last did. */
export function AccountsTable({ accounts, onEdit, onHandover }: AccountsTableProps) {
  const { formatMessage, formatList } = useIntl();
  const { userId } = useSession();
  const mayManage = useMay()('accounts.manage');
  const grids = useGridNames();
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table verticalSpacing={6} aria-label={formatMessage({ id: 'accounts.title' })}>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => <Table.Th key={column}><FormattedMessage id={`accounts.field.${column}`} /></Table.Th>)}
            {mayManage && <Table.Th><FormattedMessage id="accounts.column.actions" /></Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {accounts.map((account) => (
            <Table.Tr key={account.id} {...(account.status === 'disabled' && { className: classes['off'] })}>
              <Table.Td>{account.name}{account.id === userId && <Text span size="xs" c="dimmed"> <FormattedMessage id="accounts.own" /></Text>}</Table.Td>
              <Table.Td>{account.displayName}</Table.Td>
              <Table.Td>{formatList(account.roles.map((role) => formatMessage({ id: `accounts.role.${role}` })), { type: 'conjunction', style: 'narrow' })}</Table.Td>
              <Table.Td maw={240}>
                <Text size="sm" lineClamp={2}>{account.gridIds.length === 0 ? <FormattedMessage id="accounts.grids.all" /> : formatList(account.gridIds.map(grids.nameOf), { type: 'conjunction', style: 'narrow' })}</Text>
              </Table.Td>
              <Table.Td><AccountState account={account} /></Table.Td>
              <Table.Td>{account.lastSignInAt === null ? <FormattedMessage id="accounts.never" /> : <InstantText at={account.lastSignInAt} />}</Table.Td>
              {mayManage && <Table.Td><AccountActions account={account} onEdit={() => onEdit(account)} onHandover={onHandover} /></Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function AccountState({ account }: { readonly account: Account }) {
  const state = account.status === 'disabled' ? 'disabled' : account.mustChangePassword ? 'one-time' : 'active';
  const Icon = { disabled: IconCircleOff, 'one-time': IconKey, active: IconCircleCheck }[state];
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={16} aria-hidden />
      <Text size="sm"><FormattedMessage id={`accounts.state.${state}`} /></Text>
    </Group>
  );
}
