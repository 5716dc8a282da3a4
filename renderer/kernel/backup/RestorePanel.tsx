import { Drawer, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { QueryState } from '#renderer/components/QueryState.tsx';
import type { Backup } from '#shared/kernel/backup/backup.contract.ts';
import { RestoreForm } from './RestoreForm.tsx';

/** Puts an earlier state in place of the present one: first what would be lost, then a second person's consent. */
export function RestorePanel({ backup, onClose }: { readonly backup: Backup; readonly onClose: () => void }) {
  const { formatMessage, formatDate } = useIntl();
  const preview = useQuery({ ...api.backup.previewRestore.read({ name: backup.name }), staleTime: 0, gcTime: 0 }); // what would be lost grows with every entry
  const time = formatDate(backup.createdAt, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  return (
    <Drawer opened onClose={onClose} position="right" size="30rem" title={formatMessage({ id: 'backup.restore.title' }, { time })} closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }} closeOnClickOutside={false} transitionProps={{ duration: 100 }}>
      <Stack gap="md">
        <QueryState query={preview}>{({ lostEntries }) => <RestoreForm backup={backup} time={time} lostEntries={lostEntries} onClose={onClose} />}</QueryState>
      </Stack>
    </Drawer>
  );
}
