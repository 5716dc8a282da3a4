import { Select, Stack, Text } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FieldName } from './use-field-names.ts';

type MissingFieldsProps = { fields: readonly FieldName[]; values: ReadonlyMap<string, string>; isReadOnly: boolean; onChange: (field: string, text: string) => void };

/** What the table has no column for although records cannot be without it: one value stands for every row. */
export function MissingFields({ fields, values, isReadOnly, onChange }: MissingFieldsProps) {
  const { formatMessage } = useIntl();
  return (
    <Stack gap="xs" component="section" aria-label={formatMessage({ id: 'imports.missing.title' })}>
      <Text size="sm" fw={600}><FormattedMessage id="imports.missing.title" /></Text>
      <Text size="xs" c="dimmed"><FormattedMessage id="imports.missing.about" /></Text>
      {fields.map(({ value: field, label, choices }) => (
        <Select key={field} size="xs" label={label} withAsterisk searchable clearable disabled={isReadOnly} placeholder={formatMessage({ id: 'imports.missing.choose' })} data={[...choices]} value={values.get(field) ?? null} onChange={(text) => onChange(field, text ?? '')} />
      ))}
    </Stack>
  );
}
