import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { doneSchema, versionedShape } from '#shared/contract/list.ts';
import { blockSchema, blockShape, type BlockField } from '../blocks/block.schema.ts';
import { personSheetSchema } from '../person.schema.ts';
import { registerPermissions } from '../register.contract.ts';

const { query, report, command } = operationsFor(registerPermissions);

/** Why two entries may be one person, the surest first. */
export const duplicateReasons = ['id-number', 'name-birth', 'phone-name', 'name-address'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];
/** So many pairs are answered; the rest are found again when these are settled. */
export const MOST_PAIRS = 1000;

const side = z.strictObject({ id: z.string(), version: z.int(), name: z.string(), birthOn: z.string().nullable(), idNumberMasked: z.string(), phoneMasked: z.string(), gridName: z.string(), presentAddress: z.string() });
export const duplicatePairSchema = z.strictObject({ one: side, other: side, reasons: z.array(z.enum(duplicateReasons)) });
export type DuplicatePair = z.infer<typeof duplicatePairSchema>;

/** What is decided field by field in a merge, beside the block of the category. */
export const mergeFields = [
  'name', 'formerName', 'reading', 'sex', 'birthOn', 'idType', 'idNumber', 'ethnic', 'nativePlace', 'marital', 'political', 'education', 'occupation', 'workplace', 'phone', 'category',
  'registeredPlace', 'registeredAddress', 'presentAddress', 'livesWhereRegistered', 'gridId', 'householdId', 'dwellingId', 'note',
] as const;
export type MergeField = (typeof mergeFields)[number];
/** The fields of the block, each decided for itself as well. */
export const mergeBlockFields = Object.keys(blockShape) as BlockField[]; // the keys of the shape

const mergeSide = personSheetSchema.extend({ block: blockSchema });
const pairInput = { keep: z.strictObject(versionedShape), drop: z.strictObject(versionedShape) };
const STALE = ['grid', 'notifications', 'audit', 'undo'];

export const duplicateOperations = {
  findDuplicates: report({ permission: 'register.read', input: z.strictObject({}), output: z.strictObject({ persons: z.int(), found: z.int(), pairs: z.array(duplicatePairSchema) }) }),
  comparePersons: query({ permission: 'register.read', input: z.strictObject({ keepId: z.uuid(), dropId: z.uuid() }), output: z.strictObject({ keep: mergeSide, drop: mergeSide }) }),
  /** One person of two entries. `take` and `takeBlock` name the fields whose value is the other entry's; an empty field is filled from it anyway. */
  mergePersons: command({ permission: 'register.remove', input: z.strictObject({ ...pairInput, take: z.array(z.enum(mergeFields)).max(mergeFields.length), takeBlock: z.array(z.enum(mergeBlockFields)).max(mergeBlockFields.length).default([]) }), output: personSheetSchema, invalidates: STALE }),
  /** Two persons after all: the pair is not offered again. */
  keepApart: command({ permission: 'register.edit', input: z.strictObject({ oneId: z.uuid(), otherId: z.uuid() }), output: doneSchema, invalidates: STALE }),
};
