import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconArchive, IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { LedgerTrailBar } from '#renderer/components/ledger/LedgerTrailBar.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { PersonSheet } from '#shared/modules/grid/register/person.schema.ts';
import { dwellingPlace, householdPlace } from '../places.ts';
import { BlockSection } from './blocks/BlockSection.tsx';
import { CareSection } from './care/CareSection.tsx';
import { ServiceSection } from './care/ServiceSection.tsx';
import { CompletenessSection } from './completeness/CompletenessSection.tsx';
import { EditPersonDrawer } from './PersonDrawer.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { PersonRows } from './PersonRows.tsx';
import { PrintPerson } from './PrintSheet.tsx';
import { RemovePerson } from './RemovePerson.tsx';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { TrackSection } from './track/TrackSection.tsx';
import { useBirthText } from './use-birth-text.ts';
import { useRecordId } from './use-record-id.ts';

/** One person's sheet. */
export default function PersonPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getPerson({ id }));
  if (data) return <PersonSheetPage key={data.id} person={data} />;
  return <Page title={formatMessage({ id: 'register.person' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function PersonSheetPage({ person }: { readonly person: PersonSheet }) {
  const may = useMay();
  const birthText = useBirthText();
  const { labelOf: sexLabel } = useCodes('sex');
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const mayEdit = may('register.edit') && person.removedAt === null;
  const edit = () => setOpen('edit');
  useDeskCommand(mayEdit && open === null ? { id: 'record.edit', title: 'common.edit', accelerator: 'F2', run: edit } : null);
  return (
    <Page
      title={person.name}
      figure={[sexLabel(person.sex), birthText(person.birthOn)].filter(Boolean).join(' · ')}
      actions={
        <>
          <LedgerTrailBar list="grid.persons" />
          <PrintPerson person={person} />
          {may('register.remove') && person.removedAt === null && <Button size="xs" variant="default" onClick={() => setOpen('remove')}><FormattedMessage id="register.remove-ask" /></Button>}
          {mayEdit && <Button size="xs" leftSection={<IconPencil size={16} aria-hidden />} onClick={edit}><FormattedMessage id="common.edit" /></Button>}
        </>
      }
    >
      <Stack gap="xl">
        {person.removedAt !== null && <RemovedNote person={person} removedAt={person.removedAt} />}
        <CompletenessSection personId={person.id} version={person.version} />
        <PersonFacts person={person} />
        <BlockSection person={person} />
        <HouseholdOf person={person} />
        <DwellingOf person={person} />
        {may('care.read') && <CareSection person={person} />}
        {may('care.read') && <ServiceSection person={person} />}
        <TrackSection personId={person.id} version={person.version} />
        <SheetSection title="register.section.history"><History entity="person" id={person.id} version={person.version} codeTables={CODE_TABLES} /></SheetSection>
      </Stack>
      {open === 'edit' && <EditPersonDrawer person={person} onClosed={() => setOpen(null)} />}
      {open === 'remove' && <RemovePerson person={person} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function RemovedNote({ person, removedAt }: { readonly person: PersonSheet; readonly removedAt: string }) {
  const may = useMay();
  const restore = useMutation(api.grid.restorePerson());
  return (
    <Alert variant="light" color="gray" icon={<IconArchive size={18} aria-hidden />} title={<FormattedMessage id="register.removed" />}>
      <Group justify="space-between" gap="sm">
        <Text size="sm"><FormattedMessage id="register.removed-because" values={{ at: <InstantText at={removedAt} />, reason: person.removedReason }} /></Text>
        {may('register.remove') && <Button size="xs" variant="default" loading={restore.isPending} onClick={() => restore.mutate({ id: person.id, version: person.version })}><FormattedMessage id="register.restore" /></Button>}
      </Group>
      <ErrorNote error={restore.error} />
    </Alert>
  );
}

function HouseholdOf({ person }: { readonly person: PersonSheet }) {
  const { formatMessage } = useIntl();
  return (
    <SheetSection title="register.section.household">
      {person.householdId === null ? <Text size="sm" c="dimmed"><FormattedMessage id="register.no-household" /></Text> : <HouseholdMembers householdId={person.householdId} ownId={person.id} label={formatMessage({ id: 'register.members' })} />}
    </SheetSection>
  );
}

function HouseholdMembers({ householdId, ownId, label }: { readonly householdId: string; readonly ownId: string; readonly label: string }) {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(api.grid.getHousehold({ id: householdId }));
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <Stack gap="xs">
      <Text size="sm">
        <FormattedMessage
          id="register.household-line"
          values={{ household: <PlaceLink to={householdPlace(data.id)} inherit>{data.registerNo || formatMessage({ id: 'register.household-without-number' })}</PlaceLink>, count: data.members.length }}
        />
      </Text>
      <PersonRows label={label} persons={data.members} empty={formatMessage({ id: 'register.members-empty' })} headId={data.headId} ownId={ownId} />
    </Stack>
  );
}

function DwellingOf({ person }: { readonly person: PersonSheet }) {
  return (
    <SheetSection title="register.section.dwelling">
      <Text size="sm">{person.dwellingId === null ? <FormattedMessage id="register.no-dwelling" /> : <PlaceLink to={dwellingPlace(person.dwellingId)} inherit>{person.dwellingAddress}</PlaceLink>}</Text>
    </SheetSection>
  );
}

/** Which columns of the history hold codes. */
const CODE_TABLES = { sex: 'sex', id_type: 'id-document', ethnic: 'ethnic', marital: 'marital', political: 'political', education: 'education', category: 'person-category', relation_to_head: 'family-relation' };
