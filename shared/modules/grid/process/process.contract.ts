import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { enableProcessMapSchema, endProcessMapSchema, processEvidenceSchema, processFiguresSchema, processMapChangeSchema, processMapDraftSchema, processMapFilterSchema, processMapRowSchema, processMapSheetSchema, processMapSortSchema } from './process.schema.ts';

/** Whoever reads matters reads how they are done; how they are done is the supervisor's to decide. */
export const processPermissions = { 'process.read': ['clerk', 'supervisor', 'auditor'], 'process.edit': ['supervisor'] } as const;
const { query, report, command } = operationsFor(processPermissions);

const filter = processMapFilterSchema.default(processMapFilterSchema.parse({}));
const one = z.strictObject(versionedShape);
const edits = <I extends z.ZodType>(input: I) => command({ permission: 'process.edit', input, output: processMapSheetSchema, invalidates: ['grid', 'audit', 'undo'] });

export const processOperations = {
  listProcessMaps: query({ permission: 'process.read', input: z.strictObject({ filter, sort: processMapSortSchema, ...windowShape }), output: z.array(processMapRowSchema) }),
  countProcessMaps: query({ permission: 'process.read', input: z.strictObject({ filter }), output: countSchema }),
  summariseProcessMaps: query({ permission: 'process.read', input: z.strictObject({}), output: processFiguresSchema }),
  getProcessMap: query({ permission: 'process.read', input: idInput, output: processMapSheetSchema }),
  /** The matters of its kind before and since it came into force. */
  measureProcessMap: report({ permission: 'process.read', input: idInput, output: processEvidenceSchema }),
  createProcessMap: edits(processMapDraftSchema),
  /** Only a draft is changed; what is in force is followed by a next edition. */
  updateProcessMap: edits(processMapChangeSchema),
  /** Puts a draft into force from a day, which may lie ahead; the edition in force until then is replaced on that day in the same act. */
  enableProcessMap: edits(enableProcessMapSchema),
  /** Before its day an announced map becomes a draft again, and the edition it was to replace stays in force. */
  withdrawProcessMap: edits(one),
  /** A new draft that begins with the way it is done now. */
  copyProcessMap: edits(one),
  endProcessMap: edits(endProcessMapSchema),
  removeProcessMap: command({ permission: 'process.edit', input: one, output: doneSchema, invalidates: ['grid', 'audit', 'undo'] }),
};
