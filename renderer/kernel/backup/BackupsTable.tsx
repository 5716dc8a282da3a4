import { Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { Backup } from '#shared/kernel/backup/backup.contract.ts';
import { FileSize } from './FileSize.tsx';

const COLUMNS = ['created', 'kind', 'size', 'entries', 'state', 'actions'] as const;
type BackupsTableProps = { readonly backups: readonly Backup[]; readonly onRestore: (backup: Backup) => void };

/** Every backup, the newest first; each can be proved again, and put in place of the present state by who may. */
export function BackupsTable({ backups, onRestore }: BackupsTableProps) {
  const { formatMessage } = useIntl();
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table verticalSpacing={6} aria-label={formatMessage({ id: 'backup.list' })}>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => <Table.Th key={column} {...((column === 'size' || column === 'entries') && { ta: 'end' as const })}><FormattedMessage id={`backup.column.${column}`} /></Table.Th>)}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{backups.map((backup) => <BackupRow key={backup.name} backup={backup} onRestore={onRestore} />)}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function BackupRow({ backup, onRestore }: { readonly backup: Backup; readonly onRestore: (backup: Backup) => void }) {
  const { formatDate } = useIntl();
  const mayRestore = useMay()('backup.restore');
  const [provedAt, setProvedAt] = useState<string | null>(null);
  const verify = useMutation(api.backup.verifyBackup());
  const time = formatDate(backup.createdAt, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  const prove = () => verify.mutate({ name: backup.name }, { onSuccess: () => setProvedAt(new Date().toISOString()), onError: () => setProvedAt(null) });
  return (
    <>
      <Table.Tr>
        <Table.Td title={backup.name}>{time}</Table.Td>
        <Table.Td><FormattedMessage id={`backup.kind.${backup.kind}`} /></Table.Td>
        <Table.Td ta="end"><FileSize bytes={backup.sizeBytes} /></Table.Td>
        <Table.Td ta="end"><FormattedNumber value={backup.auditSeq} /></Table.Td>
        <Table.Td><BackupVerdict isGood={backup.verified && !verify.isError} provedAt={provedAt} /></Table.Td>
        <Table.Td>
          <Group gap="xs" wrap="nowrap">
            <Button size="compact-sm" variant="default" loading={verify.isPending} onClick={prove}>
              <FormattedMessage id="backup.verify" /> <VisuallyHidden>{time}</VisuallyHidden>
            </Button>
            {mayRestore && (
              <Button size="compact-sm" variant="default" disabled={!backup.verified} onClick={() => onRestore(backup)}>
                <FormattedMessage id="backup.restore" /> <VisuallyHidden>{time}</VisuallyHidden>
              </Button>
            )}
          </Group>
        </Table.Td>
      </Table.Tr>
      {verify.error && (
        <Table.Tr>
          <Table.Td colSpan={COLUMNS.length}><ErrorNote error={verify.error} /></Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function BackupVerdict({ isGood, provedAt }: { readonly isGood: boolean; readonly provedAt: string | null }) {
  const { formatTime } = useIntl();
  const Icon = isGood ? IconCircleCheck : IconCircleX;
  return (
    <Group gap={6} wrap="nowrap" role="status">
      <Icon size={16} aria-hidden />
      <Text size="sm">
        {provedAt === null ? (
          <FormattedMessage id={isGood ? 'backup.verdict.good' : 'backup.verdict.bad'} />
        ) : (
          <FormattedMessage id="backup.verdict.proved" values={{ time: formatTime(provedAt, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }) }} />
        )}
      </Text>
    </Group>
  );
}
