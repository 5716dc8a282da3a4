import { Stack, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import { locateEmergencySchema, type EmergencySheet } from '#shared/modules/grid/emergency/emergency.schema.ts';
import { useGridOptions } from '../territory/use-grid-options.ts';

/** Where it is and what it is called, said after it was started. */
export function LocateDrawer({ sheet: { id, version, title, place, gridId }, onClosed }: { readonly sheet: EmergencySheet; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`emergency.field.${field}`) });
  const record = useRecordForm({
    draftKey: `emergency-place/${id}`,
    initialValues: { title, place, gridId },
    inputOf: (values) => ({ id, version, ...values }),
    schema: locateEmergencySchema,
    save: api.grid.locateEmergency(),
    onSaved: () => undefined,
  });
  const { form } = record;
  const field = (name: 'title' | 'place' | 'gridId') => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={formatMessage({ id: 'emergency.locate' })} record={record} labelOf={labelOf} onClosed={onClosed} size="26rem">
      <Stack gap="sm">
        <TextInput {...field('place')} key={form.key('place')} maxLength={200} data-autofocus />
        <PickSelect {...field('gridId')} key={form.key('gridId')} kind="grid" options={grids} clearable />
        <TextInput {...field('title')} key={form.key('title')} required maxLength={80} />
      </Stack>
    </RecordDrawer>
  );
}
