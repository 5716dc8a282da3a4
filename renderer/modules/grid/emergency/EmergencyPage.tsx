import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Attachments } from '#renderer/components/attachments/Attachments.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { useNow } from '#renderer/components/time/use-now.ts';
import type { EmergencySheet } from '#shared/modules/grid/emergency/emergency.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useRecordId } from '../register/use-record-id.ts';
import { CheckList } from './CheckList.tsx';
import { EmergencyLog } from './EmergencyLog.tsx';
import { EndDrawer } from './EndDrawer.tsx';
import { LocateDrawer } from './LocateDrawer.tsx';
import { ReportList } from './ReportList.tsx';
import { useEmergencyPaper } from './emergency-papers.ts';

const MINUTE_MS = 60_000;

/** One emergency while it goes on, and afterwards: what is to be done, who has reported, what happened, what was learnt. */
export default function EmergencyPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getEmergency({ id }));
  if (data) return <Sheet key={data.id} sheet={data} />;
  return <Page title={formatMessage({ id: 'emergency.one' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function Sheet({ sheet }: { readonly sheet: EmergencySheet }) {
  const { formatMessage } = useIntl();
  const mayRun = useMay()('emergency.run');
  const paperOf = useEmergencyPaper();
  const clock = useNow();
  const [open, setOpen] = useState<'end' | 'locate' | null>(null);
  const isRunning = sheet.endedAt === null;
  const minutes = Math.max(0, Math.floor(((sheet.endedAt === null ? clock : Date.parse(sheet.endedAt)) - Date.parse(sheet.startedAt)) / MINUTE_MS));
  const figure = [sheet.isDrill ? formatMessage({ id: 'emergency.drill' }) : '', formatMessage({ id: isRunning ? 'emergency.minute-now' : 'emergency.minutes-took' }, { minutes })].filter(Boolean).join(' · ');
  return (
    <Page
      title={sheet.title}
      figure={figure}
      actions={
        <>
          <PrintButton paper={paperOf(sheet)} />
          {mayRun && isRunning && <Button size="xs" variant="default" onClick={() => setOpen('locate')}><FormattedMessage id="emergency.locate" /></Button>}
          {mayRun && <Button size="xs" {...(isRunning ? {} : { variant: 'default' })} onClick={() => setOpen('end')}><FormattedMessage id={isRunning ? 'emergency.end' : 'emergency.review'} /></Button>}
        </>
      }
    >
      <Stack gap="xl">
        <EmergencyFacts sheet={sheet} />
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
          <SheetSection title="emergency.checklist"><CheckList sheet={sheet} mayRun={mayRun && isRunning} /></SheetSection>
          <SheetSection title="emergency.reports"><ReportList sheet={sheet} mayRun={mayRun && isRunning} /></SheetSection>
        </SimpleGrid>
        {!isRunning && <SheetSection title="emergency.note"><Note sheet={sheet} /></SheetSection>}
        <SheetSection title="attachments.title"><Attachments owner={{ table: 'emergency', id: sheet.id }} mayEdit={mayRun} /></SheetSection>
        <SheetSection title="emergency.log"><EmergencyLog sheet={sheet} mayWrite={mayRun && isRunning} /></SheetSection>
      </Stack>
      {open === 'end' && <EndDrawer sheet={sheet} onClosed={() => setOpen(null)} />}
      {open === 'locate' && <LocateDrawer sheet={sheet} onClosed={() => setOpen(null)} />}
    </Page>
  );
}

function EmergencyFacts({ sheet }: { readonly sheet: EmergencySheet }) {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('emergency-kind');
  const fact = (field: 'kind' | 'place' | 'startedAt' | 'startedBy' | 'endedAt' | 'materials', value: ReactNode) => ({ id: field, label: formatMessage({ id: `emergency.field.${field}` }), value });
  return (
    <Facts
      columns={3}
      facts={[
        fact('kind', labelOf(sheet.kind)),
        fact('place', [sheet.gridName, sheet.place].filter(Boolean).join(' ')),
        fact('startedAt', <InstantText at={sheet.startedAt} />),
        fact('startedBy', sheet.startedBy),
        fact('endedAt', sheet.endedAt === null ? formatMessage({ id: 'emergency.running' }) : <InstantText at={sheet.endedAt} />),
        fact('materials', sheet.materials),
      ]}
    />
  );
}

/** The after-action note. */
function Note({ sheet }: { readonly sheet: EmergencySheet }) {
  const { formatMessage } = useIntl();
  return (
    <Stack gap="xs">
      {(['summary', 'wentWell', 'toImprove', 'followUp'] as const).map((field) => (
        <Group key={field} gap="md" align="flex-start" wrap="nowrap">
          <Text size="sm" c="dimmed" w={120} style={{ flex: 'none' }}>{formatMessage({ id: `emergency.field.${field}` })}</Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>{sheet[field] || '—'}</Text>
        </Group>
      ))}
    </Stack>
  );
}
