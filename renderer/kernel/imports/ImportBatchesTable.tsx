import { Anchor, Group, Table, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconClock, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { FormattedDate, FormattedMessage, FormattedNumber } from 'react-intl';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { UndoImportButton } from './UndoImportButton.tsx';

const ICONS = { checked: IconClock, committed: IconCheck, undone: IconArrowBackUp, discarded: IconTrash } as const;

/** What came in, when and by whom; what can still be taken back says until when. */
export function ImportBatchesTable({ batches }: { batches: readonly ImportBatch[] }) {
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table highlightOnHover verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {(['file', 'kind', 'rows', 'status', 'by'] as const).map((column) => <Table.Th key={column} ta={column === 'rows' ? 'end' : 'start'}><FormattedMessage id={`imports.past.${column}`} /></Table.Th>)}
            <Table.Th><FormattedMessage id="imports.past.undo" /></Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {batches.map((batch) => (
            <Table.Tr key={batch.id}>
              <Table.Td maw={280}>
                <Anchor renderRoot={(props) => <Link to="/system/imports/$batchId" params={{ batchId: batch.id }} {...props} />} size="sm" truncate display="block" title={batch.fileName}>
                  {batch.fileName}
                </Anchor>
              </Table.Td>
              <Table.Td><FormattedMessage id={`imports.profile.${batch.profile}`} /></Table.Td>
              <Table.Td ta="end"><FormattedNumber value={batch.counts.total} /></Table.Td>
              <Table.Td><BatchStatus batch={batch} /></Table.Td>
              <Table.Td>
                {batch.createdBy} <Text span c="dimmed" size="sm"><FormattedDate value={batch.createdAt} month="short" day="numeric" hour="2-digit" minute="2-digit" /></Text>
              </Table.Td>
              <Table.Td><UndoImportButton batch={batch} size="compact-sm" isShort /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function BatchStatus({ batch }: { batch: ImportBatch }) {
  const Icon = ICONS[batch.status];
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={16} aria-hidden />
      <Text size="sm"><FormattedMessage id={`imports.status.${batch.status}`} values={{ bad: batch.counts.bad }} /></Text>
    </Group>
  );
}
