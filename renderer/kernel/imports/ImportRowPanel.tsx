import { Button, Group, Stack, Text } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { Compare } from '#renderer/components/compare/Compare.tsx';
import { columnsOfSheet, type ImportBatch, type ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import { ImportFindings } from './ImportFindings.tsx';
import { useBatchWords } from './use-batch-words.ts';
import { useFieldWords } from './use-field-names.ts';
import { VerdictMark } from './VerdictMark.tsx';
import classes from './import-panel.module.css';

type ImportRowPanelProps = {
  batch: ImportBatch;
  row: ImportRow;
  isReadOnly: boolean;
  onGoTo: (column: number) => void;
  onFix: (column: number, text: string) => void;
  onSkip: () => void;
  onChoose: (fields: readonly string[], choice: 'theirs' | 'ours') => void;
};

/** What will happen to the row under the cursor, and what can be done about it here and now. */
export function ImportRowPanel({ batch, row, isReadOnly, onGoTo, onFix, onSkip, onChoose }: ImportRowPanelProps) {
  const { formatMessage } = useIntl();
  const fieldWords = useFieldWords();
  const words = useBatchWords(batch);
  const titleOf = (field: string): string => columnsOfSheet(batch, row.sheet).find((column) => column.field === field)?.title ?? fieldWords(field);
  const problems = row.findings.filter(({ severity }) => severity === 'error').length;
  const open = row.differences.filter(({ choice }) => choice === 'undecided').length;
  return (
    <Stack gap="sm" role="region" aria-label={formatMessage({ id: 'imports.row.title' }, { row: row.row })}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600}><FormattedMessage id="imports.row.title" values={{ row: row.row }} /></Text>
        <VerdictMark verdict={row.verdict} />
      </Group>
      <Text size="sm" aria-live="polite">
        <FormattedMessage id={`imports.row.${row.verdict}`} values={{ problems, open, differences: row.differences.length, rows: words.rows(1) }} />
      </Text>
      {row.differences.length > 0 && row.verdict !== 'skipped' && (
        <Compare
          fields={row.differences.map((difference) => ({ ...difference, label: titleOf(difference.field) }))}
          theirsTitle={formatMessage({ id: 'imports.compare.theirs' })}
          oursTitle={formatMessage({ id: 'imports.compare.ours' })}
          onChoose={onChoose}
          isReadOnly={isReadOnly}
        />
      )}
      <ImportFindings batch={batch} row={row} isReadOnly={isReadOnly} onGoTo={onGoTo} onFix={onFix} />
      <KeptAside batch={batch} row={row} />
      {!isReadOnly && (
        <Button variant="default" size="compact-sm" onClick={onSkip} style={{ alignSelf: 'start' }}>
          <FormattedMessage id={row.verdict === 'skipped' ? 'imports.row.take' : 'imports.row.leave'} />
        </Button>
      )}
    </Stack>
  );
}

/** The cells of this row that no field of the desk takes; they stay with the record under their titles. */
function KeptAside({ batch, row }: { batch: ImportBatch; row: ImportRow }) {
  const kept = columnsOfSheet(batch, row.sheet).flatMap(({ index, title, field }) => (field === null && (row.cells[index] ?? '').trim() !== '' ? [{ index, title: title.split('\n')[0] ?? '', value: row.cells[index] ?? '' }] : []));
  if (kept.length === 0 || row.verdict === 'skipped') return null;
  return (
    <Stack gap={4} component="section">
      <Text size="xs" c="dimmed"><FormattedMessage id="imports.row.aside" values={{ count: kept.length }} /></Text>
      {kept.map(({ index, title, value }) => (
        <Group key={index} gap="xs" wrap="nowrap" align="start">
          <Text size="xs" c="dimmed" w={96} flex="none" truncate title={title}>{title}</Text>
          <Text size="xs" className={classes['value']}>{value}</Text>
        </Group>
      ))}
    </Stack>
  );
}
