import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ColumnMatch, ImportColumn } from '#shared/kernel/imports/imports.contract.ts';
import { columnLetter } from './import-cells.ts';
import type { FieldName } from './use-field-names.ts';

type ImportColumnChoiceProps = {
  column: ImportColumn;
  value: string | null;
  isAnswered: boolean;
  fields: readonly FieldName[];
  taken: ReadonlySet<string>;
  isReadOnly: boolean;
  onChange: (field: string | null) => void;
};

/** One column: what it fills, why that is proposed and how certain, and what else it could be. */
export function ImportColumnChoice({ column, value, isAnswered, fields, taken, isReadOnly, onChange }: ImportColumnChoiceProps) {
  const { formatMessage } = useIntl();
  const { index, title, required, match } = column;
  const asks = match?.asks === true && !isAnswered;
  const name = title.split('\n')[0] ?? '';
  return (
    <Stack gap={4} data-asks={asks || undefined}>
      <Select
        size="xs"
        label={columnLetter(index) === name ? name : `${columnLetter(index)} · ${name}`}
        placeholder={formatMessage({ id: 'imports.columns.aside' })}
        withAsterisk={required}
        searchable
        clearable
        disabled={isReadOnly}
        leftSection={asks ? <IconHelpCircle size={14} aria-hidden /> : undefined}
        value={value}
        data={fields.map(({ value: field, label }) => ({ value: field, label, disabled: field !== value && taken.has(field) }))}
        onChange={onChange}
      />
      {match && <Reason match={match} />}
      {asks && !isReadOnly && (
        <Group gap={4}>
          {match.alternatives.filter(({ field }) => !taken.has(field)).map(({ field, certainty }) => (
            <Button key={field} size="compact-xs" variant="default" onClick={() => onChange(field)}>
              <FormattedMessage id="imports.columns.alternative" values={{ field: fields.find((known) => known.value === field)?.label ?? field, certainty }} />
            </Button>
          ))}
          <Button size="compact-xs" variant="default" onClick={() => onChange(null)}><FormattedMessage id="imports.columns.keep-aside" /></Button>
        </Group>
      )}
    </Stack>
  );
}

function Reason({ match }: { match: ColumnMatch }) {
  return (
    <Text size="xs" c="dimmed">
      <FormattedMessage id={`imports.match.${match.how}`} />
      {match.share !== null && match.how !== 'chosen' && match.how !== 'remembered' && <> · <FormattedMessage id="imports.match.share" values={{ share: match.share }} /></>}
      {match.certainty > 0 && match.certainty < 100 && <> · <FormattedMessage id="imports.match.certainty" values={{ certainty: match.certainty }} /></>}
    </Text>
  );
}
