import { Button, Stack, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerAction, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { expiryFilterSchema, expiryStates, type ExpiryFilter, type ExpiryRow } from '#shared/modules/grid/prevention/prevention.schema.ts';
import { listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { EditExpiryDrawer, NewExpiryDrawer, RenewDrawer } from './ExpiryDrawers.tsx';

type SortField = 'expiresOn' | 'name' | 'kind';
const BY_DAY = { field: 'expiresOn', direction: 'asc' } as const;
const EXPORT = { list: 'grid.expiries', query: (filter: ExpiryFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const COLOURS = { running: 'inherit', near: 'var(--mantine-color-yellow-text)', expired: 'var(--mantine-color-red-text)' } as const;
type Open = { readonly act: 'renew' | 'edit' | 'remove'; readonly thing: ExpiryRow };

function useColumns(): readonly LedgerColumn<ExpiryRow, SortField>[] {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('expiry-kind');
  return useMemo(() => {
    const title = (field: 'name' | 'kind' | 'place' | 'gridName' | 'holder' | 'expiresOn' | 'state' | 'remindDays' | 'note') => formatMessage({ id: `expiries.field.${field}` });
    const state = (row: ExpiryRow) => formatMessage({ id: `expiries.state.${row.state}` });
    return [
      { id: 'name', title: title('name'), width: 180, leading: true, sort: 'name', text: (row) => row.name },
      { id: 'kind', title: title('kind'), width: 110, sort: 'kind', text: (row) => labelOf(row.kind) },
      { id: 'expiresOn', title: title('expiresOn'), width: 150, sort: 'expiresOn', text: (row) => row.expiresOn, cell: (row) => <DayText day={row.expiresOn} /> },
      { id: 'state', title: title('state'), width: 110, text: state, cell: (row) => <Text span inherit c={COLOURS[row.state]}>{state(row)}</Text> },
      { id: 'place', title: title('place'), width: 160, text: (row) => row.place },
      { id: 'gridName', title: title('gridName'), width: 110, text: (row) => row.gridName },
      { id: 'holder', title: title('holder'), width: 140, text: (row) => row.holder },
      { id: 'remindDays', title: title('remindDays'), width: 110, figures: true, text: (row) => formatNumber(row.remindDays) },
      { id: 'note', title: title('note'), width: 160, text: (row) => row.note },
    ];
  }, [formatMessage, formatNumber, labelOf]);
}

function useFilters(): readonly LedgerFilter<ExpiryFilter>[] {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  const { options: kinds } = useCodes('expiry-kind');
  return useMemo(
    () => [
      listFilter({ id: 'state', label: formatMessage({ id: 'expiries.field.state' }), options: expiryStates.map((value) => ({ value, label: formatMessage({ id: `expiries.state.${value}` }) })), values: expiryStates, of: (filter: ExpiryFilter) => filter.states, put: (filter, states) => ({ ...filter, states }) }),
      listFilter({ id: 'kind', label: formatMessage({ id: 'expiries.field.kind' }), options: kinds, values: null, of: (filter: ExpiryFilter) => filter.kinds, put: (filter, next) => ({ ...filter, kinds: next }) }),
      listFilter({ id: 'grid', label: formatMessage({ id: 'expiries.field.gridName' }), options: grids, values: null, of: (filter: ExpiryFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
    ],
    [formatMessage, grids, kinds],
  );
}

/** Things with a last day, the nearest first. */
export default function ExpiriesPage() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('prevention.edit');
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countExpiries({}));
  const [open, setOpen] = useState<'new' | Open | null>(null);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'expiries.new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  useResumedDraft('expiry', (id) => id === null && setOpen('new'));
  useLinkedFilter(expiryFilterSchema);
  const actions = useMemo<readonly LedgerAction<ExpiryRow>[]>(
    () =>
      mayEdit
        ? [
            { id: 'renew', label: formatMessage({ id: 'expiries.renew' }), icon: <IconRefresh size={16} aria-hidden />, run: (thing) => setOpen({ act: 'renew', thing }) },
            { id: 'edit', label: formatMessage({ id: 'common.edit' }), icon: <IconPencil size={16} aria-hidden />, run: (thing) => setOpen({ act: 'edit', thing }) },
            { id: 'remove', label: formatMessage({ id: 'service-desk.remove' }), icon: <IconTrash size={16} aria-hidden />, danger: true, run: (thing) => setOpen({ act: 'remove', thing }) },
          ]
        : [],
    [formatMessage, mayEdit],
  );
  const source = useCallback(
    (filter: ExpiryFilter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listExpiries({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countExpiries({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'expiries.search' }), of: (filter: ExpiryFilter) => filter.text, put: (filter: ExpiryFilter, text: string) => ({ ...filter, text }) }), [formatMessage]);
  const close = () => setOpen(null);
  const chosen = open === 'new' ? null : open;
  return (
    <Page wide title={formatMessage({ id: 'expiries.title' })} figure={all.data && formatMessage({ id: 'expiries.figure' }, { count: all.data.count })} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="expiries.new" /></Button>}>
      <LedgerTable
        id="grid.expiries"
        label={formatMessage({ id: 'expiries.list' })}
        columns={columns}
        source={source}
        filterSchema={expiryFilterSchema}
        filters={filters}
        search={search}
        sort={BY_DAY}
        nameOf={({ name }) => name}
        onOpen={(thing) => mayEdit && setOpen({ act: 'renew', thing })}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="expiries.empty" /></Text><Text size="sm"><FormattedMessage id="expiries.empty-next" /></Text></Stack>}
      />
      {open === 'new' && <NewExpiryDrawer onClosed={close} />}
      {chosen?.act === 'renew' && <RenewDrawer key={chosen.thing.id} thing={chosen.thing} onClosed={close} />}
      {chosen?.act === 'edit' && <EditExpiryDrawer key={chosen.thing.id} thing={chosen.thing} onClosed={close} />}
      {chosen?.act === 'remove' && <RemoveExpiry thing={chosen.thing} onClose={close} />}
    </Page>
  );
}

function RemoveExpiry({ thing: { id, version, name }, onClose }: { readonly thing: ExpiryRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const remove = useMutation(api.grid.removeExpiry());
  return (
    <ConfirmDialog
      opened
      danger
      title={formatMessage({ id: 'expiries.remove-title' }, { name })}
      consequence={<Stack gap="xs"><span>{formatMessage({ id: 'expiries.remove-consequence' })}</span><ErrorNote error={remove.error} /></Stack>}
      confirmLabel={formatMessage({ id: 'service-desk.remove' })}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ id, version }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
