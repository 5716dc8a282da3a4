import { IconSun } from '@tabler/icons-react';
import type { ScreenGroup } from '#renderer/app/screens.ts';

/** Where everybody begins: what waits for the signed-in person. */
export const todayScreens: ScreenGroup = {
  id: 'today',
  title: 'today.title',
  icon: IconSun,
  screens: [{ path: '/today', title: 'today.title', inNavigation: true, help: 'today', load: () => import('./TodayPage.tsx') }],
};
