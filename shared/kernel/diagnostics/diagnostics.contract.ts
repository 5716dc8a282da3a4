import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';

export const diagnosticsPermissions = {} as const;
const { task } = operationsFor(diagnosticsPermissions);

export const diagnosticsContract = {
  /** What a maintainer needs to know of this PC and its failures, as one readable text without anybody's data. */
  exportDiagnostics: task({ permission: 'session', input: z.strictObject({ suggestedName: z.string().max(120), path: z.string().max(1000).optional() }), output: z.strictObject({ path: z.string() }), invalidates: ['audit'] }),
};
