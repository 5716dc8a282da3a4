import { Group } from '@mantine/core';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { LedgerColumn } from '#renderer/components/ledger/ledger-list.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { MatterRow } from '#shared/modules/grid/matters/matter.schema.ts';
import { stateWords, useDayOf, useHolder } from './matter-words.ts';
import { MatterCard, MatterClock } from './MatterClock.tsx';

export type MatterSort = 'dueOn' | 'reportedAt';

/** The columns of the queue: what, where, who has it, day n of m. */
export function useMatterColumns(): readonly LedgerColumn<MatterRow, MatterSort>[] {
  const intl = useIntl();
  const { labelOf: kindOf } = useCodes('matter-kind');
  const { labelOf: channelOf } = useCodes('matter-channel');
  const holder = useHolder();
  const dayOf = useDayOf();
  return useMemo(() => {
    const title = (field: string) => intl.formatMessage({ id: `matters.field.${field}` as 'matters.field.number' }); // every field of a column has its words
    const day = (value: string | null) => (value === null ? '' : <DayText day={value} />);
    return [
      { id: 'number', title: title('number'), width: 125, text: (row) => row.number },
      { id: 'subject', title: title('subject'), width: 200, leading: true, text: (row) => row.subject },
      { id: 'state', title: title('state'), width: 90, text: (row) => stateWords(intl, row.state) },
      { id: 'clock', title: title('clock'), width: 185, text: dayOf, cell: (row) => <MatterClock row={row} /> },
      { id: 'unitName', title: title('holder'), width: 190, text: holder },
      { id: 'dueOn', title: title('dueOn'), width: 110, sort: 'dueOn', text: (row) => row.dueOn ?? '', cell: (row) => <>{day(row.dueOn)}{row.isEstimate && ` ${intl.formatMessage({ id: 'matters.estimate' })}`}</> },
      { id: 'card', title: title('card'), width: 100, text: (row) => (row.card === 'none' ? '' : intl.formatMessage({ id: `matters.card.${row.card}` })), cell: (row) => <Group gap={4}><MatterCard card={row.card} /></Group> },
      { id: 'kind', title: title('kind'), width: 110, text: (row) => kindOf(row.kind) },
      { id: 'gridName', title: title('gridName'), width: 110, text: (row) => row.gridName },
      { id: 'place', title: title('place'), width: 200, text: (row) => row.place },
      { id: 'reportedAt', title: title('reportedAt'), width: 130, sort: 'reportedAt', text: (row) => row.reportedAt ?? '', cell: (row) => (row.reportedAt === null ? '' : <InstantText at={row.reportedAt} />) },
      { id: 'partyName', title: title('partyName'), width: 100, text: (row) => row.partyName, hiddenAtFirst: true },
      { id: 'channel', title: title('channel'), width: 100, text: (row) => channelOf(row.channel), hiddenAtFirst: true },
      { id: 'promisedOn', title: title('promisedOn'), width: 110, text: (row) => row.promisedOn ?? '', cell: (row) => day(row.promisedOn), hiddenAtFirst: true },
      { id: 'endedOn', title: title('endedOn'), width: 110, text: (row) => row.endedOn ?? '', cell: (row) => day(row.endedOn), hiddenAtFirst: true },
      { id: 'returns', title: title('returns'), width: 70, figures: true, text: (row) => String(row.returns), hiddenAtFirst: true },
      { id: 'reworks', title: title('reworks'), width: 70, figures: true, text: (row) => String(row.reworks), hiddenAtFirst: true },
      { id: 'urges', title: title('urges'), width: 70, figures: true, text: (row) => String(row.urges), hiddenAtFirst: true },
      { id: 'rating', title: title('rating'), width: 90, text: (row) => (row.rating === null ? '' : intl.formatMessage({ id: `matters.rating.${row.rating === 3 ? 3 : row.rating === 2 ? 2 : 1}` })), hiddenAtFirst: true },
    ];
  }, [intl, kindOf, channelOf, holder, dayOf]);
}
