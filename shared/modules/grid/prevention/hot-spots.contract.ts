import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { gridAlarmSchema, hotSpotInputSchema, hotSpotMatterSchema, hotSpotSchema } from './hot-spot.schema.ts';
import { preventionPermissions } from './prevention.contract.ts';

const { query, report } = operationsFor(preventionPermissions);

export const hotSpotOperations = {
  listHotSpots: report({ permission: 'prevention.read', input: hotSpotInputSchema, output: z.array(hotSpotSchema) }),
  /** Exactly the matters that one hot spot counts. */
  listHotSpotMatters: query({ permission: 'prevention.read', input: z.strictObject({ by: z.enum(['place', 'kind']), days: z.int().min(7).max(365), placeKey: z.string().max(200), kind: z.string().max(20), gridId: z.uuid().nullable() }), output: z.array(hotSpotMatterSchema) }),
  /** Each grid against its own recent past (early-warning.rules.ts). */
  listGridAlarms: report({ permission: 'prevention.read', input: z.strictObject({ kind: z.string().max(20).nullable() }), output: z.array(gridAlarmSchema) }),
};
