import type { Screen } from '#renderer/app/screens.ts';
import { countScreens } from './count/count.screens.ts';

/** Who lives and works in the community. */
export const registerScreens: readonly Screen[] = [
  { path: '/grid/persons', title: 'register.persons', permission: 'register.read', inNavigation: true, help: 'persons', drafts: 'person', load: () => import('./PersonsPage.tsx') },
  { path: '/grid/persons/$id', title: 'register.person', permission: 'register.read', inNavigation: false, help: 'person', load: () => import('./PersonPage.tsx') },
  { path: '/grid/households', title: 'register.households', permission: 'register.read', inNavigation: true, help: 'households', drafts: 'household', load: () => import('./HouseholdsPage.tsx') },
  { path: '/grid/households/$id', title: 'register.household', permission: 'register.read', inNavigation: false, help: 'household', load: () => import('./HouseholdPage.tsx') },
  { path: '/grid/dwellings', title: 'register.dwellings', permission: 'register.read', inNavigation: true, help: 'dwellings', drafts: 'dwelling', load: () => import('./DwellingsPage.tsx') },
  { path: '/grid/dwellings/$id', title: 'register.dwelling', permission: 'register.read', inNavigation: false, help: 'dwelling', load: () => import('./DwellingPage.tsx') },
  { path: '/grid/care', title: 'care.title', permission: 'care.read', inNavigation: true, help: 'care', load: () => import('./care/CarePage.tsx') },
  { path: '/grid/services', title: 'services.title', permission: 'care.read', inNavigation: true, help: 'services', drafts: 'service', load: () => import('./care/ServicesPage.tsx') },
  ...countScreens,
  { path: '/grid/completeness', title: 'completeness.title', permission: 'register.read', inNavigation: true, help: 'completeness', load: () => import('./completeness/CompletenessPage.tsx') },
  { path: '/grid/duplicates', title: 'duplicates.title', permission: 'register.read', inNavigation: true, help: 'duplicates', load: () => import('./duplicates/DuplicatesPage.tsx') },
  { path: '/grid/population', title: 'population.title', permission: 'register.read', inNavigation: true, help: 'population', load: () => import('./population/PopulationPage.tsx') },
  { path: '/grid/charts', title: 'charts.title', permission: 'register.read', inNavigation: true, help: 'charts', load: () => import('../charts/ChartsPage.tsx') },
];
