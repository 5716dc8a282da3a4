import { IconCheck, IconPencil, IconPhoto, IconTrash, IconUserCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { LedgerAction, LedgerColumn, LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { visitStates, type DeskVisitFilter, type DeskVisitRow } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';
import { dayRangeFilter } from '../day-range-filter.tsx';
import { listFilter } from '#renderer/components/ledger/filter-editors.tsx';

export type VisitSort = 'cameAt' | 'waitMinutes' | 'topic';

export function useVisitColumns(): readonly LedgerColumn<DeskVisitRow, VisitSort>[] {
  const { formatMessage } = useIntl();
  const { labelOf: topicOf } = useCodes('visit-topic');
  const { labelOf: resultOf } = useCodes('visit-result');
  return useMemo(() => {
    const title = (field: 'no' | 'visitor' | 'topic' | 'content' | 'cameAt' | 'servedAt' | 'leftAt' | 'waitMinutes' | 'handedTo' | 'result' | 'state') => formatMessage({ id: `service-desk.field.${field}` });
    const time = (at: string | null) => (at === null ? '' : <InstantText at={at} />);
    return [
      { id: 'no', title: title('no'), width: 60, figures: true, text: (row) => String(row.no) },
      { id: 'visitor', title: title('visitor'), width: 110, leading: true, text: (row) => row.visitor },
      { id: 'state', title: title('state'), width: 90, text: (row) => formatMessage({ id: `service-desk.state.${row.state}` }) },
      { id: 'topic', title: title('topic'), width: 110, sort: 'topic', text: (row) => topicOf(row.topic) },
      { id: 'content', title: title('content'), width: 220, text: (row) => row.content },
      { id: 'cameAt', title: title('cameAt'), width: 130, sort: 'cameAt', text: (row) => row.cameAt, cell: (row) => time(row.cameAt) },
      { id: 'waitMinutes', title: title('waitMinutes'), width: 110, sort: 'waitMinutes', figures: true, text: (row) => (row.waitMinutes === null ? '' : formatMessage({ id: 'service-desk.minutes' }, { minutes: row.waitMinutes })) },
      { id: 'servedAt', title: title('servedAt'), width: 130, text: (row) => row.servedAt ?? '', cell: (row) => time(row.servedAt), hiddenAtFirst: true },
      { id: 'leftAt', title: title('leftAt'), width: 130, text: (row) => row.leftAt ?? '', cell: (row) => time(row.leftAt) },
      { id: 'handedTo', title: title('handedTo'), width: 100, text: (row) => row.handedTo },
      { id: 'result', title: title('result'), width: 120, text: (row) => (row.result === '' ? '' : resultOf(row.result)) },
    ];
  }, [formatMessage, topicOf, resultOf]);
}

export function useVisitFilters(): readonly LedgerFilter<DeskVisitFilter>[] {
  const { formatMessage } = useIntl();
  const { options: topics } = useCodes('visit-topic');
  const { options: results } = useCodes('visit-result');
  return useMemo(
    () => [
      listFilter({ id: 'state', label: formatMessage({ id: 'service-desk.field.state' }), options: visitStates.map((value) => ({ value, label: formatMessage({ id: `service-desk.state.${value}` }) })), values: visitStates, of: (filter: DeskVisitFilter) => filter.states, put: (filter, states) => ({ ...filter, states }) }),
      listFilter({ id: 'topic', label: formatMessage({ id: 'service-desk.field.topic' }), options: topics, values: null, of: (filter: DeskVisitFilter) => filter.topics, put: (filter, next) => ({ ...filter, topics: next }) }),
      listFilter({ id: 'result', label: formatMessage({ id: 'service-desk.field.result' }), options: results, values: null, of: (filter: DeskVisitFilter) => filter.results, put: (filter, next) => ({ ...filter, results: next }) }),
      dayRangeFilter<DeskVisitFilter>({ id: 'days', label: formatMessage({ id: 'service-desk.field.cameAt' }), formatMessage }),
    ],
    [formatMessage, topics, results],
  );
}

type VisitActs = { readonly attend: (row: DeskVisitRow) => void; readonly end: (row: DeskVisitRow) => void; readonly edit: (row: DeskVisitRow) => void; readonly pictures: (row: DeskVisitRow) => void; readonly remove: (row: DeskVisitRow) => void };

export function useVisitActions(mayEdit: boolean, { attend, end, edit, pictures, remove }: VisitActs): readonly LedgerAction<DeskVisitRow>[] {
  const { formatMessage } = useIntl();
  return useMemo(
    () => {
      const look = { id: 'pictures', label: formatMessage({ id: 'attachments.title' }), icon: <IconPhoto size={16} aria-hidden />, run: pictures };
      return mayEdit
        ? [
            { id: 'attend', label: formatMessage({ id: 'service-desk.attend' }), icon: <IconUserCheck size={16} aria-hidden />, run: attend },
            { id: 'end', label: formatMessage({ id: 'service-desk.end' }), icon: <IconCheck size={16} aria-hidden />, run: end },
            { id: 'edit', label: formatMessage({ id: 'common.edit' }), icon: <IconPencil size={16} aria-hidden />, run: edit },
            look,
            { id: 'remove', label: formatMessage({ id: 'service-desk.remove' }), icon: <IconTrash size={16} aria-hidden />, danger: true, run: remove },
          ]
        : [look];
    },
    [formatMessage, mayEdit, attend, end, edit, pictures, remove],
  );
}
