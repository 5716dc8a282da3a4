import { NumberInput, Stack, TextInput } from '@mantine/core';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { roomChangeSchema, roomDraftSchema, type Room } from '#shared/modules/grid/territory/buildings/room.schema.ts';

const fieldOf = ({ code }: Failure): 'name' | null => (code === 'room/name-taken' ? 'name' : null);

type NewRoomDrawerProps = { readonly buildingId: string; /** Beside which it is likely to lie. */ readonly beside: Room | undefined; readonly onClosed: () => void };

/** A room the addresses did not tell of. */
export function NewRoomDrawer({ buildingId, beside, onClosed }: NewRoomDrawerProps) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const initialValues: { unit: string; floor: number | string; name: string; use: string } = { unit: beside?.unit ?? '', floor: beside?.floor ?? 1, name: '', use: '' };
  const record = useRecordForm({
    draftKey: `room-of-${buildingId}/new`,
    initialValues,
    inputOf: ({ floor, ...values }) => ({ ...values, floor: Number(floor === '' ? Number.NaN : floor), buildingId }),
    schema: roomDraftSchema,
    save: api.grid.createRoom(),
    fieldOf,
    onSaved: () => undefined,
    nextValues: ({ unit, floor }) => ({ unit, floor, name: '', use: '' }),
  });
  const { form } = record;
  return (
    <RecordDrawer title={formatMessage({ id: 'buildings.room-new' })} record={record} labelOf={labelOf} onClosed={onClosed} size="26rem">
      <Stack gap="sm">
        <TextInput label={labelOf('unit')} key={form.key('unit')} {...form.getInputProps('unit')} maxLength={20} placeholder="1单元" />
        <NumberInput label={labelOf('floor')} key={form.key('floor')} {...form.getInputProps('floor')} required min={-9} max={200} clampBehavior="none" allowDecimal={false} hideControls />
        <TextInput label={labelOf('name')} key={form.key('name')} {...form.getInputProps('name')} required maxLength={40} placeholder="303" data-autofocus />
        <CodeSelect label={labelOf('use')} key={form.key('use')} {...form.getInputProps('use')} table="dwelling-use" description={formatMessage({ id: 'buildings.room-use-hint' })} />
      </Stack>
    </RecordDrawer>
  );
}

export function EditRoomDrawer({ room: { id, version, name, use }, onClosed }: { readonly room: Room; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const record = useRecordForm({ draftKey: `room/${id}`, initialValues: { name, use }, inputOf: (values) => ({ ...values, id, version }), schema: roomChangeSchema, save: api.grid.updateRoom(), fieldOf, onSaved: () => undefined });
  const { form } = record;
  return (
    <RecordDrawer title={formatMessage({ id: 'buildings.room-edit' }, { name })} record={record} labelOf={labelOf} onClosed={onClosed} size="26rem">
      <Stack gap="sm">
        <TextInput label={labelOf('name')} key={form.key('name')} {...form.getInputProps('name')} required maxLength={40} data-autofocus />
        <CodeSelect label={labelOf('use')} key={form.key('use')} {...form.getInputProps('use')} table="dwelling-use" description={formatMessage({ id: 'buildings.room-use-hint' })} />
      </Stack>
    </RecordDrawer>
  );
}

function useLabelOf(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => formatMessage({ id: messageId(`room.field.${field}`) });
}
