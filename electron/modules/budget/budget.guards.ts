import type { AttachmentOwnerGuard } from '#electron/kernel/attachments/attachment-owner.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import { fail } from '#shared/errors/app-error.ts';

const here = (work: Work, record: { readonly communityId: string } | undefined): boolean => record?.communityId === work.actor.communityId;
const seesRequest = (work: Work, id: string): boolean => work.fundingRequests.find(work.actor, id) !== undefined;
const seesVoucher = (work: Work, id: string): boolean => work.vouchers.row(work.actor, id) !== undefined;

export const budgetHistory: Readonly<Record<string, HistoryGuard>> = {
  funding_source: { permission: 'budget.read', isVisible: (work, id) => here(work, work.fundingSources.find(id)) },
  budget_year: { permission: 'budget.read', isVisible: (work, id) => here(work, work.budgetYears.find(id)) },
  budget_line: { permission: 'budget.read', isVisible: (work, id) => here(work, work.budgetLines.find(id)) },
  funding_request: { permission: 'budget.read', isVisible: seesRequest },
  funding_step: { permission: 'budget.read', isVisible: (work, id) => seesRequest(work, work.fundingSteps.find(id)?.requestId ?? '') },
  voucher: { permission: 'budget.read', isVisible: seesVoucher },
  funding_partner: { permission: 'budget.read', isVisible: (work, id) => here(work, work.fundingPartners.find(id)) },
  funding_pledge: { permission: 'budget.read', isVisible: (work, id) => here(work, work.fundingPartners.findPledge(id)) },
};

/** Money is turned round by entries of its own (reversal, release, refund), never by an undo; what only describes can be taken back. */
export const budgetUndo: Readonly<Record<string, UndoSource>> = {
  funding_source: {
    permission: 'budget.manage', nameOf: (work, id) => work.fundingSources.find(id)?.name ?? '', refresh: () => undefined,
    check: (work, id, columns) => {
      const name = typeof columns['name'] === 'string' ? columns['name'] : (work.fundingSources.find(id)?.name ?? '');
      const same = work.fundingSources.findByName(work.actor.communityId, name);
      if (same && same.id !== id) fail('budget/source-name-taken', { name });
      const source = work.fundingSources.find(id);
      const taskId = typeof columns['task_id'] === 'string' ? columns['task_id'] : null;
      const other = taskId === null ? undefined : work.fundingSources.ofTask(taskId);
      if (other && other.id !== id) fail('budget/task-taken', { task: other.taskName, source: other.name });
      if (source && columns['task_id'] !== undefined && work.budgetEntries.ofSource(id).length > 0) fail('budget/task-fixed', { source: source.name });
    },
    mayWithdraw: (work, id) => work.budgetEntries.ofSource(id).length === 0 && work.budgetYears.list(work.actor.communityId).every(({ year }) => work.budgetLines.ofYear(work.actor.communityId, year).every(({ sourceId }) => sourceId !== id)),
  },
  funding_partner: {
    permission: 'budget.manage', nameOf: (work, id) => work.fundingPartners.find(id)?.name ?? '', refresh: () => undefined,
    check: (work, id, columns) => {
      const name = typeof columns['name'] === 'string' ? columns['name'] : (work.fundingPartners.find(id)?.name ?? '');
      const same = work.fundingPartners.findByName(work.actor.communityId, name);
      if (same && same.id !== id) fail('budget/partner-name-taken', { name });
    },
    mayWithdraw: (work, id) => work.fundingPartners.openPledges(id) === 0,
  },
};

export const budgetAttachments: Readonly<Record<string, AttachmentOwnerGuard>> = {
  voucher: { read: 'budget.read', edit: 'funding.request', isVisible: seesVoucher, check: (work, id) => void (work.vouchers.find(id)?.reversedAt !== null && fail('record/not-found', {})) },
  funding_request: { read: 'budget.read', edit: 'funding.request', isVisible: seesRequest },
};
