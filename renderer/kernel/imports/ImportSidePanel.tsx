import { Alert, Button, Group, Kbd, SegmentedControl, Stack, Text } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportBatch, ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import { ImportColumnsPanel } from './ImportColumnsPanel.tsx';
import { ImportRowPanel } from './ImportRowPanel.tsx';
import classes from './import-panel.module.css';

type ImportSidePanelProps = {
  batch: ImportBatch;
  row: ImportRow | undefined;
  isReadOnly: boolean;
  isMapping: boolean;
  onMapping: (isMapping: boolean) => void;
  onGoTo: (column: number) => void;
  onFix: (column: number, text: string) => void;
  onSkip: () => void;
  onChoose: (fields: readonly string[], choice: 'theirs' | 'ours') => void;
  onChooseAll: (choice: 'theirs' | 'ours') => void;
};

/** The right half: this row, or which column fills which field. */
export function ImportSidePanel({ batch, row, isReadOnly, isMapping, onMapping, onChooseAll, ...rowProps }: ImportSidePanelProps) {
  const { formatMessage } = useIntl();
  return (
    <aside className={classes['panel']} aria-label={formatMessage({ id: 'imports.panel.label' })}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={formatMessage({ id: 'imports.panel.label' })}
        value={isMapping ? 'columns' : 'row'}
        onChange={(value) => onMapping(value === 'columns')}
        data={[
          { value: 'row', label: formatMessage({ id: 'imports.panel.row' }) },
          { value: 'columns', label: formatMessage({ id: 'imports.panel.columns' }) },
        ]}
      />
      {isMapping ? (
        <ImportColumnsPanel batch={batch} isReadOnly={isReadOnly} onDone={() => onMapping(false)} />
      ) : (
        <>
          {!isReadOnly && batch.counts.undecided > 0 && <UndecidedRows count={batch.counts.undecided} onChooseAll={onChooseAll} />}
          {row && <ImportRowPanel batch={batch} row={row} isReadOnly={isReadOnly} {...rowProps} />}
          {!isReadOnly && <KeysOfTheSheet />}
        </>
      )}
    </aside>
  );
}

function UndecidedRows({ count, onChooseAll }: { count: number; onChooseAll: (choice: 'theirs' | 'ours') => void }) {
  return (
    <Alert variant="default" p="xs">
      <Stack gap="xs">
        <Text size="sm"><FormattedMessage id="imports.undecided" values={{ count }} /></Text>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => onChooseAll('theirs')}><FormattedMessage id="imports.undecided.theirs" /></Button>
          <Button size="compact-sm" variant="default" onClick={() => onChooseAll('ours')}><FormattedMessage id="imports.undecided.ours" /></Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function KeysOfTheSheet() {
  return (
    <Group gap="sm" mt="auto" component="footer">
      {([['F2', 'edit'], ['F8', 'next'], ['Space', 'skip']] as const).map(([key, what]) => (
        <Group key={key} gap={4} wrap="nowrap">
          <Kbd size="xs">{key}</Kbd>
          <Text size="xs" c="dimmed"><FormattedMessage id={`imports.keys.${what}`} /></Text>
        </Group>
      ))}
    </Group>
  );
}
