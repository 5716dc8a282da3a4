import { IconMap2 } from '@tabler/icons-react';
import type { ScreenGroup } from '#renderer/app/screens.ts';

/** Who lives in the community and how it is divided. */
export const gridScreens: ScreenGroup = {
  id: 'grid',
  title: 'register.group',
  icon: IconMap2,
  screens: [
    { path: '/grid/persons', title: 'register.persons', permission: 'register.read', inNavigation: true, help: 'persons', drafts: 'person', load: () => import('./register/PersonsPage.tsx') },
    { path: '/grid/persons/$id', title: 'register.person', permission: 'register.read', inNavigation: false, help: 'person', load: () => import('./register/PersonPage.tsx') },
    { path: '/grid/households', title: 'register.households', permission: 'register.read', inNavigation: true, help: 'households', drafts: 'household', load: () => import('./register/HouseholdsPage.tsx') },
    { path: '/grid/households/$id', title: 'register.household', permission: 'register.read', inNavigation: false, help: 'household', load: () => import('./register/HouseholdPage.tsx') },
    { path: '/grid/dwellings', title: 'register.dwellings', permission: 'register.read', inNavigation: true, help: 'dwellings', drafts: 'dwelling', load: () => import('./register/DwellingsPage.tsx') },
    { path: '/grid/dwellings/$id', title: 'register.dwelling', permission: 'register.read', inNavigation: false, help: 'dwelling', load: () => import('./register/DwellingPage.tsx') },
    { path: '/grid/estates', title: 'buildings.estates', permission: 'buildings.read', inNavigation: true, help: 'estates', drafts: 'estate', load: () => import('./territory/buildings/EstatesPage.tsx') },
    { path: '/grid/buildings', title: 'buildings.buildings', permission: 'buildings.read', inNavigation: true, help: 'buildings', drafts: 'building', load: () => import('./territory/buildings/BuildingsPage.tsx') },
    { path: '/grid/buildings/$id', title: 'buildings.building', permission: 'buildings.read', inNavigation: false, help: 'building', load: () => import('./territory/buildings/BuildingPage.tsx') },
    { path: '/grid/room-proposal', title: 'buildings.proposal', permission: 'buildings.arrange', inNavigation: false, help: 'room-proposal', load: () => import('./territory/buildings/ProposalPage.tsx') },
    { path: '/grid/care', title: 'care.title', permission: 'care.read', inNavigation: true, help: 'care', load: () => import('./register/care/CarePage.tsx') },
    { path: '/grid/services', title: 'services.title', permission: 'care.read', inNavigation: true, help: 'services', drafts: 'service', load: () => import('./register/care/ServicesPage.tsx') },
    { path: '/grid/completeness', title: 'completeness.title', permission: 'register.read', inNavigation: true, help: 'completeness', load: () => import('./register/completeness/CompletenessPage.tsx') },
    { path: '/grid/duplicates', title: 'duplicates.title', permission: 'register.read', inNavigation: true, help: 'duplicates', load: () => import('./register/duplicates/DuplicatesPage.tsx') },
    { path: '/grid/grids', title: 'territory.grids', permission: 'territory.read', inNavigation: true, help: 'grids', drafts: 'grid', load: () => import('./territory/GridsPage.tsx') },
    { path: '/grid/map', title: 'map.title', permission: 'territory.read', inNavigation: true, help: 'map', load: () => import('./territory/map/MapPage.tsx') },
    { path: '/grid/grids/$id', title: 'territory.grid', permission: 'territory.read', inNavigation: false, help: 'grid', load: () => import('./territory/grid-life/GridPage.tsx') },
    { path: '/grid/grids/$id/split', title: 'grid-life.split', permission: 'grid-life.reshape', inNavigation: false, help: 'grid-split', load: () => import('./territory/grid-life/SplitPage.tsx') },
    { path: '/grid/teams', title: 'grid-life.teams', permission: 'grid-life.read', inNavigation: true, help: 'grid-teams', load: () => import('./territory/grid-life/GridTeamsPage.tsx') },
    { path: '/grid/warnings', title: 'warnings.title', permission: 'warnings.read', inNavigation: true, help: 'warnings', load: () => import('./territory/warnings/WarningsPage.tsx') },
    { path: '/grid/bodies', title: 'bodies.title', permission: 'bodies.read', inNavigation: true, help: 'bodies', load: () => import('./territory/bodies/BodiesPage.tsx') },
    { path: '/grid/bodies/$id', title: 'bodies.one', permission: 'bodies.read', inNavigation: false, help: 'body', load: () => import('./territory/bodies/BodyPage.tsx') },
    { path: '/grid/organisations', title: 'territory.organisations', permission: 'territory.read', inNavigation: true, help: 'organisations', load: () => import('./territory/OrganisationsPage.tsx') },
    { path: '/grid/charts', title: 'charts.title', permission: 'register.read', inNavigation: true, help: 'charts', load: () => import('./charts/ChartsPage.tsx') },
  ],
};
