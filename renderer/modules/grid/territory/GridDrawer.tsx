import { Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { boundarySides, gridChangeSchema, gridDraftSchema, gridTypes, type Grid, type GridDraft } from '#shared/modules/grid/territory/grid.schema.ts';

const emptyGrid: GridDraft = { name: '', code: '', type: 'basic', nature: '', boundary: '', east: '', south: '', west: '', north: '', responsibleId: null, deputyId: null, boardPlace: '', startedOn: null, note: '' };

function valuesOf({ name, code, type, nature, boundary, east, south, west, north, responsibleId, deputyId, boardPlace, startedOn, note }: Grid): GridDraft {
  return { name, code, type, nature, boundary, east, south, west, north, responsibleId, deputyId, boardPlace, startedOn, note };
}

function fieldOf({ code }: Failure): keyof GridDraft | null {
  if (code === 'grid/code-taken' || code === 'grid/code-was-anothers' || code === 'grid/code-breaks-rule') return 'code';
  return code === 'grid/name-taken' ? 'name' : null;
}

/** A new grid; without a code it gets the next one of the station's rule. */
export function NewGridDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const record = useRecordForm({
    draftKey: 'grid/new',
    initialValues: emptyGrid,
    inputOf: (values) => values,
    schema: gridDraftSchema,
    save: api.grid.createGrid(),
    fieldOf,
    onSaved: () => undefined,
    nextValues: ({ type, nature }) => ({ ...emptyGrid, type, nature }),
  });
  return (
    <RecordDrawer title={formatMessage({ id: 'territory.grid-new' })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <GridFields form={record.form} grid={null} />
    </RecordDrawer>
  );
}

/** Changes a grid of which only the id is at hand. */
export function EditGridById({ id, onClosed }: { readonly id: string; readonly onClosed: () => void }) {
  const { data, error } = useQuery(api.grid.getGrid({ id }));
  return data ? <EditGridDrawer grid={data} onClosed={onClosed} /> : <ErrorNote error={error} />;
}

export function EditGridDrawer({ grid, onClosed }: { readonly grid: Grid; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const { id, version } = grid;
  const record = useRecordForm({
    draftKey: `grid/${id}`,
    initialValues: valuesOf(grid),
    inputOf: (values) => ({ ...values, id, version }),
    schema: gridChangeSchema,
    save: api.grid.updateGrid(),
    fieldOf,
    onSaved: () => undefined,
  });
  return (
    <RecordDrawer title={formatMessage({ id: 'territory.grid-edit' }, { name: grid.name })} record={record} labelOf={labelOf} onClosed={onClosed} size="34rem">
      <GridFields form={record.form} grid={grid} />
    </RecordDrawer>
  );
}

/** As many members as can be chosen from; a community has far fewer. */
const MEMBERS = 500;

type GridFieldsProps = { readonly form: UseFormReturnType<GridDraft>; readonly grid: Grid | null };

function GridFields({ form, grid }: GridFieldsProps) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const type = form.useWatchValue('type');
  const suggestion = useQuery(api.grid.suggestGridCode({ type }));
  const members = useQuery(api.staff.listGridMembers({ limit: MEMBERS }));
  const field = (name: keyof GridDraft) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const types = gridTypes.map((value) => ({ value, label: formatMessage({ id: `territory.grid-type.${value}` }) }));
  const people = useMemo(() => (members.data?.rows ?? []).map(({ id, name, phone }) => ({ value: id, label: [name, phone].filter(Boolean).join(' · ') })), [members.data]);
  const suggested = suggestion.data?.code;
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <TextInput {...field('name')} key={form.key('name')} required maxLength={50} data-autofocus />
        <Select {...field('type')} key={form.key('type')} data={types} allowDeselect={false} required comboboxProps={{ transitionProps: { duration: 0 } }} />
        <TextInput
          {...field('code')}
          key={form.key('code')}
          maxLength={20}
          {...(grid === null && suggested !== undefined && { placeholder: suggested, description: formatMessage({ id: 'territory.code-suggested' }, { code: suggested }) })}
        />
        <CodeSelect {...field('nature')} key={form.key('nature')} table="grid-nature" />
        <PickSelect kind="grid-member" {...field('responsibleId')} key={form.key('responsibleId')} options={people} clearable nothingFoundMessage={formatMessage({ id: 'territory.no-members' })} />
        <Select {...field('deputyId')} key={form.key('deputyId')} data={people} searchable clearable nothingFoundMessage={formatMessage({ id: 'territory.no-members' })} comboboxProps={{ transitionProps: { duration: 0 } }} />
        <DayInput {...field('startedOn')} key={form.key('startedOn')} />
        <TextInput {...field('boardPlace')} key={form.key('boardPlace')} maxLength={100} />
        {boundarySides.map((side) => <TextInput key={form.key(side)} {...field(side)} maxLength={60} />)}
      </SimpleGrid>
      <Textarea {...field('boundary')} key={form.key('boundary')} description={formatMessage({ id: 'territory.boundary-hint' })} autosize minRows={2} maxLength={300} />
      <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={300} />
    </Stack>
  );
}

function useLabelOf(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => formatMessage({ id: messageId(`territory.field.${field}`) });
}
