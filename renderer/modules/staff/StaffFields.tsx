import { Checkbox, MultiSelect, NumberInput, SimpleGrid, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { LookupSelect } from '#renderer/components/record-form/LookupSelect.tsx';
import { PickSelect } from '#renderer/components/record-form/PickSelect.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { fenOf, yuanOf } from './fen.ts';
import { useMemberLookup, usePostOptions, useStaffGrids } from './use-staff-options.ts';

type Option = { readonly value: string; readonly label: string };
type Kind =
  | { readonly kind: 'text' | 'area' | 'day' | 'yes' | 'grid' | 'post' | 'yuan' | 'tags' }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'code' | 'codes'; readonly table: string }
  | { readonly kind: 'pick'; readonly options: readonly Option[] }
  | { readonly kind: 'member'; readonly chosen: Option | null };
export type StaffField<V> = Kind & { readonly name: keyof V & string; readonly required?: boolean; readonly first?: boolean; readonly max?: number; readonly hint?: string; readonly wide?: boolean };

type StaffFieldsProps<V extends Record<string, unknown>> = { readonly form: UseFormReturnType<V>; readonly labelOf: (field: string) => string; readonly fields: readonly StaffField<V>[]; readonly children?: ReactNode };

/** Labels of a kind of record, from `<entity>.field.<name>`, the same words its history uses. */
export function useFieldLabels(entity: string): (field: string) => string {
  const { formatMessage } = useIntl();
  return (field) => formatMessage({ id: messageId(`${entity}.field.${field}`) });
}

/** The fields of a record of this module, one beside the other; long texts take the whole width. */
export function StaffFields<V extends Record<string, unknown>>({ form, labelOf, fields, children }: StaffFieldsProps<V>) {
  const isWide = ({ kind, wide }: StaffField<V>): boolean => wide === true || kind === 'area';
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        {fields.filter((field) => !isWide(field)).map((field) => <StaffInput key={field.name} form={form} field={field} label={labelOf(field.name)} />)}
      </SimpleGrid>
      {fields.filter(isWide).map((field) => <StaffInput key={field.name} form={form} field={field} label={labelOf(field.name)} />)}
      {children}
    </Stack>
  );
}

type StaffInputProps<V extends Record<string, unknown>> = { readonly form: UseFormReturnType<V>; readonly field: StaffField<V>; readonly label: string };

function StaffInput<V extends Record<string, unknown>>({ form, field, label }: StaffInputProps<V>) {
  const { name } = field;
  const shared = { label, ...(field.required && { required: true }), ...(field.first && { 'data-autofocus': true }), ...(field.hint !== undefined && { description: field.hint }) };
  const input = form.getInputProps(name);
  const key = form.key(name);
  switch (field.kind) {
    case 'text':
      return <TextInput {...shared} {...input} key={key} maxLength={field.max ?? 100} />;
    case 'area':
      return <Textarea {...shared} {...input} key={key} autosize minRows={2} maxLength={field.max ?? 300} />;
    case 'day':
      return <DayInput {...shared} {...input} key={key} />;
    case 'yes':
      return <Checkbox {...shared} {...form.getInputProps(name, { type: 'checkbox' })} key={key} mt={26} />;
    case 'number':
      return <NumberInput {...shared} {...input} key={key} allowDecimal={false} min={field.min ?? 0} {...(field.max !== undefined && { max: field.max })} />;
    case 'yuan':
      return <NumberInput {...shared} key={key} error={form.errors[name]} min={0} decimalScale={2} thousandSeparator="," defaultValue={yuanOf(Number(form.getValues()[name] ?? 0))} onChange={(yuan) => form.setFieldValue(name, fenOf(yuan) as never, { forceUpdate: false })} />; // a field of fen
    case 'tags':
      return <TagsInput {...shared} {...input} key={key} clearable />;
    case 'code':
      return <CodeSelect {...shared} {...input} key={key} table={field.table} isFixed={field.required === true} />;
    case 'codes':
      return <CodesInput shared={shared} input={input} inputKey={key} table={field.table} />;
    case 'pick':
      return <PickSelect {...shared} {...input} key={key} kind={`pick/${name}`} options={field.options} clearable={!field.required} allowDeselect={!field.required} />;
    case 'grid':
      return <GridInput shared={shared} input={input} inputKey={key} />;
    case 'post':
      return <PostInput shared={shared} input={input} inputKey={key} />;
    case 'member':
      return <MemberInput shared={shared} input={input} inputKey={key} chosen={field.chosen} />;
  }
}

type PartProps = { readonly shared: { readonly label: string }; readonly input: Record<string, unknown>; readonly inputKey: string };

function CodesInput({ shared, input, inputKey, table }: PartProps & { readonly table: string }) {
  const { options } = useCodes(table);
  return <MultiSelect {...shared} {...input} key={inputKey} data={[...options]} searchable clearable comboboxProps={{ transitionProps: { duration: 0 } }} />;
}
function GridInput({ shared, input, inputKey }: PartProps) {
  return <PickSelect {...shared} {...input} key={inputKey} kind="grid" options={useStaffGrids()} clearable />;
}
function PostInput({ shared, input, inputKey }: PartProps) {
  return <PickSelect {...shared} {...input} key={inputKey} kind="post" options={usePostOptions()} />;
}
function MemberInput({ shared, input, inputKey, chosen }: PartProps & { readonly chosen: Option | null }) {
  const { found, lookUp } = useMemberLookup();
  return <LookupSelect {...shared} {...input} key={inputKey} found={found} onLookUp={lookUp} chosen={chosen} />;
}
