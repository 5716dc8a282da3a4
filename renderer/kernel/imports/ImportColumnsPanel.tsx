import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { columnLetter } from './import-cells.ts';
import { useFieldNames } from './use-field-names.ts';

type ImportColumnsPanelProps = { batch: ImportBatch; isReadOnly: boolean; onDone: () => void };

/** Which column of the file fills which field. The choice is remembered for the next file with these titles. */
export function ImportColumnsPanel({ batch, isReadOnly, onDone }: ImportColumnsPanelProps) {
  const { formatMessage } = useIntl();
  const fields = useFieldNames(batch.profile);
  const [chosen, setChosen] = useState<ReadonlyMap<number, string | null>>(new Map());
  const setColumns = useMutation({ ...api.imports.setColumns(), onSuccess: onDone });
  const fieldOf = (index: number, field: string | null): string | null => (chosen.has(index) ? (chosen.get(index) ?? null) : field);
  const taken = new Set(batch.columns.flatMap(({ index, field }) => fieldOf(index, field) ?? []));
  const save = () => setColumns.mutate({ batchId: batch.id, version: batch.version, columns: batch.columns.map(({ index, field }) => ({ index, field: fieldOf(index, field) })) }); // all of them: a column left out would lose its field
  if (!fields) return null;
  if (fields.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="imports.columns.fixed" /></Text>;
  return (
    <Stack gap="sm">
      <Text size="sm"><FormattedMessage id="imports.columns.intro" /></Text>
      {batch.columns.map(({ index, title, field, required }) => {
        const mine = fieldOf(index, field);
        return (
          <Select
            key={index}
            size="xs"
            label={`${columnLetter(index)} · ${title.split('\n')[0] ?? ''}`}
            placeholder={formatMessage({ id: 'imports.columns.aside' })}
            withAsterisk={required}
            searchable
            clearable
            disabled={isReadOnly}
            value={mine}
            data={fields.map(({ value, label }) => ({ value, label, disabled: value !== mine && taken.has(value) }))}
            onChange={(next) => setChosen(new Map(chosen).set(index, next))}
          />
        );
      })}
      {!isReadOnly && (
        <Group gap="xs" style={{ position: 'sticky', bottom: -12, background: 'var(--mantine-color-body)', paddingBlock: 8 }}>
          <Button size="sm" disabled={chosen.size === 0} loading={setColumns.isPending} onClick={save}><FormattedMessage id="imports.columns.save" /></Button>
          <Button size="sm" variant="default" onClick={onDone}><FormattedMessage id="common.cancel" /></Button>
        </Group>
      )}
    </Stack>
  );
}
