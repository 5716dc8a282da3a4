import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { ImportColumnChoice } from './ImportColumnChoice.tsx';
import { MissingFields } from './MissingFields.tsx';
import { useFieldNames } from './use-field-names.ts';
import classes from './import-panel.module.css';

type ImportColumnsPanelProps = { batch: ImportBatch; isReadOnly: boolean; onDone: () => void };

/** Which column of the file fills which field, and why. The choice is remembered for the next file with these titles. */
export function ImportColumnsPanel({ batch, isReadOnly, onDone }: ImportColumnsPanelProps) {
  const fields = useFieldNames(batch.profile);
  const [chosen, setChosen] = useState<ReadonlyMap<number, string | null>>(new Map());
  const [constants, setConstants] = useState<ReadonlyMap<string, string>>(new Map(batch.constants.map(({ field, text }) => [field, text])));
  const setColumns = useMutation({ ...api.imports.setColumns(), onSuccess: onDone });
  const fieldOf = (index: number, field: string | null): string | null => (chosen.has(index) ? (chosen.get(index) ?? null) : field);
  const taken = new Set(batch.columns.flatMap(({ index, field }) => fieldOf(index, field) ?? []));
  const missing = (fields ?? []).filter(({ value, essential, choices }) => essential && choices.length > 0 && !taken.has(value));
  const save = () =>
    setColumns.mutate({
      batchId: batch.id,
      version: batch.version,
      columns: batch.columns.map(({ index, field }) => ({ index, field: fieldOf(index, field) })), // all of them: a column left out would lose its field
      constants: [...constants].filter(([field, text]) => text.trim() !== '' && !taken.has(field)).map(([field, text]) => ({ field, text })),
    });
  if (!fields) return null;
  if (fields.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="imports.columns.fixed" /></Text>;
  const asking = batch.columns.filter(({ match }) => match?.asks);
  const rest = batch.columns.filter(({ match }) => !match?.asks);
  const choice = (column: (typeof batch.columns)[number]) => (
    <ImportColumnChoice key={column.index} column={column} value={fieldOf(column.index, column.field)} isAnswered={chosen.has(column.index)} fields={fields} taken={taken} isReadOnly={isReadOnly} onChange={(field) => setChosen(new Map(chosen).set(column.index, field))} />
  );
  return (
    <Stack gap="sm">
      <Text size="sm"><FormattedMessage id={asking.length > 0 ? 'imports.columns.asks' : 'imports.columns.intro'} values={{ count: asking.length }} /></Text>
      {asking.map(choice)}
      {missing.length > 0 && <MissingFields fields={missing} values={constants} isReadOnly={isReadOnly} onChange={(field, text) => setConstants(new Map(constants).set(field, text))} />}
      {asking.length > 0 && rest.length > 0 && <Text size="sm" fw={600}><FormattedMessage id="imports.columns.rest" /></Text>}
      {rest.map(choice)}
      {!isReadOnly && (
        <Group gap="xs" className={classes['foot']}>
          <Button size="sm" disabled={chosen.size === 0 && asking.length === 0 && constants.size === batch.constants.length && batch.constants.every(({ field, text }) => constants.get(field) === text)} loading={setColumns.isPending} onClick={save}><FormattedMessage id="imports.columns.save" /></Button>
          <Button size="sm" variant="default" onClick={onDone}><FormattedMessage id="common.cancel" /></Button>
        </Group>
      )}
    </Stack>
  );
}
