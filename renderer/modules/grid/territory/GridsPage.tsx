import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconArchive, IconArrowBackUp, IconPencil, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerAction, type LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { gridStatuses, type Grid } from '#shared/modules/grid/territory/grid.schema.ts';
import { gridPlace } from '../places.ts';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { CloseGrid } from './CloseGrid.tsx';
import { gridFilterSchema, useGridColumns, type GridFilter, type GridSort } from './grid-list.ts';
import { EditGridById, EditGridDrawer, NewGridDrawer } from './GridDrawer.tsx';
import { GridPeek } from './GridPeek.tsx';

type Open = { readonly kind: 'new' } | { readonly kind: 'edit' | 'close'; readonly grid: Grid } | { readonly kind: 'resume'; readonly id: string };

const BY_CODE = { field: 'code', direction: 'asc' } as const;

/** What the operation and the export take; an absent status is both. */
const queryOf = ({ text, status }: GridFilter) => ({ text, ...(status !== null && { status }) });
const EXPORT = { list: 'grid.grids', query: (filter: GridFilter) => queryOf(filter) };

const source = (filter: GridFilter) =>
  ledgerSource({
    rows: ({ offset, limit }: { offset: number; limit: number; sort: { field: GridSort; direction: 'asc' | 'desc' } }) => api.grid.listGrids({ ...queryOf(filter), offset, limit }),
    rowsIn: ({ rows }) => rows,
    count: api.grid.listGrids({ ...queryOf(filter), limit: 1 }),
    countIn: ({ count }) => count,
  });

/** The grids of the community: their codes, who answers for them, how many live there. */
export default function GridsPage() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('territory.edit');
  const goTo = useGoTo();
  const columns = useGridColumns();
  const filters = useFilters();
  const [open, setOpen] = useState<Open | null>(null);
  const reopen = useMutation(api.grid.reopenGrid());
  const { mutate: reopenGrid } = reopen;
  const edit = useCallback((grid: Grid) => setOpen({ kind: 'edit', grid }), []);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'territory.grid-new', accelerator: 'CmdOrCtrl+N', run: () => setOpen({ kind: 'new' }) } : null);
  useLinkedFilter(gridFilterSchema);
  useResumedDraft('grid', (id) => setOpen(id === null ? { kind: 'new' } : { kind: 'resume', id }));
  const actions = useMemo(
    (): LedgerAction<Grid>[] =>
      mayEdit
        ? [
            { id: 'edit', label: formatMessage({ id: 'common.edit' }), icon: <IconPencil size={16} aria-hidden />, run: edit },
            { id: 'close-or-reopen', label: formatMessage({ id: 'territory.close-or-reopen' }), icon: <IconArchive size={16} aria-hidden />, run: (grid) => (grid.status === 'active' ? setOpen({ kind: 'close', grid }) : reopenGrid({ id: grid.id, version: grid.version })) },
          ]
        : [],
    [formatMessage, mayEdit, edit, reopenGrid],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'territory.grids-search' }), of: (filter: GridFilter) => filter.text, put: (filter: GridFilter, text: string) => ({ ...filter, text: text.slice(0, 50) }) }), [formatMessage]);
  const close = () => setOpen(null);
  return (
    <Page
      wide
      title={formatMessage({ id: 'territory.grids' })}
      actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({ kind: 'new' })}><FormattedMessage id="territory.grid-new" /></Button>}
    >
      <LedgerTable
        id="grid.grids"
        label={formatMessage({ id: 'territory.grids-list' })}
        columns={columns}
        source={source}
        filterSchema={gridFilterSchema}
        filters={filters}
        search={search}
        sort={BY_CODE}
        nameOf={({ name }) => name}
        onOpen={({ id }) => goTo(gridPlace(id))}
        {...(mayEdit && { onEdit: edit })}
        peek={(grid) => (
          <Stack gap="md">
            <GridPeek grid={grid} />
            {mayEdit && <GridButtons grid={grid} onEdit={edit} onClose={() => setOpen({ kind: 'close', grid })} onReopen={() => reopenGrid({ id: grid.id, version: grid.version })} />}
          </Stack>
        )}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="territory.grids-empty" /></Text><Text size="sm"><FormattedMessage id="territory.grids-empty-next" /></Text></Stack>}
      />
      {open?.kind === 'new' && <NewGridDrawer onClosed={close} />}
      {open?.kind === 'edit' && <EditGridDrawer key={open.grid.id} grid={open.grid} onClosed={close} />}
      {open?.kind === 'resume' && <EditGridById key={open.id} id={open.id} onClosed={close} />}
      {open?.kind === 'close' && <CloseGrid grid={open.grid} onClose={close} />}
    </Page>
  );
}

type GridButtonsProps = { readonly grid: Grid; readonly onEdit: (grid: Grid) => void; readonly onClose: () => void; readonly onReopen: () => void };

function GridButtons({ grid, onEdit, onClose, onReopen }: GridButtonsProps) {
  return (
    <Button.Group>
      <Button size="xs" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onEdit(grid)}><FormattedMessage id="common.edit" /></Button>
      {grid.status === 'active' ? (
        <Button size="xs" variant="default" leftSection={<IconArchive size={16} aria-hidden />} onClick={onClose}><FormattedMessage id="territory.close-ask" /></Button>
      ) : (
        grid.ending === 'closed' && <Button size="xs" variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={onReopen}><FormattedMessage id="territory.reopen" /></Button>
      )}
    </Button.Group>
  );
}

function useFilters(): readonly LedgerFilter<GridFilter>[] {
  const { formatMessage } = useIntl();
  return useMemo(() => {
    const label = formatMessage({ id: 'territory.field.status' });
    const words = (status: GridFilter['status']): string => formatMessage({ id: status === null ? 'common.all' : `territory.grid-status.${status}` });
    return [
      {
        id: 'status',
        label,
        describe: ({ status }) => (status === null ? null : words(status)),
        without: (filter) => ({ ...filter, status: null }),
        editor: (filter, change) => (
          <SegmentedControl
            size="xs"
            aria-label={label}
            value={filter.status ?? 'all'}
            onChange={(value) => change({ ...filter, status: gridStatuses.find((status) => status === value) ?? null })}
            data={[...gridStatuses.map((status) => ({ value: status, label: words(status) })), { value: 'all', label: words(null) }]}
          />
        ),
      },
    ];
  }, [formatMessage]);
}
