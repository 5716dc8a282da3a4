import { Button, Group } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';

export type Days = { readonly from: string; readonly until: string };
/** From New Year to today. */
export const thisYear = (): Days => ({ from: `${localToday().slice(0, 4)}-01-01`, until: localToday() });
const yearAgo = ({ from }: Days): Days => ({ from: `${Number(from.slice(0, 4)) - 1}-01-01`, until: `${Number(from.slice(0, 4)) - 1}-12-31` });
const yearNext = ({ from }: Days): Days => ({ from: `${Number(from.slice(0, 4)) + 1}-01-01`, until: `${Number(from.slice(0, 4)) + 1}-12-31` });

/** The days a report speaks of: typed, or year by year. */
export function PeriodChoice({ period, onChange }: { readonly period: Days; readonly onChange: (period: Days) => void }) {
  const { formatMessage } = useIntl();
  return (
    <Group gap="xs" align="flex-end">
      <Button size="xs" variant="default" onClick={() => onChange(yearAgo(period))}><FormattedMessage id="typed.year-before" /></Button>
      <DayInput size="xs" w={130} clearable={false} label={formatMessage({ id: 'typed.from' })} value={period.from} maxDate={period.until} onChange={(from) => from !== null && from <= period.until && onChange({ ...period, from })} />
      <DayInput size="xs" w={130} clearable={false} label={formatMessage({ id: 'typed.until' })} value={period.until} minDate={period.from} onChange={(until) => until !== null && until >= period.from && onChange({ ...period, until })} />
      <Button size="xs" variant="default" onClick={() => onChange(yearNext(period))}><FormattedMessage id="typed.year-next" /></Button>
    </Group>
  );
}
