import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import { TodayBell } from '#renderer/kernel/today/TodayBell.tsx';
import { useSession } from '../session.ts';
import { BackupChip } from './BackupChip.tsx';
import { DemoMark } from './DemoMark.tsx';
import classes from './frame.module.css';
import { UserMenu } from './UserMenu.tsx';

/** Whose desk this is, the way to everything, and what one should know without looking for it. */
export function TopBar({ onSearch }: { onSearch: () => void }) {
  const { communityName } = useSession();
  return (
    <header className={classes['top']} data-pane>
      <div className={classes['community']}>
        <span className={classes['communityName']} title={communityName}>{communityName}</span>
        <DemoMark />
      </div>
      <UnstyledButton className={classes['search']} onClick={onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size={16} aria-hidden />
        <span className={classes['searchWords']}><FormattedMessage id="frame.search" /></span>
      </UnstyledButton>
      <div className={classes['own']}>
        <BackupChip />
        <TodayBell />
        <UserMenu />
      </div>
    </header>
  );
}
