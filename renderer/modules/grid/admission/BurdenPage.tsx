import { IconPencil, IconRepeat, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerAction, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { burdenFilterSchema, burdenStandings, type BurdenFilter, type BurdenRow } from '#shared/modules/grid/admission/burden.schema.ts';
import { linkedFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { daysFilter } from '../typed/DaysFilter.tsx';
import { ListScreen } from '../typed/ListScreen.tsx';
import { useBodyOptions } from '../typed/pickers.tsx';
import { useFigures } from '../typed/use-figures.ts';
import { BurdenDrawer } from './BurdenDrawer.tsx';

type SortField = 'doneOn' | 'minutes';
const NEWEST = { field: 'doneOn', direction: 'desc' } as const;
const EXPORT = { list: 'grid.burden', query: (filter: BurdenFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const source = (filter: BurdenFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listBurden({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countBurden({ filter }),
    countIn: ({ count }) => count,
  });

function useColumns(): readonly LedgerColumn<BurdenRow, SortField>[] {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('burden-kind');
  const { hours } = useFigures();
  return useMemo(() => {
    const title = (field: 'doneOn' | 'bodyName' | 'kind' | 'title' | 'minutes' | 'people' | 'forms' | 'standing' | 'memberName' | 'admissionNo' | 'askedBefore' | 'note') => formatMessage({ id: `burden_record.field.${field}` });
    return [
      { id: 'doneOn', title: title('doneOn'), width: 130, sort: 'doneOn', text: (row) => row.doneOn, cell: (row) => <DayText day={row.doneOn} /> },
      { id: 'bodyName', title: title('bodyName'), width: 170, text: (row) => (row.bodyId === null ? formatMessage({ id: 'burden.own' }) : row.bodyName) },
      { id: 'title', title: title('title'), width: 200, leading: true, text: (row) => row.title },
      { id: 'kind', title: title('kind'), width: 100, text: (row) => labelOf(row.kind) },
      { id: 'hours', title: title('minutes'), width: 112, figures: true, sort: 'minutes', text: (row) => hours(row.minutes) },
      { id: 'forms', title: title('forms'), width: 120, figures: true, text: (row) => String(row.forms) },
      { id: 'people', title: title('people'), width: 70, figures: true, text: (row) => String(row.people) },
      { id: 'standing', title: title('standing'), width: 100, text: (row) => formatMessage({ id: `burden.standing.${row.standing}` }) },
      { id: 'askedBefore', title: title('askedBefore'), width: 124, figures: true, text: (row) => (row.askedBefore === 0 ? '' : String(row.askedBefore)) },
      { id: 'memberName', title: title('memberName'), width: 90, text: (row) => row.memberName },
      { id: 'admissionNo', title: title('admissionNo'), width: 110, text: (row) => row.admissionNo },
      { id: 'note', title: title('note'), width: 180, hiddenAtFirst: true, text: (row) => row.note },
    ];
  }, [formatMessage, labelOf, hours]);
}

function useFilters(): readonly LedgerFilter<BurdenFilter>[] {
  const intl = useIntl();
  const bodies = useBodyOptions();
  const { options: kinds } = useCodes('burden-kind');
  return useMemo(() => {
    const title = (field: 'bodyName' | 'kind' | 'standing' | 'memberName' | 'doneOn') => intl.formatMessage({ id: `burden_record.field.${field}` });
    return [
      daysFilter<BurdenFilter>(intl, title('doneOn')),
      listFilter({ id: 'body', label: title('bodyName'), options: bodies, values: null, of: (filter: BurdenFilter) => filter.bodyIds, put: (filter, bodyIds) => ({ ...filter, bodyIds }) }),
      listFilter({ id: 'standing', label: title('standing'), options: burdenStandings.map((value) => ({ value, label: intl.formatMessage({ id: `burden.standing.${value}` }) })), values: burdenStandings, of: (filter: BurdenFilter) => filter.standings, put: (filter, standings) => ({ ...filter, standings }) }),
      listFilter({ id: 'kind', label: title('kind'), options: kinds, values: null, of: (filter: BurdenFilter) => filter.kinds, put: (filter, next) => ({ ...filter, kinds: next }) }),
      linkedFilter({ id: 'member', label: title('memberName'), yes: intl.formatMessage({ id: 'burden.member-chosen' }), of: (filter: BurdenFilter) => filter.memberIds.length > 0, without: (filter) => ({ ...filter, memberIds: [] }) }),
    ];
  }, [intl, bodies, kinds]);
}

/** What departments demanded and what it cost; one press enters that the same was asked again. */
export default function BurdenPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('admission.edit');
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countBurden({}));
  const [open, setOpen] = useState<'new' | BurdenRow | null>(null);
  useResumedDraft('burden', (id) => id === null && setOpen('new'));
  const repeat = useMutation(api.grid.repeatBurden());
  const remove = useMutation(api.grid.removeBurden());
  const edit = useCallback((row: BurdenRow) => setOpen(row), []);
  const { mutate: again } = repeat;
  const { mutate: takeOut } = remove;
  const actions = useMemo<readonly LedgerAction<BurdenRow>[]>(
    () =>
      mayEdit
        ? [
            { id: 'again', label: formatMessage({ id: 'burden.again' }), icon: <IconRepeat size={16} aria-hidden />, run: ({ id }) => again({ id }) },
            { id: 'edit', label: formatMessage({ id: 'common.edit' }), icon: <IconPencil size={16} aria-hidden />, run: edit },
            { id: 'remove', label: formatMessage({ id: 'burden.remove' }), icon: <IconTrash size={16} aria-hidden />, danger: true, run: ({ id, version }) => takeOut({ id, version }) },
          ]
        : [],
    [formatMessage, mayEdit, again, takeOut, edit],
  );
  const close = () => setOpen(null);
  return (
    <ListScreen
      words="burden"
      id="grid.burden"
      figure={all.data && formatMessage({ id: 'burden.figure' }, { count: formatNumber(all.data.count) })}
      columns={columns}
      source={source}
      filterSchema={burdenFilterSchema}
      filters={filters}
      sort={NEWEST}
      nameOf={({ doneOn, title }) => `${doneOn} ${title}`}
      {...(mayEdit && { onEdit: edit })}
      onNew={mayEdit && open === null ? () => setOpen('new') : null}
      actions={actions}
      exportAs={EXPORT}
    >
      <ErrorNote error={repeat.error ?? remove.error} />
      {open === 'new' && <BurdenDrawer record={null} onClosed={close} />}
      {open !== null && open !== 'new' && <BurdenDrawer key={open.id} record={open} onClosed={close} />}
    </ListScreen>
  );
}
