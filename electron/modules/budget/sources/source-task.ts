import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import { moneyAccounts } from '#shared/modules/budget/ledger/ledger.rules.ts';
import type { SourceDraft } from '#shared/modules/budget/sources/source.schema.ts';
import { dayWorkingDaysBefore, MONEY_RED_DAYS } from '#shared/modules/grid/admission/admission.rules.ts';
import type { AdmittedTask } from '#shared/modules/grid/admission/admitted-task.schema.ts';
import { post } from '../ledger/post.ts';
import type { SourceRecord } from './sources.repository.ts';

const MOST = 500;
const at = (work: Work) => ({ today: work.today, redBefore: dayWorkingDaysBefore(work.today, MONEY_RED_DAYS, work.calendar.published()) });

/** The admitted task whose money a source is, with what was promised and what came. */
export const taskOf = (work: Work, taskId: string | null): AdmittedTask | null => (taskId === null ? null : (work.admissions.findAdmitted(taskId, at(work)) ?? null));

/** Tasks with money that no other source has; the own one is among them. */
export function listTasks(work: Work, { sourceId }: { readonly sourceId: string | null }): AdmittedTask[] {
  return work.admissions.listAdmittedWithMoney(at(work), { offset: 0, limit: MOST }).filter(({ id }) => {
    const source = work.fundingSources.ofTask(id);
    return source === undefined || source.id === sourceId;
  });
}

/** What a source says of its task, with the task's own name. Errors: `budget/task-not-admitted`, `budget/task-taken`. */
export function withTask(work: Work, draft: SourceDraft, ownId: string | null): SourceDraft {
  if (draft.taskId === null) return draft;
  const task = taskOf(work, draft.taskId) ?? fail('budget/task-not-admitted', {});
  const other = work.fundingSources.ofTask(draft.taskId);
  if (other && other.id !== ownId) fail('budget/task-taken', { task: task.title, source: other.name });
  return { ...draft, taskName: task.title.slice(0, 80) };
}

/**
 * Receipts of a task go into the book when it gets its source, and are kept nowhere else from then on (decision 0015). Money of a year that is
 * closed, or was never opened, comes into the running year. Errors: those of the running year.
 */
export function bookPayments(work: Work, source: SourceRecord): RecordChange[] {
  if (source.taskId === null) return [];
  const { origin, store } = moneyAccounts(source.form);
  const now = work.clock.now().toISOString();
  return work.admissions.paymentsOf(source.taskId).flatMap((payment) => {
    const ownYear = Number(payment.receivedOn.slice(0, 4));
    const isOpen = work.budgetYears.findYear(source.communityId, ownYear)?.closedAt === null;
    const before = work.rows.read('admission_payment', payment.id);
    work.admissions.payments.replace({ ...payment, removedAt: now, version: payment.version + 1, updatedAt: now });
    const memo = [payment.voucherNo, payment.note].filter(Boolean).join(' · ');
    const entries = post(work, [{ kind: 'received', from: origin, to: store, fen: payment.amountFen, year: isOpen ? ownYear : Number(work.today.slice(0, 4)), on: payment.receivedOn, sourceId: source.id, memo }]);
    return [work.rows.change('admission_payment', payment.id, before), ...entries];
  });
}
