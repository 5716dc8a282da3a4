import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { CalendarDay } from '#shared/kernel/calendar/calendar.contract.ts';
import { isWeekend } from './month-weeks.ts';
import { dayChangeSchema, saveDay, type DayChange } from './save-day.ts';

const kinds = ['holiday', 'workday', 'plain'] as const;
type Values = { kind: (typeof kinds)[number]; name: string };
type DayPanelProps = { readonly day: string; readonly published: CalendarDay | undefined; readonly onClosed: () => void };

/** One day of the calendar: off, worked, or as the plain week has it. Deadlines are counted anew from it at once. */
export function DayPanel({ day, published, onClosed }: DayPanelProps) {
  const { formatMessage, formatDate } = useIntl();
  // who opens a plain day wants it otherwise
  const first: Values = { kind: published?.kind ?? (isWeekend(day) ? 'workday' : 'holiday'), name: published?.name ?? '' };
  const [kind, setKind] = useState<string>(first.kind);
  const record = useRecordForm<Values, DayChange, CalendarDay | null>({
    draftKey: `calendar/${day}`,
    initialValues: first,
    inputOf: (values) => (values.kind === 'plain' ? { day, kind: 'plain' } : { day, kind: values.kind, name: values.name }),
    schema: dayChangeSchema,
    save: saveDay(published),
    onSaved: () => undefined,
  });
  const { form } = record;
  form.watch('kind', ({ value }) => setKind(value));
  const labelOf = (field: string): string => formatMessage({ id: field === 'name' ? 'calendar.field.name' : 'calendar.field.kind' });
  const title = formatDate(`${day}T00:00:00Z`, { dateStyle: 'full', timeZone: 'UTC' });
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="28rem">
      <Radio.Group label={labelOf('kind')} key={form.key('kind')} {...form.getInputProps('kind')}>
        <Stack gap="xs" mt="xs">
          {kinds.map((value) => <Radio key={value} value={value} label={formatMessage({ id: `calendar.kind.${value}` })} description={formatMessage({ id: `calendar.kind.${value}.about` })} />)}
        </Stack>
      </Radio.Group>
      {kind !== 'plain' && <TextInput label={labelOf('name')} placeholder={formatMessage({ id: 'calendar.field.name.example' })} required maxLength={40} data-autofocus key={form.key('name')} {...form.getInputProps('name')} />}
      {published && (
        <Text size="sm" c="dimmed">
          {published.source === 'manual' ? <FormattedMessage id="calendar.source.manual" /> : <FormattedMessage id="calendar.source" values={{ source: published.source }} />}
        </Text>
      )}
    </RecordDrawer>
  );
}
