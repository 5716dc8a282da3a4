import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import type { LedgerColumn, LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { suggestionStates, type SuggestionFilter, type SuggestionRow } from '#shared/modules/staff/suggestions/suggestion.schema.ts';
import { daysFilter } from './days-filter.tsx';

export type SuggestionSort = 'putOn' | 'answerDueOn' | 'seconds';
type Field = 'title' | 'area' | 'state' | 'putterName' | 'putOn' | 'answerDueOn' | 'seconds' | 'doerId' | 'plannedUntil' | 'problem' | 'remedy' | 'answer' | 'answererName' | 'answeredOn' | 'result' | 'doneOn' | 'practiceTitle';

/** The columns of the suggestions box: where each stands first, its words at the end. */
export function useSuggestionColumns(): readonly LedgerColumn<SuggestionRow, SuggestionSort>[] {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('suggestion-area');
  return useMemo(() => {
    const title = (field: Field) => formatMessage({ id: `staff_suggestion.field.${field}` });
    const stateOf = ({ state, isOverdue, isBehind }: SuggestionRow): string => {
      if (isOverdue) return formatMessage({ id: 'suggestion.overdue' });
      return formatMessage({ id: isBehind ? 'suggestion.behind' : `suggestion.state.${state}` });
    };
    const day = (value: string | null) => (value === null ? '' : <DayText day={value} />);
    return [
      { id: 'title', title: title('title'), width: 210, leading: true, text: (row) => row.title },
      { id: 'area', title: title('area'), width: 100, text: (row) => labelOf(row.area) },
      { id: 'state', title: title('state'), width: 120, text: stateOf, cell: (row) => (row.isOverdue || row.isBehind ? <Text span inherit c="red">{stateOf(row)}</Text> : stateOf(row)) },
      { id: 'putOn', title: title('putOn'), width: 120, sort: 'putOn', text: (row) => row.putOn, cell: (row) => day(row.putOn) },
      { id: 'putterName', title: title('putterName'), width: 90, text: (row) => row.putterName },
      { id: 'answerDueOn', title: title('answerDueOn'), width: 120, sort: 'answerDueOn', text: (row) => row.answerDueOn, cell: (row) => day(row.answerDueOn) },
      { id: 'seconds', title: title('seconds'), width: 80, figures: true, sort: 'seconds', text: (row) => (row.seconds === 0 ? '' : formatNumber(row.seconds)) },
      { id: 'doerName', title: title('doerId'), width: 90, text: (row) => row.doerName },
      { id: 'plannedUntil', title: title('plannedUntil'), width: 120, text: (row) => row.plannedUntil ?? '', cell: (row) => day(row.plannedUntil) },
      { id: 'problem', title: title('problem'), width: 240, text: (row) => row.problem, hiddenAtFirst: true },
      { id: 'remedy', title: title('remedy'), width: 240, text: (row) => row.remedy, hiddenAtFirst: true },
      { id: 'answer', title: title('answer'), width: 240, text: (row) => row.answer, hiddenAtFirst: true },
      { id: 'answererName', title: title('answererName'), width: 100, text: (row) => row.answererName, hiddenAtFirst: true },
      { id: 'answeredOn', title: title('answeredOn'), width: 120, text: (row) => row.answeredOn ?? '', cell: (row) => day(row.answeredOn), hiddenAtFirst: true },
      { id: 'result', title: title('result'), width: 240, text: (row) => row.result, hiddenAtFirst: true },
      { id: 'doneOn', title: title('doneOn'), width: 120, text: (row) => row.doneOn ?? '', cell: (row) => day(row.doneOn), hiddenAtFirst: true },
      { id: 'practiceTitle', title: title('practiceTitle'), width: 160, text: (row) => row.practiceTitle, hiddenAtFirst: true },
    ];
  }, [formatMessage, formatNumber, labelOf]);
}

/** State, area, days, and what only a figure or Today asks for. */
export function useSuggestionFilters(): readonly LedgerFilter<SuggestionFilter>[] {
  const { formatMessage } = useIntl();
  const { options } = useCodes('suggestion-area');
  return useMemo(() => {
    const flag = (id: 'mine' | 'to-do' | 'overdue' | 'behind' | 'in-time', key: 'mine' | 'toDo' | 'overdue' | 'behind' | 'inTime') => {
      const label = formatMessage({ id: id === 'overdue' || id === 'behind' ? `suggestion.${id}` : `suggestion.filter.${id}` });
      return flagFilter({ id, label, yes: formatMessage({ id: 'common.yes' }), of: (filter: SuggestionFilter) => filter[key], put: (filter, isSet) => ({ ...filter, [key]: isSet }) });
    };
    return [
      listFilter({ id: 'state', label: formatMessage({ id: 'staff_suggestion.field.state' }), options: suggestionStates.map((value) => ({ value, label: formatMessage({ id: `suggestion.state.${value}` }) })), values: suggestionStates, of: (filter: SuggestionFilter) => filter.states, put: (filter, states) => ({ ...filter, states }) }),
      listFilter({ id: 'area', label: formatMessage({ id: 'staff_suggestion.field.area' }), options, values: null, of: (filter: SuggestionFilter) => filter.areas, put: (filter, areas) => ({ ...filter, areas }) }),
      daysFilter<SuggestionFilter>(formatMessage, 'staff_suggestion.field.putOn'),
      flag('mine', 'mine'), flag('to-do', 'toDo'), flag('overdue', 'overdue'), flag('behind', 'behind'), flag('in-time', 'inTime'),
    ];
  }, [formatMessage, options]);
}
