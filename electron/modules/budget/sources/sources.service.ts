import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { balanceOf, moneyAccounts } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { yuanText } from '#shared/modules/budget/ledger/money.rules.ts';
import type { EffortDraft, EffortRow, ReceiptDraft, SourceChange, SourceDraft, SourceRow } from '#shared/modules/budget/sources/source.schema.ts';
import { post } from '../ledger/post.ts';
import { bookPayments, taskOf, withTask } from './source-task.ts';
import type { EffortRecord, SourceRecord } from './sources.repository.ts';

const WHOLE = 100;

/** A source with its money as the entries say, and the admitted task it belongs to. */
export function shownSource(work: Work, { communityId: _c, createdAt: _a, removedAt: _r, ...source }: SourceRecord): SourceRow {
  const flows = work.budgetEntries.ofSource(source.id);
  const { origin, store, out, used } = moneyAccounts(source.form);
  return { ...source, task: taskOf(work, source.taskId), receivedFen: 0 - balanceOf(flows, origin), storeFen: balanceOf(flows, store), outFen: balanceOf(flows, out), usedFen: balanceOf(flows, used) };
}

/** A stored source of this community that is not removed. */
export function sourceOf(work: Work, id: string): SourceRecord {
  const source = work.fundingSources.find(id) ?? fail('record/not-found', {});
  return source.removedAt === null && source.communityId === work.actor.communityId ? source : fail('record/not-found', {});
}
export const getSource = (work: Work, { id }: { readonly id: string }): SourceRow => shownSource(work, sourceOf(work, id));

/** Errors: `budget/source-name-taken`; `budget/shares-do-not-sum` when the payers' parts do not make a hundred. */
function checkSource(work: Work, draft: SourceDraft, ownId: string | null): void {
  const same = work.fundingSources.findByName(work.actor.communityId, draft.name);
  if (same && same.id !== ownId) fail('budget/source-name-taken', { name: draft.name });
  const sum = draft.payers.reduce((total, { percent }) => total + percent, 0);
  if (sum !== WHOLE) fail('budget/shares-do-not-sum', { sum });
}

/** Errors: those of `checkSource` and of its task. */
export function createSource(work: Work, given: SourceDraft): SourceRow {
  checkSource(work, given, null);
  const draft = withTask(work, given, null);
  const now = work.clock.now().toISOString();
  const source: SourceRecord = { ...draft, id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, removedAt: null };
  work.fundingSources.insert(source);
  work.record({ action: 'funding-source.created', entity: 'funding_source', entityId: source.id, detail: { name: source.name }, changes: [work.rows.change('funding_source', source.id, undefined), ...bookPayments(work, source)] });
  return getSource(work, source);
}

/** Rules may change; what it gives, cash or goods, and whose money it is stay once something moved. Errors: `budget/source-form-fixed`, `budget/task-fixed`. */
export function updateSource(work: Work, { id, version, ...given }: SourceChange): SourceRow {
  const source = sourceOf(work, id);
  checkVersion(work, 'funding_source', source, version);
  checkSource(work, given, id);
  const draft = withTask(work, given, id);
  if (source.taskId !== null && draft.taskId !== source.taskId && work.budgetEntries.ofSource(id).length > 0) fail('budget/task-fixed', { source: source.name });
  if (draft.form !== source.form && work.budgetEntries.ofSource(id).length > 0) fail('budget/source-form-fixed', { source: source.name });
  const before = work.rows.read('funding_source', id);
  const changed: SourceRecord = { ...source, ...draft, version: version + 1, updatedAt: work.clock.now().toISOString() };
  work.fundingSources.replace(changed);
  const change = work.rows.change('funding_source', id, before);
  work.record({ action: 'funding-source.changed', entity: 'funding_source', entityId: id, detail: { name: draft.name }, changes: [change, ...bookPayments(work, changed)] });
  return getSource(work, { id });
}

/** Nothing happens on a day that has not come. Error: `budget/day-ahead`. */
export function checkNotAhead(work: Work, day: string): void {
  if (day > work.today) fail('budget/day-ahead', { today: work.today });
}

/** Money or goods come in, or go back to who gave them. Errors: `budget/day-ahead`, `budget/account-short`, those of the year. */
export function recordReceipt(work: Work, { sourceId, way, fen, receivedOn, memo }: ReceiptDraft): SourceRow {
  const source = sourceOf(work, sourceId);
  checkNotAhead(work, receivedOn);
  const { origin, store } = moneyAccounts(source.form);
  const available = balanceOf(work.budgetEntries.ofSource(sourceId), store);
  if (way === 'given-back' && fen > available) fail('budget/account-short', { source: source.name, available: yuanText(available), requested: yuanText(fen) });
  const [from, to] = way === 'received' ? [origin, store] : [store, origin];
  const changes = post(work, [{ kind: way, from, to, fen, year: Number(receivedOn.slice(0, 4)), on: receivedOn, sourceId, memo }]);
  work.record({ action: `funding-source.${way}`, entity: 'funding_source', entityId: sourceId, detail: { name: source.name, fen }, changes });
  return getSource(work, { id: sourceId });
}

const MINUTES_OF_HOUR = 60;
/** Hours × rate, to the nearest fen (domain.md 1.7). */
const valueOf = ({ minutes, hourFen }: Pick<EffortRecord, 'minutes' | 'hourFen'>): number => Math.round((minutes * hourFen) / MINUTES_OF_HOUR);
export const shownEffort = ({ communityId: _c, createdAt: _a, ...effort }: EffortRecord): EffortRow => ({ ...effort, valueFen: valueOf(effort) });

export function recordEffort(work: Work, draft: EffortDraft): EffortRow {
  checkNotAhead(work, draft.doneOn);
  const now = work.clock.now().toISOString();
  const effort: EffortRecord = { ...draft, id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now };
  work.volunteerEfforts.insert(effort);
  const entries = post(work, [{ kind: 'volunteered', from: 'time-given', to: 'time-value', fen: valueOf(effort), year: Number(draft.doneOn.slice(0, 4)), on: draft.doneOn, memo: draft.what }]);
  work.record({ action: 'volunteer-effort.recorded', entity: 'volunteer_effort', entityId: effort.id, detail: { minutes: draft.minutes }, changes: [work.rows.change('volunteer_effort', effort.id, undefined), ...entries] });
  return shownEffort(effort);
}
