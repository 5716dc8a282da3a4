import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconKeyboard, IconLock, IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import type { CampaignSheet } from '#shared/modules/grid/register/count/count.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useRecordId } from '../use-record-id.ts';
import { EditCampaignDrawer } from './CampaignDrawer.tsx';
import { useCountPaper } from './count-paper.ts';
import { countPlace, doorsPlace } from './count-places.ts';
import { CoverageChart } from './CoverageChart.tsx';
import { CountFigures } from './CountFigures.tsx';
import { GridProgress, UseTable } from './CountTables.tsx';
import { SheetTools } from './SheetTools.tsx';

/** One count: how far it is, what was counted, where it differs, and its sheets. */
export default function CountPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getCountCampaign({ id }));
  if (data) return <CampaignPage key={data.id} campaign={data} />;
  return <Page title={formatMessage({ id: 'count.one' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function CampaignPage({ campaign }: { readonly campaign: CampaignSheet }) {
  const { formatMessage } = useIntl();
  const may = useMay();
  const goTo = useGoTo();
  const paperOf = useCountPaper();
  const [open, setOpen] = useState<'edit' | 'close' | null>(null);
  const isOpen = campaign.status === 'open';
  const mayManage = may('count.manage') && isOpen;
  useDeskCommand(mayManage ? { id: 'record.edit', title: 'common.edit', accelerator: 'F2', run: () => setOpen('edit') } : null);
  return (
    <Page
      title={campaign.name}
      figure={formatMessage({ id: 'count.period' }, { from: campaign.startsOn, until: campaign.endsOn })}
      actions={
        <>
          <PrintButton paper={paperOf(campaign)} />
          <Button size="xs" variant="default" onClick={() => goTo(doorsPlace(campaign.id))}><FormattedMessage id="count.doors" /></Button>
          {mayManage && <Button size="xs" variant="default" leftSection={<IconLock size={16} aria-hidden />} onClick={() => setOpen('close')}><FormattedMessage id="count.close" /></Button>}
          {mayManage && <Button size="xs" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen('edit')}><FormattedMessage id="common.edit" /></Button>}
          {isOpen && may('count.record') && <Button size="xs" leftSection={<IconKeyboard size={16} aria-hidden />} onClick={() => goTo(`${countPlace(campaign.id)}/enter`)}><FormattedMessage id="count.enter" /></Button>}
        </>
      }
    >
      <Stack gap="xl">
        <Stack gap="sm">
          {isOpen ? <Text size="sm" c="dimmed"><FormattedMessage id="count.live" /></Text> : <Alert variant="light" color="blue" icon={<IconLock size={18} aria-hidden />}><Text size="sm" c="var(--mantine-color-text)"><FormattedMessage id="count.frozen" values={{ day: campaign.closedOn }} /></Text></Alert>}
          <CountFigures campaign={campaign} />
          {campaign.note !== '' && <Text size="sm">{campaign.note}</Text>}
        </Stack>
        <SheetSection title="count.figures"><GridProgress campaign={campaign} /></SheetSection>
        <CoverageChart campaign={campaign} />
        <SheetSection title="count.by-use"><UseTable figures={campaign.figures} /></SheetSection>
        {isOpen && <SheetSection title="count.sheet"><SheetTools campaign={campaign} /></SheetSection>}
        <SheetSection title="register.section.history"><History entity="count_campaign" id={campaign.id} version={campaign.version} /></SheetSection>
      </Stack>
      {open === 'edit' && <EditCampaignDrawer campaign={campaign} onClosed={() => setOpen(null)} />}
      {open === 'close' && <CloseCampaign campaign={campaign} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function CloseCampaign({ campaign, onClose }: { readonly campaign: CampaignSheet; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const close = useMutation(api.grid.closeCountCampaign());
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={formatMessage({ id: 'count.close-title' }, { name: campaign.name })}
      consequence={formatMessage({ id: 'count.close-consequence' }, { left: campaign.left })}
      confirmLabel={formatMessage({ id: 'count.close' })}
      pending={close.isPending}
      onConfirm={() => close.mutate({ id: campaign.id, version: campaign.version }, { onSuccess: onClose })}
    >
      <ErrorNote error={close.error} />
    </ConfirmDialog>
  );
}
