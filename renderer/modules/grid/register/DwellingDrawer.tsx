import { Checkbox, NumberInput, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import { RecordDrawer } from '#renderer/components/record-form/RecordDrawer.tsx';
import { useRecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { messageId } from '#renderer/i18n/messages.ts';
import type { Failure } from '#shared/errors/app-error.ts';
import { dwellingChangeSchema, dwellingDraftSchema, type DwellingSheet } from '#shared/modules/grid/register/dwelling.schema.ts';
import { buildingPlace, dwellingPlace } from '../places.ts';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { changeOf, draftOf, emptyDwelling, nextDwelling, valuesOf, type DwellingValues } from './dwelling-values.ts';

const fieldOf = ({ code }: Failure): keyof DwellingValues | null => (code === 'person/grid-out-of-scope' || code === 'dwelling/grid-of-building' ? 'gridId' : null);

/** A new dwelling; after saving its sheet opens. */
export function NewDwellingDrawer({ onClosed }: { readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const goTo = useGoTo();
  const record = useRecordForm({
    draftKey: 'dwelling/new',
    initialValues: emptyDwelling,
    inputOf: draftOf,
    schema: dwellingDraftSchema,
    save: api.grid.createDwelling(),
    fieldOf,
    onSaved: ({ id }) => goTo(dwellingPlace(id)),
    nextValues: nextDwelling,
  });
  return (
    <RecordDrawer title={formatMessage({ id: 'register.dwelling-new' })} record={record} labelOf={labelOf} onClosed={onClosed} size="38rem">
      <DwellingFields form={record.form} dwelling={null} />
    </RecordDrawer>
  );
}

export function EditDwellingById({ id, onClosed }: { readonly id: string; readonly onClosed: () => void }) {
  const { data, error } = useQuery(api.grid.getDwelling({ id }));
  return data ? <EditDwellingDrawer dwelling={data} onClosed={onClosed} /> : <ErrorNote error={error} />;
}

export function EditDwellingDrawer({ dwelling, onClosed }: { readonly dwelling: DwellingSheet; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const record = useRecordForm({
    draftKey: `dwelling/${dwelling.id}`,
    initialValues: valuesOf(dwelling),
    inputOf: (values) => changeOf(dwelling, values),
    schema: dwellingChangeSchema,
    save: api.grid.updateDwelling(),
    fieldOf,
    onSaved: () => undefined,
  });
  return (
    <RecordDrawer title={formatMessage({ id: 'register.dwelling-edit' })} record={record} labelOf={labelOf} onClosed={onClosed} size="38rem">
      <DwellingFields form={record.form} dwelling={dwelling} />
    </RecordDrawer>
  );
}

type DwellingFieldsProps = { readonly form: UseFormReturnType<DwellingValues>; readonly dwelling: DwellingSheet | null };

function DwellingFields({ form, dwelling }: DwellingFieldsProps) {
  const { formatMessage } = useIntl();
  const labelOf = useLabelOf();
  const grids = useGridOptions();
  const field = (name: keyof DwellingValues) => ({ label: labelOf(name), key: form.key(name), ...form.getInputProps(name) });
  const masked = dwelling?.ownerPhoneMasked ?? '';
  const number = ({ key, ...props }: ReturnType<typeof field>, limits: { readonly min: number; readonly max: number; readonly decimalScale: number }) => <NumberInput key={key} {...props} {...limits} clampBehavior="none" hideControls allowNegative={false} />;
  const text = ({ key, ...props }: ReturnType<typeof field>, maxLength: number) => <TextInput key={key} {...props} maxLength={maxLength} />;
  const code = ({ key, ...props }: ReturnType<typeof field>, table: string) => <CodeSelect key={key} {...props} table={table} />;
  const { key: addressKey, ...address } = field('address');
  const { key: gridKey, ...grid } = field('gridId');
  const { key: phoneKey, ...phone } = field('ownerPhone');
  const { key: noteKey, ...note } = field('note');
  return (
    <Stack gap="sm">
      <TextInput key={addressKey} {...address} required maxLength={200} data-autofocus />
      {text(field('certificateAddress'), 200)}
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        {text(field('estate'), 60)}
        {text(field('building'), 20)}
        {text(field('unit'), 20)}
        {text(field('floor'), 10)}
        {text(field('room'), 20)}
        {text(field('dwellingNo'), 40)}
        <PickSelect kind="grid" key={gridKey} {...grid} options={grids} clearable {...(dwelling && { description: <OfBuilding dwellingId={dwelling.id} /> })} />
        {code(field('category'), 'dwelling-category')}
        {code(field('use'), 'dwelling-use')}
        {code(field('structure'), 'dwelling-structure')}
        {number(field('areaCentiares'), { min: 0, max: 1_000_000, decimalScale: 2 })}
        {number(field('rooms'), { min: 1, max: 500, decimalScale: 0 })}
        {number(field('builtYear'), { min: 1800, max: 2100, decimalScale: 0 })}
        {text(field('ownerName'), 50)}
        <Stack gap={6}>
          <TextInput
            key={phoneKey}
            {...phone}
            label={dwelling ? formatMessage({ id: 'register.owner-phone-change' }) : phone.label}
            {...(masked !== '' && { description: formatMessage({ id: 'register.stored-now' }, { masked }) })}
            autoComplete="off"
            inputMode="tel"
            maxLength={40}
          />
          {masked !== '' && <Checkbox key={form.key('dropOwnerPhone')} label={formatMessage({ id: 'register.phone-drop' })} {...form.getInputProps('dropOwnerPhone', { type: 'checkbox' })} />}
        </Stack>
      </SimpleGrid>
      <Textarea key={noteKey} {...note} autosize minRows={2} maxLength={300} />
    </Stack>
  );
}

/** A dwelling of a building is not moved alone; says so, and leads to where the whole building is. */
function OfBuilding({ dwellingId }: { readonly dwellingId: string }) {
  const { data: room } = useQuery(api.grid.findRoomOfDwelling({ id: dwellingId }));
  if (!room) return null;
  return <FormattedMessage id="register.grid-of-building" values={{ building: room.building, move: <PlaceLink to={`${buildingPlace(room.buildingId)}?act=move`} inherit underline="always"><FormattedMessage id="register.move-building" /></PlaceLink> }} />;
}

function useLabelOf(): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => formatMessage({ id: messageId(`register.field.${field === 'category' ? 'dwellingCategory' : field}`) });
}
