import { Button, Stack } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { LedgerTrailBar } from '#renderer/components/ledger/LedgerTrailBar.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { DwellingSheet } from '#shared/modules/grid/register/dwelling.schema.ts';
import { buildingPlace } from '../places.ts';
import { squareMetresOf } from './area.ts';
import { EditDwellingDrawer } from './DwellingDrawer.tsx';
import { RentalsSection } from './rentals/RentalsSection.tsx';
import { PersonRows } from './PersonRows.tsx';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useRecordId } from './use-record-id.ts';

/** One dwelling's sheet: what it is, who lives there, what changed. */
export default function DwellingPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getDwelling({ id }));
  if (data) return <DwellingSheetPage key={data.id} dwelling={data} />;
  return <Page title={formatMessage({ id: 'register.dwelling' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function DwellingSheetPage({ dwelling }: { readonly dwelling: DwellingSheet }) {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('register.edit');
  const [isEditing, setEditing] = useState(false);
  useDeskCommand(mayEdit ? { id: 'record.edit', title: 'common.edit', accelerator: 'F2', run: () => setEditing(true) } : null);
  return (
    <Page
      title={dwelling.address}
      figure={formatMessage({ id: 'register.residents-count' }, { count: dwelling.residents.length })}
      actions={
        <>
          <LedgerTrailBar list="grid.dwellings" />
          {mayEdit && <Button size="xs" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}><FormattedMessage id="common.edit" /></Button>}
        </>
      }
    >
      <Stack gap="xl">
        <DwellingFacts dwelling={dwelling} />
        <SheetSection title="register.residents">
          <PersonRows label={formatMessage({ id: 'register.residents' })} persons={dwelling.residents} empty={formatMessage({ id: 'register.residents-empty' })} />
        </SheetSection>
        <SheetSection title="rentals.title"><RentalsSection dwellingId={dwelling.id} /></SheetSection>
        {Object.keys(dwelling.extra).length > 0 && (
          <SheetSection title="register.section.extra">
            <Facts columns={2} facts={Object.entries(dwelling.extra).map(([title, value]) => ({ id: title, label: title, value }))} />
          </SheetSection>
        )}
        <SheetSection title="register.section.history"><History entity="dwelling" id={dwelling.id} version={dwelling.version} codeTables={CODE_TABLES} /></SheetSection>
      </Stack>
      {isEditing && <EditDwellingDrawer dwelling={dwelling} onClosed={() => setEditing(false)} />}
    </Page>
  );
}

function DwellingFacts({ dwelling }: { readonly dwelling: DwellingSheet }) {
  const { formatMessage } = useIntl();
  const { labelOf: categoryLabel } = useCodes('dwelling-category');
  const { labelOf: usageLabel } = useCodes('dwelling-use');
  const { labelOf: structureLabel } = useCodes('dwelling-structure');
  const { data: room } = useQuery(api.grid.findRoomOfDwelling({ id: dwelling.id }));
  const fact = (id: string, value: ReactNode) => ({ id, label: formatMessage({ id: messageId(`register.field.${id}`) }), value });
  return (
    <Facts
      columns={2}
      facts={[
        fact('certificateAddress', dwelling.certificateAddress),
        fact('gridId', dwelling.gridName),
        fact('estate', dwelling.estate),
        fact('building', dwelling.building),
        fact('unit', dwelling.unit),
        fact('floor', dwelling.floor),
        fact('room', dwelling.room),
        { id: 'placeOfRoom', label: formatMessage({ id: 'rentals.room' }), value: room && <PlaceLink to={`${buildingPlace(room.buildingId)}?room=${room.roomId}`} inherit>{`${room.building}${room.roomName}`}</PlaceLink> },
        fact('dwellingNo', dwelling.dwellingNo),
        fact('areaCentiares', squareMetresOf(dwelling.areaCentiares)),
        fact('rooms', dwelling.rooms),
        fact('dwellingCategory', categoryLabel(dwelling.category)),
        fact('use', usageLabel(dwelling.use)),
        fact('structure', structureLabel(dwelling.structure)),
        fact('builtYear', dwelling.builtYear),
        fact('ownerName', dwelling.ownerName),
        fact('ownerPhone', dwelling.ownerPhoneMasked),
        fact('note', dwelling.note),
        fact('createdAt', <InstantText at={dwelling.createdAt} />),
        fact('updatedAt', <InstantText at={dwelling.updatedAt} />),
      ]}
    />
  );
}

/** Which columns of the history hold codes. */
const CODE_TABLES = { category: 'dwelling-category', use: 'dwelling-use', structure: 'dwelling-structure' };
