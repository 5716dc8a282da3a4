import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowsExchange, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { ExportButton } from '#renderer/components/export/ExportButton.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { LedgerTrailBar } from '#renderer/components/ledger/LedgerTrailBar.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { buildingTitle, type Building } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useRecordId } from '../../register/use-record-id.ts';
import { pointText } from './building-values.ts';
import { EditBuildingDrawer } from './BuildingDrawer.tsx';
import { RemovePlace } from './RemovePlace.tsx';
import { MoveBuilding } from './RoomDialogs.tsx';
import { RoomLayout } from './RoomLayout.tsx';

const searchSchema = z.object({ act: z.literal('move').optional().catch(undefined) });

/** One building's sheet: its rooms, what is known of it, what changed. A link may ask at once where it is to go. */
export default function BuildingPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getBuilding({ id }));
  if (data) return <BuildingSheetPage key={data.id} building={data} />;
  return <Page title={formatMessage({ id: 'buildings.building' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function BuildingSheetPage({ building }: { readonly building: Building }) {
  const { formatMessage } = useIntl();
  const may = useMay();
  const mayEdit = may('buildings.edit');
  const mayArrange = may('buildings.arrange');
  const goTo = useGoTo();
  const { act } = searchSchema.parse(useSearch({ strict: false }));
  const [open, setOpen] = useState<'edit' | 'move' | 'remove' | null>(mayArrange && act === 'move' ? 'move' : null);
  useDeskCommand(mayEdit ? { id: 'record.edit', title: 'common.edit', accelerator: 'F2', run: () => setOpen('edit') } : null);
  const close = () => setOpen(null);
  return (
    <Page
      title={buildingTitle(building)}
      figure={formatMessage({ id: 'buildings.figures' }, { rooms: building.rooms, persons: building.persons })}
      actions={
        <>
          <LedgerTrailBar list="grid.buildings" />
          <ExportRooms building={building} />
          {mayArrange && <Button size="xs" variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setOpen('remove')}><FormattedMessage id="buildings.remove-ask" /></Button>}
          {mayArrange && <Button size="xs" variant="default" leftSection={<IconArrowsExchange size={16} aria-hidden />} onClick={() => setOpen('move')}><FormattedMessage id="buildings.move-ask" /></Button>}
          {mayEdit && <Button size="xs" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen('edit')}><FormattedMessage id="common.edit" /></Button>}
        </>
      }
    >
      <Stack gap="xl">
        {building.elsewhere > 0 && (
          <Alert variant="light" color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />}>
            <Text size="sm" c="var(--mantine-color-text)"><FormattedMessage id="buildings.elsewhere" values={{ count: building.elsewhere, grid: building.gridName }} /></Text>
          </Alert>
        )}
        <SheetSection title="buildings.layout"><RoomLayout building={building} /></SheetSection>
        <SheetSection title="buildings.facts"><BuildingFacts building={building} /></SheetSection>
        <SheetSection title="register.section.history"><History entity="building" id={building.id} version={building.version} codeTables={CODE_TABLES} /></SheetSection>
      </Stack>
      {open === 'edit' && <EditBuildingDrawer building={building} onClosed={close} />}
      {open === 'move' && <MoveBuilding building={building} onClose={close} />}
      {open === 'remove' && <RemovePlace kind="building" place={building} remove={api.grid.removeBuilding()} onRemoved={() => goTo('/grid/buildings')} onClose={close} />}
    </Page>
  );
}

const ROOM_COLUMNS = ['building', 'gridName', 'unit', 'floor', 'name', 'use', 'dwellings', 'residents', 'rented'] as const;

/** The rooms of the building as a workbook. */
function ExportRooms({ building }: { readonly building: Building }) {
  const { formatMessage } = useIntl();
  return <ExportButton list="grid.rooms" label={formatMessage({ id: 'buildings.export-rooms' })} query={{ buildingId: building.id }} columns={ROOM_COLUMNS.map((field) => ({ field, title: formatMessage({ id: `buildings.room-column.${field}` }) }))} />;
}

function BuildingFacts({ building }: { readonly building: Building }) {
  const { formatMessage } = useIntl();
  const { labelOf: sexLabel } = useCodes('sex');
  const { labelOf: politicalLabel } = useCodes('political');
  const { labelOf: educationLabel } = useCodes('education');
  const fact = (id: string, value: ReactNode) => ({ id, label: formatMessage({ id: messageId(`building.field.${id}`) }), value });
  return (
    <Facts
      columns={2}
      facts={[
        fact('estateId', building.estateName),
        fact('gridId', building.gridName),
        fact('address', building.address),
        fact('floors', building.floors),
        fact('units', building.units),
        fact('dwellings', building.dwellings),
        fact('headName', building.headName === '' ? '' : [building.headName, building.headSex === '0' ? '' : sexLabel(building.headSex)].filter(Boolean).join(' · ')),
        fact('headPhone', building.headPhone),
        fact('headBirthOn', building.headBirthOn === null ? '' : <DayText day={building.headBirthOn} />),
        fact('headPolitical', politicalLabel(building.headPolitical)),
        fact('headEducation', educationLabel(building.headEducation)),
        fact('point', pointText(building)),
        fact('note', building.note),
      ]}
    />
  );
}

const CODE_TABLES = { head_sex: 'sex', head_political: 'political', head_education: 'education' };
