import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { matterStates } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { matterStepFilterSchema, type MatterStepFilter, type MatterStepRow } from '#shared/modules/grid/matters/matter-rows.schema.ts';
import { daysFilter } from '../../typed/DaysFilter.tsx';
import { ListScreen } from '../../typed/ListScreen.tsx';
import { matterPlace, stateWords, unitWords } from '../matter-words.ts';

type SortField = 'hours' | 'movedAt';
const LONGEST = { field: 'hours', direction: 'desc' } as const;
const EXPORT = { list: 'grid.matterSteps', query: (filter: MatterStepFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const source = (filter: MatterStepFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listMatterSteps({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countMatterSteps({ filter }),
    countIn: ({ count }) => count,
  });

function useColumns(): readonly LedgerColumn<MatterStepRow, SortField>[] {
  const intl = useIntl();
  return useMemo(() => {
    const { formatMessage, formatNumber } = intl;
    const title = (field: 'number' | 'subject' | 'gridName' | 'movedAt' | 'byName' | 'days' | 'limitDays') => formatMessage({ id: `matters.field.${field}` });
    return [
      { id: 'number', title: title('number'), width: 130, text: (row) => row.number },
      { id: 'subject', title: title('subject'), width: 220, leading: true, text: (row) => row.subject },
      { id: 'hours', title: formatMessage({ id: 'matter-steps.hours' }), width: 140, figures: true, sort: 'hours', text: (row) => formatNumber(row.hours) },
      { id: 'fromState', title: formatMessage({ id: 'matters.figures.state' }), width: 100, text: (row) => stateWords(intl, row.fromState) },
      { id: 'toState', title: formatMessage({ id: 'matter-steps.to' }), width: 100, text: (row) => stateWords(intl, row.toState) },
      { id: 'unitName', title: formatMessage({ id: 'matters.figures.unit' }), width: 180, text: (row) => unitWords(intl, row.unit) },
      { id: 'movedAt', title: formatMessage({ id: 'matter-steps.left' }), width: 140, sort: 'movedAt', text: (row) => row.movedAt, cell: (row) => <InstantText at={row.movedAt} /> },
      { id: 'days', title: title('days'), width: 120, figures: true, text: (row) => (row.days === null ? '' : formatNumber(row.days)) },
      { id: 'limitDays', title: title('limitDays'), width: 110, figures: true, text: (row) => (row.limitDays === null ? '' : formatNumber(row.limitDays)) },
      { id: 'gridName', title: title('gridName'), width: 120, text: (row) => row.gridName },
      { id: 'byName', title: title('byName'), width: 100, hiddenAtFirst: true, text: (row) => (row.byName === '' ? formatMessage({ id: 'matters.automatic' }) : row.byName) },
    ];
  }, [intl]);
}

/** The steps that a median is the middle of: which matter lay how long in a state, the longest first. */
export default function MatterStepsPage() {
  const intl = useIntl();
  const { formatMessage, formatNumber } = intl;
  const goTo = useGoTo();
  const all = useQuery(api.grid.countMatterSteps({}));
  const columns = useColumns();
  const filters = useMemo<readonly LedgerFilter<MatterStepFilter>[]>(
    () => [
      listFilter({ id: 'state', label: intl.formatMessage({ id: 'matters.figures.state' }), options: matterStates.map((value) => ({ value, label: stateWords(intl, value) })), values: matterStates, of: (filter: MatterStepFilter) => filter.states, put: (filter, states) => ({ ...filter, states }) }),
      daysFilter<MatterStepFilter>(intl, intl.formatMessage({ id: 'matter-steps.left' })),
    ],
    [intl],
  );
  return (
    <ListScreen
      words="matter-steps"
      id="grid.matterSteps"
      figure={all.data && formatMessage({ id: 'matter-steps.figure' }, { count: formatNumber(all.data.count) })}
      columns={columns}
      source={source}
      filterSchema={matterStepFilterSchema}
      filters={filters}
      isSearched={false}
      sort={LONGEST}
      nameOf={({ number, subject }) => `${number} ${subject}`}
      onOpen={({ matterId }) => goTo(matterPlace(matterId))}
      exportAs={EXPORT}
    />
  );
}
