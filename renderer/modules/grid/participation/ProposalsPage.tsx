import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { proposalFilterSchema, proposalStates, type ProposalFilter, type ProposalRow } from '#shared/modules/grid/participation/proposal.schema.ts';
import { LateMark } from '../admission/LateMark.tsx';
import { proposalPlace } from '../places.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { daysFilter } from '../typed/DaysFilter.tsx';
import { ListScreen } from '../typed/ListScreen.tsx';
import { useFigures } from '../typed/use-figures.ts';
import { ProposalDrawer } from './ProposalDrawer.tsx';

type SortField = 'proposedOn' | 'answerDueOn' | 'no';
const NEWEST = { field: 'proposedOn', direction: 'desc' } as const;
const EXPORT = { list: 'grid.proposals', query: (filter: ProposalFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const source = (filter: ProposalFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listProposals({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countProposals({ filter }),
    countIn: ({ count }) => count,
  });

function useColumns(): readonly LedgerColumn<ProposalRow, SortField>[] {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('demand-topic');
  const { yuan } = useFigures();
  return useMemo(() => {
    const title = (field: 'no' | 'title' | 'state' | 'seconds' | 'answerDueOn' | 'proposedOn' | 'proposerName' | 'gridName' | 'topic' | 'answer' | 'cost' | 'plannedUntil' | 'doneOn') => formatMessage({ id: `proposal.field.${field}` });
    const day = (value: string | null) => (value === null ? '' : <DayText day={value} />);
    return [
      { id: 'no', title: title('no'), width: 115, sort: 'no', text: (row) => row.no },
      { id: 'title', title: title('title'), width: 220, leading: true, text: (row) => row.title },
      { id: 'state', title: title('state'), width: 90, text: (row) => formatMessage({ id: `proposal.state.${row.state}` }) },
      { id: 'seconds', title: title('seconds'), width: 90, figures: true, text: (row) => `${row.seconds}/${row.secondsNeeded}` },
      { id: 'answerDueOn', title: title('answerDueOn'), width: 150, sort: 'answerDueOn', text: (row) => row.answerDueOn, cell: (row) => <LateMark isLate={row.isOverdue}>{day(row.answerDueOn)}</LateMark> },
      { id: 'proposedOn', title: title('proposedOn'), width: 140, sort: 'proposedOn', text: (row) => row.proposedOn, cell: (row) => day(row.proposedOn) },
      { id: 'answer', title: title('answer'), width: 220, text: (row) => row.answer },
      { id: 'cost', title: title('cost'), width: 110, figures: true, text: (row) => yuan(row.costFen) },
      { id: 'plannedUntil', title: title('plannedUntil'), width: 140, text: (row) => row.plannedUntil ?? '', cell: (row) => day(row.plannedUntil) },
      { id: 'doneOn', title: title('doneOn'), width: 140, text: (row) => row.doneOn ?? '', cell: (row) => day(row.doneOn) },
      { id: 'topic', title: title('topic'), width: 100, text: (row) => labelOf(row.topic) },
      { id: 'gridName', title: title('gridName'), width: 110, text: (row) => row.gridName },
      { id: 'proposerName', title: title('proposerName'), width: 90, text: (row) => row.proposerName },
    ];
  }, [formatMessage, labelOf, yuan]);
}

function useFilters(): readonly LedgerFilter<ProposalFilter>[] {
  const intl = useIntl();
  const grids = useGridOptions();
  const { options: topics } = useCodes('demand-topic');
  return useMemo(() => {
    const title = (field: 'state' | 'topic' | 'gridName' | 'proposedOn') => intl.formatMessage({ id: `proposal.field.${field}` });
    return [
      listFilter({ id: 'state', label: title('state'), options: proposalStates.map((value) => ({ value, label: intl.formatMessage({ id: `proposal.state.${value}` }) })), values: proposalStates, of: (filter: ProposalFilter) => filter.states, put: (filter, states) => ({ ...filter, states }) }),
      listFilter({ id: 'topic', label: title('topic'), options: topics, values: null, of: (filter: ProposalFilter) => filter.topics, put: (filter, next) => ({ ...filter, topics: next }) }),
      listFilter({ id: 'grid', label: title('gridName'), options: grids, values: null, of: (filter: ProposalFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      daysFilter<ProposalFilter>(intl, title('proposedOn')),
      flagFilter({ id: 'overdue', label: intl.formatMessage({ id: 'proposals.filter.overdue' }), yes: intl.formatMessage({ id: 'common.yes' }), of: (filter: ProposalFilter) => filter.overdue, put: (filter, overdue) => ({ ...filter, overdue }) }),
    ];
  }, [intl, grids, topics]);
}

/** Proposals of residents, the newest first. */
export default function ProposalsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('participation.edit');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countProposals({}));
  const [isNew, setNew] = useState(false);
  useResumedDraft('proposal', (id) => id === null && setNew(true));
  return (
    <ListScreen
      words="proposals"
      id="grid.proposals"
      figure={all.data && formatMessage({ id: 'proposals.figure' }, { count: formatNumber(all.data.count) })}
      columns={columns}
      source={source}
      filterSchema={proposalFilterSchema}
      filters={filters}
      sort={NEWEST}
      nameOf={({ no, title }) => `${no} ${title}`}
      onOpen={({ id }) => goTo(proposalPlace(id))}
      onNew={mayEdit && !isNew ? () => setNew(true) : null}
      exportAs={EXPORT}
    >
      {isNew && <ProposalDrawer proposal={null} onClosed={() => setNew(false)} />}
    </ListScreen>
  );
}
