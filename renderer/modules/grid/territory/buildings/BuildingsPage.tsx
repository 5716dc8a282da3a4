import { Button, Stack, Text } from '@mantine/core';
import { IconPlus, IconWand } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { buildingFilterSchema, buildingTitle, type Building, type BuildingFilter } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import { useEditAction } from '../../register/use-row-actions.tsx';
import { buildingPlace } from '../../places.ts';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { EditBuildingById, NewBuildingDrawer } from './BuildingDrawer.tsx';
import { useBuildingColumns, useBuildingFilters, type BuildingSort } from './use-building-list.tsx';

const BY_NAME = { field: 'name', direction: 'asc' } as const;
const EXPORT = { list: 'grid.buildings', query: (filter: BuildingFilter, sort: SortOrder<BuildingSort>) => ({ filter, sort }) };
const source = (filter: BuildingFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<BuildingSort> }) => api.grid.listBuildings({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countBuildings({ filter }),
    countIn: ({ count }) => count,
  });

/** The buildings of the community, estate by estate. */
export default function BuildingsPage() {
  const { formatMessage } = useIntl();
  const may = useMay();
  const mayEdit = may('buildings.edit');
  const goTo = useGoTo();
  const columns = useBuildingColumns();
  const filters = useBuildingFilters();
  const [open, setOpen] = useState<'new' | { readonly id: string } | null>(null);
  const edit = useCallback(({ id }: Building) => setOpen({ id }), []);
  const actions = useEditAction(mayEdit, edit);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'buildings.building-new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  useLinkedFilter(buildingFilterSchema);
  useResumedDraft('building', (id) => setOpen(id === null ? 'new' : { id }));
  const search = useMemo(() => ({ label: formatMessage({ id: 'buildings.buildings-search' }), of: (filter: BuildingFilter) => filter.text, put: (filter: BuildingFilter, text: string) => ({ ...filter, text: text.slice(0, 60) }) }), [formatMessage]);
  const close = () => setOpen(null);
  return (
    <Page
      wide
      title={formatMessage({ id: 'buildings.buildings' })}
      actions={
        <>
          {may('buildings.arrange') && <Button size="xs" variant="default" leftSection={<IconWand size={16} aria-hidden />} onClick={() => goTo('/grid/room-proposal')}><FormattedMessage id="buildings.proposal-open" /></Button>}
          {mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="buildings.building-new" /></Button>}
        </>
      }
    >
      <LedgerTable
        id="grid.buildings"
        label={formatMessage({ id: 'buildings.buildings-list' })}
        columns={columns}
        source={source}
        filterSchema={buildingFilterSchema}
        filters={filters}
        search={search}
        sort={BY_NAME}
        nameOf={buildingTitle}
        onOpen={({ id }) => goTo(buildingPlace(id))}
        {...(mayEdit && { onEdit: edit })}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="buildings.buildings-empty" /></Text><Text size="sm"><FormattedMessage id="buildings.buildings-empty-next" /></Text></Stack>}
      />
      {open === 'new' && <NewBuildingDrawer onClosed={close} />}
      {open !== null && open !== 'new' && <EditBuildingById key={open.id} id={open.id} onClosed={close} />}
    </Page>
  );
}
