import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { historyGuards, undoSources } from '#electron/modules.ts';
import { mayDo } from '#shared/contract/actor.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import { undoStacks, type Turn } from '#shared/kernel/undo/undo-stack.rules.ts';
import type { undoContract, UndoStep } from '#shared/kernel/undo/undo.contract.ts';
import type { Columns, UndoSource } from './undo-source.ts';

const UNDONE = 'record.undone';
const REDONE = 'record.redone';
const COLUMN = /^[a-z_]+$/;

type LoggedChange = { readonly entity: string; readonly entityId: string; readonly version: number; readonly fields: string };

const sourceOf = (entity: string): UndoSource => (Object.hasOwn(undoSources, entity) ? undoSources[entity] : undefined) ?? fail('record/not-found', {});

/** The columns as they were before a change, by the history it wrote; empty for a record that was made by it. */
function earlier({ fields }: LoggedChange): Columns {
  const pairs = Object.entries(JSON.parse(fields) as Record<string, [string | number | null, unknown]>); // written by changeOf
  return Object.fromEntries(pairs.filter(([column]) => COLUMN.test(column)).map(([column, [before]]) => [column, before]));
}

/** A record was made by this change: it was the first of its record, and nothing stood there before. */
const isNew = (change: LoggedChange): boolean => change.version === 1 && Object.keys(earlier(change)).length === 0;

/** An act that also wrote records nobody can turn back, like borders on the map, is none to undo. */
const mayTurn = (change: LoggedChange): boolean => Object.hasOwn(undoSources, change.entity) && (!isNew(change) || sourceOf(change.entity).mayWithdraw !== undefined);

/** What this person did in this session to records that can be turned back, in its order. */
function next(work: Work): { undo: Turn | null; redo: Turn | null } {
  const acts = work.auditEntries.actsOfSession(work.actor.sessionId, Object.keys(undoSources));
  return undoStacks(
    acts
      .filter(({ seq, action }) => action === UNDONE || action === REDONE || work.auditEntries.changesOf(seq).every(mayTurn))
      .map(({ seq, action, detail }) => ({ seq, kind: action === UNDONE ? ('undo' as const) : action === REDONE ? ('redo' as const) : ('act' as const), reverses: Number((JSON.parse(detail) as { seq?: number }).seq ?? 0) })),
  );
}

function stepOf(work: Work, { seq }: Turn): UndoStep {
  const { action, entity } = work.auditEntries.entry(seq) ?? fail('record/not-found', {});
  const changes = work.auditEntries.changesOf(seq);
  return { seq, action, entity, name: changes.length === 1 ? sourceOf(entity).nameOf(work, changes[0]?.entityId ?? '') : '', count: changes.length };
}

/** Turns one record back to what it was before a change, provided nobody touched it since. */
function turnBack(work: Work, change: LoggedChange): RecordChange {
  const { entity, entityId } = change;
  const source = sourceOf(entity);
  const guard = historyGuards[entity];
  if ((source.permission !== undefined && !mayDo(work.actor.roles, source.permission)) || !guard?.isVisible(work, entityId)) fail('record/not-found', {});
  const present = work.rows.read(entity, entityId) ?? fail('record/not-found', {});
  if (Number(present['version']) !== change.version) fail('undo/changed-since', { name: source.nameOf(work, entityId) });
  const now = work.clock.now().toISOString();
  const columns = isNew(change) ? (source.withdrawn?.(now) ?? { removed_at: now }) : earlier(change);
  source.check(work, entityId, columns);
  work.rows.restore(entity, entityId, columns, now);
  source.refresh(work, entityId);
  return work.rows.change(entity, entityId, present);
}

/** Records that leave the lists go first and those that come back last, so that what only one may have, a number, is free before it is given again. */
function leavingFirst(changes: readonly LoggedChange[]): LoggedChange[] {
  const place = (change: LoggedChange): number => {
    if (isNew(change)) return 0;
    const { removed_at: removedAt } = earlier(change);
    return removedAt === undefined ? 1 : removedAt === null ? 2 : 0;
  };
  return [...changes].sort((a, b) => place(a) - place(b));
}

/** What can only be said once every record of the act is turned back: they hang on one another. */
function checkSettled(work: Work, change: LoggedChange): void {
  const source = sourceOf(change.entity);
  if (isNew(change) && source.mayWithdraw?.(work, change.entityId) !== true) fail('undo/in-use', { name: source.nameOf(work, change.entityId) });
  source.settled?.(work, change.entityId);
}

/** Turns a whole act round, all of its records or none. */
function turn(work: Work, asked: number, wanted: Turn | null, action: typeof UNDONE | typeof REDONE): UndoStep {
  if (wanted?.seq !== asked) return fail('undo/not-next', {});
  const { entity, entityId } = work.auditEntries.entry(wanted.by) ?? fail('record/not-found', {});
  const step = stepOf(work, wanted);
  const logged = leavingFirst(work.auditEntries.changesOf(wanted.by));
  const changes = logged.map((change) => turnBack(work, change));
  for (const change of logged) checkSettled(work, change);
  work.record({ action, entity, entityId, detail: { seq: wanted.seq, action: step.action, count: changes.length }, changes });
  return step;
}

/** The source of a kind of record whose columns this person may put back; undefined when there are none. */
function restorableOf(work: Work, entity: string): UndoSource | undefined {
  const source = Object.hasOwn(undoSources, entity) ? undoSources[entity] : undefined;
  return source?.permission !== undefined && mayDo(work.actor.roles, source.permission) ? source : undefined;
}

type Restoring = { readonly entity: string; readonly id: string; readonly version: number; readonly seq: number; readonly column: string };

/** One column as it was before an act, checked like an undo of it; a value nobody may read is put back all the same. Errors: `record/not-found`, `record/conflict`, the source's own. */
function restoreField(work: Work, { entity, id, version, seq, column }: Restoring): Record<string, never> {
  const source = restorableOf(work, entity);
  const change = work.auditEntries.changesOf(seq).find((one) => one.entity === entity && one.entityId === id);
  const present = work.rows.read(entity, id);
  const before = change && earlier(change)[column];
  if (!source?.restorable?.includes(column) || before === undefined || !present || !historyGuards[entity]?.isVisible(work, id)) return fail('record/not-found', {});
  checkVersion(work, entity, { id, version: Number(present['version']), updatedAt: String(present['updated_at']) }, version);
  source.check(work, id, { [column]: before });
  work.rows.restore(entity, id, { [column]: before }, work.clock.now().toISOString());
  source.refresh(work, id);
  source.settled?.(work, id);
  work.record({ action: 'record.field-restored', entity, entityId: id, detail: { seq, field: column }, changes: [work.rows.change(entity, id, present)] });
  return {};
}

export const undoHandlers: Handlers<typeof undoContract, Work> = {
  listNext: (work) => {
    const { undo, redo } = next(work);
    return { undo: undo && stepOf(work, undo), redo: redo && stepOf(work, redo) };
  },
  listRestorable: (work, { entity }) => [...(restorableOf(work, entity)?.restorable ?? [])],
  restoreField,
  undo: (work, { seq }) => turn(work, seq, next(work).undo, UNDONE),
  redo: (work, { seq }) => turn(work, seq, next(work).redo, REDONE),
};
