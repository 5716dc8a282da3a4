import { Stack, Text, Textarea } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import { endEmergencySchema, type EmergencySheet } from '#shared/modules/grid/emergency/emergency.schema.ts';

/** The after-action note; the first time it is kept the emergency ends with it. */
export function EndDrawer({ sheet: { id, version, endedAt, tasks, tasksDone, contacts, reported, summary, wentWell, toImprove, followUp }, onClosed }: { readonly sheet: EmergencySheet; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`emergency.field.${field}`) });
  const record = useRecordForm({
    draftKey: `emergency-end/${id}`,
    initialValues: { summary, wentWell, toImprove, followUp },
    inputOf: (values) => ({ id, version, ...values }),
    schema: endEmergencySchema,
    save: api.grid.endEmergency(),
    onSaved: () => undefined,
  });
  const { form } = record;
  const field = (name: 'summary' | 'wentWell' | 'toImprove' | 'followUp') => ({ label: labelOf(name), ...form.getInputProps(name) });
  const left = formatMessage({ id: 'emergency.left-open' }, { tasks: tasks - tasksDone, contacts: contacts - reported });
  return (
    <RecordDrawer title={formatMessage({ id: endedAt === null ? 'emergency.end' : 'emergency.review' })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <Stack gap="sm">
        {endedAt === null && (tasks > tasksDone || contacts > reported) && <Text size="sm" c="var(--mantine-color-yellow-text)">{left}</Text>}
        <Textarea {...field('summary')} key={form.key('summary')} description={formatMessage({ id: 'emergency.summary-hint' })} autosize minRows={3} maxLength={2000} required data-autofocus />
        <Textarea {...field('wentWell')} key={form.key('wentWell')} autosize minRows={2} maxLength={2000} />
        <Textarea {...field('toImprove')} key={form.key('toImprove')} autosize minRows={2} maxLength={2000} />
        <Textarea {...field('followUp')} key={form.key('followUp')} autosize minRows={2} maxLength={1000} />
      </Stack>
    </RecordDrawer>
  );
}
