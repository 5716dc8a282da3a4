import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { LedgerColumn, LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { RequestFilter, RequestRow } from '#shared/modules/budget/requests/request.schema.ts';
import { requestSteps } from '#shared/modules/budget/requests/steps.rules.ts';
import { ClockMark } from '../parts/ClockMark.tsx';
import { flagFilter, listFilter, yearFilter } from '../parts/filters.tsx';
import { useGridChoices, useSourceChoices } from '../parts/use-budget-options.ts';
import { useChoices, useWaiter, useWordsOf } from '../parts/use-words-of.ts';
import { useYuan } from '../parts/yuan.ts';

export type RequestSortField = 'dueOn' | 'no' | 'amount' | 'need' | 'since';

export function useRequestColumns(): readonly LedgerColumn<RequestRow, RequestSortField>[] {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('fund-use');
  const word = useWordsOf();
  const waiter = useWaiter();
  const yuan = useYuan();
  return useMemo(() => {
    const title = (field: string) => formatMessage({ id: messageId(`budget.field.${field}`) });
    return [
      { id: 'no', title: title('no'), width: 95, leading: true, sort: 'no', text: (row) => row.no },
      { id: 'title', title: title('title'), width: 140, text: (row) => row.title },
      { id: 'amount', title: title('amount'), width: 105, figures: true, sort: 'amount', text: (row) => yuan(row.amountFen) },
      { id: 'step', title: title('step'), width: 85, text: (row) => word('step', row.step) },
      { id: 'days', title: title('days'), width: 175, text: (row) => (row.waitingFor === '' ? '' : String(row.days)), cell: (row) => row.waitingFor !== '' && row.step !== 'rejected' && <ClockMark clock={row.clock} days={row.days} limit={row.limitDays} /> },
      { id: 'waitingFor', title: title('waitingFor'), width: 100, text: (row) => waiter(row.waitingFor) },
      { id: 'dueOn', title: title('dueOn'), width: 120, sort: 'dueOn', text: (row) => row.dueOn ?? '', cell: (row) => row.dueOn !== null && <DayText day={row.dueOn} /> },
      { id: 'lineName', title: title('lineName'), width: 120, text: (row) => row.lineName },
      { id: 'sourceName', title: title('sourceName'), width: 160, text: (row) => row.sourceName },
      { id: 'department', title: title('department'), width: 110, text: (row) => row.department },
      { id: 'gridName', title: title('gridName'), width: 100, text: (row) => row.gridName },
      { id: 'needScore', title: title('needScore'), width: 80, figures: true, sort: 'need', text: (row) => String(row.needScore) },
      { id: 'useCode', title: title('useCode'), width: 120, text: (row) => labelOf(row.useCode), hiddenAtFirst: true },
      { id: 'applicantName', title: title('applicantName'), width: 100, text: (row) => row.applicantName, hiddenAtFirst: true },
      { id: 'since', title: title('since'), width: 120, sort: 'since', text: (row) => row.since, cell: (row) => <InstantText at={row.since} />, hiddenAtFirst: true },
      { id: 'neededOn', title: title('neededOn'), width: 120, text: (row) => row.neededOn, cell: (row) => <DayText day={row.neededOn} />, hiddenAtFirst: true },
      { id: 'jointNo', title: title('jointNo'), width: 110, text: (row) => row.jointNo, hiddenAtFirst: true },
    ];
  }, [formatMessage, labelOf, word, waiter, yuan]);
}

export function useRequestFilters(): readonly LedgerFilter<RequestFilter>[] {
  const { formatMessage } = useIntl();
  const steps = useChoices('step', requestSteps);
  const sources = useSourceChoices();
  const grids = useGridChoices();
  const { options: uses } = useCodes('fund-use');
  const { options: reasons } = useCodes('request-reason');
  return useMemo(() => {
    const label = (field: string) => formatMessage({ id: messageId(`budget.field.${field}`) });
    const yes = (id: string) => formatMessage({ id: messageId(`budget.filter.${id}`) });
    const clocks = (['near', 'overdue'] as const).map((value) => ({ value, label: formatMessage({ id: `budget.clock.${value}` }) }));
    return [
      listFilter({ id: 'step', label: label('step'), options: steps, of: (filter: RequestFilter) => filter.steps, put: (filter, next) => ({ ...filter, steps: next }) }),
      listFilter({ id: 'clock', label: label('days'), options: clocks, of: (filter: RequestFilter) => (filter.clock === null ? [] : [filter.clock]), put: (filter, next) => ({ ...filter, clock: next.at(-1) ?? null }) }),
      yearFilter({ label: label('year'), of: (filter: RequestFilter) => filter.year, put: (filter, year) => ({ ...filter, year }) }),
      listFilter({ id: 'source', label: label('sourceName'), options: sources, of: (filter: RequestFilter) => filter.sourceIds, put: (filter, sourceIds) => ({ ...filter, sourceIds }) }),
      listFilter({ id: 'grid', label: label('gridName'), options: grids, of: (filter: RequestFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      listFilter({ id: 'use', label: label('useCode'), options: uses, of: (filter: RequestFilter) => filter.useCodes, put: (filter, useCodes) => ({ ...filter, useCodes }) }),
      listFilter({ id: 'reason', label: label('reasonCode'), options: reasons, of: (filter: RequestFilter) => filter.reasons, put: (filter, next) => ({ ...filter, reasons: next }) }),
      flagFilter({ id: 'mine', label: yes('mine'), yes: yes('mine'), of: (filter: RequestFilter) => filter.mine, put: (filter, mine) => ({ ...filter, mine }) }),
      flagFilter({ id: 'open', label: yes('open'), yes: yes('open'), of: (filter: RequestFilter) => filter.open, put: (filter, open) => ({ ...filter, open }) }),
      { id: 'line', label: label('lineName'), describe: (filter) => (filter.lineIds.length === 0 ? null : yes('line')), without: (filter) => ({ ...filter, lineIds: [] }), editor: () => <>{yes('line-note')}</> },
    ];
  }, [formatMessage, steps, sources, grids, uses, reasons]);
}
