import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { ExportRentals } from './rentals/ExportRentals.tsx';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { usePasteImport } from '#renderer/kernel/imports/use-paste-import.ts';
import { instantWords } from '#renderer/components/time/instant-words.ts';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { dwellingFilterSchema, type DwellingRow } from '#shared/modules/grid/register/dwelling.schema.ts';
import { dwellingPlace } from '../places.ts';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { squareMetresOf } from './area.ts';
import { EditDwellingById, NewDwellingDrawer } from './DwellingDrawer.tsx';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useEditAction } from './use-row-actions.tsx';

type Filter = z.output<typeof dwellingFilterSchema>;
type SortField = 'address' | 'updatedAt';

const BY_ADDRESS = { field: 'address', direction: 'asc' } as const;
const EXPORT = { list: 'grid.dwellings', query: (filter: Filter, sort: SortOrder<SortField>) => ({ filter, sort }) };

function useColumns(): readonly LedgerColumn<DwellingRow, SortField>[] {
  usePasteImport('dwellings');
  const { formatMessage } = useIntl();
  const { labelOf: categoryLabel } = useCodes('dwelling-category');
  const { labelOf: usageLabel } = useCodes('dwelling-use');
  return useMemo(() => {
    const title = (field: 'address' | 'areaCentiares' | 'category' | 'use' | 'ownerName' | 'ownerPhone' | 'residents' | 'gridId' | 'dwellingNo' | 'updatedAt') => formatMessage({ id: field === 'category' ? 'register.field.dwellingCategory' : `register.field.${field}` });
    return [
      { id: 'address', title: title('address'), width: 300, leading: true, sort: 'address', text: (row) => row.address },
      { id: 'area', title: title('areaCentiares'), width: 110, figures: true, text: (row) => squareMetresOf(row.areaCentiares) },
      { id: 'category', title: title('category'), width: 90, text: (row) => categoryLabel(row.category) },
      { id: 'use', title: title('use'), width: 90, text: (row) => usageLabel(row.use) },
      { id: 'ownerName', title: title('ownerName'), width: 100, text: (row) => row.ownerName },
      { id: 'ownerPhoneMasked', title: title('ownerPhone'), width: 120, text: (row) => row.ownerPhoneMasked },
      { id: 'residents', title: title('residents'), width: 90, figures: true, text: (row) => String(row.residents) },
      { id: 'gridName', title: title('gridId'), width: 120, text: (row) => row.gridName },
      { id: 'dwellingNo', title: title('dwellingNo'), width: 120, hiddenAtFirst: true, text: (row) => row.dwellingNo },
      { id: 'updatedAt', title: title('updatedAt'), width: 120, sort: 'updatedAt', text: (row) => instantWords(row.updatedAt), cell: (row) => <InstantText at={row.updatedAt} /> },
    ];
  }, [formatMessage, categoryLabel, usageLabel]);
}

function useFilters(): readonly LedgerFilter<Filter>[] {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  const { options: categories } = useCodes('dwelling-category');
  return useMemo(() => {
    const yes = formatMessage({ id: 'common.yes' });
    return [
      listFilter({ id: 'grid', label: formatMessage({ id: 'register.field.gridId' }), options: grids, values: null, of: (filter: Filter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      listFilter({ id: 'category', label: formatMessage({ id: 'register.field.dwellingCategory' }), options: categories, values: null, of: (filter: Filter) => filter.categories, put: (filter, next) => ({ ...filter, categories: next }) }),
      flagFilter({ id: 'without-grid', label: formatMessage({ id: 'register.filter.without-grid' }), yes, of: (filter: Filter) => filter.withoutGrid, put: (filter, withoutGrid) => ({ ...filter, withoutGrid }) }),
      flagFilter({ id: 'without-residents', label: formatMessage({ id: 'register.filter.without-residents' }), yes, of: (filter: Filter) => filter.withoutResidents, put: (filter, withoutResidents) => ({ ...filter, withoutResidents }) }),
      flagFilter<Filter>({ id: 'rented', label: formatMessage({ id: 'rentals.filter.rented' }), yes, of: (filter) => filter.rented, put: (filter, rented) => ({ ...filter, rented }) }),
      flagFilter<Filter>({ id: 'rentalOverdue', label: formatMessage({ id: 'rentals.filter.overdue' }), yes, of: (filter) => filter.rentalOverdue, put: (filter, rentalOverdue) => ({ ...filter, rentalOverdue }) }),
    ];
  }, [formatMessage, grids, categories]);
}

/** Every dwelling of the register. */
export default function DwellingsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('register.edit');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countDwellings({}));
  const [open, setOpen] = useState<'new' | { readonly id: string } | null>(null);
  const edit = useCallback(({ id }: DwellingRow) => setOpen({ id }), []);
  const actions = useEditAction(mayEdit, edit);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'register.dwelling-new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  useLinkedFilter(dwellingFilterSchema);
  useResumedDraft('dwelling', (id) => setOpen(id === null ? 'new' : { id }));
  const source = useCallback(
    (filter: Filter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listDwellings({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countDwellings({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'register.dwellings-search' }), of: (filter: Filter) => filter.text, put: (filter: Filter, text: string) => ({ ...filter, text }) }), [formatMessage]);
  const close = () => setOpen(null);
  return (
    <Page
      wide
      title={formatMessage({ id: 'register.dwellings' })}
      figure={all.data && formatMessage({ id: 'register.dwellings-count' }, { count: formatNumber(all.data.count) })}
      actions={<><ExportRentals />{mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="register.dwelling-new" /></Button>}</>}
    >
      <LedgerTable
        id="grid.dwellings"
        label={formatMessage({ id: 'register.dwellings-list' })}
        columns={columns}
        source={source}
        filterSchema={dwellingFilterSchema}
        filters={filters}
        search={search}
        sort={BY_ADDRESS}
        nameOf={({ address }) => address}
        onOpen={({ id }) => goTo(dwellingPlace(id))}
        {...(mayEdit && { onEdit: edit })}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="register.dwellings-empty" /></Text><Text size="sm"><FormattedMessage id="register.dwellings-empty-next" /></Text></Stack>}
      />
      {open === 'new' && <NewDwellingDrawer onClosed={close} />}
      {open !== null && open !== 'new' && <EditDwellingById key={open.id} id={open.id} onClosed={close} />}
    </Page>
  );
}
