import type { Screen } from '#renderer/app/screens.ts';

/** Training: needs, plans, classes and what they leave behind. */
export const trainingScreens: readonly Screen[] = [
  { path: '/training/needs', title: 'training.needs', permission: 'training.read', inNavigation: true, help: 'training-needs', drafts: 'training-need', load: () => import('./NeedsPage.tsx') },
  { path: '/training/plans', title: 'training.plans', permission: 'training.read', inNavigation: true, help: 'training-plans', load: () => import('./PlansPage.tsx') },
  { path: '/training/plans/$id', title: 'training.plan', permission: 'training.read', inNavigation: false, help: 'training-plan', load: () => import('./PlanPage.tsx') },
  { path: '/training/classes', title: 'training.classes', permission: 'training.read', inNavigation: true, help: 'training-classes', drafts: 'training-class', load: () => import('./ClassesPage.tsx') },
  { path: '/training/classes/$id', title: 'training.class', permission: 'training.read', inNavigation: false, help: 'training-class', load: () => import('./ClassPage.tsx') },
  { path: '/training/sessions', title: 'training.sessions', permission: 'training.read', inNavigation: true, help: 'training-sessions', load: () => import('./SessionsPage.tsx') },
  { path: '/training/sessions/$id', title: 'training.session', permission: 'training.read', inNavigation: false, help: 'training-session', load: () => import('./SessionPage.tsx') },
  { path: '/training/exams', title: 'training.exams', permission: 'training.read', inNavigation: true, help: 'training-exams', load: () => import('./ExamsPage.tsx') },
  { path: '/training/exams/$id', title: 'training.exam', permission: 'training.read', inNavigation: false, help: 'training-exam', load: () => import('./ExamPage.tsx') },
  { path: '/training/members', title: 'training.members', permission: 'training.read', inNavigation: true, help: 'training-members', load: () => import('./MembersPage.tsx') },
  { path: '/training/members/$id', title: 'training.member', permission: 'training.read', inNavigation: false, help: 'training-member', load: () => import('./MemberPage.tsx') },
  { path: '/training/certificates', title: 'training.certificates', permission: 'training.read', inNavigation: true, help: 'training-certificates', load: () => import('./CertificatesPage.tsx') },
  { path: '/training/record', title: 'training.record', permission: 'training.read', inNavigation: true, help: 'training-record', load: () => import('./RecordPage.tsx') },
  { path: '/training/figures', title: 'training.figures', permission: 'training.read', inNavigation: true, help: 'training-figures', load: () => import('./FiguresPage.tsx') },
  { path: '/training/own', title: 'training.own', permission: 'training.own', inNavigation: true, help: 'training-own', load: () => import('./OwnPage.tsx') },
];
