import { Alert, List, Text, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import type { Input } from '#shared/contract/define.ts';
import { calendarContract } from '#shared/kernel/calendar/calendar.contract.ts';
import { parseCalendarLines } from '#shared/kernel/calendar/working-days.rules.ts';
import classes from './calendar.module.css';

type Notice = Input<typeof calendarContract.importDays>;
const noticeSchema = calendarContract.importDays.input.refine(({ text }) => text.trim() !== '', { path: ['text'] });
const SHOWN = 8;

/** The yearly notice, a line a day. What was understood is said while typing; a line that was not stops the saving and is named. */
export function NoticePanel({ year, onClosed }: { readonly year: number; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const [text, setText] = useState('');
  const record = useRecordForm<Notice, Notice, { imported: number }>({
    draftKey: 'calendar/notice',
    initialValues: { text: '', source: '' },
    inputOf: (values) => values,
    schema: noticeSchema,
    save: api.calendar.importDays(),
    fieldOf: ({ code }) => (code === 'calendar/line-not-understood' ? 'text' : null),
    onSaved: () => undefined,
  });
  const { form } = record;
  form.watch('text', ({ value }) => setText(value));
  const labelOf = (field: string): string => formatMessage({ id: field === 'source' ? 'calendar.field.source' : 'calendar.field.text' });
  return (
    <RecordDrawer title={formatMessage({ id: 'calendar.notice' })} record={record} labelOf={labelOf} onClosed={onClosed} size="36rem">
      <Text size="sm"><FormattedMessage id="calendar.notice.about" /></Text>
      <Textarea
        label={labelOf('text')}
        description={formatMessage({ id: 'calendar.notice.example' }, { year: String(year) })}
        required
        autosize
        minRows={8}
        maxRows={16}
        maxLength={20_000}
        classNames={{ input: classes['mono'] ?? '' }}
        data-autofocus
        key={form.key('text')}
        {...form.getInputProps('text')}
      />
      <Understood text={text} />
      <TextInput label={labelOf('source')} placeholder={formatMessage({ id: 'calendar.notice.source.example' }, { year: String(year) })} required maxLength={100} key={form.key('source')} {...form.getInputProps('source')} />
    </RecordDrawer>
  );
}

function Understood({ text }: { readonly text: string }) {
  const lines = parseCalendarLines(text);
  if (lines.length === 0) return null;
  const wrong = lines.filter((line) => !line.ok);
  const holidays = lines.filter((line) => line.ok && line.kind === 'holiday').length;
  const workdays = lines.filter((line) => line.ok && line.kind === 'workday').length;
  return (
    <Alert variant="light" role="status" color={wrong.length > 0 ? 'red' : 'gray'} icon={wrong.length > 0 ? <IconAlertTriangle size={18} aria-hidden /> : <IconCircleCheck size={18} aria-hidden />}>
      <Text size="sm" c="var(--mantine-color-text)"><FormattedMessage id="calendar.notice.understood" values={{ holidays, workdays, wrong: wrong.length }} /></Text>
      {wrong.length > 0 && <List size="sm">{wrong.slice(0, SHOWN).map((line) => <List.Item key={line.line}><FormattedMessage id="calendar.notice.wrong" values={{ line: line.line, text: line.text }} /></List.Item>)}</List>}
    </Alert>
  );
}
