import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { sourcesPermissions } from '../sources/sources.contract.ts';
import { requestSteps } from '../requests/steps.rules.ts';
import { sourceKinds } from '../sources/source.schema.ts';

const { report } = operationsFor(sourcesPermissions);
const year = z.strictObject({ year: z.int().min(2000).max(2100) });

const shareRow = z.strictObject({ id: z.uuid().nullable(), name: z.string(), budgetFen: z.int(), spentFen: z.int(), permille: z.int().nullable() });
export const figuresSchema = z.strictObject({
  byLine: z.array(shareRow),
  bySource: z.array(shareRow),
  byGrid: z.array(z.strictObject({ id: z.uuid().nullable(), name: z.string(), spentFen: z.int(), requests: z.int() })),
  /** Cash that came in over the year by source; goods and volunteers' time stand apart. */
  mix: z.array(z.strictObject({ id: z.uuid(), name: z.string(), kind: z.enum(sourceKinds), receivedFen: z.int() })),
  dependencePermille: z.int().nullable(),
  goodsFen: z.int(),
  volunteerFen: z.int(),
  volunteerMinutes: z.int(),
});
export type Figures = z.infer<typeof figuresSchema>;

export const waysSchema = z.strictObject({
  bySource: z.array(z.strictObject({ id: z.uuid(), name: z.string(), decided: z.int(), approved: z.int(), permille: z.int().nullable(), medianDays: z.int().nullable() })),
  byLevel: z.array(z.strictObject({ level: z.int(), decided: z.int(), approved: z.int(), permille: z.int().nullable(), medianDays: z.int().nullable(), overdue: z.int() })),
  byStep: z.array(z.strictObject({ step: z.enum(requestSteps), left: z.int(), medianDays: z.int().nullable(), longestDays: z.int().nullable() })),
  byReason: z.array(z.strictObject({ code: z.string(), returned: z.int(), rejected: z.int(), medianDays: z.int().nullable() })),
  lossFen: z.int(),
  losses: z.array(z.strictObject({ requestId: z.uuid(), no: z.string(), title: z.string(), note: z.string(), fen: z.int(), days: z.int() })),
});
export type Ways = z.infer<typeof waysSchema>;

export const forecastSchema = z.strictObject({
  /** Cash in all accounts today. */
  nowFen: z.int(),
  months: z.array(z.strictObject({ month: z.string(), approvedFen: z.int(), recurringFen: z.int(), leftFen: z.int() })),
});
export type Forecast = z.infer<typeof forecastSchema>;

export const alarmKinds = ['overdue', 'late-money', 'line-below-zero', 'line-nearly-spent', 'spending-ended', 'pledge-due', 'year-not-opened'] as const;
export const alarmSchema = z.strictObject({ kind: z.enum(alarmKinds), severity: z.enum(['red', 'amber']), params: z.record(z.string(), z.union([z.string(), z.number()])), to: z.string() });
export type Alarm = z.infer<typeof alarmSchema>;

export const figuresOperations = {
  summariseYear: report({ permission: 'budget.read', input: year, output: figuresSchema }),
  summariseWays: report({ permission: 'budget.read', input: year, output: waysSchema }),
  forecastCash: report({ permission: 'budget.read', input: year, output: forecastSchema }),
  listAlarms: report({ permission: 'budget.read', input: z.strictObject({}), output: z.array(alarmSchema) }),
};
