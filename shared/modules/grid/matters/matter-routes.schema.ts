import { z } from 'zod';
import { clockKinds, unitKinds } from './matter-machine.rules.ts';
import { matterLevels, unitRefSchema } from './matter.schema.ts';

/** Three centres above, three stations below (Y4): what they are called is the window's words `matters.unit.<code>`. */
export const stationCodes = ['governance-station', 'grid-station', 'service-station', 'governance-centre', 'grid-centre', 'service-centre'] as const;
export type StationCode = (typeof stationCodes)[number];
export const isStationCode = (code: string): code is StationCode => (stationCodes as readonly string[]).includes(code);

const station = z.enum(stationCodes);
const words = z.array(z.string().trim().min(1).max(20)).max(60);

/** Where matters of a kind go, and by which words a kind is recognised. */
export const matterKindSchema = z.strictObject({ code: z.string().trim().min(1).max(20), group: z.string().trim().min(1).max(20), station: z.enum(['governance-station', 'grid-station', 'service-station']), urgent: z.boolean(), words });
export type MatterKind = z.infer<typeof matterKindSchema>;
export const matterFunctionSchema = z.strictObject({ code: z.string().trim().min(1).max(20), station });
export type MatterFunction = z.infer<typeof matterFunctionSchema>;
export const shippedRoutesSchema = z.strictObject({ kinds: z.array(matterKindSchema).min(1), functions: z.array(matterFunctionSchema).min(1) });

const limitShape = {
  clock: z.enum(clockKinds),
  kind: z.string().max(20).nullable(),
  level: z.enum(matterLevels).nullable(),
  unitKind: z.enum(unitKinds).nullable(),
  unitId: z.string().max(60).nullable(),
  yellow: z.int().min(0).max(400),
  red: z.int().min(0).max(400),
};
const inOrder = ({ yellow, red }: { readonly yellow: number; readonly red: number }): boolean => yellow <= red;
export const matterLimitDraftSchema = z.strictObject(limitShape).refine(inOrder, { path: ['red'] });
export const matterLimitSchema = z.strictObject({ id: z.uuid(), version: z.int(), ...limitShape });
export type MatterLimit = z.infer<typeof matterLimitSchema>;

export const numberRules = ['day4', 'month5', 'year6'] as const;
export const matterRulesSchema = z.strictObject({
  /** `day4` 20261126-0007, `month5` 202611-00007, `year6` 2026-000007. */
  numberRule: z.enum(numberRules),
  /** Days after the end within which a matter can be opened again. */
  reopenDays: z.int().min(0).max(365),
  /** Working days after the red limit at which the escalation sheet is due. */
  escalateDays: z.int().min(0).max(60),
  /** After so many returns only a joint handling with one lead unit goes on. */
  jointAfter: z.int().min(1).max(20),
});
export type MatterRules = z.infer<typeof matterRulesSchema>;
export const DEFAULT_RULES: MatterRules = { numberRule: 'day4', reopenDays: 30, escalateDays: 3, jointAfter: 3 };

export const matterUnitSchema = unitRefSchema.extend({ name: z.string() });
export type MatterUnit = z.infer<typeof matterUnitSchema>;
