import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerAction, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { PaperPreview } from '#renderer/components/paper/PaperPreview.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { refusalFilterSchema, type RefusalFilter, type RefusalRow } from '#shared/modules/grid/admission/burden.schema.ts';
import { listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { daysFilter } from '../typed/DaysFilter.tsx';
import { ListScreen } from '../typed/ListScreen.tsx';
import { useBodyOptions } from '../typed/pickers.tsx';
import { RefusalDrawer } from './RefusalDrawer.tsx';
import { useSlip } from './refusal-slip.ts';

type SortField = 'refusedOn' | 'no';
const NEWEST = { field: 'refusedOn', direction: 'desc' } as const;
const EXPORT = { list: 'grid.doorRefusals', query: (filter: RefusalFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const source = (filter: RefusalFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listDoorRefusals({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countDoorRefusals({ filter }),
    countIn: ({ count }) => count,
  });

function useColumns(): readonly LedgerColumn<RefusalRow, SortField>[] {
  const { formatMessage } = useIntl();
  return useMemo(() => {
    const title = (field: 'no' | 'refusedOn' | 'bodyName' | 'broughtBy' | 'title' | 'content' | 'reason' | 'rightOffice' | 'refusedBy') => formatMessage({ id: `door_refusal.field.${field}` });
    return [
      { id: 'no', title: title('no'), width: 110, sort: 'no', text: (row) => row.no },
      { id: 'refusedOn', title: title('refusedOn'), width: 150, sort: 'refusedOn', text: (row) => row.refusedOn, cell: (row) => <DayText day={row.refusedOn} /> },
      { id: 'title', title: title('title'), width: 210, leading: true, text: (row) => row.title },
      { id: 'bodyName', title: title('bodyName'), width: 190, text: (row) => row.bodyName },
      { id: 'broughtBy', title: title('broughtBy'), width: 120, text: (row) => row.broughtBy },
      { id: 'reason', title: title('reason'), width: 180, text: (row) => row.reason },
      { id: 'rightOffice', title: title('rightOffice'), width: 180, text: (row) => row.rightOffice },
      { id: 'refusedBy', title: title('refusedBy'), width: 90, text: (row) => row.refusedBy },
      { id: 'content', title: title('content'), width: 200, hiddenAtFirst: true, text: (row) => row.content },
    ];
  }, [formatMessage]);
}

function useFilters(): readonly LedgerFilter<RefusalFilter>[] {
  const intl = useIntl();
  const bodies = useBodyOptions();
  return useMemo(
    () => [listFilter({ id: 'body', label: intl.formatMessage({ id: 'door_refusal.field.bodyName' }), options: bodies, values: null, of: (filter: RefusalFilter) => filter.bodyIds, put: (filter, bodyIds) => ({ ...filter, bodyIds }) }), daysFilter<RefusalFilter>(intl, intl.formatMessage({ id: 'door_refusal.field.refusedOn' }))],
    [intl, bodies],
  );
}

/** Tasks that came without admission and were not taken. */
export default function RefusalsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('admission.edit');
  const columns = useColumns();
  const filters = useFilters();
  const slipOf = useSlip();
  const all = useQuery(api.grid.countDoorRefusals({}));
  const [open, setOpen] = useState<'new' | { readonly act: 'edit' | 'print'; readonly row: RefusalRow } | null>(null);
  useResumedDraft('refusal', (id) => id === null && setOpen('new'));
  const edit = useCallback((row: RefusalRow) => setOpen({ act: 'edit', row }), []);
  const actions = useMemo<readonly LedgerAction<RefusalRow>[]>(() => [{ id: 'print', label: formatMessage({ id: 'refusals.slip' }), icon: <IconPrinter size={16} aria-hidden />, run: (row) => setOpen({ act: 'print', row }) }], [formatMessage]);
  const close = () => setOpen(null);
  return (
    <ListScreen
      words="refusals"
      id="grid.doorRefusals"
      figure={all.data && formatMessage({ id: 'refusals.figure' }, { count: formatNumber(all.data.count) })}
      columns={columns}
      source={source}
      filterSchema={refusalFilterSchema}
      filters={filters}
      sort={NEWEST}
      nameOf={({ no, title }) => `${no} ${title}`}
      onOpen={(row) => setOpen({ act: 'print', row })}
      {...(mayEdit && { onEdit: edit })}
      onNew={mayEdit && open === null ? () => setOpen('new') : null}
      actions={actions}
      exportAs={EXPORT}
    >
      {open === 'new' && <RefusalDrawer refusal={null} onClosed={close} onSaved={(row) => setOpen({ act: 'print', row })} />}
      {open !== null && open !== 'new' && open.act === 'edit' && <RefusalDrawer key={open.row.id} refusal={open.row} onClosed={close} />}
      {open !== null && open !== 'new' && open.act === 'print' && <PaperPreview paper={slipOf(open.row)} onClose={close} />}
    </ListScreen>
  );
}
