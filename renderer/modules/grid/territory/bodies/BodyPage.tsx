import { Button, Stack } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { Attachments } from '#renderer/components/attachments/Attachments.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { LedgerTrailBar } from '#renderer/components/ledger/LedgerTrailBar.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import type { Body } from '#shared/modules/grid/territory/bodies/body.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useRecordId } from '../../register/use-record-id.ts';
import { EditBodyDrawer } from './BodyDrawer.tsx';
import { BodyFacts, useBodyFacts } from './BodyFacts.tsx';

/** One organisation's sheet: who it is, what was agreed, what changed. */
export default function BodyPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getBody({ id }));
  if (data) return <BodySheet key={data.id} body={data} />;
  return <Page title={formatMessage({ id: 'bodies.one' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function BodySheet({ body }: { readonly body: Body }) {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('bodies.edit');
  const factsOf = useBodyFacts();
  const [isEditing, setEditing] = useState(false);
  useDeskCommand(mayEdit ? { id: 'record.edit', title: 'common.edit', accelerator: 'F2', run: () => setEditing(true) } : null);
  const facts = [...factsOf(body), { label: formatMessage({ id: 'body.field.gridNames' }), value: body.gridNames.join('、') }];
  return (
    <Page
      title={body.name}
      {...(!body.isActive && { figure: formatMessage({ id: 'bodies.not-active' }) })}
      actions={
        <>
          <LedgerTrailBar list="grid.bodies" />
          <PrintButton paper={{ title: body.name, entity: 'body', entityId: body.id, rows: 1, asksReason: false, startsLandscape: false, blocks: [{ kind: 'facts', heading: '', facts }] }} />
          {mayEdit && <Button size="xs" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}><FormattedMessage id="common.edit" /></Button>}
        </>
      }
    >
      <Stack gap="xl">
        <BodyFacts body={body} columns={2} />
        {Object.keys(body.extra).length > 0 && (
          <SheetSection title="register.section.extra">
            <Facts columns={2} facts={Object.entries(body.extra).map(([title, value]) => ({ id: title, label: title, value }))} />
          </SheetSection>
        )}
        <SheetSection title="attachments.title"><Attachments owner={{ table: 'body', id: body.id }} mayEdit={mayEdit} /></SheetSection>
        <SheetSection title="register.section.history"><History entity="body" id={body.id} version={body.version} /></SheetSection>
      </Stack>
      {isEditing && <EditBodyDrawer body={body} onClosed={() => setEditing(false)} />}
    </Page>
  );
}
