import { IconSettings } from '@tabler/icons-react';
import type { ScreenGroup } from '#renderer/app/screens.ts';

/** What keeps the station itself in order: what comes in, who may do what, what was done, what is kept. */
export const systemScreens: ScreenGroup = {
  id: 'system',
  title: 'system.title',
  icon: IconSettings,
  screens: [
    { path: '/system/imports', title: 'imports.title', permission: 'imports.run', inNavigation: true, help: 'imports', load: () => import('./imports/ImportsPage.tsx') },
    { path: '/system/imports/$batchId', title: 'imports.title', permission: 'imports.run', inNavigation: false, help: 'import', load: () => import('./imports/ImportBatchPage.tsx') },
    { path: '/system/accounts', title: 'accounts.title', permission: 'accounts.read', inNavigation: true, help: 'accounts', load: () => import('./accounts/AccountsPage.tsx') },
    { path: '/system/audit', title: 'audit.title', inNavigation: true, help: 'audit', load: () => import('./audit/AuditPage.tsx') },
    { path: '/system/backup', title: 'backup.title', permission: 'backup.create', inNavigation: true, help: 'backup', load: () => import('./backup/BackupPage.tsx') },
    { path: '/system/calendar', title: 'calendar.title', inNavigation: true, help: 'calendar', load: () => import('./calendar/CalendarPage.tsx') },
    { path: '/system/code-tables', title: 'code-tables.title', inNavigation: true, help: 'code-tables', load: () => import('./code-tables/CodeTablesPage.tsx') },
    { path: '/system/data-sets', title: 'data-sets.title', permission: 'data-sets.read', inNavigation: true, help: 'data-sets', load: () => import('./data-sets/DataSetsPage.tsx') },
    { path: '/system/update', title: 'updates.title', permission: 'updates.install', inNavigation: true, help: 'updates', load: () => import('./updates/UpdatePage.tsx') },
    { path: '/system/settings', title: 'settings.title', inNavigation: true, help: 'settings', load: () => import('./settings/SettingsPage.tsx') },
  ],
};
