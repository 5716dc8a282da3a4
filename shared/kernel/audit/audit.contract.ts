import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { doneSchema, instantText, windowShape } from '#shared/contract/list.ts';

export const auditPermissions = {
  /** Every entry. */
  'audit.read': ['auditor', 'supervisor'],
  'audit.verify': ['auditor', 'supervisor', 'administrator'],
  /** Decide what happens after the file was found older than its anchor. */
  'audit.settle': ['supervisor'],
} as const;
const { query, report, command } = operationsFor(auditPermissions);

export const auditEntrySchema = z.strictObject({
  seq: z.int(),
  at: instantText,
  actorName: z.string(),
  action: z.string(),
  entity: z.string(),
  entityId: z.string(),
  /** Masked parameters of the action, e.g. counts, field names, reasons. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  result: z.enum(['done', 'refused']),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditFilterSchema = z.strictObject({
  actorId: z.uuid().optional(),
  action: z.string().max(100).optional(),
  entity: z.string().max(60).optional(),
  entityId: z.string().max(60).optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});

export const auditProblemSchema = z.strictObject({
  kind: z.enum(['gap', 'mac', 'link', 'seal', 'anchor', 'changes', 'row']),
  /** Sequence number of the entry, or 0 when the problem is not at one entry. */
  seq: z.int(),
  entity: z.string(),
  entityId: z.string(),
});
export const auditVerdictSchema = z.strictObject({
  entries: z.int(),
  head: z.string(),
  problems: z.array(auditProblemSchema),
  /** Which checks could be made: without the printed key the entries' own seals cannot be recomputed. */
  checks: z.strictObject({ order: z.boolean(), seals: z.boolean(), anchor: z.boolean(), changes: z.boolean(), rows: z.boolean() }),
});
export type AuditVerdict = z.infer<typeof auditVerdictSchema>;

export const changeSchema = z.strictObject({
  seq: z.int(),
  at: instantText,
  actorName: z.string(),
  action: z.string(),
  version: z.int(),
  /** Field → [before, after], sensitive values masked. */
  fields: z.record(z.string(), z.tuple([z.json(), z.json()])),
});
export type Change = z.infer<typeof changeSchema>;

export const auditContract = {
  listAuditEntries: query({
    permission: 'audit.read',
    input: z.strictObject({ filter: auditFilterSchema, ...windowShape }),
    output: z.strictObject({ entries: z.array(auditEntrySchema), count: z.int() }),
  }),
  /** What the signed-in person did, for everybody. */
  listOwnEntries: query({
    permission: 'session',
    input: z.strictObject({ ...windowShape }),
    output: z.strictObject({ entries: z.array(auditEntrySchema), count: z.int() }),
  }),
  /** Who changed what in one record, newest first; only for who may see the record itself. */
  listChanges: query({ permission: 'session', input: z.strictObject({ entity: z.string().max(60), id: z.uuid() }), output: z.array(changeSchema) }),
  verifyAudit: report({
    permission: 'audit.verify',
    input: z.strictObject({ auditKey: z.string().max(200).optional() }),
    output: auditVerdictSchema,
  }),
  settleRollback: command({ permission: 'audit.settle', input: z.strictObject({ reason: z.string().trim().min(2).max(300) }), output: doneSchema, invalidates: ['session', 'audit'] }),
  /** Something main must put on record itself: sign-in, refusal, export, backup. */
  recordEvent: command({
    permission: 'session',
    internal: true,
    input: z.strictObject({
      action: z.string().max(100),
      entity: z.string().max(60),
      entityId: z.string().max(60),
      detail: auditEntrySchema.shape.detail,
      result: z.enum(['done', 'refused']),
    }),
    output: doneSchema,
    invalidates: ['audit'],
  }),
};
