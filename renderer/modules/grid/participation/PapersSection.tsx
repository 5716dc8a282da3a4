import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PaperPreview } from '#renderer/components/paper/PaperPreview.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { GridSelect } from '../typed/pickers.tsx';
import type { Days } from '../typed/PeriodChoice.tsx';
import { useAskedPaper, useLeafletPaper } from './public-papers.ts';

/** What hangs on the board and goes to the doors; no resident is named on either. */
export function PapersSection({ period }: { readonly period: Days }) {
  const { formatMessage } = useIntl();
  const [gridId, setGridId] = useState<string | null>(null);
  const [shown, setShown] = useState<'asked' | 'leaflet' | null>(null);
  const close = () => setShown(null);
  return (
    <SheetSection title="participation.papers">
      <Stack gap="sm">
        <Group gap="sm">
          <Button size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => setShown('asked')}><FormattedMessage id="participation.asked-done" /></Button>
          <Text size="sm" c="dimmed"><FormattedMessage id="participation.asked-done-about" /></Text>
        </Group>
        <Group gap="sm" align="flex-end">
          <GridSelect label={formatMessage({ id: 'participation.leaflet-grid' })} onChange={setGridId} />
          <Button size="sm" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} disabled={gridId === null} onClick={() => setShown('leaflet')}><FormattedMessage id="participation.leaflet-print" /></Button>
          <Text size="sm" c="dimmed" pb={8}><FormattedMessage id="participation.leaflet-about" /></Text>
        </Group>
      </Stack>
      {shown === 'asked' && <AskedAndDone period={period} onClose={close} />}
      {shown === 'leaflet' && gridId !== null && <Leaflet gridId={gridId} onClose={close} />}
    </SheetSection>
  );
}

function AskedAndDone({ period, onClose }: { readonly period: Days; readonly onClose: () => void }) {
  const { data, error } = useQuery(api.grid.listAskedAndDone(period));
  const paperOf = useAskedPaper();
  return data ? <PaperPreview paper={paperOf(data, period)} onClose={onClose} /> : <ErrorNote error={error} />;
}

const SHOWN = 8;

function Leaflet({ gridId, onClose }: { readonly gridId: string; readonly onClose: () => void }) {
  const board = useQuery(api.grid.getNoticeBoard({ gridId }));
  const jobs = useQuery(api.grid.listVolunteerJobs({ filter: { states: ['open'], from: localToday() }, sort: { field: 'heldOn', direction: 'asc' }, limit: SHOWN }));
  const teams = useQuery(api.grid.listResidentTeams({ limit: SHOWN }));
  const paperOf = useLeafletPaper();
  if (board.data && jobs.data && teams.data) return <PaperPreview paper={paperOf(board.data, jobs.data, teams.data)} onClose={onClose} />;
  return <ErrorNote error={board.error ?? jobs.error ?? teams.error} />;
}
