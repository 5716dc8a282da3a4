import { UnstyledButton } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { useCurrentScreen, useNavigation } from '../navigation.ts';
import type { ScreenGroup } from '../screens.ts';
import classes from './frame.module.css';
import type { RailState } from './use-rail-state.ts';

/** The groups of the desk, always with their names. A group with several screens opens its list, one with a single screen opens it. */
export function Rail({ rail }: { rail: RailState }) {
  const { formatMessage } = useIntl();
  const groups = useNavigation();
  const above = groups.filter(({ isBelow }) => isBelow !== true);
  const below = groups.filter(({ isBelow }) => isBelow === true);
  return (
    <nav className={classes['rail']} aria-label={formatMessage({ id: 'frame.rail' })} data-pane>
      {above.map((group) => <RailEntry key={group.id} group={group} rail={rail} />)}
      <div className={classes['railBelow']}>
        {below.map((group) => <RailEntry key={group.id} group={group} rail={rail} />)}
      </div>
    </nav>
  );
}

function RailEntry({ group, rail }: { group: ScreenGroup; rail: RailState }) {
  const goTo = useGoTo();
  const current = useCurrentScreen();
  const isCurrent = current?.group.id === group.id;
  const hasList = group.screens.length > 1;
  const choose = (): void => {
    const first = group.screens[0];
    if (hasList && rail.isFloating) {
      if (rail.shown?.id === group.id) rail.close();
      else rail.open(group.id);
      return;
    }
    rail.close();
    if (first && !isCurrent) goTo(first.path);
  };
  const Icon = group.icon;
  return (
    <UnstyledButton
      className={classes['railEntry']}
      data-current={isCurrent || undefined}
      aria-current={isCurrent || undefined}
      {...(hasList && rail.isFloating && { 'aria-expanded': rail.shown?.id === group.id })}
      onClick={choose}
    >
      <Icon size={20} stroke={1.75} />
      <span><FormattedMessage id={group.title} /></span>
    </UnstyledButton>
  );
}
