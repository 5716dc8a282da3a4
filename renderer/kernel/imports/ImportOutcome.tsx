import { Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { rowsToImport } from './row-filter.ts';

const ICONS = { checked: IconInfoCircle, committed: IconCheck, undone: IconArrowBackUp, discarded: IconInfoCircle } as const;

/** One sentence: what will happen with this file, or what happened. */
export function ImportOutcome({ batch }: { batch: ImportBatch }) {
  const { formatDate } = useIntl();
  const Icon = ICONS[batch.status];
  const day = (instant: string | null) => (instant === null ? '' : formatDate(instant, { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' }));
  return (
    <Group gap={8} wrap="nowrap" role="status">
      <Icon size={16} aria-hidden />
      <Text size="sm">
        <FormattedMessage
          id={`imports.outcome.${batch.status}`}
          values={{ ...batch.counts, count: rowsToImport(batch), profile: batch.profile, at: day(batch.committedAt), until: day(batch.undoableUntil), by: batch.createdBy }}
        />
      </Text>
    </Group>
  );
}
