import { Button, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconUserMinus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import { slotDraftSchema, type GridSlot, type GridTeam } from '#shared/modules/grid/territory/grid-life/grid-team.schema.ts';
import type { TeamPlace } from './use-grid-team.ts';

type SlotDrawerProps = { readonly team: GridTeam; readonly place: TeamPlace; readonly placeName: string; readonly slot: GridSlot | undefined; readonly onClosed: () => void };
type Values = { name: string; unit: string; phone: string; since: string | null; note: string };

const EMPTY: Values = { name: '', unit: '', phone: '', since: null, note: '' };

/** Who is in one place of a grid's card. */
export function SlotDrawer({ team, place, placeName, slot, onClosed }: SlotDrawerProps) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`grid-life.slot.${field}`) });
  const record = useRecordForm({
    draftKey: `grid-slot/${team.gridId}/${place.code}`,
    initialValues: slot ? { name: slot.name, unit: slot.unit, phone: slot.phone, since: slot.since, note: slot.note } : EMPTY,
    inputOf: (values: Values) => ({ ...values, gridId: team.gridId, kind: place.code, version: slot?.version ?? 0 }),
    schema: slotDraftSchema,
    save: api.grid.saveGridSlot(),
    onSaved: () => undefined,
  });
  const clear = useMutation(api.grid.clearGridSlot());
  const { form } = record;
  const field = (name: keyof Values) => ({ label: labelOf(name), ...form.getInputProps(name) });
  return (
    <RecordDrawer title={formatMessage({ id: 'grid-life.slot-title' }, { place: placeName, grid: team.gridName })} record={record} labelOf={labelOf} onClosed={onClosed} size="30rem">
      <Stack gap="sm">
        {!place.isStaff && <Text size="sm" c="dimmed"><FormattedMessage id="grid-life.slot-resident-note" /></Text>}
        <TextInput {...field('name')} key={form.key('name')} required maxLength={50} data-autofocus />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <TextInput {...field('unit')} key={form.key('unit')} maxLength={60} />
          {place.isStaff && <TextInput {...field('phone')} key={form.key('phone')} description={formatMessage({ id: 'grid-life.slot-phone-hint' })} inputMode="tel" maxLength={40} />}
          <DayInput {...field('since')} key={form.key('since')} />
        </SimpleGrid>
        <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={300} />
        <ErrorNote error={clear.error} />
        {slot && <Button size="xs" variant="default" style={{ alignSelf: 'start' }} leftSection={<IconUserMinus size={16} aria-hidden />} loading={clear.isPending} onClick={() => clear.mutate({ id: slot.id, version: slot.version }, { onSuccess: onClosed })}><FormattedMessage id="grid-life.slot-clear" /></Button>}
      </Stack>
    </RecordDrawer>
  );
}
