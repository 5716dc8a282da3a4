import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPencil, IconPrinter } from '@tabler/icons-react';
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
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PaperPreview } from '#renderer/components/paper/PaperPreview.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { Trace } from '#renderer/components/trace/Trace.tsx';
import type { VolunteerSheet } from '#shared/modules/grid/participation/volunteer.schema.ts';
import { jobPlace, personPlace } from '../places.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useRecordId } from '../register/use-record-id.ts';
import { useFigures } from '../typed/use-figures.ts';
import { PointsDialog, type PointsAct } from './PointsDialog.tsx';
import { VolunteerDrawer } from './VolunteerDrawer.tsx';
import { useStatementPaper } from './statement-paper.ts';

/** One volunteer: registration, confirmed hours, the book of points unfolded, the yearly statement. */
export default function VolunteerPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getVolunteer({ id }));
  if (data) return <Sheet key={data.id} volunteer={data} />;
  return <Page title={formatMessage({ id: 'volunteers.one' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function Sheet({ volunteer }: { readonly volunteer: VolunteerSheet }) {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('participation.edit');
  const { hours } = useFigures();
  const [isEditing, setEditing] = useState(false);
  const [year, setYear] = useState<number | null>(null);
  useDeskCommand(mayEdit ? { id: 'record.edit', title: 'common.edit', accelerator: 'F2', run: () => setEditing(true) } : null);
  const fact = (id: 'personId' | 'gridName' | 'teamName' | 'joinedOn' | 'leftOn' | 'skills' | 'minutes' | 'wantsPoints' | 'note', value: ReactNode) => ({ id, label: formatMessage({ id: `volunteer.field.${id}` }), value });
  const { personId, personName, gridName, teamName, joinedOn, leftOn, skills, minutes, wantsPoints, note, years } = volunteer;
  return (
    <Page
      title={personName}
      figure={formatMessage({ id: 'volunteers.one' })}
      actions={
        <>
          <LedgerTrailBar list="grid.volunteers" />
          {years.slice(0, 2).map((one) => <Button key={one} size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => setYear(one)}><FormattedMessage id="volunteers.statement" values={{ year: String(one) }} /></Button>)}
          {mayEdit && <Button size="xs" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}><FormattedMessage id="common.edit" /></Button>}
        </>
      }
    >
      <Stack gap="xl">
        <SheetSection title="volunteers.section.facts">
          <Facts columns={2} facts={[fact('personId', <PlaceLink to={personPlace(personId)} inherit>{personName}</PlaceLink>), fact('gridName', gridName), fact('teamName', teamName), fact('skills', skills), fact('joinedOn', <DayText day={joinedOn} />), fact('leftOn', leftOn === null ? '' : <DayText day={leftOn} />), fact('minutes', hours(minutes)), fact('wantsPoints', formatMessage({ id: wantsPoints ? 'common.yes' : 'common.no' })), fact('note', note)]} />
          {years.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="volunteers.no-statement" /></Text>}
        </SheetSection>
        <PointsSection volunteer={volunteer} />
        <SheetSection title="register.section.history"><History entity="volunteer" id={volunteer.id} version={volunteer.version} /></SheetSection>
      </Stack>
      {isEditing && <VolunteerDrawer volunteer={volunteer} onClosed={() => setEditing(false)} />}
      {year !== null && <Statement id={volunteer.id} year={year} onClose={() => setYear(null)} />}
    </Page>
  );
}

const signed = (points: number): string => (points > 0 ? `+${points}` : `−${Math.abs(points)}`);

/** The balance unfolded: each line with its day and its job; the sum stands below. */
function PointsSection({ volunteer }: { readonly volunteer: VolunteerSheet }) {
  const { formatMessage, formatNumber, formatDate } = useIntl();
  const may = useMay();
  const [act, setAct] = useState<PointsAct | null>(null);
  const { entries, balance, wantsPoints } = volunteer;
  const acts: readonly PointsAct[] = [...(may('participation.edit') && balance > 0 ? (['redeem', 'give'] as const) : []), ...(may('participation.decide') && wantsPoints ? (['correct'] as const) : [])];
  return (
    <SheetSection title="volunteers.section.points">
      {entries.length === 0 && !wantsPoints && <Text size="sm" c="dimmed"><FormattedMessage id="volunteers.no-points" /></Text>}
      {(entries.length > 0 || wantsPoints) && (
        <Trace
          label={formatMessage({ id: 'volunteers.section.points' })}
          items={entries.map(({ id, entryOn, kind, points, note, byName, jobId }) => ({ id, label: `${formatDate(`${entryOn}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' })} ${formatMessage({ id: `volunteers.kind.${kind}` })}`, value: signed(points), note: [note, byName].filter(Boolean).join(' · '), ...(jobId !== null && { to: jobPlace(jobId) }) }))}
          total={{ label: formatMessage({ id: 'volunteers.balance' }), value: formatNumber(balance) }}
        />
      )}
      <Group gap="xs">{acts.map((one) => <Button key={one} size="xs" variant="default" onClick={() => setAct(one)}><FormattedMessage id={`volunteers.${one}`} /></Button>)}</Group>
      {act !== null && <PointsDialog volunteer={volunteer} act={act} onClose={() => setAct(null)} />}
    </SheetSection>
  );
}

function Statement({ id, year, onClose }: { readonly id: string; readonly year: number; readonly onClose: () => void }) {
  const { data } = useQuery(api.grid.getStatement({ id, year }));
  const paperOf = useStatementPaper();
  return data ? <PaperPreview paper={paperOf(id, data)} onClose={onClose} /> : null;
}
