import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ComponentType, ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import type { PickerProps } from './pickers.tsx';

const FEN_IN_YUAN = 100;
const MINUTES_IN_HOUR = 60;

type Base<V> = { readonly name: keyof V & string; readonly required?: boolean; readonly focus?: boolean; /** Takes the whole line. */ readonly wide?: boolean; readonly hint?: string };
/** A field of a record as it is typed: what kind of value, and how it is limited. Money is kept in fen and typed in yuan, minutes are typed as hours. */
export type FieldSpec<V> = Base<V> &
  (
    | { readonly kind: 'text' | 'area'; readonly max: number }
    | { readonly kind: 'day' | 'check' | 'money' | 'hours' }
    | { readonly kind: 'whole'; readonly least?: number }
    | { readonly kind: 'code'; readonly table: string }
    /** `words` is the first part of the options' words. */
    | { readonly kind: 'choice'; readonly values: readonly string[]; readonly words: string }
    | { readonly kind: 'yes-no' }
    | { readonly kind: 'picker'; readonly picker: ComponentType<PickerProps> }
    | { readonly kind: 'own'; readonly render: () => ReactNode }
  );

type FieldProps<V extends Record<string, unknown>> = { readonly form: UseFormReturnType<V>; readonly spec: FieldSpec<V>; /** First part of the fields' words: `<words>.field.<name>`. */ readonly words: string };

/** One field of a typed record. */
export function TypedField<V extends Record<string, unknown>>({ form, spec, words }: FieldProps<V>): ReactNode {
  const { formatMessage } = useIntl();
  const { name, required = false, focus = false, hint } = spec;
  const label = formatMessage({ id: messageId(`${words}.field.${name}`) });
  const described = hint === undefined ? {} : { description: formatMessage({ id: messageId(hint) }) };
  const common = { label, ...described, ...form.getInputProps(name), required, ...(focus && { 'data-autofocus': true }) };
  const key = form.key(name);
  const put = (value: unknown): void => form.setFieldValue(name, value as never, { forceUpdate: false }); // the field's own type, as its spec says
  switch (spec.kind) {
    case 'text':
      return <TextInput key={key} {...common} maxLength={spec.max} />;
    case 'area':
      return <Textarea key={key} {...common} autosize minRows={2} maxLength={spec.max} />;
    case 'day':
      return <DayInput key={key} {...common} />;
    case 'check':
      return <Checkbox key={key} label={label} {...described} {...form.getInputProps(name, { type: 'checkbox' })} mt="xs" />;
    case 'money':
    case 'hours': {
      const unit = spec.kind === 'money' ? FEN_IN_YUAN : MINUTES_IN_HOUR;
      const stored = form.getValues()[name];
      return <NumberInput key={key} label={label} {...described} required={required} {...(focus && { 'data-autofocus': true })} error={form.errors[name]} min={0} decimalScale={2} thousandSeparator="," defaultValue={typeof stored === 'number' ? Math.round((stored / unit) * 100) / 100 : ''} onChange={(typed) => put(typeof typed === 'number' ? Math.round(typed * unit) : null)} />;
    }
    case 'whole':
      return <NumberInput key={key} {...common} min={spec.least ?? 0} allowDecimal={false} />;
    case 'code':
      return <CodeSelect key={key} {...common} table={spec.table} />;
    case 'choice':
      return <Select key={key} {...common} data={spec.values.map((value) => ({ value, label: formatMessage({ id: messageId(`${spec.words}.${value}`) }) }))} allowDeselect={false} comboboxProps={{ transitionProps: { duration: 0 } }} />;
    case 'yes-no': {
      const stored = form.getValues()[name];
      return <Select key={key} label={label} {...described} error={form.errors[name]} clearable data={(['yes', 'no'] as const).map((value) => ({ value, label: formatMessage({ id: `common.${value}` }) }))} defaultValue={stored === null ? null : stored === true ? 'yes' : 'no'} onChange={(value) => put(value === null ? null : value === 'yes')} comboboxProps={{ transitionProps: { duration: 0 } }} />;
    }
    case 'picker': {
      const Picker = spec.picker;
      return <Picker key={key} {...common} />;
    }
    case 'own':
      return spec.render();
  }
}
