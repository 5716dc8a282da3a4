import { MultiSelect, NumberInput, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { LookupSelect } from '#renderer/components/record-form/LookupSelect.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm, type RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import { asksOf, isDirectlyBelow, LEVEL_OF, type Asked, type MatterMove } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { matterMoveInputSchema } from '#shared/modules/grid/matters/matter-move.schema.ts';
import { matterFilterSchema, type MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import { unitKey, unitWords } from '../matter-words.ts';
import { callOf, firstValues, type MoveCall, type MoveValues } from './move-values.ts';

type MoveDrawerProps = { readonly matter: MatterSheet; readonly move: MatterMove; readonly onRefresh: () => void; readonly onClosed: () => void };

/** One step and what it asks for. When somebody else was faster the sheet behind is read again and the words stay. */
export function MoveDrawer({ matter, move, onRefresh, onClosed }: MoveDrawerProps) {
  const { formatMessage } = useIntl();
  const labelOf = (field: string): string => formatMessage({ id: messageId(`matters.ask.${field}`) });
  const record = useRecordForm<MoveValues, MoveCall, MatterSheet>({
    draftKey: `matter-move/${matter.id}/${move}`, initialValues: firstValues(matter), inputOf: (values) => callOf(matter, move, values), schema: matterMoveInputSchema, save: api.grid.moveMatter(), onSaved: () => undefined,
    fieldOf: ({ code }) => (code === 'matter/unit-ended' || code === 'matter/skip-level' ? 'unit' : code === 'matter/until-not-ahead' || code === 'matter/until-too-far' ? 'until' : code === 'matter/merge-target-gone' || code === 'matter/merge-into-itself' ? 'intoId' : null),
  });
  const isLate = record.refusal?.failure.code === 'record/conflict';
  useEffect(() => {
    if (isLate) onRefresh();
  }, [isLate, onRefresh]);
  const verb = formatMessage({ id: messageId(`matters.move.${move}`) });
  return (
    <RecordDrawer title={`${verb} · ${matter.number}`} saveLabel={verb} record={record} labelOf={labelOf} onClosed={onClosed} size="32rem">
      <Stack gap="sm">
        {move === 'grant-extension' && <Text size="sm"><FormattedMessage id="matters.asked-days" values={{ days: matter.askedDays }} /></Text>}
        <MoveFields matter={matter} move={move} record={record} labelOf={labelOf} />
      </Stack>
    </RecordDrawer>
  );
}

type FieldsProps = { readonly matter: MatterSheet; readonly move: MatterMove; readonly record: RecordForm<MoveValues>; readonly labelOf: (field: string) => string };

function MoveFields({ matter, move, record: { form }, labelOf }: FieldsProps) {
  const { formatMessage } = useIntl();
  const asks = (asked: Asked): boolean => asksOf(move).includes(asked);
  const field = (name: keyof MoveValues) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const mustSay = asks('reason') || asks('result');
  const textLabel = asks('result') ? labelOf('result') : move === 'note' ? labelOf('progress') : move === 'join' ? labelOf('minutes') : asks('reason') ? labelOf('reason') : labelOf('text');
  return (
    <>
      {asks('unit') && <UnitField matter={matter} move={move} field={field('unit')} key={form.key('unit')} />}
      {asks('others') && <OthersField field={field('others')} key={form.key('others')} />}
      {asks('owner') && <OwnerField field={field('ownerId')} key={form.key('ownerId')} />}
      {asks('into') && <IntoField matter={matter} label={labelOf('intoId')} error={form.errors['intoId']} onChange={(id) => form.setFieldValue('intoId', id, { forceUpdate: false })} />}
      {asks('days') && <NumberInput {...field('days')} key={form.key('days')} min={1} max={60} allowDecimal={false} required data-autofocus onChange={(days) => form.setFieldValue('days', typeof days === 'number' ? days : null, { forceUpdate: false })} />}
      {asks('until') && <DayInput {...field('until')} key={form.key('until')} required data-autofocus />}
      {asks('rating') && <Choice label={labelOf('rating')} values={['3', '2', '1']} words={(value) => formatMessage({ id: messageId(`matters.rating.${value}`) })} first="3" onChange={(value) => form.setFieldValue('rating', Number(value), { forceUpdate: false })} />}
      {asks('card') && <Choice label={labelOf('card')} values={['ordinary', 'yellow', 'red']} words={(value) => formatMessage({ id: messageId(`matters.card.${value}`) })} first={form.getValues().card ?? 'ordinary'} onChange={(value) => form.setFieldValue('card', value === 'red' ? 'red' : value === 'yellow' ? 'yellow' : 'ordinary', { forceUpdate: false })} />}
      <Textarea {...form.getInputProps('text')} label={textLabel} key={form.key('text')} required={mustSay} autosize minRows={3} maxLength={1000} {...(!asks('unit') && !asks('days') && !asks('until') && { 'data-autofocus': true })} />
    </>
  );
}

type InputProps = { readonly label: string } & Readonly<Record<string, unknown>>;

/** Where a matter can go from here: to the level below when it is handed on, else to grids, stations and departments; urgent matters anywhere. */
function UnitField({ matter, move, field }: { readonly matter: MatterSheet; readonly move: MatterMove; readonly field: InputProps }) {
  const intl = useIntl();
  const { data = [] } = useQuery(api.grid.listMatterUnits({}));
  const maySkip = matter.level === 'urgent' || matter.level === 'major-urgent';
  const fits = data.filter((unit) => (move === 'assign' ? isDirectlyBelow(unit.kind, matter.unitKind) || (maySkip && LEVEL_OF[unit.kind] < LEVEL_OF[matter.unitKind]) : maySkip || LEVEL_OF[unit.kind] <= LEVEL_OF.station));
  return <PickSelect kind="matter-unit" {...field} required data-autofocus options={fits.map((unit) => ({ value: unitKey(unit), label: unitWords(intl, unit) }))} />;
}

function OthersField({ field }: { readonly field: InputProps }) {
  const intl = useIntl();
  const { data = [] } = useQuery(api.grid.listMatterUnits({}));
  return <MultiSelect {...field} required searchable data={data.map((unit) => ({ value: unitKey(unit), label: unitWords(intl, unit) }))} comboboxProps={{ transitionProps: { duration: 0 } }} />;
}

function OwnerField({ field }: { readonly field: InputProps }) {
  const { data = [] } = useQuery(api.grid.listMatterOwners({}));
  return <PickSelect kind="matter-owner" {...field} required data-autofocus options={data.map(({ id, name }) => ({ value: id, label: name }))} />;
}

const PAUSE_MS = 200;
const CANDIDATES = 12;
const BY_DUE = { field: 'dueOn', direction: 'asc' } as const;

function IntoField({ matter, label, error, onChange }: { readonly matter: MatterSheet; readonly label: string; readonly error: unknown; readonly onChange: (id: string | null) => void }) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, PAUSE_MS);
  const isTyped = asked.trim() !== '';
  const near = useQuery({ ...api.grid.findMatterDuplicates({ subject: matter.subject, place: matter.place, gridId: matter.gridId, kind: matter.kind, exceptId: matter.id }), enabled: !isTyped });
  const found = useQuery({ ...api.grid.listMatters({ filter: matterFilterSchema.parse({ text: asked.slice(0, 60) }), sort: BY_DUE, limit: CANDIDATES }), enabled: isTyped, placeholderData: keepPreviousData });
  const rows = isTyped ? (found.data ?? []) : (near.data ?? []).map(({ row }) => row);
  return <LookupSelect label={label} required error={typeof error === 'string' ? error : undefined} data-autofocus found={rows.filter(({ id }) => id !== matter.id).map((row) => ({ value: row.id, label: [row.number, row.subject, row.place].filter(Boolean).join(' · ') }))} onLookUp={setText} chosen={null} onChange={onChange} />;
}

type ChoiceProps = { readonly label: string; readonly values: readonly string[]; readonly words: (value: string) => string; readonly first: string; readonly onChange: (value: string) => void };

function Choice({ label, values, words, first, onChange }: ChoiceProps) {
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>{label}</Text>
      <SegmentedControl aria-label={label} data={values.map((value) => ({ value, label: words(value) }))} defaultValue={first} onChange={onChange} transitionDuration={0} />
    </Stack>
  );
}
