import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClockExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FormattedMessage, FormattedRelativeTime } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { useNow } from '#renderer/components/time/use-now.ts';
import type { BackupStatus } from '#shared/kernel/backup/backup.contract.ts';
import { useMay } from '../session.ts';
import classes from './frame.module.css';

const STALE_DAYS = 3;
const LOOK_AGAIN_MS = 10 * 60_000;
const MINUTE_S = 60;
const HOUR_S = 3600;
const DAY_S = 86_400;

const ICONS = { good: IconCircleCheck, near: IconClockExclamation, past: IconAlertTriangle } as const;

/** Good for a day, near its limit on the second, past it from the third (backup.contract.ts) or when the last one failed. */
function stateOf({ lastGoodAt, ageDays, lastFailure }: BackupStatus): keyof typeof ICONS {
  if (lastGoodAt === null || lastFailure !== null || (ageDays ?? STALE_DAYS) >= STALE_DAYS) return 'past';
  return (ageDays ?? 0) >= 2 ? 'near' : 'good';
}

/** How old the last good backup is, and the way to the backups. */
export function BackupChip() {
  const goTo = useGoTo();
  const mayBackUp = useMay()('backup.create');
  const { data } = useQuery({ ...api.backup.getStatus.read({}), refetchInterval: LOOK_AGAIN_MS });
  if (!data) return null;
  const state = stateOf(data);
  const Icon = ICONS[state];
  const words = (
    <>
      <Icon size={16} aria-hidden />
      <span>{data.running ? <FormattedMessage id="frame.backup.running" /> : data.lastGoodAt === null ? <FormattedMessage id="frame.backup.none" /> : <FormattedMessage id={data.lastFailure === null ? 'frame.backup.age' : 'frame.backup.failed'} values={{ age: <Age at={data.lastGoodAt} /> }} />}</span>
    </>
  );
  if (!mayBackUp) return <span className={classes['chip']} data-state={state}>{words}</span>;
  return <UnstyledButton className={classes['chip']} data-state={state} onClick={() => goTo('/system/backup')}>{words}</UnstyledButton>;
}

function Age({ at }: { at: string }) {
  const seconds = Math.round((Date.parse(at) - useNow()) / 1000);
  const age = -seconds;
  if (age < HOUR_S) return <FormattedRelativeTime value={Math.min(0, Math.round(seconds / MINUTE_S))} unit="minute" numeric="auto" />;
  return age < DAY_S ? <FormattedRelativeTime value={Math.round(seconds / HOUR_S)} unit="hour" /> : <FormattedRelativeTime value={Math.round(seconds / DAY_S)} unit="day" />;
}
