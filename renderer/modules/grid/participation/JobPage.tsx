import { Button, Stack } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { LedgerTrailBar } from '#renderer/components/ledger/LedgerTrailBar.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { JobSheet } from '#shared/modules/grid/participation/volunteer.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useRecordId } from '../register/use-record-id.ts';
import { useFigures } from '../typed/use-figures.ts';
import { JobDrawer } from './JobDrawer.tsx';
import { ShiftsSection } from './ShiftsSection.tsx';

/** One job: who signed up, who came, whose hours were confirmed. */
export default function JobPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getVolunteerJob({ id }));
  if (data) return <Sheet key={data.id} job={data} />;
  return <Page title={formatMessage({ id: 'jobs.one' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function Sheet({ job }: { readonly job: JobSheet }) {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('participation.edit');
  const { hours } = useFigures();
  const [isEditing, setEditing] = useState(false);
  useDeskCommand(mayEdit ? { id: 'record.edit', title: 'common.edit', accelerator: 'F2', run: () => setEditing(true) } : null);
  const fact = (id: 'heldOn' | 'place' | 'gridName' | 'teamName' | 'minutes' | 'skills' | 'note' | 'signed', value: ReactNode) => ({ id, label: formatMessage({ id: `volunteer_job.field.${id}` }), value });
  return (
    <Page
      title={`${job.heldOn} ${job.title}`}
      figure={formatMessage({ id: `jobs.state.${job.state}` })}
      actions={
        <>
          <LedgerTrailBar list="grid.volunteerJobs" />
          {mayEdit && <Button size="xs" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}><FormattedMessage id="common.edit" /></Button>}
        </>
      }
    >
      <Stack gap="xl">
        <SheetSection title="jobs.section.facts">
          <Facts columns={2} facts={[fact('heldOn', <DayText day={job.heldOn} />), fact('minutes', hours(job.minutes)), fact('place', job.place), fact('signed', formatMessage({ id: 'jobs.places' }, { signed: job.signed, places: job.places })), fact('gridName', job.gridName), fact('teamName', job.teamName), fact('skills', job.skills), fact('note', job.note)]} />
        </SheetSection>
        <ShiftsSection job={job} mayEdit={mayEdit} />
        <SheetSection title="register.section.history"><History entity="volunteer_job" id={job.id} version={job.version} /></SheetSection>
      </Stack>
      {isEditing && <JobDrawer job={job} onClosed={() => setEditing(false)} />}
    </Page>
  );
}
