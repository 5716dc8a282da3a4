import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import type { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { handoverDraftSchema, type HandoverDraft, type handoverSchema } from '#shared/modules/staff/posts/post.schema.ts';
import { StaffFields, useFieldLabels } from '../StaffFields.tsx';

type Sheet = Omit<z.output<typeof handoverSchema>, 'id'> & { readonly id: string | null };

/** What is handed over when a post changes hands, to be signed by both. */
export function HandoverDrawer({ appointmentId, onClosed }: { readonly appointmentId: string; readonly onClosed: () => void }) {
  const { data, error } = useQuery(api.staff.getHandover({ appointmentId }));
  return data ? <HandoverForm key={data.version} sheet={data} onClosed={onClosed} /> : <ErrorNote error={error} />;
}

function HandoverForm({ sheet, onClosed }: { readonly sheet: Sheet; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useFieldLabels('post_handover');
  const { appointmentId, version, takerName, handedOn, items, witness, note } = sheet;
  const record = useRecordForm({
    draftKey: `handover/${appointmentId}`,
    initialValues: { appointmentId, version, takerName, handedOn, items: [...items], witness, note } as HandoverDraft,
    inputOf: (values) => values,
    schema: handoverDraftSchema,
    save: api.staff.saveHandover(),
    onSaved: () => undefined,
  });
  const { form } = record;
  const title = formatMessage({ id: 'appointment.handover-title' }, { post: sheet.postName, grid: sheet.gridName });
  const paper = {
    title, entity: 'post_handover', entityId: sheet.id ?? '', rows: items.length, asksReason: false, startsLandscape: false,
    blocks: [
      { kind: 'facts' as const, heading: '', facts: [{ label: labelOf('giverName'), value: sheet.giverName }, { label: labelOf('takerName'), value: takerName }, { label: labelOf('handedOn'), value: handedOn ?? '' }, { label: labelOf('witness'), value: witness }] },
      { kind: 'table' as const, heading: '', columns: [{ title: labelOf('what'), width: 3 }, { title: labelOf('state'), width: 5 }], rows: items.map(({ what, state }) => [what, state]) },
      { kind: 'text' as const, heading: labelOf('note'), lines: [note, formatMessage({ id: 'appointment.signatures' })] },
    ],
  };
  return (
    <RecordDrawer title={title} record={record} labelOf={labelOf} onClosed={onClosed} size="36rem">
      <Group justify="space-between">
        <Text size="sm"><FormattedMessage id="appointment.giver" values={{ name: sheet.giverName }} /></Text>
        {sheet.id !== null && <PrintButton paper={paper} />}
      </Group>
      <StaffFields form={form} labelOf={labelOf} fields={[{ kind: 'text', name: 'takerName', first: true, max: 50 }, { kind: 'day', name: 'handedOn' }, { kind: 'text', name: 'witness', max: 50 }, { kind: 'area', name: 'note', max: 500 }]} />
      <Stack gap={6}>
        <Text size="sm" fw={600}>{labelOf('items')}</Text>
        {form.getValues().items.map((_item, at) => (
          <Group key={form.key(`items.${at}`)} gap="xs" wrap="nowrap">
            <TextInput aria-label={labelOf('what')} w="40%" maxLength={100} key={form.key(`items.${at}.what`)} {...form.getInputProps(`items.${at}.what`)} />
            <TextInput aria-label={labelOf('state')} style={{ flex: 1 }} maxLength={100} placeholder={labelOf('state')} key={form.key(`items.${at}.state`)} {...form.getInputProps(`items.${at}.state`)} />
            <Button size="compact-xs" variant="subtle" color="red" onClick={() => form.removeListItem('items', at)}><FormattedMessage id="staff.remove" /></Button>
          </Group>
        ))}
        <Button size="compact-xs" variant="default" style={{ alignSelf: 'start' }} leftSection={<IconPlus size={14} aria-hidden />} onClick={() => form.insertListItem('items', { what: '', state: '' })}><FormattedMessage id="appointment.item-add" /></Button>
      </Stack>
    </RecordDrawer>
  );
}
