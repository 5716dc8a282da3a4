import type { Screen } from '#renderer/app/screens.ts';

/** How the community is divided, and what stands in it. */
export const territoryScreens: readonly Screen[] = [
  { path: '/grid/grids', title: 'territory.grids', permission: 'territory.read', inNavigation: true, help: 'grids', drafts: 'grid', load: () => import('./GridsPage.tsx') },
  { path: '/grid/grids/$id', title: 'territory.grid', permission: 'territory.read', inNavigation: false, help: 'grid', load: () => import('./grid-life/GridPage.tsx') },
  { path: '/grid/grids/$id/split', title: 'grid-life.split', permission: 'grid-life.reshape', inNavigation: false, help: 'grid-split', load: () => import('./grid-life/SplitPage.tsx') },
  { path: '/grid/map', title: 'map.title', permission: 'territory.read', inNavigation: true, help: 'map', load: () => import('./map/MapPage.tsx') },
  { path: '/grid/teams', title: 'grid-life.teams', permission: 'grid-life.read', inNavigation: true, help: 'grid-teams', load: () => import('./grid-life/GridTeamsPage.tsx') },
  { path: '/grid/warnings', title: 'warnings.title', permission: 'warnings.read', inNavigation: true, help: 'warnings', load: () => import('./warnings/WarningsPage.tsx') },
  { path: '/grid/bodies', title: 'bodies.title', permission: 'bodies.read', inNavigation: true, help: 'bodies', load: () => import('./bodies/BodiesPage.tsx') },
  { path: '/grid/bodies/$id', title: 'bodies.one', permission: 'bodies.read', inNavigation: false, help: 'body', load: () => import('./bodies/BodyPage.tsx') },
  { path: '/grid/estates', title: 'buildings.estates', permission: 'buildings.read', inNavigation: true, help: 'estates', drafts: 'estate', load: () => import('./buildings/EstatesPage.tsx') },
  { path: '/grid/buildings', title: 'buildings.buildings', permission: 'buildings.read', inNavigation: true, help: 'buildings', drafts: 'building', load: () => import('./buildings/BuildingsPage.tsx') },
  { path: '/grid/buildings/$id', title: 'buildings.building', permission: 'buildings.read', inNavigation: false, help: 'building', load: () => import('./buildings/BuildingPage.tsx') },
  { path: '/grid/room-proposal', title: 'buildings.proposal', permission: 'buildings.arrange', inNavigation: false, help: 'room-proposal', load: () => import('./buildings/ProposalPage.tsx') },
  { path: '/grid/organisations', title: 'territory.organisations', permission: 'territory.read', inNavigation: true, help: 'organisations', load: () => import('./OrganisationsPage.tsx') },
];
