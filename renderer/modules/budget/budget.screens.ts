import { IconCoinYuan } from '@tabler/icons-react';
import { inArea, type Screen, type ScreenGroup } from '#renderer/app/screens.ts';

const requests: readonly Screen[] = [
  { path: '/budget/board', title: 'budget.board', permission: 'budget.read', inNavigation: true, help: 'budget-board', load: () => import('./requests/BoardPage.tsx') },
  { path: '/budget/requests', title: 'budget.requests', permission: 'budget.read', inNavigation: true, help: 'budget-requests', drafts: 'funding-request', load: () => import('./requests/RequestsPage.tsx') },
  { path: '/budget/requests/$id', title: 'budget.request', permission: 'budget.read', inNavigation: false, help: 'budget-request', load: () => import('./requests/RequestPage.tsx') },
  { path: '/budget/conflicts', title: 'budget.conflicts', permission: 'budget.read', inNavigation: true, help: 'budget-conflicts', load: () => import('./requests/ConflictsPage.tsx') },
  { path: '/budget/vouchers', title: 'budget.vouchers', permission: 'budget.read', inNavigation: true, help: 'budget-vouchers', load: () => import('./vouchers/VouchersPage.tsx') },
];
const year: readonly Screen[] = [
  { path: '/budget/year', title: 'budget.year', permission: 'budget.read', inNavigation: true, help: 'budget-year', load: () => import('./year/YearPage.tsx') },
  { path: '/budget/figures', title: 'budget.figures', permission: 'budget.read', inNavigation: true, help: 'budget-figures', load: () => import('./figures/FiguresPage.tsx') },
  { path: '/budget/entries', title: 'budget.entries', permission: 'budget.read', inNavigation: true, help: 'budget-entries', load: () => import('./year/EntriesPage.tsx') },
];
const sources: readonly Screen[] = [
  { path: '/budget/sources', title: 'budget.sources', permission: 'budget.read', inNavigation: true, help: 'budget-sources', drafts: 'funding-source', load: () => import('./sources/SourcesPage.tsx') },
  { path: '/budget/partners', title: 'budget.partners', permission: 'budget.read', inNavigation: true, help: 'budget-partners', drafts: 'funding-partner', load: () => import('./partners/PartnersPage.tsx') },
  { path: '/budget/pledges', title: 'budget.pledges', permission: 'budget.read', inNavigation: true, help: 'budget-pledges', drafts: 'funding-pledge', load: () => import('./partners/PledgesPage.tsx') },
  { path: '/budget/efforts', title: 'budget.efforts', permission: 'budget.read', inNavigation: true, help: 'budget-efforts', load: () => import('./sources/EffortsPage.tsx') },
];

/** Money: where it comes from, where it waits, and what proves it. */
export const budgetScreens: ScreenGroup = { id: 'budget', title: 'budget.group', icon: IconCoinYuan, screens: [...inArea('budget.area.requests', requests), ...inArea('budget.area.year', year), ...inArea('budget.area.sources', sources)] };
