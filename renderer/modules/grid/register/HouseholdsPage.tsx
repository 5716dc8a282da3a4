import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { instantWords } from '#renderer/components/time/instant-words.ts';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { householdFilterSchema, householdTypes, type HouseholdRow } from '#shared/modules/grid/register/household.schema.ts';
import { householdPlace } from '../places.ts';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { EditHouseholdById, NewHouseholdDrawer } from './HouseholdDrawer.tsx';
import { useEditAction } from './use-row-actions.tsx';

type Filter = z.output<typeof householdFilterSchema>;
type SortField = 'registerNo' | 'updatedAt';

const BY_NUMBER = { field: 'registerNo', direction: 'asc' } as const;
const EXPORT = { list: 'grid.households', query: (filter: Filter, sort: SortOrder<SortField>) => ({ filter, sort }) };

function useColumns(): readonly LedgerColumn<HouseholdRow, SortField>[] {
  const { formatMessage } = useIntl();
  return useMemo(() => {
    const title = (field: 'registerNo' | 'type' | 'headId' | 'members' | 'gridId' | 'registeredAddress' | 'isVacant' | 'updatedAt') => formatMessage({ id: `register.field.${field}` });
    return [
      { id: 'registerNo', title: title('registerNo'), width: 140, leading: true, sort: 'registerNo', text: (row) => row.registerNo || formatMessage({ id: 'register.household-without-number' }) },
      { id: 'type', title: title('type'), width: 90, text: (row) => formatMessage({ id: `register.household-type.${row.type}` }) },
      { id: 'headName', title: title('headId'), width: 110, text: (row) => row.headName },
      { id: 'members', title: title('members'), width: 80, figures: true, text: (row) => String(row.members) },
      { id: 'gridName', title: title('gridId'), width: 120, text: (row) => row.gridName },
      { id: 'registeredAddress', title: title('registeredAddress'), width: 320, text: (row) => row.registeredAddress },
      { id: 'isVacant', title: title('isVacant'), width: 96, text: (row) => (row.isVacant ? formatMessage({ id: 'common.yes' }) : '') },
      { id: 'updatedAt', title: title('updatedAt'), width: 120, sort: 'updatedAt', text: (row) => instantWords(row.updatedAt), cell: (row) => <InstantText at={row.updatedAt} /> },
    ];
  }, [formatMessage]);
}

function useFilters(): readonly LedgerFilter<Filter>[] {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  return useMemo(() => {
    const yes = formatMessage({ id: 'common.yes' });
    const types = householdTypes.map((type) => ({ value: type, label: formatMessage({ id: `register.household-type.${type}` }) }));
    return [
      listFilter({ id: 'grid', label: formatMessage({ id: 'register.field.gridId' }), options: grids, values: null, of: (filter: Filter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      listFilter({ id: 'type', label: formatMessage({ id: 'register.field.type' }), options: types, values: householdTypes, of: (filter: Filter) => filter.types, put: (filter, next) => ({ ...filter, types: next }) }),
      flagFilter({ id: 'without-grid', label: formatMessage({ id: 'register.filter.without-grid' }), yes, of: (filter: Filter) => filter.withoutGrid, put: (filter, withoutGrid) => ({ ...filter, withoutGrid }) }),
      flagFilter({ id: 'without-head', label: formatMessage({ id: 'register.filter.without-head' }), yes, of: (filter: Filter) => filter.withoutHead, put: (filter, withoutHead) => ({ ...filter, withoutHead }) }),
    ];
  }, [formatMessage, grids]);
}

/** Every household of the register. */
export default function HouseholdsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('register.edit');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countHouseholds({}));
  const [open, setOpen] = useState<'new' | { readonly id: string } | null>(null);
  const edit = useCallback(({ id }: HouseholdRow) => setOpen({ id }), []);
  const actions = useEditAction(mayEdit, edit);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'register.household-new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  useLinkedFilter(householdFilterSchema);
  useResumedDraft('household', (id) => setOpen(id === null ? 'new' : { id }));
  const source = useCallback(
    (filter: Filter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listHouseholds({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countHouseholds({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'register.households-search' }), of: (filter: Filter) => filter.text, put: (filter: Filter, text: string) => ({ ...filter, text }) }), [formatMessage]);
  const close = () => setOpen(null);
  return (
    <Page
      wide
      title={formatMessage({ id: 'register.households' })}
      figure={all.data && formatMessage({ id: 'register.households-count' }, { count: formatNumber(all.data.count) })}
      actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="register.household-new" /></Button>}
    >
      <LedgerTable
        id="grid.households"
        label={formatMessage({ id: 'register.households-list' })}
        columns={columns}
        source={source}
        filterSchema={householdFilterSchema}
        filters={filters}
        search={search}
        sort={BY_NUMBER}
        nameOf={({ registerNo, headName }) => [registerNo, headName].filter(Boolean).join(' · ')}
        onOpen={({ id }) => goTo(householdPlace(id))}
        {...(mayEdit && { onEdit: edit })}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="register.households-empty" /></Text><Text size="sm"><FormattedMessage id="register.households-empty-next" /></Text></Stack>}
      />
      {open === 'new' && <NewHouseholdDrawer onClosed={close} />}
      {open !== null && open !== 'new' && <EditHouseholdById key={open.id} id={open.id} onClosed={close} />}
    </Page>
  );
}
