import { IconUsersGroup } from '@tabler/icons-react';
import { inArea, type Screen, type ScreenGroup } from '#renderer/app/screens.ts';

const people: readonly Screen[] = [
  { path: '/staff/grid-members', title: 'staff.members', permission: 'staff.read', inNavigation: true, help: 'grid-members', drafts: 'grid-member', load: () => import('./people/GridMembersPage.tsx') },
  { path: '/staff/grid-members/$id', title: 'staff.person', permission: 'staff.read', inNavigation: false, help: 'staff-person', load: () => import('./people/MemberPage.tsx') },
  { path: '/staff/directory', title: 'directory.title', permission: 'directory.read', inNavigation: true, help: 'staff-directory', load: () => import('./directory/DirectoryPage.tsx') },
  { path: '/staff/duty', title: 'roster.title', permission: 'duty.read', inNavigation: true, help: 'staff-roster', load: () => import('./duty/DutyPage.tsx') },
  { path: '/staff/teams', title: 'team.title', permission: 'teams.read', inNavigation: true, help: 'staff-teams', drafts: 'team', load: () => import('./duty/TeamsPage.tsx') },
];
const posts: readonly Screen[] = [
  { path: '/staff/posts', title: 'post.title', permission: 'posts.read', inNavigation: true, help: 'posts', drafts: 'post', load: () => import('./posts/PostsPage.tsx') },
  { path: '/staff/posts/$id', title: 'post.one', permission: 'posts.read', inNavigation: false, help: 'post', load: () => import('./posts/PostPage.tsx') },
  { path: '/staff/vacancies', title: 'vacancy.title', permission: 'vacancies.read', inNavigation: true, help: 'vacancies', drafts: 'vacancy', load: () => import('./vacancies/VacanciesPage.tsx') },
  { path: '/staff/vacancies/$id', title: 'vacancy.one', permission: 'vacancies.read', inNavigation: false, help: 'vacancy', load: () => import('./vacancies/VacancyPage.tsx') },
  { path: '/staff/quota', title: 'quota.title', permission: 'vacancies.read', inNavigation: true, help: 'quota', load: () => import('./vacancies/QuotaPage.tsx') },
  { path: '/staff/appointments', title: 'appointment.title', permission: 'posts.read', inNavigation: true, help: 'appointments', load: () => import('./posts/AppointmentsPage.tsx') },
];
const standing: readonly Screen[] = [
  { path: '/staff/grades', title: 'grade.title', permission: 'subsidies.read', inNavigation: true, help: 'grades', load: () => import('./grades/GradesPage.tsx') },
  { path: '/staff/rewards', title: 'reward.title', permission: 'rewards.read', inNavigation: true, help: 'rewards', drafts: 'reward', load: () => import('./rewards/RewardsPage.tsx') },
  { path: '/staff/reward-rules', title: 'reward.rules', permission: 'rewards.read', inNavigation: true, help: 'reward-rules', load: () => import('./rewards/RewardRulesPage.tsx') },
  { path: '/staff/profile', title: 'profile.title', permission: 'staff-profile.read', inNavigation: true, help: 'staff-profile', load: () => import('./profile/ProfilePage.tsx') },
  { path: '/staff/succession', title: 'succession.title', permission: 'staff-profile.read', inNavigation: true, help: 'succession', load: () => import('./profile/SuccessionPage.tsx') },
];

const ideas: readonly Screen[] = [
  { path: '/staff/suggestions', title: 'suggestion.title', permission: 'suggestions.read', inNavigation: true, help: 'suggestions', drafts: 'suggestion', load: () => import('./suggestions/SuggestionsPage.tsx') },
  { path: '/staff/practices', title: 'practice.title', permission: 'practices.read', inNavigation: true, help: 'practices', drafts: 'practice', load: () => import('./suggestions/PracticesPage.tsx') },
];

/** The people who work for the community, their posts, and what becomes of them. */
export const staffScreens: ScreenGroup = {
  id: 'staff',
  title: 'staff.group',
  icon: IconUsersGroup,
  screens: [...inArea('staff.area.people', people), ...inArea('staff.area.posts', posts), ...inArea('staff.area.standing', standing), ...inArea('staff.area.ideas', ideas)],
};
