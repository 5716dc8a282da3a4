import { added, begunRemovable, current, rewritten, takenOut } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import { admissionMoves, earliestStart, moveByCheck, NOTICE_DAYS, REVIEW_DAYS, reviewDaysUsed, reviewDueOn, shownState, stateAfter } from '#shared/modules/grid/admission/admission.rules.ts';
import { admissionMoveNames, type AdmissionChange, type AdmissionDraft, type AdmissionMove, type AdmissionRow, type AdmissionSheet, type AdmissionState, type PaymentDraft } from '#shared/modules/grid/admission/admission.schema.ts';
import { momentOf, type AdmissionRecord, type StepRecord } from './admissions.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
const ADMISSION = 'admission';
const PAYMENT = 'admission_payment';

export const moment = (work: Work) => momentOf(work.today, work.calendar.published());
const rowOf = (work: Work, id: string): AdmissionRow => work.admissions.row(id, moment(work)) ?? fail('record/not-found', {});

/** Only departments apply; a company or a club asks for nothing that needs admission. Error: `admission/not-a-department`. */
export function departmentOf(work: Work, bodyId: string): string {
  const body = work.bodies.find(bodyId) ?? fail('record/not-found', {});
  if (body.kind !== 'department') fail('admission/not-a-department', { name: body.name });
  return body.name;
}

const hasMeans = ({ moneyFen, staff, training }: AdmissionRecord): boolean => moneyFen > 0 || staff !== '' || training !== '';
/** What the form must name before it counts as an application (domain.md 3.2). */
const isComplete = ({ legalBasis, authority, content, exempt, exemptReason }: AdmissionRecord): boolean => (exempt === 'none' ? legalBasis !== '' && authority !== '' && content !== '' : exemptReason !== '');

/** Errors: `admission/papers-missing`; `admission/too-short-notice` for less than 30 working days, from which only the exempt are free. */
function checkMaySubmit(work: Work, record: AdmissionRecord): void {
  if (!isComplete(record)) fail('admission/papers-missing', { no: record.no });
  const earliest = earliestStart(work.today, work.calendar.published());
  if (record.exempt === 'none' && record.startsOn < earliest) fail('admission/too-short-notice', { earliest, days: NOTICE_DAYS });
}

/** A pause presses for money that is late, for nothing else. Error: `admission/money-not-late`. */
function checkMayPause(work: Work, { id, no }: AdmissionRecord): void {
  const { money } = rowOf(work, id);
  if (money !== 'yellow' && money !== 'red') fail('admission/money-not-late', { no });
}

function dates(work: Work, to: AdmissionState, steps: readonly StepRecord[]): Partial<AdmissionRecord> {
  switch (to) {
    case 'applied':
      return { appliedOn: work.today };
    case 'review':
      return { reviewDueOn: reviewDueOn(steps, work.today, work.calendar.published()) };
    case 'supplement':
    case 'withdrawn':
      return { reviewDueOn: null };
    case 'admitted':
    case 'rejected':
      return { decidedOn: work.today, reviewDueOn: null };
    case 'draft':
    case 'paused':
    case 'exited':
      return {};
  }
}

/** One step along the machine, with its line in the trail. Error: `admission/no-such-way`. */
function step(work: Work, record: AdmissionRecord, move: AdmissionMove, reason: string, values: Partial<AdmissionRecord> = {}): RecordChange[] {
  const to = shownState(record, work.today) === record.state ? stateAfter(record.state, move) : null;
  if (to === null) return fail('admission/no-such-way', { no: record.no });
  const steps = work.admissions.stepsOf(record.id);
  // a task that comes back from a pause was decided before
  const dated = record.state === 'paused' ? {} : dates(work, to, steps);
  const change = rewritten(work, work.admissions, record, { ...values, ...dated, state: to });
  return [change, added(work, work.admissions.steps, { ...begunRemovable(work), admissionId: record.id, move, state: to, enteredOn: work.today, byName: work.actor.displayName, reason })];
}

export function createAdmission(work: Work, draft: AdmissionDraft): AdmissionRow {
  departmentOf(work, draft.bodyId);
  const record: AdmissionRecord = { ...begunRemovable(work), ...draft, no: work.admissions.nextNo(work.today), state: 'draft', listItemId: null, appliedOn: null, reviewDueOn: null, decidedOn: null };
  work.record({ action: 'admission.created', entity: ADMISSION, entityId: record.id, detail: { no: record.no }, changes: [added(work, work.admissions, record)] });
  return rowOf(work, record.id);
}

/** What was handed in is changed only while the department completes it. Error: `admission/not-editable`. */
export function updateAdmission(work: Work, { id, version, ...draft }: AdmissionChange): AdmissionRow {
  const record = current(work, work.admissions, { id, version });
  if (record.state !== 'draft' && record.state !== 'supplement') fail('admission/not-editable', { no: record.no });
  departmentOf(work, draft.bodyId);
  work.record({ action: 'admission.changed', entity: ADMISSION, entityId: id, changes: [rewritten(work, work.admissions, record, draft)] });
  return rowOf(work, id);
}

/** Every move but those that follow from the lists. Errors: `auth/forbidden`, `admission/reason-missing`, those of each move. */
export function moveAdmission(work: Work, { id, version, move, reason }: Versioned & { readonly move: AdmissionMove; readonly reason: string }): AdmissionRow {
  const rule = admissionMoves[move];
  if (rule.decides && !mayDo(work.actor.roles, 'admission.decide')) fail('auth/forbidden', { permission: 'admission.decide' });
  const record = current(work, work.admissions, { id, version });
  if (rule.byCheck || stateAfter(record.state, move) === null) fail('admission/no-such-way', { no: record.no });
  if (rule.asksReason && reason.length < 2) fail('admission/reason-missing', {});
  if (move === 'submit') checkMaySubmit(work, record);
  if (move === 'pause') checkMayPause(work, record);
  const changes = step(work, record, move, reason);
  work.record({ action: `admission.${move}`, entity: ADMISSION, entityId: id, detail: { no: record.no }, changes });
  return rowOf(work, id);
}

/** Checks an application against the lists in force; what follows is not chosen but decided by them. */
export function checkAdmission(work: Work, { id, version, itemId }: Versioned & { readonly itemId: string | null }): AdmissionRow {
  const record = current(work, work.admissions, { id, version });
  const item = itemId === null ? null : (work.admissionLists.item(itemId) ?? fail('record/not-found', {}));
  if (item && work.admissionLists.lists.find(item.listId)?.state !== 'published') fail('record/not-found', {});
  const move = moveByCheck(item?.kind ?? null, { isExempt: record.exempt !== 'none', hasMeans: hasMeans(record) });
  const changes = step(work, record, move, item?.title ?? record.exemptReason, { listItemId: itemId });
  work.record({ action: `admission.${move}`, entity: ADMISSION, entityId: id, detail: { no: record.no, list: item?.kind ?? null }, changes });
  return rowOf(work, id);
}

/** Money that came for a task. Errors: `admission/not-admitted`, `admission/day-ahead`; `admission/money-in-budget` once the task has a source, whose book holds its receipts. */
export function recordPayment(work: Work, { admissionId, ...draft }: PaymentDraft): AdmissionRow {
  const record = work.admissions.find(admissionId);
  if (record?.removedAt !== null) return fail('record/not-found', {});
  if (!['admitted', 'paused', 'exited'].includes(record.state)) fail('admission/not-admitted', { no: record.no });
  const source = work.fundingSources.ofTask(admissionId);
  if (source) fail('admission/money-in-budget', { source: source.name });
  if (draft.receivedOn > work.today) fail('admission/day-ahead', { today: work.today });
  const payment = { ...begunRemovable(work), admissionId, ...draft };
  work.record({ action: 'admission-payment.received', entity: PAYMENT, entityId: payment.id, detail: { no: record.no, amountFen: draft.amountFen }, changes: [added(work, work.admissions.payments, payment)] });
  return rowOf(work, admissionId);
}

export function removePayment(work: Work, one: Versioned): Record<string, never> {
  const payment = current(work, work.admissions.payments, one);
  work.record({ action: 'admission-payment.removed', entity: PAYMENT, entityId: one.id, detail: { amountFen: payment.amountFen }, changes: [takenOut(work, work.admissions.payments, payment)] });
  return {};
}

function openMoves(work: Work, record: AdmissionRecord, money: AdmissionRow['money']): AdmissionMove[] {
  if (!mayDo(work.actor.roles, 'admission.edit') || shownState(record, work.today) !== record.state) return [];
  const isOpen = (move: AdmissionMove): boolean => stateAfter(record.state, move) !== null && !admissionMoves[move].byCheck && (!admissionMoves[move].decides || mayDo(work.actor.roles, 'admission.decide'));
  return admissionMoveNames.filter((move) => isOpen(move) && (move !== 'pause' || money === 'yellow' || money === 'red'));
}

/** An application with its trail, its review clock, its money and what may be done with it now. */
export function getAdmission(work: Work, { id }: { readonly id: string }): AdmissionSheet {
  const row = rowOf(work, id);
  const record = work.admissions.find(id) ?? fail('record/not-found', {});
  const published = work.calendar.published();
  const item = record.listItemId === null ? undefined : work.admissionLists.item(record.listItemId);
  const steps = work.admissions.stepsOf(id);
  const source = work.fundingSources.ofTask(id);
  const { content, legalBasis, authority, staff, training, exemptReason, listItemId, decidedOn } = record;
  return {
    ...row,
    content, legalBasis, authority, staff, training, exemptReason, listItemId, decidedOn,
    listItemTitle: item?.title ?? '',
    rightOffice: item?.kind === 'negative' ? item.office : '',
    steps: steps.map((one) => ({ id: one.id, move: one.move, state: one.state, enteredOn: one.enteredOn, byName: one.byName, reason: one.reason })),
    payments: [...work.admissions.paymentsOf(id).map(({ id: paymentId, version, receivedOn, amountFen, voucherNo, note }) => ({ id: paymentId, version, receivedOn, amountFen, voucherNo, note })), ...(source ? work.budgetEntries.receiptsOf(source.id) : [])],
    source: source ? { id: source.id, name: source.name } : null,
    review: { used: reviewDaysUsed(steps, work.today, published), limit: REVIEW_DAYS },
    earliestStart: earliestStart(record.appliedOn ?? work.today, published),
    moves: openMoves(work, record, row.money),
    burden: work.burden.ofAdmission(id),
  };
}
