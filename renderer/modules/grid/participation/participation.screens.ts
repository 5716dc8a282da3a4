import type { Screen } from '#renderer/app/screens.ts';

/** What residents ask, propose and do together. */
export const participationScreens: readonly Screen[] = [
  { path: '/grid/demands', title: 'demands.title', permission: 'participation.read', inNavigation: true, help: 'demands', drafts: 'demand', load: () => import('./DemandsPage.tsx') },
  { path: '/grid/proposals', title: 'proposals.title', permission: 'participation.read', inNavigation: true, help: 'proposals', drafts: 'proposal', load: () => import('./ProposalsPage.tsx') },
  { path: '/grid/proposals/$id', title: 'proposals.one', permission: 'participation.read', inNavigation: false, help: 'proposal', load: () => import('./ProposalPage.tsx') },
  { path: '/grid/volunteers', title: 'volunteers.title', permission: 'participation.read', inNavigation: true, help: 'volunteers', drafts: 'volunteer', load: () => import('./VolunteersPage.tsx') },
  { path: '/grid/volunteers/$id', title: 'volunteers.one', permission: 'participation.read', inNavigation: false, help: 'volunteer', load: () => import('./VolunteerPage.tsx') },
  { path: '/grid/jobs', title: 'jobs.title', permission: 'participation.read', inNavigation: true, help: 'jobs', drafts: 'job', load: () => import('./JobsPage.tsx') },
  { path: '/grid/jobs/$id', title: 'jobs.one', permission: 'participation.read', inNavigation: false, help: 'job', load: () => import('./JobPage.tsx') },
  { path: '/grid/resident-teams', title: 'teams.title', permission: 'participation.read', inNavigation: true, help: 'teams', drafts: 'team', load: () => import('./TeamsPage.tsx') },
  { path: '/grid/activities', title: 'activities.title', permission: 'participation.read', inNavigation: true, help: 'activities', drafts: 'activity', load: () => import('./ActivitiesPage.tsx') },
  { path: '/grid/surveys', title: 'surveys.title', permission: 'participation.read', inNavigation: true, help: 'surveys', drafts: 'survey', load: () => import('./SurveysPage.tsx') },
  { path: '/grid/surveys/$id', title: 'surveys.one', permission: 'participation.read', inNavigation: false, help: 'survey', load: () => import('./SurveyPage.tsx') },
  { path: '/grid/participation', title: 'participation.title', permission: 'participation.read', inNavigation: true, help: 'participation', load: () => import('./IndicatorsPage.tsx') },
  { path: '/grid/taking-part', title: 'taking-part.title', permission: 'participation.read', inNavigation: false, help: 'taking-part', load: () => import('./TakingPartPage.tsx') },
];
