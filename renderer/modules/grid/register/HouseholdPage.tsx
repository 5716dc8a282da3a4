import { Button, Stack } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
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
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { HouseholdSheet } from '#shared/modules/grid/register/household.schema.ts';
import { dwellingPlace, personPlace } from '../places.ts';
import { EditHouseholdDrawer } from './HouseholdDrawer.tsx';
import { householdFacts } from './household-facts.ts';
import { NewPersonDrawer } from './PersonDrawer.tsx';
import { PersonRows } from './PersonRows.tsx';
import { PrintHousehold } from './PrintSheet.tsx';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useRecordId } from './use-record-id.ts';

/** One household's sheet: what it is, who belongs to it, what changed. */
export default function HouseholdPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getHousehold({ id }));
  if (data) return <HouseholdSheetPage key={data.id} household={data} />;
  return <Page title={formatMessage({ id: 'register.household' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function HouseholdSheetPage({ household }: { readonly household: HouseholdSheet }) {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('register.edit');
  const [open, setOpen] = useState<'edit' | 'member' | null>(null);
  useDeskCommand(mayEdit && open === null ? { id: 'record.edit', title: 'common.edit', accelerator: 'F2', run: () => setOpen('edit') } : null);
  const { registerNo, gridId, registeredAddress, dwellingId } = household;
  return (
    <Page
      title={registerNo === '' ? formatMessage({ id: 'register.household-without-number' }) : formatMessage({ id: 'register.household-title' }, { registerNo })}
      figure={formatMessage({ id: 'register.members-count' }, { count: household.members.length })}
      actions={
        <>
          <LedgerTrailBar list="grid.households" />
          <PrintHousehold household={household} />
          {mayEdit && <Button size="xs" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen('edit')}><FormattedMessage id="common.edit" /></Button>}
        </>
      }
    >
      <Stack gap="xl">
        <HouseholdFacts household={household} />
        <SheetSection title="register.members">
          <PersonRows label={formatMessage({ id: 'register.members' })} persons={household.members} empty={formatMessage({ id: 'register.members-empty' })} headId={household.headId} />
          {mayEdit && <Button size="xs" variant="default" style={{ alignSelf: 'start' }} leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('member')}><FormattedMessage id="register.member-new" /></Button>}
        </SheetSection>
        <SheetSection title="register.section.history"><History entity="household" id={household.id} version={household.version} /></SheetSection>
      </Stack>
      {open === 'edit' && <EditHouseholdDrawer household={household} onClosed={() => setOpen(null)} />}
      {open === 'member' && <NewPersonDrawer start={{ householdId: household.id, gridId, registeredAddress, dwellingId }} startNames={{ household: registerNo, dwelling: household.dwellingAddress }} onClosed={() => setOpen(null)} />}
    </Page>
  );
}

function HouseholdFacts({ household }: { readonly household: HouseholdSheet }) {
  const { headId, headName, dwellingId, dwellingAddress } = household;
  const onScreen: Readonly<Record<string, ReactNode>> = {
    ...(headId && headName !== '' && { headId: <PlaceLink to={personPlace(headId)} inherit>{headName}</PlaceLink> }),
    ...(dwellingId && { dwellingId: <PlaceLink to={dwellingPlace(dwellingId)} inherit>{dwellingAddress}</PlaceLink> }),
    createdAt: <InstantText at={household.createdAt} />,
    updatedAt: <InstantText at={household.updatedAt} />,
  };
  return <Facts columns={2} facts={householdFacts(useIntl(), household).map(({ id, label, text }) => ({ id, label, value: onScreen[id] ?? text }))} />;
}
