import { Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { PicturesDrawer } from '#renderer/components/attachments/PicturesDrawer.tsx';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { ledgerSource, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { deskVisitFilterSchema, type DeskVisitFilter, type DeskVisitRow } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { DeskFigures } from './DeskFigures.tsx';
import { useVisitActions, useVisitColumns, useVisitFilters, type VisitSort } from './use-visit-list.tsx';
import { EditVisitDrawer, EndVisitDrawer } from './VisitDrawers.tsx';
import { VisitEntry } from './VisitEntry.tsx';

const NEWEST = { field: 'cameAt', direction: 'desc' } as const;
const EXPORT = { list: 'grid.deskVisits', query: (filter: DeskVisitFilter, sort: SortOrder<VisitSort>) => ({ filter, sort }) };
type Open = { readonly act: 'end' | 'edit' | 'pictures' | 'remove'; readonly visit: DeskVisitRow };

/** Who came to the desk: taken down in one line, attended to, let go with a result. */
export default function ServiceDeskPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('service-desk.edit');
  const columns = useVisitColumns();
  const filters = useVisitFilters();
  const all = useQuery(api.grid.countDeskVisits({}));
  const [open, setOpen] = useState<Open | null>(null);
  const { mutate, error } = useMutation(api.grid.attendDeskVisit());
  const attend = useCallback(({ id, version }: DeskVisitRow) => mutate({ id, version }), [mutate]);
  const acts = useMemo(() => ({ attend, end: (visit: DeskVisitRow) => setOpen({ act: 'end', visit }), edit: (visit: DeskVisitRow) => setOpen({ act: 'edit', visit }), pictures: (visit: DeskVisitRow) => setOpen({ act: 'pictures', visit }), remove: (visit: DeskVisitRow) => setOpen({ act: 'remove', visit }) }), [attend]);
  const actions = useVisitActions(mayEdit, acts);
  useLinkedFilter(deskVisitFilterSchema);
  const source = useCallback(
    (filter: DeskVisitFilter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<VisitSort> }) => api.grid.listDeskVisits({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countDeskVisits({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'service-desk.search' }), of: (filter: DeskVisitFilter) => filter.text, put: (filter: DeskVisitFilter, text: string) => ({ ...filter, text }) }), [formatMessage]);
  const close = () => setOpen(null);
  const onOpen = (visit: DeskVisitRow) => mayEdit && setOpen({ act: visit.state === 'left' ? 'edit' : 'end', visit });
  return (
    <Page wide title={formatMessage({ id: 'service-desk.title' })} figure={all.data && formatMessage({ id: 'service-desk.figure' }, { count: formatNumber(all.data.count) })}>
      <Stack gap="xs" pb="xs" style={{ flex: 'none' }}>
        <DeskFigures />
        {mayEdit && <VisitEntry />}
        <ErrorNote error={error} />
      </Stack>
      <LedgerTable
        id="grid.deskVisits"
        label={formatMessage({ id: 'service-desk.list' })}
        columns={columns}
        source={source}
        filterSchema={deskVisitFilterSchema}
        filters={filters}
        search={search}
        sort={NEWEST}
        nameOf={({ visitor, cameOn }) => `${visitor} ${cameOn}`}
        onOpen={onOpen}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="service-desk.empty" /></Text><Text size="sm"><FormattedMessage id="service-desk.empty-next" /></Text></Stack>}
      />
      {open?.act === 'end' && <EndVisitDrawer key={open.visit.id} visit={open.visit} onClosed={close} />}
      {open?.act === 'edit' && <EditVisitDrawer key={open.visit.id} visit={open.visit} onClosed={close} />}
      {open?.act === 'pictures' && <PicturesDrawer owner={{ table: 'desk_visit', id: open.visit.id }} name={open.visit.visitor} mayEdit={mayEdit} onClosed={close} />}
      {open?.act === 'remove' && <RemoveVisit visit={open.visit} onClose={close} />}
    </Page>
  );
}

function RemoveVisit({ visit: { id, version, visitor }, onClose }: { readonly visit: DeskVisitRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const remove = useMutation(api.grid.removeDeskVisit());
  return (
    <ConfirmDialog
      opened
      danger
      title={formatMessage({ id: 'service-desk.remove-title' }, { name: visitor })}
      consequence={<Stack gap="xs"><span>{formatMessage({ id: 'service-desk.remove-consequence' })}</span><ErrorNote error={remove.error} /></Stack>}
      confirmLabel={formatMessage({ id: 'service-desk.remove' })}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ id, version }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
