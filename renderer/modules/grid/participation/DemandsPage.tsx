import { IconArrowsSplit2, IconExternalLink, IconMessageReply } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerAction, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { demandAnswered, demandFilterSchema, demandOutcomes, demandSorts, type DemandFilter, type DemandRow } from '#shared/modules/grid/participation/demand.schema.ts';
import { LateMark } from '../admission/LateMark.tsx';
import { matterPlace } from '../matters/matter-words.ts';
import { proposalPlace } from '../places.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { daysFilter } from '../typed/DaysFilter.tsx';
import { ListScreen } from '../typed/ListScreen.tsx';
import { DemandDrawer } from './DemandDrawer.tsx';
import { AnswerDemandDialog, SortDemandDialog } from './DemandDialogs.tsx';

type SortField = 'receivedOn' | 'dueOn' | 'no';
const NEWEST = { field: 'receivedOn', direction: 'desc' } as const;
const EXPORT = { list: 'grid.demands', query: (filter: DemandFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const source = (filter: DemandFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listDemands({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countDemands({ filter }),
    countIn: ({ count }) => count,
  });

function useColumns(): readonly LedgerColumn<DemandRow, SortField>[] {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('demand-topic');
  return useMemo(() => {
    const title = (field: 'no' | 'receivedOn' | 'channel' | 'personName' | 'gridName' | 'topic' | 'subject' | 'sort' | 'dueOn' | 'answeredOn' | 'outcome' | 'answer' | 'content') => formatMessage({ id: `demand.field.${field === 'personName' ? 'personId' : field}` });
    return [
      { id: 'no', title: title('no'), width: 115, sort: 'no', text: (row) => row.no },
      { id: 'receivedOn', title: title('receivedOn'), width: 140, sort: 'receivedOn', text: (row) => row.receivedOn, cell: (row) => <DayText day={row.receivedOn} /> },
      { id: 'subject', title: title('subject'), width: 220, leading: true, text: (row) => row.subject },
      { id: 'sort', title: title('sort'), width: 100, text: (row) => formatMessage({ id: `demands.sort.${row.sort}` }) },
      { id: 'dueOn', title: title('dueOn'), width: 150, sort: 'dueOn', text: (row) => row.dueOn, cell: (row) => <LateMark isLate={row.isOverdue}><DayText day={row.dueOn} /></LateMark> },
      { id: 'outcome', title: title('outcome'), width: 100, text: (row) => (row.outcome === null ? '' : formatMessage({ id: `demands.outcome.${row.outcome}` })) },
      { id: 'answer', title: title('answer'), width: 220, text: (row) => row.answer },
      { id: 'topic', title: title('topic'), width: 100, text: (row) => labelOf(row.topic) },
      { id: 'gridName', title: title('gridName'), width: 110, text: (row) => row.gridName },
      { id: 'personName', title: title('personName'), width: 90, text: (row) => row.personName },
      { id: 'channel', title: title('channel'), width: 90, text: (row) => formatMessage({ id: `demands.channel.${row.channel}` }) },
      { id: 'answeredOn', title: title('answeredOn'), width: 140, text: (row) => row.answeredOn ?? '', cell: (row) => (row.answeredOn === null ? '' : <DayText day={row.answeredOn} />) },
      { id: 'content', title: title('content'), width: 220, hiddenAtFirst: true, text: (row) => row.content },
    ];
  }, [formatMessage, labelOf]);
}

function useFilters(): readonly LedgerFilter<DemandFilter>[] {
  const intl = useIntl();
  const grids = useGridOptions();
  const { options: topics } = useCodes('demand-topic');
  return useMemo(() => {
    const title = (field: 'sort' | 'topic' | 'gridName' | 'outcome' | 'receivedOn') => intl.formatMessage({ id: `demand.field.${field}` });
    return [
      listFilter({ id: 'sort', label: title('sort'), options: demandSorts.map((value) => ({ value, label: intl.formatMessage({ id: `demands.sort.${value}` }) })), values: demandSorts, of: (filter: DemandFilter) => filter.sorts, put: (filter, sorts) => ({ ...filter, sorts }) }),
      listFilter({ id: 'topic', label: title('topic'), options: topics, values: null, of: (filter: DemandFilter) => filter.topics, put: (filter, next) => ({ ...filter, topics: next }) }),
      listFilter({ id: 'grid', label: title('gridName'), options: grids, values: null, of: (filter: DemandFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      listFilter({ id: 'outcome', label: title('outcome'), options: demandOutcomes.map((value) => ({ value, label: intl.formatMessage({ id: `demands.outcome.${value}` }) })), values: demandOutcomes, of: (filter: DemandFilter) => filter.outcomes, put: (filter, outcomes) => ({ ...filter, outcomes }) }),
      daysFilter<DemandFilter>(intl, title('receivedOn')),
      listFilter({ id: 'answered', label: intl.formatMessage({ id: 'demands.filter.answered' }), options: demandAnswered.map((value) => ({ value, label: intl.formatMessage({ id: `demands.answered.${value}` }) })), values: demandAnswered, of: (filter: DemandFilter) => filter.answered, put: (filter, answered) => ({ ...filter, answered }) }),
      flagFilter({ id: 'overdue', label: intl.formatMessage({ id: 'demands.filter.overdue' }), yes: intl.formatMessage({ id: 'common.yes' }), of: (filter: DemandFilter) => filter.overdue, put: (filter, overdue) => ({ ...filter, overdue }) }),
    ];
  }, [intl, grids, topics]);
}

type Open = 'new' | { readonly act: 'edit' | 'sort' | 'answer'; readonly row: DemandRow };

function useActions(mayEdit: boolean, setOpen: (open: Open) => void): readonly LedgerAction<DemandRow>[] {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  return useMemo(
    () => [
      ...(mayEdit
        ? [
            { id: 'sort', label: formatMessage({ id: 'demands.sort' }), icon: <IconArrowsSplit2 size={16} aria-hidden />, run: (row: DemandRow) => setOpen({ act: row.sort === 'open' ? 'sort' : 'answer', row }) },
            { id: 'answer', label: formatMessage({ id: 'demands.answer' }), icon: <IconMessageReply size={16} aria-hidden />, run: (row: DemandRow) => setOpen({ act: row.sort === 'open' ? 'sort' : 'answer', row }) },
          ]
        : []),
      { id: 'became', label: formatMessage({ id: 'demands.open-became' }), icon: <IconExternalLink size={16} aria-hidden />, run: ({ proposalId, matterId }: DemandRow) => (proposalId !== null ? goTo(proposalPlace(proposalId)) : matterId !== null && goTo(matterPlace(matterId))) },
    ],
    [formatMessage, goTo, mayEdit, setOpen],
  );
}

/** What residents asked, the newest first; sorting decides what becomes of it. */
export default function DemandsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('participation.edit');
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countDemands({}));
  const [open, setOpen] = useState<Open | null>(null);
  useResumedDraft('demand', (id) => id === null && setOpen('new'));
  const edit = useCallback((row: DemandRow) => setOpen({ act: 'edit', row }), []);
  const actions = useActions(mayEdit, setOpen);
  const close = () => setOpen(null);
  return (
    <ListScreen
      words="demands"
      id="grid.demands"
      figure={all.data && formatMessage({ id: 'demands.figure' }, { count: formatNumber(all.data.count) })}
      columns={columns}
      source={source}
      filterSchema={demandFilterSchema}
      filters={filters}
      sort={NEWEST}
      nameOf={({ no, subject }) => `${no} ${subject}`}
      {...(mayEdit && { onEdit: edit, onOpen: (row: DemandRow) => setOpen({ act: row.sort === 'open' ? 'sort' : 'edit', row }) })}
      onNew={mayEdit && open === null ? () => setOpen('new') : null}
      actions={actions}
      exportAs={EXPORT}
    >
      {open === 'new' && <DemandDrawer demand={null} onClosed={close} />}
      {open !== null && open !== 'new' && open.act === 'edit' && <DemandDrawer key={open.row.id} demand={open.row} onClosed={close} />}
      {open !== null && open !== 'new' && open.act === 'sort' && <SortDemandDialog demand={open.row} onClose={close} />}
      {open !== null && open !== 'new' && open.act === 'answer' && <AnswerDemandDialog demand={open.row} onClose={close} />}
    </ListScreen>
  );
}
