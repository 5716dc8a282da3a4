import type { Work } from '#electron/database/unit-of-work.ts';
import type { Permission } from '#shared/contract/catalogue.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';

/** What a module puts on somebody's Today page. Words: locale key `today.item.<kind>`. */
export type TodaySource = {
  readonly permission?: Permission;
  items(work: Work): TodayItem[];
};
