import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, dayText, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { matterMoveInputSchema } from './matter-move.schema.ts';
import { matterFunctionSchema, matterKindSchema, matterLimitDraftSchema, matterLimitSchema, matterRulesSchema, matterUnitSchema, stationCodes } from './matter-routes.schema.ts';
import { matterStepFilterSchema, matterStepRowSchema, matterStepSortSchema, unitMarkFilterSchema, unitMarkRowSchema, unitMarkSortSchema } from './matter-rows.schema.ts';
import { matterFiguresSchema } from './matter-figures.schema.ts';
import { matterChangeSchema, matterDraftSchema, matterDuplicateSchema, matterFilterSchema, matterPlaceSchema, matterRowSchema, matterSheetSchema, matterSortSchema, matterSuggestionSchema, matterTypedSchema, unitRefSchema } from './matter.schema.ts';

/** The desk reads and moves; what the stations and limits are is decided by who is responsible for them. */
export const mattersPermissions = { 'matters.read': ['clerk', 'supervisor', 'auditor'], 'matters.edit': ['clerk', 'supervisor'], 'matters.arrange': ['supervisor'] } as const;
const { query, report, command } = operationsFor(mattersPermissions);

const filter = matterFilterSchema.default(matterFilterSchema.parse({}));
const stepFilter = matterStepFilterSchema.default(matterStepFilterSchema.parse({}));
const markFilter = unitMarkFilterSchema.default(unitMarkFilterSchema.parse({}));
const STALE = ['grid', 'notifications', 'audit', 'undo'];
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const mattersOperations = {
  listMatters: query({ permission: 'matters.read', input: z.strictObject({ filter, sort: matterSortSchema, ...windowShape }), output: z.array(matterRowSchema) }),
  countMatters: query({ permission: 'matters.read', input: z.strictObject({ filter }), output: countSchema }),
  getMatter: query({ permission: 'matters.read', input: idInput, output: matterSheetSchema }),
  findMatterPlaces: query({ permission: 'matters.read', input: z.strictObject({ text: z.string().trim().max(200) }), output: z.array(matterPlaceSchema) }),
  suggestMatterKinds: query({ permission: 'matters.read', input: matterTypedSchema, output: z.array(matterSuggestionSchema) }),
  findMatterDuplicates: query({ permission: 'matters.read', input: matterTypedSchema, output: z.array(matterDuplicateSchema) }),
  createMatter: command({ permission: 'matters.edit', input: matterDraftSchema, output: matterSheetSchema, invalidates: STALE }),
  updateMatter: command({ permission: 'matters.edit', input: matterChangeSchema, output: matterSheetSchema, invalidates: STALE }),
  moveMatter: command({ permission: 'matters.edit', input: matterMoveInputSchema, output: matterSheetSchema, invalidates: STALE }),
  /** Put on the list of model cases, of legacy matters, or on top of the queue; no step of its life. */
  flagMatter: command({ permission: 'matters.edit', input: z.strictObject({ ...versionedShape, pinned: z.boolean(), isModel: z.boolean(), isLegacy: z.boolean() }), output: matterSheetSchema, invalidates: STALE }),
  /** A unit must read it and may not act. */
  copyMatter: command({ permission: 'matters.edit', input: z.strictObject({ ...versionedShape, units: z.array(unitRefSchema).min(1).max(20) }), output: matterSheetSchema, invalidates: STALE }),
  confirmCopyRead: command({ permission: 'matters.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
  /** What the ladder would do now: unsigned or late matters that have not been urged or carded for it. */
  countMatterLadder: query({ permission: 'matters.edit', input: z.strictObject({}), output: z.strictObject({ yellow: z.int(), red: z.int() }) }),
  applyMatterLadder: command({ permission: 'matters.edit', input: z.strictObject({}), output: z.strictObject({ yellow: z.int(), red: z.int() }), invalidates: STALE }),
  summariseMatters: report({ permission: 'matters.read', input: z.strictObject({ from: month, until: month }), output: matterFiguresSchema }),
  /** Marks of the two-way assessment by unit, each tied to the matter that proves it. */
  summariseUnitMarks: query({
    permission: 'matters.read',
    input: z.strictObject({ from: dayText, until: dayText }),
    output: z.array(z.strictObject({ unit: matterUnitSchema, urged: z.int(), yellow: z.int(), red: z.int(), returned: z.int(), rework: z.int(), late: z.int(), onTime: z.int(), escalated: z.int(), points: z.int() })),
  }),
  /** The steps behind a median. */
  listMatterSteps: query({ permission: 'matters.read', input: z.strictObject({ filter: stepFilter, sort: matterStepSortSchema, ...windowShape }), output: z.array(matterStepRowSchema) }),
  countMatterSteps: query({ permission: 'matters.read', input: z.strictObject({ filter: stepFilter }), output: countSchema }),
  /** The marks behind the sum of a unit. */
  listUnitMarks: query({ permission: 'matters.read', input: z.strictObject({ filter: markFilter, sort: unitMarkSortSchema, ...windowShape }), output: z.array(unitMarkRowSchema) }),
  countUnitMarks: query({ permission: 'matters.read', input: z.strictObject({ filter: markFilter }), output: countSchema }),
  listMatterUnits: query({ permission: 'matters.read', input: z.strictObject({}), output: z.array(matterUnitSchema) }),
  listMatterOwners: query({ permission: 'matters.read', input: z.strictObject({}), output: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
  listStations: query({
    permission: 'matters.read',
    input: z.strictObject({}),
    output: z.array(z.strictObject({ code: z.enum(stationCodes), functions: z.array(z.string()), kinds: z.array(z.string()), open: z.int(), overdue: z.int(), reported: z.int(), settled: z.int(), inTime: z.int() })),
  }),
  listMatterKinds: query({ permission: 'matters.arrange', input: z.strictObject({}), output: z.array(matterKindSchema) }),
  saveMatterKind: command({ permission: 'matters.arrange', input: matterKindSchema, output: matterKindSchema, invalidates: STALE }),
  listMatterFunctions: query({ permission: 'matters.arrange', input: z.strictObject({}), output: z.array(matterFunctionSchema) }),
  saveMatterFunction: command({ permission: 'matters.arrange', input: matterFunctionSchema, output: matterFunctionSchema, invalidates: STALE }),
  listMatterLimits: query({ permission: 'matters.arrange', input: z.strictObject({}), output: z.array(matterLimitSchema) }),
  addMatterLimit: command({ permission: 'matters.arrange', input: matterLimitDraftSchema, output: matterLimitSchema, invalidates: STALE }),
  removeMatterLimit: command({ permission: 'matters.arrange', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
  getMatterRules: query({ permission: 'matters.arrange', input: z.strictObject({}), output: matterRulesSchema }),
  saveMatterRules: command({ permission: 'matters.arrange', input: matterRulesSchema, output: matterRulesSchema, invalidates: STALE }),
};
