import { Tabs } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { useMay } from '#renderer/app/session.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { OwnLog, WholeLog } from './AuditLog.tsx';
import { AuditVerify } from './AuditVerify.tsx';
import classes from './audit.module.css';

/** What was done at this station. Everybody sees their own entries; who may, the whole log and its proof. */
export default function AuditPage() {
  const { formatMessage } = useIntl();
  const may = useMay();
  const tabs = [
    ...(may('audit.read') ? [{ id: 'log', body: <WholeLog /> } as const] : []),
    { id: 'own', body: <OwnLog /> } as const,
    ...(may('audit.verify') ? [{ id: 'verify', body: <AuditVerify /> } as const] : []),
  ];
  return (
    <Page title={formatMessage({ id: 'audit.title' })} wide>
      {tabs.length === 1 ? (
        <OwnLog />
      ) : (
        <Tabs defaultValue={tabs[0]?.id ?? 'own'} keepMounted={false} className={classes['tabs'] ?? ''}>
          <Tabs.List mb="sm">
            {tabs.map(({ id }) => <Tabs.Tab key={id} value={id}><FormattedMessage id={`audit.${id}`} /></Tabs.Tab>)}
          </Tabs.List>
          {tabs.map(({ id, body }) => <Tabs.Panel key={id} value={id} className={classes['panel'] ?? ''}>{body}</Tabs.Panel>)}
        </Tabs>
      )}
    </Page>
  );
}
