import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { dayText, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { gridChangeSchema, gridDraftSchema, gridSchema, gridStatuses } from './grid.schema.ts';
import { organisationPathSchema, organisationProblems, organisationSchema } from './organisation.schema.ts';

export const territoryPermissions = {
  'territory.read': ['clerk', 'supervisor', 'trainer', 'finance', 'administrator', 'auditor'],
  'territory.edit': ['supervisor', 'administrator'],
} as const;
const { query, command } = operationsFor(territoryPermissions);

export const territoryOperations = {
  listOrganisations: query({
    permission: 'territory.read',
    input: z.strictObject({ parentId: z.uuid().nullable() }),
    output: z.array(organisationSchema),
  }),
  findOrganisations: query({
    permission: 'territory.read',
    input: z.strictObject({ text: z.string().trim().min(1).max(50), limit: z.int().min(1).max(100).default(30) }),
    output: z.array(organisationPathSchema),
  }),
  getOrganisation: query({ permission: 'territory.read', input: idInput, output: organisationPathSchema }),
  /** The community this station works for, with the chain above it. */
  getOwnCommunity: query({ permission: 'territory.read', input: z.strictObject({}), output: organisationPathSchema }),
  summariseOrganisations: query({
    permission: 'territory.read',
    input: z.strictObject({}),
    output: z.array(z.strictObject({ level: organisationSchema.shape.level, count: z.int() })),
  }),
  listOrganisationProblems: query({
    permission: 'territory.read',
    input: z.strictObject({ problem: z.enum(organisationProblems).optional(), ...windowShape }),
    output: z.strictObject({ rows: z.array(organisationPathSchema), count: z.int() }),
  }),
  /** The station's own community takes the chosen node's place in the tree: its code, name and parents. */
  chooseOwnCommunity: command({ permission: 'territory.edit', input: idInput, output: organisationPathSchema, invalidates: ['grid', 'session'] }),

  listGrids: query({
    permission: 'territory.read',
    input: z.strictObject({ communityId: z.uuid().optional(), status: z.enum(gridStatuses).optional(), text: z.string().max(50).default(''), ...windowShape }),
    output: z.strictObject({ rows: z.array(gridSchema), count: z.int() }),
  }),
  getGrid: query({ permission: 'territory.read', input: idInput, output: gridSchema }),
  suggestGridCode: query({ permission: 'territory.edit', input: z.strictObject({ type: gridDraftSchema.shape.type }), output: z.strictObject({ code: z.string() }) }),
  createGrid: command({ permission: 'territory.edit', input: gridDraftSchema, output: gridSchema, invalidates: ['grid', 'notifications', 'undo'] }),
  updateGrid: command({ permission: 'territory.edit', input: gridChangeSchema, output: gridSchema, invalidates: ['grid', 'notifications', 'undo'] }),
  /** Refused while households or persons still belong to the grid. */
  closeGrid: command({
    permission: 'territory.edit',
    input: z.strictObject({ ...versionedShape, closedOn: dayText, reason: z.string().trim().min(2).max(300) }),
    output: gridSchema,
    invalidates: ['grid', 'notifications', 'undo'],
  }),
  reopenGrid: command({ permission: 'territory.edit', input: z.strictObject({ ...versionedShape }), output: gridSchema, invalidates: ['grid', 'notifications', 'undo'] }),
};
