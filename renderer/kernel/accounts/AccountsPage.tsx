import { Button, Tabs } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import type { Account } from '#shared/kernel/accounts/accounts.contract.ts';
import { AccountsTable } from './AccountsTable.tsx';
import { EditAccount } from './EditAccount.tsx';
import { NewAccount } from './NewAccount.tsx';
import { OneTimePassword, type Handover } from './OneTimePassword.tsx';
import { RoleMatrix } from './RoleMatrix.tsx';

/** Who may sign in and what each role may do. */
export default function AccountsPage() {
  const { formatMessage } = useIntl();
  const mayManage = useMay()('accounts.manage');
  const accounts = useQuery(api.accounts.listAccounts({}));
  const [panel, setPanel] = useState<Account | 'new' | null>(null);
  const [handover, setHandover] = useState<Handover | null>(null);
  useDeskCommand(mayManage ? { id: 'record.new', title: 'accounts.new', accelerator: 'CmdOrCtrl+N', run: () => setPanel('new') } : null);
  const close = () => setPanel(null);
  return (
    <Page
      title={formatMessage({ id: 'accounts.title' })}
      actions={mayManage && <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setPanel('new')}><FormattedMessage id="accounts.new" /></Button>}
    >
      <Tabs defaultValue="accounts" keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="accounts"><FormattedMessage id="accounts.title" /></Tabs.Tab>
          <Tabs.Tab value="matrix"><FormattedMessage id="accounts.matrix" /></Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="accounts">
          <QueryState query={accounts}>{(rows) => <AccountsTable accounts={rows} onEdit={setPanel} onHandover={setHandover} />}</QueryState>
        </Tabs.Panel>
        <Tabs.Panel value="matrix"><RoleMatrix /></Tabs.Panel>
      </Tabs>
      {panel === 'new' && <NewAccount onCreated={setHandover} onClosed={close} />}
      {panel !== null && panel !== 'new' && <EditAccount key={panel.id} account={panel} onClosed={close} />}
      {handover && <OneTimePassword handover={handover} onClose={() => setHandover(null)} />}
    </Page>
  );
}
