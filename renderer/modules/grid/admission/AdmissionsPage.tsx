import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { admissionFilterSchema, admissionStates, moneyStates, type AdmissionFilter, type AdmissionRow } from '#shared/modules/grid/admission/admission.schema.ts';
import { admissionPlace } from '../places.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ListScreen } from '../typed/ListScreen.tsx';
import { useBodyOptions } from '../typed/pickers.tsx';
import { useFigures } from '../typed/use-figures.ts';
import { NewAdmissionDrawer } from './AdmissionDrawer.tsx';
import { LateMark } from './LateMark.tsx';

type SortField = 'appliedOn' | 'no' | 'startsOn' | 'moneyDueOn' | 'reviewDueOn';
const NEWEST = { field: 'appliedOn', direction: 'desc' } as const;
const EXPORT = { list: 'grid.admissions', query: (filter: AdmissionFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };

const source = (filter: AdmissionFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listAdmissions({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countAdmissions({ filter }),
    countIn: ({ count }) => count,
  });

function useColumns(): readonly LedgerColumn<AdmissionRow, SortField>[] {
  const { formatMessage } = useIntl();
  const { yuan } = useFigures();
  return useMemo(() => {
    const title = (field: 'no' | 'title' | 'bodyName' | 'state' | 'isTemporary' | 'appliedOn' | 'reviewDueOn' | 'startsOn' | 'endsOn' | 'listKind' | 'money' | 'moneyFen' | 'receivedFen' | 'moneyDueOn') => formatMessage({ id: `admission.field.${field}` });
    const day = (value: string | null) => (value === null ? '' : <DayText day={value} />);
    return [
      { id: 'no', title: title('no'), width: 110, sort: 'no', text: (row) => row.no },
      { id: 'title', title: title('title'), width: 200, leading: true, text: (row) => row.title },
      { id: 'bodyName', title: title('bodyName'), width: 180, text: (row) => row.bodyName },
      { id: 'state', title: title('state'), width: 100, text: (row) => formatMessage({ id: `admission.state.${row.state}` }) },
      { id: 'reviewDueOn', title: title('reviewDueOn'), width: 150, sort: 'reviewDueOn', text: (row) => row.reviewDueOn ?? '', cell: (row) => <LateMark isLate={row.isReviewOverdue}>{day(row.reviewDueOn)}</LateMark> },
      { id: 'money', title: title('money'), width: 110, text: (row) => formatMessage({ id: `admission.money.${row.money}` }), cell: (row) => <LateMark isLate={row.money === 'red'} isNear={row.money === 'yellow'}>{formatMessage({ id: `admission.money.${row.money}` })}</LateMark> },
      { id: 'moneyFen', title: title('moneyFen'), width: 120, figures: true, text: (row) => (row.moneyFen === 0 ? '' : yuan(row.moneyFen)) },
      { id: 'receivedFen', title: title('receivedFen'), width: 120, figures: true, text: (row) => (row.moneyFen === 0 ? '' : yuan(row.receivedFen)) },
      { id: 'moneyDueOn', title: title('moneyDueOn'), width: 150, sort: 'moneyDueOn', text: (row) => row.moneyDueOn ?? '', cell: (row) => day(row.moneyDueOn) },
      { id: 'appliedOn', title: title('appliedOn'), width: 150, sort: 'appliedOn', text: (row) => row.appliedOn ?? '', cell: (row) => day(row.appliedOn) },
      { id: 'startsOn', title: title('startsOn'), width: 150, sort: 'startsOn', text: (row) => row.startsOn, cell: (row) => day(row.startsOn) },
      { id: 'endsOn', title: title('endsOn'), width: 150, text: (row) => row.endsOn ?? '', cell: (row) => day(row.endsOn) },
      { id: 'isTemporary', title: title('isTemporary'), width: 80, text: (row) => formatMessage({ id: row.isTemporary ? 'admission.temporary' : 'admission.long-term' }) },
      { id: 'listKind', title: title('listKind'), width: 110, hiddenAtFirst: true, text: (row) => (row.listKind === null ? '' : formatMessage({ id: `admission-lists.kind.${row.listKind}` })) },
    ];
  }, [formatMessage, yuan]);
}

function useFilters(): readonly LedgerFilter<AdmissionFilter>[] {
  const { formatMessage } = useIntl();
  const bodies = useBodyOptions();
  return useMemo(() => {
    const yes = formatMessage({ id: 'common.yes' });
    return [
      listFilter({ id: 'state', label: formatMessage({ id: 'admission.field.state' }), options: admissionStates.map((value) => ({ value, label: formatMessage({ id: `admission.state.${value}` }) })), values: admissionStates, of: (filter: AdmissionFilter) => filter.states, put: (filter, states) => ({ ...filter, states }) }),
      listFilter({ id: 'body', label: formatMessage({ id: 'admission.field.bodyName' }), options: bodies, values: null, of: (filter: AdmissionFilter) => filter.bodyIds, put: (filter, bodyIds) => ({ ...filter, bodyIds }) }),
      listFilter({ id: 'money', label: formatMessage({ id: 'admission.field.money' }), options: moneyStates.map((value) => ({ value, label: formatMessage({ id: `admission.money.${value}` }) })), values: moneyStates, of: (filter: AdmissionFilter) => filter.money, put: (filter, money) => ({ ...filter, money }) }),
      flagFilter({ id: 'temporary', label: formatMessage({ id: 'admission.temporary' }), yes, of: (filter: AdmissionFilter) => filter.isTemporary === true, put: (filter, isTemporary) => ({ ...filter, isTemporary: isTemporary ? true : null }) }),
      flagFilter({ id: 'overdue', label: formatMessage({ id: 'admission.filter.review-overdue' }), yes, of: (filter: AdmissionFilter) => filter.reviewOverdue, put: (filter, reviewOverdue) => ({ ...filter, reviewOverdue }) }),
    ];
  }, [formatMessage, bodies]);
}

/** Everything departments applied for, the newest first. */
export default function AdmissionsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('admission.edit');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countAdmissions({}));
  const [isNew, setNew] = useState(false);
  useResumedDraft('admission', (id) => id === null && setNew(true));
  return (
    <ListScreen
      words="admission"
      id="grid.admissions"
      figure={all.data && formatMessage({ id: 'admission.figure' }, { count: formatNumber(all.data.count) })}
      columns={columns}
      source={source}
      filterSchema={admissionFilterSchema}
      filters={filters}
      sort={NEWEST}
      nameOf={({ no, title }) => `${no} ${title}`}
      onOpen={({ id }) => goTo(admissionPlace(id))}
      onNew={mayEdit && !isNew ? () => setNew(true) : null}
      exportAs={EXPORT}
    >
      {isNew && <NewAdmissionDrawer onClosed={() => setNew(false)} />}
    </ListScreen>
  );
}
