import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { doneSchema, idInput, versionedShape } from '#shared/contract/list.ts';
import { gridEventSchema, gridPlaceSchema, mergeSchema, splitSchema } from './grid-life.schema.ts';
import { gridTeamSchema, placeKindSchema, slotDraftSchema, slotSchema } from './grid-team.schema.ts';

export const gridLifePermissions = {
  'grid-life.read': ['clerk', 'supervisor', 'trainer', 'finance', 'administrator', 'auditor'],
  /** Cut and join grids: it moves people, so it is for who may also see them. */
  'grid-life.reshape': ['supervisor'],
  'grid-life.team': ['supervisor', 'administrator'],
} as const;
const { query, command } = operationsFor(gridLifePermissions);

export const gridLifeOperations = {
  listGridPlaces: query({ permission: 'grid-life.reshape', input: idInput, output: z.array(gridPlaceSchema) }),
  listGridEvents: query({ permission: 'grid-life.read', input: z.strictObject({ gridId: z.uuid() }), output: z.array(gridEventSchema) }),
  splitGrid: command({ permission: 'grid-life.reshape', input: splitSchema, output: gridEventSchema, invalidates: ['grid', 'staff', 'notifications'] }),
  mergeGrids: command({ permission: 'grid-life.reshape', input: mergeSchema, output: gridEventSchema, invalidates: ['grid', 'staff', 'notifications'] }),
  /** Takes a split or merge back: every record is again where it was. */
  undoGridEvent: command({
    permission: 'grid-life.reshape',
    input: z.strictObject({ ...versionedShape, reason: z.string().trim().min(2).max(300) }),
    output: gridEventSchema,
    invalidates: ['grid', 'staff', 'notifications'],
  }),
  listGridTeams: query({
    permission: 'grid-life.read',
    input: z.strictObject({ gridId: z.uuid().optional() }),
    output: z.strictObject({ kinds: z.array(placeKindSchema), teams: z.array(gridTeamSchema) }),
  }),
  saveGridSlot: command({ permission: 'grid-life.team', input: slotDraftSchema, output: slotSchema, invalidates: ['grid', 'notifications'] }),
  clearGridSlot: command({ permission: 'grid-life.team', input: z.strictObject(versionedShape), output: doneSchema, invalidates: ['grid', 'notifications'] }),
};
