import type { Screen } from '#renderer/app/screens.ts';

/** From the plan to the result, both directions. */
export const assessmentScreens: readonly Screen[] = [
  { path: '/assessment/sheets', title: 'assessment.sheets', permission: 'assessment.view', inNavigation: true, help: 'assessment-sheets', load: () => import('./SheetsPage.tsx') },
  { path: '/assessment/sheets/$id', title: 'assessment.sheet', permission: 'assessment.view', inNavigation: false, help: 'assessment-sheet', load: () => import('./SheetPage.tsx') },
  { path: '/assessment/sheets/$id/lines/$item', title: 'assessment.line', permission: 'assessment.view', inNavigation: false, help: 'assessment-line', load: () => import('./LinePage.tsx') },
  { path: '/assessment/peers', title: 'assessment.peers', permission: 'assessment.self', inNavigation: true, help: 'assessment-peers', load: () => import('./PeersPage.tsx') },
  { path: '/assessment/two-way', title: 'assessment.two-way', permission: 'assessment.read', inNavigation: true, help: 'assessment-two-way', load: () => import('./TwoWayPage.tsx') },
  { path: '/assessment/ratings', title: 'assessment.ratings', permission: 'assessment.view', inNavigation: true, help: 'assessment-ratings', drafts: 'assessment-rating', load: () => import('./RatingsPage.tsx') },
  { path: '/assessment/decisions', title: 'assessment.decisions', permission: 'assessment.read', inNavigation: true, help: 'assessment-decisions', load: () => import('./DecisionsPage.tsx') },
  { path: '/assessment/results', title: 'assessment.results', permission: 'assessment.read', inNavigation: true, help: 'assessment-results', load: () => import('./ResultsPage.tsx') },
  { path: '/assessment/plans', title: 'assessment.plans', permission: 'assessment.read', inNavigation: true, help: 'assessment-plans', drafts: 'assessment-plan', load: () => import('./PlansPage.tsx') },
  { path: '/assessment/plans/$id', title: 'assessment.plan', permission: 'assessment.read', inNavigation: false, help: 'assessment-plan', load: () => import('./PlanPage.tsx') },
];
