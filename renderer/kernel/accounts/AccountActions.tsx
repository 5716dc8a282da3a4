import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconKey, IconPencil, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { Account } from '#shared/kernel/accounts/accounts.contract.ts';
import type { Handover } from './OneTimePassword.tsx';

type Act = 'reset' | 'disable' | 'enable';
type AccountActionsProps = { readonly account: Account; readonly onEdit: () => void; readonly onHandover: (handover: Handover) => void };

/** What can be done with one account. Nobody resets or disables the account they are using. */
export function AccountActions({ account, onEdit, onHandover }: AccountActionsProps) {
  const { formatMessage } = useIntl();
  const isOwn = useSession().userId === account.id;
  const [asked, setAsked] = useState<Act | null>(null);
  const reset = useMutation(api.accounts.resetPassword());
  const disable = useMutation(api.accounts.disableAccount());
  const enable = useMutation(api.accounts.enableAccount());
  const { id, version, name, displayName, status } = account;

  const done = () => setAsked(null);
  const handOver = ({ oneTimePassword }: { oneTimePassword: string }) => {
    done();
    onHandover({ name, password: oneTimePassword });
  };
  const acts = {
    reset: { error: reset.error, isPending: reset.isPending, forget: reset.reset, run: () => reset.mutate({ id, version }, { onSuccess: handOver }) },
    disable: { error: disable.error, isPending: disable.isPending, forget: disable.reset, run: () => disable.mutate({ id, version }, { onSuccess: done }) },
    enable: { error: enable.error, isPending: enable.isPending, forget: enable.reset, run: () => enable.mutate({ id, version }, { onSuccess: handOver }) },
  } as const;
  const ask = (act: Act) => {
    acts[act].forget();
    setAsked(act);
  };
  return (
    <>
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={formatMessage({ id: 'accounts.actions' }, { name: displayName })}><IconDots size={18} aria-hidden /></ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}><FormattedMessage id="common.edit" /></Menu.Item>
          {status === 'active' && <Menu.Item leftSection={<IconKey size={16} aria-hidden />} disabled={isOwn} onClick={() => ask('reset')}><FormattedMessage id="accounts.reset" /></Menu.Item>}
          {status === 'active' ? (
            <Menu.Item leftSection={<IconUserOff size={16} aria-hidden />} disabled={isOwn} onClick={() => ask('disable')}><FormattedMessage id="accounts.disable" /></Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconUserCheck size={16} aria-hidden />} onClick={() => ask('enable')}><FormattedMessage id="accounts.enable" /></Menu.Item>
          )}
          {isOwn && <Menu.Label><FormattedMessage id="accounts.own.hint" /></Menu.Label>}
        </Menu.Dropdown>
      </Menu>
      {asked && (
        <ConfirmDialog
          opened
          title={formatMessage({ id: `accounts.${asked}.title` }, { name: displayName })}
          consequence={
            <>
              {formatMessage({ id: `accounts.${asked}.consequence` }, { name: displayName })}
              <ErrorNote error={acts[asked].error} />
            </>
          }
          confirmLabel={formatMessage({ id: `accounts.${asked}` })}
          danger={asked === 'disable'}
          pending={acts[asked].isPending}
          onConfirm={acts[asked].run}
          onClose={done}
        />
      )}
    </>
  );
}
