import { Group, Text } from '@mantine/core';
import { IconAlertCircle, IconArrowsLeftRight, IconEqual, IconPlayerSkipForward, IconPlus } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import classes from './import-sheet.module.css';

const ICONS = { new: IconPlus, changed: IconArrowsLeftRight, same: IconEqual, bad: IconAlertCircle, skipped: IconPlayerSkipForward } as const;

/** What will happen to a row, as an icon and a word. */
export function VerdictMark({ verdict }: { verdict: ImportRow['verdict'] }) {
  const { formatMessage } = useIntl();
  const Icon = ICONS[verdict];
  return (
    <Group gap={4} wrap="nowrap" className={classes['verdict']} data-verdict={verdict}>
      <Icon size={14} aria-hidden />
      <Text span inherit>{formatMessage({ id: `imports.verdict.${verdict}` })}</Text>
    </Group>
  );
}
