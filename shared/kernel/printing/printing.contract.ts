import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';

export const printingPermissions = {} as const;
const { task } = operationsFor(printingPermissions);

export const paperSizes = ['A4', 'A3'] as const;
export type PaperSize = (typeof paperSizes)[number];
/** What somebody takes home: a receipt, a number. */
export const slipSizes = ['A5', 'A6'] as const;

/** What goes on paper is what the window shows on its sheets, masked as everywhere; that it went there is on record. */
export const printingContract = {
  printPaper: task({
    permission: 'session',
    input: z.strictObject({
      /** The list, or the kind of record, and which one; a screen as it stands has none. */
      entity: z.string().min(1).max(60),
      entityId: z.string().max(60),
      rows: z.int().min(0),
      pages: z.int().min(0),
      size: z.enum([...paperSizes, ...slipSizes]),
      landscape: z.boolean(),
      /** The sheets bring their own head and foot; a screen gets those of the program. */
      hasOwnFrame: z.boolean(),
      title: z.string().max(120),
      reason: z.string().trim().max(300),
      to: z.enum(['printer', 'pdf']),
      suggestedName: z.string().max(120),
      path: z.string().max(1000).optional(),
    }),
    /** Null when it went to a printer. */
    output: z.strictObject({ path: z.string().nullable() }),
    invalidates: ['audit'],
  }),
};
