import { Button, Stack, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { History } from '#renderer/components/history/History.tsx';
import { ledgerSource, type LedgerAction, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { instantWords } from '#renderer/components/time/instant-words.ts';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { estateFilterSchema, type Estate } from '#shared/modules/grid/territory/buildings/estate.schema.ts';
import { buildingsPlace } from '../../places.ts';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { EditEstateById, NewEstateDrawer } from './EstateDrawer.tsx';
import { RemovePlace } from './RemovePlace.tsx';

type Filter = z.output<typeof estateFilterSchema>;
type SortField = 'name' | 'updatedAt';
type Open = { readonly kind: 'new' } | { readonly kind: 'edit'; readonly id: string } | { readonly kind: 'remove'; readonly estate: Estate };

const BY_NAME = { field: 'name', direction: 'asc' } as const;
const EXPORT = { list: 'grid.estates', query: (filter: Filter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const NO_FILTERS: readonly LedgerFilter<Filter>[] = [];
const source = (filter: Filter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listEstates({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countEstates({ filter }),
    countIn: ({ count }) => count,
  });

function useColumns(): readonly LedgerColumn<Estate, SortField>[] {
  const { formatMessage } = useIntl();
  return useMemo(() => {
    const title = (field: 'name' | 'address' | 'propertyCompany' | 'propertyPhone' | 'committee' | 'buildings' | 'note' | 'updatedAt') => formatMessage({ id: `estate.field.${field}` });
    return [
      { id: 'name', title: title('name'), width: 160, leading: true, sort: 'name', text: (row) => row.name },
      { id: 'address', title: title('address'), width: 220, text: (row) => row.address },
      { id: 'buildings', title: title('buildings'), width: 80, figures: true, text: (row) => String(row.buildings) },
      { id: 'propertyCompany', title: title('propertyCompany'), width: 180, text: (row) => row.propertyCompany },
      { id: 'propertyPhone', title: title('propertyPhone'), width: 130, text: (row) => row.propertyPhone },
      { id: 'committee', title: title('committee'), width: 160, text: (row) => row.committee },
      { id: 'note', title: title('note'), width: 160, hiddenAtFirst: true, text: (row) => row.note },
      { id: 'updatedAt', title: title('updatedAt'), width: 120, sort: 'updatedAt', text: (row) => instantWords(row.updatedAt), cell: (row) => <InstantText at={row.updatedAt} /> },
    ];
  }, [formatMessage]);
}

/** The estates of the community: who manages them, who speaks for the owners, how many buildings they have. */
export default function EstatesPage() {
  const { formatMessage } = useIntl();
  const may = useMay();
  const mayEdit = may('buildings.edit');
  const mayRemove = may('buildings.arrange');
  const goTo = useGoTo();
  const columns = useColumns();
  const [open, setOpen] = useState<Open | null>(null);
  const edit = useCallback(({ id }: Estate) => setOpen({ kind: 'edit', id }), []);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'buildings.estate-new', accelerator: 'CmdOrCtrl+N', run: () => setOpen({ kind: 'new' }) } : null);
  useLinkedFilter(estateFilterSchema);
  useResumedDraft('estate', (id) => setOpen(id === null ? { kind: 'new' } : { kind: 'edit', id }));
  const actions = useMemo(
    (): LedgerAction<Estate>[] => [
      ...(mayEdit ? [{ id: 'edit', label: formatMessage({ id: 'common.edit' }), icon: <IconPencil size={16} aria-hidden />, run: edit }] : []),
      ...(mayRemove ? [{ id: 'remove', label: formatMessage({ id: 'buildings.remove-ask' }), icon: <IconTrash size={16} aria-hidden />, danger: true, run: (estate: Estate) => setOpen({ kind: 'remove', estate }) }] : []),
    ],
    [formatMessage, mayEdit, mayRemove, edit],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'buildings.estates-search' }), of: (filter: Filter) => filter.text, put: (filter: Filter, text: string) => ({ ...filter, text: text.slice(0, 60) }) }), [formatMessage]);
  const close = () => setOpen(null);
  return (
    <Page
      wide
      title={formatMessage({ id: 'buildings.estates' })}
      actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ kind: 'new' })}><FormattedMessage id="buildings.estate-new" /></Button>}
    >
      <LedgerTable
        id="grid.estates"
        label={formatMessage({ id: 'buildings.estates-list' })}
        columns={columns}
        source={source}
        filterSchema={estateFilterSchema}
        filters={NO_FILTERS}
        search={search}
        sort={BY_NAME}
        nameOf={({ name }) => name}
        onOpen={({ id }) => goTo(buildingsPlace({ estateIds: [id] }))}
        {...(mayEdit && { onEdit: edit })}
        peek={(estate) => (
          <Stack gap="md">
            <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.id === 'buildings' ? <PlaceLink to={buildingsPlace({ estateIds: [estate.id] })} inherit>{estate.buildings}</PlaceLink> : (column.cell?.(estate) ?? column.text(estate)) }))} />
            <Text component="h2" fw={600} size="sm"><FormattedMessage id="territory.history" /></Text>
            <History entity="estate" id={estate.id} version={estate.version} />
          </Stack>
        )}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="buildings.estates-empty" /></Text><Text size="sm"><FormattedMessage id="buildings.estates-empty-next" /></Text></Stack>}
      />
      {open?.kind === 'new' && <NewEstateDrawer onClosed={close} />}
      {open?.kind === 'edit' && <EditEstateById key={open.id} id={open.id} onClosed={close} />}
      {open?.kind === 'remove' && <RemovePlace kind="estate" place={open.estate} remove={api.grid.removeEstate()} onClose={close} />}
    </Page>
  );
}
