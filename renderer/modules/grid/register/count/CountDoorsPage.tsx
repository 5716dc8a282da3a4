import { Button, Text, TextInput, Select, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { differenceKinds, doorFilterSchema, doorStates, type CampaignSheet, type DoorFilter, type DoorRow } from '#shared/modules/grid/register/count/count.schema.ts';
import { dwellingPlace } from '../../places.ts';
import { listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useRecordId } from '../use-record-id.ts';

type SortField = 'no' | 'address' | 'persons' | 'updatedAt';
const BY_WALK = { field: 'no', direction: 'asc' } as const;
const NUMBERS = ['persons', 'households', 'registered', 'floating', 'leftBehind', 'overseas', 'noHukou', 'businesses', 'registerPersons', 'registerHouseholds', 'personsNow', 'lastPersons', 'lastHouseholds'] as const;
const HIDDEN: ReadonlySet<string> = new Set(['leftBehind', 'overseas', 'noHukou', 'registerHouseholds', 'lastHouseholds']);

function useColumns(): readonly LedgerColumn<DoorRow, SortField>[] {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('dwelling-use');
  return useMemo(() => {
    const title = (field: 'gridName' | 'no' | 'address' | 'state' | 'foundUse' | 'countedOn' | 'countedBy' | 'note' | (typeof NUMBERS)[number]) => formatMessage({ id: `count.field.${field}` });
    return [
      { id: 'gridName', title: title('gridName'), width: 120, text: (row) => row.gridName },
      { id: 'no', title: title('no'), width: 70, figures: true, sort: 'no', text: (row) => String(row.no) },
      { id: 'address', title: title('address'), width: 300, leading: true, sort: 'address', text: (row) => row.address },
      { id: 'state', title: title('state'), width: 110, text: (row) => formatMessage({ id: `count.state.${row.state}` }) },
      ...NUMBERS.map((field): LedgerColumn<DoorRow, SortField> => ({ id: field, title: title(field), width: 96, figures: true, ...(field === 'persons' && { sort: 'persons' }), ...(HIDDEN.has(field) && { hiddenAtFirst: true }), text: (row) => (row[field] === null ? '' : formatNumber(row[field])) })),
      { id: 'foundUse', title: title('foundUse'), width: 100, text: (row) => (row.foundUse === '' ? '' : labelOf(row.foundUse)) },
      { id: 'countedOn', title: title('countedOn'), width: 110, text: (row) => row.countedOn ?? '' },
      { id: 'countedBy', title: title('countedBy'), width: 90, text: (row) => row.countedBy },
      { id: 'note', title: title('note'), width: 160, text: (row) => row.note },
    ];
  }, [formatMessage, formatNumber, labelOf]);
}

function useFilters(campaign: CampaignSheet | undefined): readonly LedgerFilter<DoorFilter>[] {
  const { formatMessage } = useIntl();
  const grids = useMemo(() => (campaign?.figures.grids ?? []).map(({ gridId, gridName }) => ({ value: gridId, label: gridName })), [campaign]);
  const { data: blocks } = useQuery({ ...api.grid.listCountBlocks({ id: campaign?.id ?? '' }), enabled: campaign !== undefined });
  return useMemo(() => {
    const names = [...new Set((blocks ?? []).map(({ block }) => block).filter(Boolean))].map((block) => ({ value: block, label: block }));
    return [
      listFilter({ id: 'state', label: formatMessage({ id: 'count.field.state' }), options: doorStates.map((value) => ({ value, label: formatMessage({ id: `count.state.${value}` }) })), values: doorStates, of: (filter: DoorFilter) => filter.states, put: (filter, states) => ({ ...filter, states }) }),
      listFilter({ id: 'grid', label: formatMessage({ id: 'count.field.gridName' }), options: grids, values: null, of: (filter: DoorFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      listFilter({ id: 'block', label: formatMessage({ id: 'count.sheet-block' }), options: names, values: null, of: (filter: DoorFilter) => filter.blocks, put: (filter, next) => ({ ...filter, blocks: next }) }),
      listFilter({ id: 'differs', label: formatMessage({ id: 'count.filter.differs' }), options: differenceKinds.map((value) => ({ value, label: formatMessage({ id: `count.differs.${value}` }) })), values: differenceKinds, of: (filter: DoorFilter) => filter.differs, put: (filter, differs) => ({ ...filter, differs }) }),
    ];
  }, [formatMessage, grids, blocks]);
}

/** Every door of one count, and where it differs. */
export default function CountDoorsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const id = useRecordId();
  const goTo = useGoTo();
  const may = useMay();
  const { data: campaign } = useQuery(api.grid.getCountCampaign({ id }));
  const columns = useColumns();
  const filters = useFilters(campaign);
  const [isAdding, setAdding] = useState(false);
  const source = useCallback(
    (filter: DoorFilter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listDoors({ filter: { ...filter, campaignId: id }, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countDoors({ filter: { ...filter, campaignId: id } }),
        countIn: ({ count }) => count,
      }),
    [id],
  );
  const exportAs = useMemo(() => ({ list: 'grid.doors', query: (filter: DoorFilter, sort: SortOrder<SortField>) => ({ filter: { ...filter, campaignId: id }, sort }) }), [id]);
  const search = useMemo(() => ({ label: formatMessage({ id: 'count.search' }), of: (filter: DoorFilter) => filter.text, put: (filter: DoorFilter, text: string) => ({ ...filter, text }) }), [formatMessage]);
  return (
    <Page
      wide
      title={campaign ? `${campaign.name} · ${formatMessage({ id: 'count.doors' })}` : formatMessage({ id: 'count.doors' })}
      figure={campaign && formatMessage({ id: 'count.doors-figure' }, { count: formatNumber(campaign.doors) })}
      actions={campaign?.status === 'open' && may('count.record') && <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}><FormattedMessage id="count.door-add" /></Button>}
    >
      <LedgerTable
        id="grid.doors"
        label={formatMessage({ id: 'count.door-list' })}
        columns={columns}
        source={source}
        filterSchema={doorFilterSchema}
        filters={filters}
        search={search}
        sort={BY_WALK}
        nameOf={({ address }) => address}
        onOpen={({ dwellingId }) => dwellingId !== null && goTo(dwellingPlace(dwellingId))}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.text(row) }))} />}
        exportAs={exportAs}
        empty={<Text fw={600}><FormattedMessage id="count.doors-empty" /></Text>}
      />
      {isAdding && campaign && <AddDoor campaign={campaign} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function AddDoor({ campaign, onClose }: { readonly campaign: CampaignSheet; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const grids = campaign.figures.grids.map(({ gridId, gridName }) => ({ value: gridId, label: gridName }));
  const [gridId, setGridId] = useState(grids[0]?.value ?? null);
  const [address, setAddress] = useState('');
  const add = useMutation(api.grid.addDoor());
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={formatMessage({ id: 'count.door-add' })}
      consequence={formatMessage({ id: 'count.door-add-about' })}
      confirmLabel={formatMessage({ id: 'count.door-add' })}
      pending={add.isPending}
      onConfirm={() => gridId !== null && add.mutate({ campaignId: campaign.id, gridId, address }, { onSuccess: onClose })}
    >
      <Stack gap="sm">
        <Select label={formatMessage({ id: 'count.field.gridName' })} data={grids} value={gridId} onChange={setGridId} allowDeselect={false} comboboxProps={{ transitionProps: { duration: 0 } }} />
        <TextInput label={formatMessage({ id: 'count.field.address' })} required maxLength={200} value={address} onChange={(event) => setAddress(event.currentTarget.value)} data-autofocus />
        <ErrorNote error={add.error} />
      </Stack>
    </ConfirmDialog>
  );
}
