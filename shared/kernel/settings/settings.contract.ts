import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';

export const settingsPermissions = { 'settings.edit': ['administrator'] } as const;
const { query, command, task } = operationsFor(settingsPermissions);

/** Rules of the station, kept in the encrypted file; every value has a floor so that no setting can switch protection off. */
export const stationSettingsSchema = z.strictObject({
  idleLockMinutes: z.int().min(5).max(30),
  passwordComplexity: z.boolean(),
  passwordMaxAgeDays: z.int().min(0).max(365),
  revealsPerDay: z.int().min(1).max(200),
  exportRowLimit: z.int().min(1).max(1_000_000),
  gridHouseholdsMin: z.int().min(1).max(5000),
  gridHouseholdsMax: z.int().min(1).max(5000),
  /** `{community}{type}{sequence}`: parts of a grid code, see grid-code.rules.ts. */
  gridCodeRule: z.enum(['community12+type1+seq2', 'community12+seq3', 'cjt349']),
});
export type StationSettings = z.infer<typeof stationSettingsSchema>;

/** How this PC shows the desk; needed before anybody signed in, so it lies beside the encrypted file and holds nothing personal. */
export const preferencesSchema = z.strictObject({
  locale: z.enum(['zh-CN', 'en']),
  colorScheme: z.enum(['light', 'dark', 'auto']),
  textSize: z.enum(['normal', 'large']),
  density: z.enum(['dense', 'comfortable']),
  zoom: z.number().min(0.5).max(3),
  /** Enter goes to the next field of a form instead of saving it. */
  enterMoves: z.boolean(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const settingsContract = {
  getSettings: query({ permission: 'session', input: z.strictObject({}), output: stationSettingsSchema }),
  updateSettings: command({ permission: 'settings.edit', input: stationSettingsSchema, output: stationSettingsSchema, invalidates: ['settings'] }),
  getPreferences: task({ permission: 'public', input: z.strictObject({}), output: preferencesSchema, invalidates: [] }),
  updatePreferences: task({ permission: 'public', input: preferencesSchema.partial(), output: preferencesSchema, invalidates: [] }),
};
