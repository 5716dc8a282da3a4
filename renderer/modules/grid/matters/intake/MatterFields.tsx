import { Autocomplete, Button, Checkbox, Group, NumberInput, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import type { RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import { matterLevels, matterScales, type MatterPlace } from '#shared/modules/grid/matters/matter.schema.ts';
import type { PickedPlace } from '../../territory/map/PlaceDialog.tsx';
import { useGridOptions } from '../../territory/use-grid-options.ts';
import { unitKey, unitWords } from '../matter-words.ts';
import { ListedTasks } from '../../admission/ListedTasks.tsx';
import { Duplicates } from './Duplicates.tsx';
import type { MatterValues } from './matter-values.ts';
import { PartyFields } from './PartyFields.tsx';
import { PointField, type Point } from './PointField.tsx';
import { useTyped } from './use-typed.ts';

const FEN_IN_YUAN = 100;
const pointOf = ({ lngMicro, latMicro }: Pick<MatterValues, 'lngMicro' | 'latMicro'>): Point | null => (lngMicro === null || latMicro === null ? null : { lngMicro, latMicro });
type MatterFieldsProps = { readonly record: RecordForm<MatterValues>; readonly exceptId: string | null; readonly personName: string; readonly phoneHint: string; readonly isNew: boolean };

/**
 * What somebody says, in the order in which it is said: what, where, of which kind, who. Meanwhile the desk looks for the place and its grid, proposes
 * kinds, and shows matters that could be the same one.
 */
export function MatterFields({ record, exceptId, personName, phoneHint, isNew }: MatterFieldsProps) {
  const intl = useIntl();
  const { formatMessage } = intl;
  const { form } = record;
  const grids = useGridOptions();
  const { labelOf: kindOf } = useCodes('matter-kind');
  const { subject, content, place, gridId, kind, channel, amountFen } = form.getValues();
  const [point, setPoint] = useState<Point | null>(() => pointOf(form.getValues()));
  const desk = useTyped({ subject, content, place, gridId, kind }, exceptId);
  const { data: units = [] } = useQuery(api.grid.listMatterUnits({}));
  const label = (name: string): string => formatMessage({ id: messageId(`matters.field.${name}`) });
  const field = (name: keyof MatterValues) => ({ label: label(name), ...form.getInputProps(name) });
  const told = <K extends 'subject' | 'content'>(name: K) => {
    const { onChange, ...props } = field(name);
    return { ...props, onChange: (event: { currentTarget: { value: string } }) => { onChange(event); desk.type({ [name]: event.currentTarget.value }); } };
  };
  const chooseKind = (code: string) => {
    form.setFieldValue('kind', code);
    desk.type({ kind: code });
    if (isNew && desk.kinds.some((one) => one.kind === code && one.urgent)) form.setFieldValue('level', 'urgent');
  };
  /** Whoever leaves the sentence without a kind gets the one it speaks of; it can be changed. */
  const takeProposal = () => {
    const first = desk.kinds[0];
    if (first && form.getValues().kind === '') chooseKind(first.kind);
  };
  const keepPoint = (next: Point | null) => {
    setPoint(next);
    form.setFieldValue('lngMicro', next?.lngMicro ?? null, { forceUpdate: false });
    form.setFieldValue('latMicro', next?.latMicro ?? null, { forceUpdate: false });
  };
  /** A point on the map says which grid it is; a building out of its list says the place as well, where none was typed. */
  const pickPoint = (next: Point | null, picked: PickedPlace | null) => {
    keepPoint(next);
    if (picked && picked.gridId !== null) {
      form.setFieldValue('gridId', picked.gridId);
      desk.type({ gridId: picked.gridId });
    }
    if (!picked?.building || form.getValues().place !== '') return;
    form.setFieldValue('place', picked.building.title);
    form.setFieldValue('buildingId', picked.building.id, { forceUpdate: false });
    desk.type({ place: picked.building.title });
  };
  const choosePlace = (chosen: MatterPlace | undefined) => {
    if (chosen) keepPoint(null); // the desk takes the building's own point over
    form.setFieldValue('buildingId', chosen?.kind === 'building' ? chosen.id : null, { forceUpdate: false });
    form.setFieldValue('dwellingId', chosen?.kind === 'dwelling' ? chosen.id : null, { forceUpdate: false });
    if (!chosen || chosen.gridId === null) return;
    form.setFieldValue('gridId', chosen.gridId);
    desk.type({ gridId: chosen.gridId });
  };
  const placeField = field('place');
  const subjectField = told('subject');
  return (
    <Stack gap="sm">
      <TextInput {...subjectField} onBlur={(event) => { subjectField.onBlur?.(event); takeProposal(); }} key={form.key('subject')} required maxLength={100} data-autofocus placeholder={formatMessage({ id: 'matters.subject-hint' })} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Autocomplete
          {...placeField}
          key={form.key('place')}
          maxLength={200}
          placeholder={formatMessage({ id: 'matters.place-hint' })}
          data={[...new Set(desk.places.map((one) => one.label))]}
          filter={({ options }) => options}
          renderOption={({ option }) => <Group gap="xs" justify="space-between" w="100%"><span>{option.value}</span><Text size="xs" c="dimmed">{desk.places.find((one) => one.label === option.value)?.gridName}</Text></Group>}
          comboboxProps={{ transitionProps: { duration: 0 } }}
          onChange={(text: string) => { placeField.onChange(text); desk.type({ place: text }); choosePlace(desk.places.find((one) => one.label === text)); }}
        />
        <PickSelect kind="grid" options={grids} clearable {...field('gridId')} key={form.key('gridId')} placeholder={formatMessage({ id: 'matters.grid-hint' })} />
      </SimpleGrid>
      <PointField point={point} onPoint={pickPoint} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <CodeSelect {...field('kind')} key={form.key('kind')} table="matter-kind" required onChange={chooseKind} />
        <CodeSelect {...field('channel')} key={form.key('channel')} table="matter-channel" required isFixed onChange={(code) => form.setFieldValue('channel', code)} />
      </SimpleGrid>
      {desk.kinds.some((one) => one.kind !== form.getValues().kind) && (
        <Group gap="xs" role="group" aria-label={formatMessage({ id: 'matters.suggested' })}>
          <Text size="sm" c="dimmed"><FormattedMessage id="matters.suggested" /></Text>
          {desk.kinds.filter((one) => one.kind !== form.getValues().kind).map((one) => <Button key={one.kind} size="compact-sm" variant="default" onClick={() => chooseKind(one.kind)}>{kindOf(one.kind)} → {formatMessage({ id: messageId(`matters.unit.${one.station}`) })}</Button>)}
        </Group>
      )}
      {isNew && <ListedTasks text={desk.asked.subject} isFromAbove={channel === 'department' || channel === 'superior'} />}
      {desk.alike.length > 0 && <Duplicates found={desk.alike} />}
      {(channel === 'department' || channel === 'superior') && isNew && (
        <PickSelect kind="matter-unit" label={label('fromUnit')} {...form.getInputProps('fromUnit')} key={form.key('fromUnit')} options={units.filter((unit) => unit.kind === channel).map((unit) => ({ value: unitKey(unit), label: unitWords(intl, unit) }))} clearable />
      )}
      <PartyFields record={record} chosenName={personName} phoneHint={phoneHint} />
      <Textarea {...told('content')} key={form.key('content')} autosize minRows={2} maxLength={3000} />
      <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm">
        <PickSelect kind="matter-level" {...field('level')} key={form.key('level')} allowDeselect={false} options={matterLevels.map((value) => ({ value, label: formatMessage({ id: `matters.level.${value}` }) }))} />
        <PickSelect kind="matter-scale" {...field('scale')} key={form.key('scale')} allowDeselect={false} options={matterScales.map((value) => ({ value, label: formatMessage({ id: `matters.scale.${value}` }) }))} />
        <DayInput {...field('occurredOn')} key={form.key('occurredOn')} />
        <NumberInput label={label('peopleCount')} error={form.errors['peopleCount']} key={form.key('peopleCount')} min={0} allowDecimal={false} defaultValue={form.getValues().peopleCount ?? ''} onChange={(count) => form.setFieldValue('peopleCount', typeof count === 'number' ? count : null, { forceUpdate: false })} />
        <NumberInput label={label('amountFen')} error={form.errors['amountFen']} key={form.key('amountFen')} min={0} decimalScale={2} thousandSeparator="," defaultValue={amountFen === null ? '' : amountFen / FEN_IN_YUAN} onChange={(yuan) => form.setFieldValue('amountFen', typeof yuan === 'number' ? Math.round(yuan * FEN_IN_YUAN) : null, { forceUpdate: false })} />
      </SimpleGrid>
      {isNew && <Checkbox {...form.getInputProps('isDraft', { type: 'checkbox' })} key={form.key('isDraft')} label={formatMessage({ id: 'matters.as-draft' })} />}
    </Stack>
  );
}
