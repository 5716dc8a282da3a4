import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { rowFaults, sheetFields } from './count-sheet.rules.ts';
import { blockRowSchema, campaignChangeSchema, campaignDraftSchema, campaignRowSchema, campaignSheetSchema, doorFilterSchema, doorResidentsSchema, doorRowSchema, doorSortSchema, MOST_VISITS, visitSchema } from './count.schema.ts';

export const countPermissions = { 'count.read': ['clerk', 'supervisor'], 'count.record': ['clerk', 'supervisor'], 'count.manage': ['supervisor'] } as const;
const { query, report, command, task } = operationsFor(countPermissions);

const filter = doorFilterSchema.default(doorFilterSchema.parse({}));
const STALE = ['grid', 'notifications', 'audit', 'undo'];
const MOST_ON_A_SHEET = 6000;

const sheetRowSchema = z.strictObject({ row: z.int(), address: z.string(), faults: z.array(z.strictObject({ field: z.enum(sheetFields), fault: z.enum(rowFaults) })) });
/** What a sheet would do, or did: doors newly written, the same as stored, not filled in, already written otherwise, and rows that cannot be read. */
export const sheetVerdictSchema = z.strictObject({
  fresh: z.int(),
  same: z.int(),
  blank: z.int(),
  differing: z.array(z.strictObject({ row: z.int(), address: z.string(), ours: z.string(), theirs: z.string() })),
  bad: z.array(sheetRowSchema),
  /** Doors written by this call. */
  written: z.int(),
});
export type SheetVerdict = z.infer<typeof sheetVerdictSchema>;
/** A workbook as the isolated reader packed it. */
const workbook = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const sheetInput = { campaignId: z.uuid(), /** Takes the sheet's word for doors that were written down otherwise. */ overwrite: z.boolean() };

export const countOperations = {
  listCountCampaigns: query({ permission: 'count.read', input: z.strictObject({}), output: z.array(campaignRowSchema) }),
  /** Figures live while it runs, those of the closing day afterwards. */
  getCountCampaign: query({ permission: 'count.read', input: idInput, output: campaignSheetSchema }),
  /** Takes down every dwelling of the grids as it stands in the register now. */
  createCountCampaign: command({ permission: 'count.manage', input: campaignDraftSchema, output: campaignSheetSchema, invalidates: STALE }),
  updateCountCampaign: command({ permission: 'count.manage', input: campaignChangeSchema, output: campaignSheetSchema, invalidates: STALE }),
  /** From here on no door changes and the figures stay as they are. */
  closeCountCampaign: command({ permission: 'count.manage', input: z.strictObject(versionedShape), output: campaignSheetSchema, invalidates: STALE }),
  listDoors: query({ permission: 'count.read', input: z.strictObject({ filter, sort: doorSortSchema, ...windowShape }), output: z.array(doorRowSchema) }),
  countDoors: query({ permission: 'count.read', input: z.strictObject({ filter }), output: countSchema }),
  /** Doors by building, in the order of the walk. */
  listCountBlocks: query({ permission: 'count.read', input: idInput, output: z.array(blockRowSchema) }),
  /** Doors of one building with who is registered there. */
  listDoorResidents: query({ permission: 'count.record', input: z.strictObject({ campaignId: z.uuid(), gridId: z.uuid(), block: z.string().max(90) }), output: z.array(doorResidentsSchema) }),
  recordVisits: command({ permission: 'count.record', input: z.strictObject({ visits: z.array(visitSchema).min(1).max(MOST_VISITS) }), output: z.strictObject({ written: z.int() }), invalidates: STALE }),
  /** A door that the register does not know, found on the walk. */
  addDoor: command({ permission: 'count.record', input: z.strictObject({ campaignId: z.uuid(), gridId: z.uuid(), address: z.string().trim().min(1).max(200) }), output: doorRowSchema, invalidates: STALE }),

  /** All doors of a sheet at once, for paper and workbook. */
  listSheetDoors: report({ permission: 'count.read', input: z.strictObject({ filter }), output: z.array(doorRowSchema).max(MOST_ON_A_SHEET) }),
  describeCountSheet: report({
    permission: 'count.read',
    internal: true,
    input: z.strictObject({ campaignId: z.uuid(), gridIds: z.array(z.uuid()).max(200), blocks: z.array(z.string().max(90)).max(200) }),
    output: z.strictObject({ campaignId: z.uuid(), name: z.string(), uses: z.array(z.string()), rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))) }),
  }),
  saveCountSheet: task({
    permission: 'count.read',
    input: z.strictObject({ campaignId: z.uuid(), gridIds: z.array(z.uuid()).max(200), blocks: z.array(z.string().max(90)).max(200), suggestedName: z.string().max(120), path: z.string().max(1000).optional() }),
    output: z.strictObject({ path: z.string(), doors: z.int() }),
    invalidates: ['audit'],
  }),
  /** Reads a filled sheet and says what it would do; nothing changes. */
  checkCountSheet: task({ permission: 'count.record', input: z.strictObject({ ...sheetInput, path: z.string().min(1).max(1000) }), output: sheetVerdictSchema, invalidates: [] }),
  /** Reads it again and writes what can be written, as one act. */
  takeCountSheet: task({ permission: 'count.record', input: z.strictObject({ ...sheetInput, path: z.string().min(1).max(1000) }), output: sheetVerdictSchema, invalidates: STALE }),
  weighCountSheet: query({ permission: 'count.record', internal: true, input: z.strictObject({ ...sheetInput, workbook }), output: sheetVerdictSchema }),
  writeCountSheet: command({ permission: 'count.record', internal: true, input: z.strictObject({ ...sheetInput, workbook }), output: sheetVerdictSchema, invalidates: STALE }),
};
