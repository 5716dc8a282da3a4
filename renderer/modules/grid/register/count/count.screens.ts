import type { Screen } from '#renderer/app/screens.ts';

/** Counts from door to door. */
export const countScreens: readonly Screen[] = [
  { path: '/grid/counts', title: 'count.title', permission: 'count.read', inNavigation: true, help: 'counts', drafts: 'count', load: () => import('./CountsPage.tsx') },
  { path: '/grid/counts/$id', title: 'count.one', permission: 'count.read', inNavigation: false, help: 'count', load: () => import('./CountPage.tsx') },
  { path: '/grid/counts/$id/enter', title: 'count.enter', permission: 'count.record', inNavigation: false, help: 'count-entry', load: () => import('./CountEntryPage.tsx') },
  { path: '/grid/counts/$id/doors', title: 'count.doors', permission: 'count.read', inNavigation: false, help: 'count-doors', load: () => import('./CountDoorsPage.tsx') },
];
