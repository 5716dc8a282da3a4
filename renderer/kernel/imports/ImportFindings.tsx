import { Anchor, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconWand } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { columnsOfSheet, type Finding, type ImportBatch, type ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import { columnLetter } from './import-cells.ts';
import { useFindingWords } from './use-finding-words.ts';
import classes from './import-panel.module.css';

const ICONS = { error: IconAlertCircle, warning: IconAlertTriangle, normalised: IconWand } as const;

type ImportFindingsProps = {
  batch: ImportBatch;
  row: ImportRow;
  isReadOnly: boolean;
  onGoTo: (column: number) => void;
  onFix: (column: number, text: string) => void;
};

/** Each finding of a row: where, what is wrong, what would be right, and the way to put it right. */
export function ImportFindings({ batch, row, isReadOnly, onGoTo, onFix }: ImportFindingsProps) {
  if (row.findings.length === 0) return null;
  return (
    <List listStyleType="none" spacing="sm" classNames={{ itemWrapper: classes['wide'], itemLabel: classes['wide'] }}>
      {row.findings.map((finding, index) => (
        <List.Item key={`${finding.column}-${finding.code}-${index}`}>
          <ImportFinding finding={finding} batch={batch} row={row} isReadOnly={isReadOnly} onGoTo={onGoTo} onFix={onFix} />
        </List.Item>
      ))}
    </List>
  );
}

function ImportFinding({ finding, batch, row, isReadOnly, onGoTo, onFix }: ImportFindingsProps & { finding: Finding }) {
  const { formatMessage } = useIntl();
  const findingWords = useFindingWords();
  const Icon = ICONS[finding.severity];
  const title = columnsOfSheet(batch, row.sheet).find(({ index }) => index === finding.column)?.title.split('\n')[0];
  const text = row.cells[finding.column] ?? '';
  return (
    <Stack gap={4} className={classes['finding']} data-severity={finding.severity}>
      <Group gap={6} wrap="nowrap">
        <Icon size={16} aria-hidden className={classes['mark']} />
        <Text size="sm" fw={600}><FormattedMessage id={`imports.severity.${finding.severity}`} /></Text>
        {title !== undefined && (
          <Anchor component="button" type="button" size="sm" truncate onClick={() => onGoTo(finding.column)}>
            {title} ({columnLetter(finding.column)}{row.row})
          </Anchor>
        )}
      </Group>
      {text !== '' && <Code className={classes['value']}>{text}</Code>}
      <Text size="sm">{findingWords(finding)}</Text>
      {finding.suggestion !== null && finding.severity === 'normalised' && (
        <Text size="sm" c="dimmed"><FormattedMessage id="imports.finding.becomes" values={{ value: finding.suggestion }} /></Text>
      )}
      {finding.suggestion !== null && finding.severity !== 'normalised' && !isReadOnly && (
        <Button variant="default" size="compact-sm" className={classes['suggestion']} onClick={() => onFix(finding.column, finding.suggestion ?? '')} title={formatMessage({ id: 'imports.finding.take' }, { value: finding.suggestion })}>
          <FormattedMessage id="imports.finding.take" values={{ value: finding.suggestion }} />
        </Button>
      )}
    </Stack>
  );
}
