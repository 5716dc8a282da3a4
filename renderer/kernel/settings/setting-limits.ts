import { stationSettingsSchema, type StationSettings } from '#shared/kernel/settings/settings.contract.ts';

/** The rules that are numbers, in the order of the screen. */
export const numberSettings = ['idleLockMinutes', 'passwordMaxAgeDays', 'revealsPerDay', 'exportRowLimit', 'gridHouseholdsMin', 'gridHouseholdsMax'] as const satisfies readonly (keyof StationSettings)[];
export type NumberSetting = (typeof numberSettings)[number];

/** Floor and ceiling as main keeps them, so that the screen never promises what would be refused. */
export function limitsOf(setting: NumberSetting): { readonly min: number; readonly max: number } {
  const { minValue, maxValue } = stationSettingsSchema.shape[setting];
  return { min: minValue ?? 0, max: maxValue ?? Number.MAX_SAFE_INTEGER };
}

export const gridCodeRules = stationSettingsSchema.shape.gridCodeRule.options;

/** Main refuses the same (settings.module.ts): a grid cannot need more households than it may have. */
export const orderedSettingsSchema = stationSettingsSchema.refine(({ gridHouseholdsMin, gridHouseholdsMax }) => gridHouseholdsMin <= gridHouseholdsMax, { path: ['gridHouseholdsMax'] });
