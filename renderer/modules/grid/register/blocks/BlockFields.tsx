import { Fieldset, NumberInput, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/index.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { blockTables, fieldsAsked, maskedBlockFields, type BlockField } from '#shared/modules/grid/register/blocks/block.schema.ts';
import type { PersonValues } from '../person-values.ts';

const MASKED: ReadonlySet<string> = new Set(maskedBlockFields);
const LONG: ReadonlySet<string> = new Set(['difficulties', 'helpGiven']);
const FEN_IN_YUAN = 100;

/** What is asked beyond the common block, for the category chosen just now. */
export function BlockFields({ form }: { readonly form: UseFormReturnType<PersonValues> }) {
  const { data: settings } = useQuery(api.settings.getSettings({}));
  const [category, setCategory] = useState(() => form.getValues().category);
  form.watch('category', ({ value }) => setCategory(value));
  const sensitive = settings?.sensitiveFields ?? false;
  const fields = fieldsAsked(category, sensitive);
  return (
    <Fieldset legend={<FormattedMessage id="blocks.section" />} variant="unstyled">
      <Stack gap="sm">
        <Text size="sm" c="dimmed"><FormattedMessage id={sensitive ? 'blocks.sensitive-on' : 'blocks.sensitive-off'} /></Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          {fields.map((field) => <BlockInput key={field} form={form} field={field} />)}
        </SimpleGrid>
      </Stack>
    </Fieldset>
  );
}

function BlockInput({ form, field }: { readonly form: UseFormReturnType<PersonValues>; readonly field: BlockField }) {
  const { formatMessage } = useIntl();
  const path = `block.${field}` as const;
  const key = form.key(path);
  const props = { label: formatMessage({ id: messageId(`blocks.field.${field}`) }), ...form.getInputProps(path) };
  const table = blockTables[field];
  if (table !== undefined) return <CodeSelect {...props} key={key} table={table} />;
  if (field.endsWith('On')) return <DayInput {...props} key={key} />;
  if (field === 'incomeFen' || field === 'familyIncomeFen') {
    const stored = form.getValues().block[field];
    return (
      <NumberInput
        label={props.label}
        key={key}
        min={0}
        decimalScale={2}
        thousandSeparator=","
        defaultValue={stored === null ? '' : stored / FEN_IN_YUAN}
        onChange={(yuan) => form.setFieldValue(path, typeof yuan === 'number' ? Math.round(yuan * FEN_IN_YUAN) : null, { forceUpdate: false })}
      />
    );
  }
  if (LONG.has(field)) return <Textarea {...props} key={key} autosize minRows={2} maxLength={300} />;
  return <TextInput {...props} key={key} autoComplete="off" maxLength={field === 'familyWorkplace' ? 100 : field === 'health' || field === 'familyHealth' ? 60 : 40} {...(MASKED.has(field) && form.getValues().block[field] !== '' && { description: formatMessage({ id: 'blocks.masked-hint' }) })} />;
}
