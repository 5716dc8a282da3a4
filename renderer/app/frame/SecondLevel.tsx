import { ActionIcon } from '@mantine/core';
import { useClickOutside, useFocusReturn } from '@mantine/hooks';
import { IconPin, IconPinnedOff } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, type KeyboardEvent, type MouseEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCurrentScreen } from '../navigation.ts';
import type { Screen, ScreenGroup } from '../screens.ts';
import classes from './frame.module.css';
import type { RailState } from './use-rail-state.ts';

/** The screens of one group, beside the rail: standing there when pinned, else over the screen until one is chosen. */
export function SecondLevel({ rail }: { rail: RailState }) {
  return rail.shown ? <GroupScreens group={rail.shown} rail={rail} /> : null;
}

function GroupScreens({ group, rail }: { group: ScreenGroup; rail: RailState }) {
  const { formatMessage } = useIntl();
  const { isFloating, isPinned, close, togglePin } = rail;
  const panel = useClickOutside<HTMLElement>(() => isFloating && close());
  useFocusReturn({ opened: isFloating });
  useEffect(() => {
    if (isFloating) panel.current?.querySelector('a')?.focus();
  }, [isFloating, group.id, panel]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isFloating) return;
    event.stopPropagation();
    close();
  };
  const pinWords = formatMessage({ id: isPinned ? 'frame.unpin' : 'frame.pin' });
  return (
    <nav ref={panel} className={classes['second']} data-floating={isFloating || undefined} aria-label={formatMessage({ id: group.title })} onKeyDown={onKeyDown} data-pane>
      <div className={classes['secondHead']}>
        <span><FormattedMessage id={group.title} /></span>
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={pinWords} title={pinWords} onClick={togglePin}>
          {isPinned ? <IconPinnedOff size={14} aria-hidden /> : <IconPin size={14} aria-hidden />}
        </ActionIcon>
      </div>
      {group.screens.map((screen) => <ScreenEntry key={screen.path} screen={screen} onChosen={close} />)}
    </nav>
  );
}

function ScreenEntry({ screen, onChosen }: { screen: Screen; onChosen: () => void }) {
  const { history } = useRouter();
  const path = useCurrentScreen()?.screen.path ?? '';
  const isCurrent = path === screen.path;
  const isWithin = isCurrent || path.startsWith(`${screen.path}/`);
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    onChosen();
    history.push(screen.path);
  };
  return (
    <a className={classes['secondEntry']} href={history.createHref(screen.path)} onClick={open} data-current={isWithin || undefined} aria-current={isCurrent ? 'page' : undefined}>
      <FormattedMessage id={screen.title} />
    </a>
  );
}
