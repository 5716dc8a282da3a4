import { useMatches } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Screen, ScreenGroup } from './screens.ts';
import { screenGroups } from './screen-groups.ts';
import { useSession } from './session.ts';

/** The groups and screens of the rail that this person may open; a group without any is left out. */
export function useNavigation(): readonly ScreenGroup[] {
  const { permissions } = useSession();
  return useMemo(() => {
    const isOpen = ({ inNavigation, permission }: Screen): boolean => inNavigation && (permission === undefined || permissions.includes(permission));
    return screenGroups.map((group) => ({ ...group, screens: group.screens.filter(isOpen) })).filter(({ screens }) => screens.length > 0);
  }, [permissions]);
}

/** The screen that is shown and the group it belongs to; null while an address leads nowhere. */
export function useCurrentScreen(): { readonly group: ScreenGroup; readonly screen: Screen } | null {
  const path: string = useMatches().at(-1)?.fullPath ?? '';
  for (const group of screenGroups) {
    const screen = group.screens.find((one) => one.path === path);
    if (screen) return { group, screen };
  }
  return null;
}
