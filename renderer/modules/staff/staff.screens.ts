import { IconUsersGroup } from '@tabler/icons-react';
import type { ScreenGroup } from '#renderer/app/screens.ts';

/** The people who work in the grids. */
export const staffScreens: ScreenGroup = {
  id: 'staff',
  title: 'staff.group',
  icon: IconUsersGroup,
  screens: [{ path: '/staff/grid-members', title: 'staff.members', permission: 'staff.read', inNavigation: true, help: 'grid-members', drafts: 'grid-member', load: () => import('./GridMembersPage.tsx') }],
};
