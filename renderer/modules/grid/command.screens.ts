import type { Screen } from '#renderer/app/screens.ts';

/** What stands around the matters: the command desk, the desk where people come, mediation, emergencies, prevention. */
export const commandScreens: readonly Screen[] = [
  { path: '/grid/command', title: 'command.title', permission: 'command.read', inNavigation: true, help: 'command', load: () => import('./command-board/CommandPage.tsx') },
  { path: '/grid/command-wall', title: 'command.wall', permission: 'command.read', inNavigation: false, help: 'command-wall', load: () => import('./command-board/WallPage.tsx') },
  { path: '/grid/meetings', title: 'meetings.title', permission: 'command.read', inNavigation: true, help: 'meetings', load: () => import('./command-board/MeetingsPage.tsx') },
  { path: '/grid/process-maps', title: 'process-map.title', permission: 'process.read', inNavigation: true, help: 'process-maps', drafts: 'process-map', load: () => import('./process/ProcessMapsPage.tsx') },
  { path: '/grid/process-maps/$id', title: 'process-map.one', permission: 'process.read', inNavigation: false, help: 'process-map', load: () => import('./process/ProcessMapPage.tsx') },
  { path: '/grid/service-desk', title: 'service-desk.title', permission: 'service-desk.read', inNavigation: true, help: 'service-desk', load: () => import('./service-desk/ServiceDeskPage.tsx') },
  { path: '/grid/desk-hours', title: 'desk-hours.title', permission: 'service-desk.read', inNavigation: true, help: 'desk-hours', load: () => import('./service-desk/DeskHoursPage.tsx') },
  { path: '/grid/mediation', title: 'mediation.title', permission: 'mediation.read', inNavigation: true, help: 'mediation', drafts: 'mediation', load: () => import('./mediation/MediationsPage.tsx') },
  { path: '/grid/mediation/$id', title: 'mediation.one', permission: 'mediation.read', inNavigation: false, help: 'mediation-case', load: () => import('./mediation/MediationPage.tsx') },
  { path: '/grid/emergency', title: 'emergency.title', permission: 'emergency.read', inNavigation: true, help: 'emergency', load: () => import('./emergency/EmergenciesPage.tsx') },
  { path: '/grid/emergency/$id', title: 'emergency.one', permission: 'emergency.read', inNavigation: false, help: 'emergency-case', load: () => import('./emergency/EmergencyPage.tsx') },
  { path: '/grid/emergency-plans', title: 'emergency.plans', permission: 'emergency.read', inNavigation: true, help: 'emergency-plans', drafts: 'emergency-plan', load: () => import('./emergency/PlansPage.tsx') },
  { path: '/grid/emergency-plans/$id', title: 'emergency.plan', permission: 'emergency.read', inNavigation: false, help: 'emergency-plan', load: () => import('./emergency/PlanPage.tsx') },
  { path: '/grid/inspections', title: 'inspections.title', permission: 'prevention.read', inNavigation: true, help: 'inspections', drafts: 'inspection', load: () => import('./prevention/InspectionsPage.tsx') },
  { path: '/grid/inspection-records', title: 'inspection-records.title', permission: 'prevention.read', inNavigation: false, help: 'inspection-records', load: () => import('./prevention/InspectionRecordsPage.tsx') },
  { path: '/grid/expiries', title: 'expiries.title', permission: 'prevention.read', inNavigation: true, help: 'expiries', drafts: 'expiry', load: () => import('./prevention/ExpiriesPage.tsx') },
  { path: '/grid/hot-spots', title: 'hot-spots.title', permission: 'prevention.read', inNavigation: true, help: 'hot-spots', load: () => import('./prevention/HotSpotsPage.tsx') },
];
