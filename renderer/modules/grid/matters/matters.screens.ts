import type { Screen } from '#renderer/app/screens.ts';

/** What was brought to the desk, who has it, and what the figures say. */
export const mattersScreens: readonly Screen[] = [
  { path: '/grid/matters', title: 'matters.title', permission: 'matters.read', inNavigation: true, help: 'matters', drafts: 'matter', load: () => import('./MattersPage.tsx') },
  { path: '/grid/matters/$id', title: 'matters.one', permission: 'matters.read', inNavigation: false, help: 'matter', load: () => import('./MatterPage.tsx') },
  { path: '/grid/stations', title: 'matters.stations', permission: 'matters.read', inNavigation: true, help: 'stations', load: () => import('./StationsPage.tsx') },
  { path: '/grid/matter-figures', title: 'matters.figures', permission: 'matters.read', inNavigation: true, help: 'matter-figures', load: () => import('./figures/MatterFiguresPage.tsx') },
  { path: '/grid/matter-steps', title: 'matter-steps.title', permission: 'matters.read', inNavigation: false, help: 'matter-steps', load: () => import('./figures/MatterStepsPage.tsx') },
  { path: '/grid/unit-marks', title: 'unit-marks.title', permission: 'matters.read', inNavigation: false, help: 'unit-marks', load: () => import('./figures/UnitMarksPage.tsx') },
  { path: '/grid/matter-settings', title: 'matters.settings', permission: 'matters.arrange', inNavigation: true, help: 'matter-settings', load: () => import('./settings/MatterSettingsPage.tsx') },
];
