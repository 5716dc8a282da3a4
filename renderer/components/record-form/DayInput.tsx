import { DateInput, type DateInputProps } from '@mantine/dates';
import { useIntl } from 'react-intl';
import { localToday, typedDay } from './typed-day.ts';

type DayInputProps = Omit<DateInputProps, 'valueFormat' | 'dateParser'>;

/** A day, typed in whatever form is at hand or picked from the calendar; kept as `YYYY-MM-DD`. */
export function DayInput(props: DayInputProps) {
  const { formatMessage } = useIntl();
  return (
    <DateInput
      valueFormat="YYYY-MM-DD"
      placeholder="2026-11-22"
      clearable
      clearButtonProps={{ 'aria-label': formatMessage({ id: 'record-form.clear-day' }), tabIndex: -1 }}
      dateParser={(text) => typedDay(text, localToday())}
      popoverProps={{ transitionProps: { duration: 0 } }}
      {...props}
    />
  );
}
