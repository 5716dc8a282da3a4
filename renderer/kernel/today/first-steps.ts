import type { MessageId } from '#renderer/i18n/messages.ts';
import type { Permission } from '#shared/contract/catalogue.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';

export type FirstStep = { readonly id: string; readonly title: MessageId; readonly about: MessageId; readonly to: string; readonly done: boolean };

type Station = { readonly items: readonly TodayItem[]; readonly accounts: number; /** Persons in the register, or committed imports for who may not count them. */ readonly residents: number };
type Planned = Omit<FirstStep, 'done'> & { readonly permission: Permission; readonly isDone: (station: Station) => boolean };

const lacks = ({ items }: Station, kind: string): boolean => items.some((item) => item.kind === kind);

/** The way from an empty station to a working one, each step with who can take it. */
const plan: readonly Planned[] = [
  { id: 'accounts', permission: 'accounts.manage', title: 'today.step.accounts', about: 'today.step.accounts.about', to: '/system/accounts', isDone: ({ accounts }) => accounts > 1 },
  { id: 'community', permission: 'territory.edit', title: 'today.step.community', about: 'today.step.community.about', to: '/grid/organisations', isDone: (station) => !lacks(station, 'own-community-not-chosen') },
  { id: 'grids', permission: 'territory.edit', title: 'today.step.grids', about: 'today.step.grids.about', to: '/grid/grids', isDone: (station) => !lacks(station, 'no-grids-yet') },
  { id: 'import', permission: 'imports.residents', title: 'today.step.import', about: 'today.step.import.about', to: '/system/imports', isDone: ({ residents }) => residents > 0 },
];

/** The steps the person may take, done or not; none once all of them are done. */
export function firstSteps(station: Station, may: (permission: Permission) => boolean): FirstStep[] {
  const steps = plan.filter((step) => may(step.permission)).map(({ permission: _permission, isDone, ...step }) => ({ ...step, done: isDone(station) }));
  return steps.every((step) => step.done) ? [] : steps;
}
