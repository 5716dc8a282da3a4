import { Alert, Button, Group, Kbd, SegmentedControl, Stack, Text } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportBatch, ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import { ImportColumnsPanel } from './ImportColumnsPanel.tsx';
import { ImportRowPanel } from './ImportRowPanel.tsx';
import { ImportWordsPanel } from './ImportWordsPanel.tsx';
import classes from './import-panel.module.css';

export const panelTabs = ['row', 'columns', 'words'] as const;
export type PanelTab = (typeof panelTabs)[number];

type ImportSidePanelProps = {
  batch: ImportBatch;
  row: ImportRow | undefined;
  isReadOnly: boolean;
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
  onGoTo: (column: number) => void;
  onFix: (column: number, text: string) => void;
  onSkip: () => void;
  onChoose: (fields: readonly string[], choice: 'theirs' | 'ours') => void;
  onChooseAll: (choice: 'theirs' | 'ours') => void;
};

/** The right half: this row, which column fills which field, or what the file's words mean. */
export function ImportSidePanel({ batch, row, isReadOnly, tab, onTab, onChooseAll, ...rowProps }: ImportSidePanelProps) {
  const { formatMessage } = useIntl();
  return (
    <aside className={classes['panel']} aria-label={formatMessage({ id: 'imports.panel.label' })}>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={formatMessage({ id: 'imports.panel.label' })}
        value={tab}
        onChange={(value) => onTab(panelTabs.find((known) => known === value) ?? 'row')}
        data={panelTabs.map((value) => ({ value, label: formatMessage({ id: `imports.panel.${value}` }) }))}
      />
      {tab === 'columns' && <ImportColumnsPanel key={`${batch.profile} ${batch.version}`} batch={batch} isReadOnly={isReadOnly} onDone={() => onTab('row')} />}
      {tab === 'words' && <ImportWordsPanel batch={batch} isReadOnly={isReadOnly} onDone={() => onTab('row')} />}
      {tab === 'row' && (
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
