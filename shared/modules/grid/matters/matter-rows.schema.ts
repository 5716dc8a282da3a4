import { z } from 'zod';
import { dayText, instantText, sortBy } from '#shared/contract/list.ts';
import { markKinds, matterMoves, matterStates } from './matter-machine.rules.ts';
import { unitRefSchema } from './matter.schema.ts';

const ofMatter = { id: z.string(), matterId: z.uuid(), number: z.string(), subject: z.string(), gridName: z.string(), unit: unitRefSchema.extend({ name: z.string() }) };

/** One step out of a state: a row behind the median of that state. */
export const matterStepRowSchema = z.strictObject({ ...ofMatter, fromState: z.enum(matterStates), toState: z.enum(matterStates), move: z.enum(matterMoves), movedAt: instantText, byName: z.string(), hours: z.int(), days: z.int().nullable(), limitDays: z.int().nullable() });
export type MatterStepRow = z.infer<typeof matterStepRowSchema>;
export const matterStepFilterSchema = z.strictObject({ states: z.array(z.enum(matterStates)).max(20).default([]), from: dayText.nullable().default(null), until: dayText.nullable().default(null) });
export type MatterStepFilter = z.infer<typeof matterStepFilterSchema>;
export const matterStepSortSchema = sortBy(['hours', 'movedAt'], 'hours');

/** One mark of a unit: a row behind its sum in the two-way assessment. */
export const unitMarkRowSchema = z.strictObject({ ...ofMatter, kind: z.enum(markKinds), markedOn: dayText, points: z.int(), automatic: z.boolean() });
export type UnitMarkRow = z.infer<typeof unitMarkRowSchema>;
export const unitMarkFilterSchema = z.strictObject({ unitIds: z.array(z.string().max(60)).max(500).default([]), kinds: z.array(z.enum(markKinds)).max(20).default([]), from: dayText.nullable().default(null), until: dayText.nullable().default(null) });
export type UnitMarkFilter = z.infer<typeof unitMarkFilterSchema>;
export const unitMarkSortSchema = sortBy(['markedOn', 'points'], 'markedOn');
