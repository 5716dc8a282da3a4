import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClockExclamation, IconLoader } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { useWords } from '#renderer/i18n/use-words.ts';
import type { BackupStatus } from '#shared/kernel/backup/backup.contract.ts';

/** From this age a backup is stale (backup.contract.ts). */
const STALE_DAYS = 3;
const AGAIN_MS = 30_000;

const FACES = {
  running: { icon: IconLoader, color: 'gray' },
  failed: { icon: IconAlertTriangle, color: 'red' },
  none: { icon: IconClockExclamation, color: 'yellow' },
  stale: { icon: IconClockExclamation, color: 'yellow' },
  good: { icon: IconCircleCheck, color: 'green' },
} as const;

function stateOf({ running, lastFailure, lastGoodAt, ageDays }: BackupStatus): keyof typeof FACES {
  if (running) return 'running';
  if (lastFailure !== null) return 'failed';
  if (lastGoodAt === null) return 'none';
  return ageDays !== null && ageDays >= STALE_DAYS ? 'stale' : 'good';
}

/** Whether the station could be brought back today, in one sentence. */
export function BackupState() {
  const { formatMessage } = useIntl();
  const wordsOf = useWords();
  const status = useQuery({ ...api.backup.getStatus.read({}), refetchInterval: AGAIN_MS });
  if (!status.data) return <ErrorNote error={status.error} onRetry={() => void status.refetch()} />;
  const state = stateOf(status.data);
  const { icon: Icon, color } = FACES[state];
  const { lastFailure, lastGoodAt, ageDays } = status.data;
  return (
    <Alert variant="light" color={color} role="status" icon={<Icon size={20} aria-hidden />} title={formatMessage({ id: `backup.state.${state}` }, { days: ageDays ?? 0 })}>
      <Text size="sm" c="var(--mantine-color-text)">
        {lastFailure !== null && state === 'failed' && <>{wordsOf([`error.${lastFailure}`], lastFailure)} </>}
        {lastGoodAt === null ? <FormattedMessage id="backup.last.none" /> : <FormattedMessage id="backup.last" values={{ time: <InstantText at={lastGoodAt} /> }} />}
      </Text>
    </Alert>
  );
}
