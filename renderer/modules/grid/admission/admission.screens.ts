import type { Screen } from '#renderer/app/screens.ts';

/** What departments may bring to the community, on what terms, and what it costs. */
export const admissionScreens: readonly Screen[] = [
  { path: '/grid/admission', title: 'admission.title', permission: 'admission.read', inNavigation: true, help: 'admission', drafts: 'admission', load: () => import('./AdmissionsPage.tsx') },
  { path: '/grid/admission/$id', title: 'admission.one', permission: 'admission.read', inNavigation: false, help: 'admission-sheet', load: () => import('./AdmissionPage.tsx') },
  { path: '/grid/admission-lists', title: 'admission-lists.title', permission: 'admission.read', inNavigation: true, help: 'admission-lists', load: () => import('./ListsPage.tsx') },
  { path: '/grid/refusals', title: 'refusals.title', permission: 'admission.read', inNavigation: true, help: 'refusals', drafts: 'refusal', load: () => import('./RefusalsPage.tsx') },
  { path: '/grid/burden', title: 'burden.title', permission: 'admission.read', inNavigation: true, help: 'burden', drafts: 'burden', load: () => import('./BurdenPage.tsx') },
  { path: '/grid/burden-report', title: 'burden-report.title', permission: 'admission.read', inNavigation: true, help: 'burden-report', load: () => import('./BurdenReportPage.tsx') },
];
