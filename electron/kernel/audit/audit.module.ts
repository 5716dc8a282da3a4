import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { historyGuards, undoSources } from '#electron/modules.ts';
import { mayDo } from '#shared/contract/actor.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { AuditEntry, Change, auditContract } from '#shared/kernel/audit/audit.contract.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import { startChain, type StoredEntry } from './audit-chain.ts';
import { auditRepository, type AuditFilter } from './audit.repository.ts';
import { verifyChain, type Anchor } from './audit-verify.ts';

/** Where the worker leaves the anchor that lies beside the file; null while there is none. */
let anchorBeside: () => Anchor | null = () => null;
export const setAnchorSource = (source: () => Anchor | null): void => void (anchorBeside = source);

export const openAudit = (db: Db) => ({
  auditEntries: auditRepository(db),
  auditLog: {
    start: (firstKey: Buffer) => startChain(db.sqlite, firstKey),
    verify: (firstKey: Buffer | null, step: (done: number, total: number) => void) => verifyChain(db.sqlite, auditRepository(db).eachInOrder(), firstKey, anchorBeside(), step),
  },
});

/** Numbers by which a person is found or paid, in whatever table they stand. */
const SENSITIVE = /(^|_)(phone|id_number|permit_number|account_number)$/;
/** Belief, health and income: the history says that they changed, never what they were. */
const UNTOLD = new Set(['religion', 'health', 'income_fen', 'family_health', 'family_income_fen']);
/** History is read by people who see the record only masked, so it masks the same fields. */
const masked = (value: unknown): unknown => (typeof value === 'string' && value.length > 4 ? `${value.slice(0, 3)}${'*'.repeat(Math.max(3, value.length - 7))}${value.slice(-4)}` : value);

/** Which table a column points into. */
const POINTS_AT: Readonly<Record<string, string>> = { grid_id: 'grid', household_id: 'household', dwelling_id: 'dwelling', head_id: 'person', responsible_id: 'grid_member', estate_id: 'estate', building_id: 'building', room_id: 'room', tenant_id: 'person', member_id: 'grid_member', class_id: 'training_class', plan_id: 'training_plan', cohort_id: 'training_cohort', session_id: 'training_session', exam_id: 'training_exam', superior_id: 'grid_member', leader_id: 'grid_member', doer_id: 'grid_member', suggestion_id: 'staff_suggestion', practice_id: 'good_practice', post_id: 'post' };

/** A value as people may read it: sensitive ones masked, another record by its name as far as the reader may see that record. */
function readable(work: Work, field: string, value: unknown): unknown {
  if (SENSITIVE.test(field)) return masked(value);
  if (UNTOLD.has(field)) return value === null || value === '' ? '' : '***';
  const entity = POINTS_AT[field];
  if (entity === undefined || typeof value !== 'string' || historyGuards[entity]?.isVisible(work, value) !== true) return value;
  return undoSources[entity]?.nameOf(work, value) || value;
}

const shown = (entry: StoredEntry): AuditEntry => ({
  seq: entry.seq,
  at: entry.at,
  actorName: entry.actorName,
  action: entry.action,
  entity: entry.entity,
  entityId: entry.entityId,
  detail: JSON.parse(entry.detail) as AuditEntry['detail'],
  result: entry.result,
});

const page = (work: Work, filter: AuditFilter, window: { offset: number; limit: number }) => ({
  entries: work.auditEntries.list(filter, window).map(shown),
  count: work.auditEntries.count(filter),
});

/** Who changed what in one record; refused like a missing record to who may not see it. */
function listChanges(work: Work, { entity, id }: { entity: string; id: string }): Change[] {
  const guard = Object.hasOwn(historyGuards, entity) ? historyGuards[entity] : undefined;
  if (!guard || (guard.permission !== undefined && !mayDo(work.actor.roles, guard.permission)) || !guard.isVisible(work, id)) return fail('record/not-found', {});
  return work.auditEntries.changes(entity, id).map((change) => ({
    seq: change.seq,
    at: change.at,
    actorName: change.actorName,
    action: change.action,
    version: change.version,
    fields: Object.fromEntries(
      Object.entries(JSON.parse(change.fields) as Record<string, [unknown, unknown]>).map(([field, [was, is]]) => [field, [readable(work, field, was), readable(work, field, is)]]),
    ) as Change['fields'], // stored by changeOf as JSON values
  }));
}

/** Five minutes are more than a clock loses in a week, and less than anybody sets it back by mistake. */
const BEHIND_MS = 5 * 60_000;

/** The computer's date lies before the newest entry: due dates and backups would go by a wrong day. */
export const auditToday: readonly TodaySource[] = [
  {
    items: (work) => {
      const newest = work.auditEntries.list({}, { offset: 0, limit: 1 })[0]?.at;
      const behind = newest === undefined ? 0 : Date.parse(newest) - work.clock.now().getTime();
      return behind < BEHIND_MS ? [] : [{ kind: 'clock-behind', column: 'due', urgency: 'overdue', params: { minutes: Math.round(behind / 60_000) }, to: '/today', since: null, dueOn: null }];
    },
  },
];

export const auditHandlers: Handlers<typeof auditContract, Work> = {
  listAuditEntries: (work, { filter, ...window }) => page(work, filter, window),
  listOwnEntries: (work, window) => page(work, { actorId: work.actor.userId }, window),
  listChanges,
  verifyAudit: (work, { auditKey }) => {
    const typed = auditKey?.replaceAll(/[\s-]/g, '').toLowerCase() ?? '';
    return work.auditLog.verify(/^[0-9a-f]{64}$/.test(typed) ? Buffer.from(typed, 'hex') : null, (done, total) => work.step(done, total));
  },
  /** A supervisor accepts the file as it is; the next commit writes a new anchor over it. */
  settleRollback: (work, { reason }) => {
    work.record({ action: 'audit.rollback-settled', entity: 'audit_entry', entityId: '', detail: { reason, anchored: anchorBeside()?.seq ?? 0, present: work.auditEntries.head().seq } });
    return {};
  },
  recordEvent: (work, event) => {
    work.record(event);
    return {};
  },
};
