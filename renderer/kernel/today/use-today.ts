import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { backupItems, joinItems } from './today-items.ts';

/** A deadline passes and a backup grows old without anybody writing anything. */
const AGAIN_MS = 5 * 60_000;

/** What waits for the signed-in person: from the records, and from the backups for who may make one. */
export function useToday() {
  const may = useMay();
  const reading = useQuery({ ...api.notifications.listToday({}), refetchInterval: AGAIN_MS });
  const status = useQuery({ ...api.backup.getStatus.read({}), enabled: may('backup.create'), refetchInterval: AGAIN_MS });
  const items = useMemo(() => (reading.data ? joinItems(reading.data, status.data ? backupItems(status.data) : []) : undefined), [reading.data, status.data]);
  return { items, error: reading.error, retry: () => void reading.refetch() };
}
