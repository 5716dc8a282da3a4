import { IconHelpCircle } from '@tabler/icons-react';
import type { ScreenGroup } from './screens.ts';
import { moduleScreens } from './routes.tsx';

const helpScreens: ScreenGroup = {
  id: 'help',
  title: 'help.title',
  icon: IconHelpCircle,
  isBelow: true,
  screens: [{ path: '/help', title: 'help.title', inNavigation: true, help: 'today', load: () => import('#renderer/components/help/HelpPage.tsx') }],
};

/** Every entry of the rail, from top to bottom. */
export const screenGroups: readonly ScreenGroup[] = [...moduleScreens.filter(({ screens }) => screens.length > 0), helpScreens];
