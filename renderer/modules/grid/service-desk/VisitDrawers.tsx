import { SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { deskVisitChangeSchema, deskVisitEndSchema, type DeskVisitRow } from '#shared/modules/grid/service-desk/desk-visit.schema.ts';

type DrawerProps = { readonly visit: DeskVisitRow; readonly onClosed: () => void };

function useLabelOf(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => formatMessage({ id: messageId(`service-desk.field.${field}`) });
}

/** What came of a visit; keeping it lets the visitor go. */
export function EndVisitDrawer({ visit, onClosed }: DrawerProps) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const record = useRecordForm({
    draftKey: `desk-visit-end/${visit.id}`,
    initialValues: { result: '', handedTo: visit.handedTo, content: visit.content },
    inputOf: (values) => ({ ...values, id: visit.id, version: visit.version }),
    schema: deskVisitEndSchema,
    save: api.grid.endDeskVisit(),
    onSaved: () => undefined,
  });
  const { form } = record;
  const field = (name: 'result' | 'handedTo' | 'content') => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={formatMessage({ id: 'service-desk.end-title' }, { name: visit.visitor })} record={record} labelOf={labelOf} onClosed={onClosed} size="28rem">
      <Stack gap="sm">
        <CodeSelect {...field('result')} key={form.key('result')} table="visit-result" required data-autofocus />
        <TextInput {...field('handedTo')} key={form.key('handedTo')} description={formatMessage({ id: 'service-desk.handed-hint' })} maxLength={50} />
        <Textarea {...field('content')} key={form.key('content')} autosize minRows={3} maxLength={500} />
      </Stack>
    </RecordDrawer>
  );
}

type Values = { visitor: string; topic: string; content: string; handedTo: string; result: string; cameAt: string | null; servedAt: string | null; leftAt: string | null };
const two = (n: number): string => String(n).padStart(2, '0');
/** An instant as the picker writes it, on the wall clock of this computer. */
const wall = (at: string | null): string | null => {
  if (at === null) return null;
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
};
const instant = (text: string | null): string | null => (text === null || text === '' ? null : new Date(text.replace(' ', 'T')).toISOString());
const fieldOf = ({ code }: Failure): keyof Values | null => (code === 'desk-visit/times-reversed' || code === 'desk-visit/not-yet' ? 'cameAt' : null);

/** Corrects an entry, its three times included. */
export function EditVisitDrawer({ visit, onClosed }: DrawerProps) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const { id, version, personId, visitor, topic, content, handedTo, result, cameAt, servedAt, leftAt } = visit;
  const record = useRecordForm({
    draftKey: `desk-visit/${id}`,
    initialValues: { visitor, topic, content, handedTo, result, cameAt: wall(cameAt), servedAt: wall(servedAt), leftAt: wall(leftAt) } as Values, // widened: times may be emptied
    inputOf: (values) => ({ ...values, id, version, personId: values.visitor.trim() === visitor ? personId : null, cameAt: instant(values.cameAt) ?? '', servedAt: instant(values.servedAt), leftAt: instant(values.leftAt) }),
    schema: deskVisitChangeSchema,
    save: api.grid.updateDeskVisit(),
    fieldOf,
    onSaved: () => undefined,
  });
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const time = (name: 'cameAt' | 'servedAt' | 'leftAt') => <DateTimePicker {...field(name)} key={form.key(name)} valueFormat="YYYY-MM-DD HH:mm" withSeconds={false} clearable={name !== 'cameAt'} clearButtonProps={{ 'aria-label': formatMessage({ id: 'record-form.clear-day' }) }} />;
  return (
    <RecordDrawer title={formatMessage({ id: 'service-desk.edit' })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <TextInput {...field('visitor')} key={form.key('visitor')} required maxLength={50} data-autofocus />
          <CodeSelect {...field('topic')} key={form.key('topic')} table="visit-topic" isFixed required />
          {time('cameAt')}
          {time('servedAt')}
          {time('leftAt')}
          <CodeSelect {...field('result')} key={form.key('result')} table="visit-result" />
          <TextInput {...field('handedTo')} key={form.key('handedTo')} maxLength={50} />
        </SimpleGrid>
        <Textarea {...field('content')} key={form.key('content')} autosize minRows={2} maxLength={500} />
      </Stack>
    </RecordDrawer>
  );
}
