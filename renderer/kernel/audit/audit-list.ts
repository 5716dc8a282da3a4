import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { ledgerSource, type LedgerSource } from '#renderer/components/ledger/ledger-list.ts';
import type { Output } from '#shared/contract/define.ts';
import { auditFilterSchema, type auditContract, type AuditEntry } from '#shared/kernel/audit/audit.contract.ts';

/** An entry as a row of a list; the number it is kept under names it. */
export type AuditRow = AuditEntry & { readonly id: string };
export type AuditFilter = z.infer<typeof auditFilterSchema>;
type Answer = Output<typeof auditContract.listAuditEntries>;

const rowsIn = ({ entries }: Answer): AuditRow[] => entries.map((entry) => ({ ...entry, id: String(entry.seq) }));
const countIn = ({ count }: Answer): number => count;

/** Almost everything that is done adds an entry, so what was read before is never taken for the present log. */
const fresh = { staleTime: 0 } as const;

/** The whole log under a filter, newest first: the log has this one order. */
export const wholeLog = (filter: AuditFilter): LedgerSource<AuditRow, 'seq'> =>
  ledgerSource<Answer, Answer, AuditRow, 'seq'>({
    rows: ({ offset, limit }) => ({ ...api.audit.listAuditEntries({ filter, offset, limit }), ...fresh }),
    rowsIn,
    count: { ...api.audit.listAuditEntries({ filter, limit: 1 }), ...fresh },
    countIn,
  });

/** What the signed-in person did; nothing is filtered away. */
export const ownFilterSchema = z.strictObject({});
export const ownLog = (): LedgerSource<AuditRow, 'seq'> =>
  ledgerSource<Answer, Answer, AuditRow, 'seq'>({
    rows: ({ offset, limit }) => ({ ...api.audit.listOwnEntries({ offset, limit }), ...fresh }),
    rowsIn,
    count: { ...api.audit.listOwnEntries({ limit: 1 }), ...fresh },
    countIn,
  });
