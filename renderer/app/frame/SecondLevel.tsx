import { ActionIcon, UnstyledButton } from '@mantine/core';
import { useClickOutside, useFocusReturn } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconPin, IconPinnedOff } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useId, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MessageId } from '#renderer/i18n/messages.ts';
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
      {areasOf(group).map(({ area, screens }) => (area === undefined ? screens.map((screen) => <ScreenEntry key={screen.path} screen={screen} onChosen={close} />) : <AreaScreens key={area} area={area} screens={screens} onChosen={close} />))}
    </nav>
  );
}

type Area = { readonly area: MessageId | undefined; readonly screens: readonly Screen[] };
const areasOf = ({ screens }: ScreenGroup): readonly Area[] => [...new Set(screens.map(({ area }) => area))].map((area) => ({ area, screens: screens.filter((screen) => screen.area === area) }));

/** One area under its heading: open while its screens are in use, else when it is asked for. */
function AreaScreens({ area, screens, onChosen }: { area: MessageId; screens: readonly Screen[]; onChosen: () => void }) {
  const id = useId();
  const isCurrent = useCurrentScreen()?.screen.area === area;
  const [asked, setAsked] = useState<{ readonly while: boolean; readonly isOpen: boolean } | null>(null);
  const isOpen = asked?.while === isCurrent ? asked.isOpen : isCurrent; // going to another area shows that one again
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <UnstyledButton className={classes['secondArea']} data-current={isCurrent || undefined} aria-expanded={isOpen} aria-controls={id} onClick={() => setAsked({ while: isCurrent, isOpen: !isOpen })}>
        <Icon size={14} aria-hidden />
        <FormattedMessage id={area} />
      </UnstyledButton>
      <div id={id} hidden={!isOpen}>{isOpen && screens.map((screen) => <ScreenEntry key={screen.path} screen={screen} onChosen={onChosen} />)}</div>
    </div>
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
