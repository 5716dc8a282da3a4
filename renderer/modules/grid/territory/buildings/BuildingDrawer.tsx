import { NumberInput, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { buildingChangeSchema, buildingDraftSchema, type Building } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import { buildingPlace } from '../../places.ts';
import { useGridOptions } from '../use-grid-options.ts';
import { changeOf, draftOf, emptyBuilding, valuesOf, type BuildingValues } from './building-values.ts';

function fieldOf({ code }: Failure): keyof BuildingValues | null {
  if (code === 'building/name-taken') return 'name';
  if (code === 'building/half-a-point') return 'latMicro';
  return code === 'person/grid-out-of-scope' ? 'gridId' : null;
}

/** A new building; after saving its sheet opens. */
export function NewBuildingDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const goTo = useGoTo();
  const record = useRecordForm({ draftKey: 'building/new', initialValues: emptyBuilding, inputOf: draftOf, schema: buildingDraftSchema, save: api.grid.createBuilding(), fieldOf, onSaved: ({ id }) => goTo(buildingPlace(id)), nextValues: ({ estateId, address, floors, units, gridId }) => ({ ...emptyBuilding, estateId, address, floors, units, gridId }) });
  return <RecordDrawer title={formatMessage({ id: 'buildings.building-new' })} record={record} labelOf={labelOf} onClosed={onClosed} size="38rem"><BuildingFields form={record.form} isNew /></RecordDrawer>;
}

export function EditBuildingById({ id, onClosed }: { readonly id: string; readonly onClosed: () => void }) {
  const { data, error } = useQuery(api.grid.getBuilding({ id }));
  return data ? <EditBuildingDrawer building={data} onClosed={onClosed} /> : <ErrorNote error={error} />;
}

export function EditBuildingDrawer({ building, onClosed }: { readonly building: Building; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const record = useRecordForm({ draftKey: `building/${building.id}`, initialValues: valuesOf(building), inputOf: (values) => changeOf(building, values), schema: buildingChangeSchema, save: api.grid.updateBuilding(), fieldOf, onSaved: () => undefined });
  return <RecordDrawer title={formatMessage({ id: 'buildings.building-edit' }, { name: building.name })} record={record} labelOf={labelOf} onClosed={onClosed} size="38rem"><BuildingFields form={record.form} isNew={false} /></RecordDrawer>;
}

/** As many estates as can be chosen from; a community has far fewer. */
const ESTATES = 500;

function BuildingFields({ form, isNew }: { readonly form: UseFormReturnType<BuildingValues>; readonly isNew: boolean }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const grids = useGridOptions();
  const estates = useQuery(api.grid.listEstates({ limit: ESTATES }));
  const estateOptions = useMemo(() => (estates.data ?? []).map(({ id, name }) => ({ value: id, label: name })), [estates.data]);
  const field = (name: keyof BuildingValues) => ({ label: labelOf(name), ...form.getInputProps(name) });
  const number = (name: keyof BuildingValues, limits: { readonly min: number; readonly max: number; readonly decimalScale: number }) => <NumberInput {...field(name)} key={form.key(name)} {...limits} clampBehavior="none" hideControls allowNegative={limits.min < 0} />;
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <PickSelect kind="estate" {...field('estateId')} key={form.key('estateId')} options={estateOptions} clearable />
        <TextInput {...field('name')} key={form.key('name')} required maxLength={40} placeholder="3幢" data-autofocus />
      </SimpleGrid>
      <TextInput {...field('address')} key={form.key('address')} maxLength={200} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        {isNew && <PickSelect kind="grid" {...field('gridId')} key={form.key('gridId')} options={grids} clearable />}
        {number('floors', { min: 1, max: 200, decimalScale: 0 })}
        {number('units', { min: 1, max: 50, decimalScale: 0 })}
        <TextInput {...field('headName')} key={form.key('headName')} maxLength={50} />
        <CodeSelect {...field('headSex')} key={form.key('headSex')} table="sex" isFixed />
        <DayInput {...field('headBirthOn')} key={form.key('headBirthOn')} />
        <CodeSelect {...field('headPolitical')} key={form.key('headPolitical')} table="political" />
        <CodeSelect {...field('headEducation')} key={form.key('headEducation')} table="education" />
        <TextInput {...field('headPhone')} key={form.key('headPhone')} description={formatMessage({ id: 'buildings.head-phone-hint' })} maxLength={40} inputMode="tel" />
        {number('lngMicro', { min: -180, max: 180, decimalScale: 6 })}
        {number('latMicro', { min: -90, max: 90, decimalScale: 6 })}
      </SimpleGrid>
      <Textarea {...field('note')} key={form.key('note')} autosize minRows={2} maxLength={300} />
    </Stack>
  );
}

function useLabelOf(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => formatMessage({ id: messageId(`building.field.${field}`) });
}
