import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, idInput, windowShape } from '#shared/contract/list.ts';
import { bodyChangeSchema, bodyDraftSchema, bodyFilterSchema, bodySchema, bodySortSchema } from './body.schema.ts';

export const bodiesPermissions = {
  'bodies.read': ['clerk', 'supervisor', 'trainer', 'finance', 'administrator', 'auditor'],
  'bodies.edit': ['clerk', 'supervisor', 'administrator'],
} as const;
const { query, command } = operationsFor(bodiesPermissions);

export const bodiesOperations = {
  listBodies: query({ permission: 'bodies.read', input: z.strictObject({ filter: bodyFilterSchema.prefault({}), sort: bodySortSchema, ...windowShape }), output: z.array(bodySchema) }),
  countBodies: query({ permission: 'bodies.read', input: z.strictObject({ filter: bodyFilterSchema.prefault({}) }), output: countSchema }),
  getBody: query({ permission: 'bodies.read', input: idInput, output: bodySchema }),
  createBody: command({ permission: 'bodies.edit', input: bodyDraftSchema, output: bodySchema, invalidates: ['grid', 'notifications'] }),
  updateBody: command({ permission: 'bodies.edit', input: bodyChangeSchema, output: bodySchema, invalidates: ['grid', 'notifications'] }),
};
