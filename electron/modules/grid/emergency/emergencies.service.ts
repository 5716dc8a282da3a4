import { begun, current, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import { minutesAfter, treeLines } from '#shared/modules/grid/emergency/emergency.rules.ts';
import type { EmergencySheet, EndEmergency, LocateEmergency, logKinds, StartEmergency } from '#shared/modules/grid/emergency/emergency.schema.ts';
import type { ContactRecord, EmergencyRecord, TaskRecord } from './emergency.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
type LogKind = (typeof logKinds)[number];
const TABLE = 'emergency';

export function getEmergency(work: Work, { id }: { readonly id: string }): EmergencySheet {
  const row = work.emergencies.row(id) ?? fail('record/not-found', {});
  const { materials, wentWell, toImprove, followUp } = work.emergencies.find(id) ?? fail('record/not-found', {});
  return { ...row, materials, wentWell, toImprove, followUp, taskList: work.emergencies.tasks.of(id), contactList: work.emergencies.contacts.of(id), log: work.emergencies.log.of(id) };
}

/** A line in the emergency's own log, which is only added to. */
function written(work: Work, emergencyId: string, kind: LogKind, text: string): RecordChange {
  const line = { ...begun(work), emergencyId, writtenBy: work.actor.displayName, kind, text };
  work.emergencies.log.insert(line);
  return work.rows.change('emergency_log', line.id, undefined);
}

/** Error: `emergency/has-ended`; what is to be said afterwards belongs into the note. */
function running(work: Work, id: string): EmergencyRecord {
  const emergency = work.emergencies.find(id) ?? fail('record/not-found', {});
  if (emergency.endedAt !== null) fail('emergency/has-ended', { title: emergency.title });
  return emergency;
}

/** Starts from a plan: its check-list and contact tree are copied, every clock runs from this moment. */
export function startEmergency(work: Work, { planId, ...draft }: StartEmergency): EmergencySheet {
  const plan = work.emergencyPlans.one(planId) ?? fail('record/not-found', {});
  if (draft.gridId !== null && work.grids.find(draft.gridId)?.status !== 'active') fail('record/not-found', {});
  const base = begun(work);
  const startedAt = base.createdAt;
  const emergency: EmergencyRecord = { ...base, planId, kind: plan.kind, ...draft, materials: plan.materials, startedAt, startedBy: work.actor.displayName, endedAt: null, summary: '', wentWell: '', toImprove: '', followUp: '' };
  work.emergencies.insert(emergency);
  const changes = [work.rows.change(TABLE, emergency.id, undefined)];
  for (const [place, { text, withinMinutes }] of plan.tasks.entries()) {
    const task = { ...begun(work), emergencyId: emergency.id, place, text, dueAt: withinMinutes === null ? null : minutesAfter(startedAt, withinMinutes), doneAt: null, doneBy: '' };
    work.emergencies.tasks.insert(task);
    changes.push(work.rows.change('emergency_task', task.id, undefined));
  }
  for (const [place, [{ role, name, phone, withinMinutes }, depth]] of treeLines(plan.contacts).entries()) {
    const contact = { ...begun(work), emergencyId: emergency.id, place, depth, role, name, workPhone: phone, dueAt: minutesAfter(startedAt, withinMinutes), reportedAt: null, words: '' };
    work.emergencies.contacts.insert(contact);
    changes.push(work.rows.change('emergency_contact', contact.id, undefined));
  }
  changes.push(written(work, emergency.id, 'started', draft.title));
  work.record({ action: draft.isDrill ? 'emergency.drill-started' : 'emergency.started', entity: TABLE, entityId: emergency.id, detail: { title: draft.title, drill: draft.isDrill }, changes });
  return getEmergency(work, emergency);
}

export function locateEmergency(work: Work, { id, version, ...where }: LocateEmergency): EmergencySheet {
  running(work, id);
  const emergency = current<EmergencyRecord>(work, work.emergencies, { id, version });
  if (where.gridId !== null && where.gridId !== emergency.gridId && work.grids.find(where.gridId)?.status !== 'active') fail('record/not-found', {});
  const change = rewritten<EmergencyRecord>(work, work.emergencies, emergency, where);
  const line = written(work, id, 'located', [where.title, where.place].filter(Boolean).join('：'));
  work.record({ action: 'emergency.located', entity: TABLE, entityId: id, detail: { title: where.title }, changes: [change, line] });
  return getEmergency(work, { id });
}

export function tickEmergencyTask(work: Work, { id, version, isDone }: Versioned & { readonly isDone: boolean }): EmergencySheet {
  const task = current<TaskRecord>(work, work.emergencies.tasks, { id, version });
  const emergency = running(work, task.emergencyId);
  const doneAt = isDone ? work.clock.now().toISOString() : null;
  const change = rewritten<TaskRecord>(work, work.emergencies.tasks, task, { doneAt, doneBy: isDone ? work.actor.displayName : '' });
  const line = written(work, emergency.id, isDone ? 'task-done' : 'task-open', task.text);
  work.record({ action: isDone ? 'emergency.task-done' : 'emergency.task-opened', entity: TABLE, entityId: emergency.id, detail: { title: emergency.title }, changes: [change, line] });
  return getEmergency(work, emergency);
}

/** Errors: `emergency/reported-already`, `emergency/has-ended`. */
export function reportInEmergency(work: Work, { id, version, words }: Versioned & { readonly words: string }): EmergencySheet {
  const contact = current<ContactRecord>(work, work.emergencies.contacts, { id, version });
  const emergency = running(work, contact.emergencyId);
  if (contact.reportedAt !== null) fail('emergency/reported-already', { name: contact.name });
  const change = rewritten<ContactRecord>(work, work.emergencies.contacts, contact, { reportedAt: work.clock.now().toISOString(), words });
  const line = written(work, emergency.id, 'reported', [`${contact.role} ${contact.name}`, words].filter(Boolean).join('：'));
  work.record({ action: 'emergency.reported', entity: TABLE, entityId: emergency.id, detail: { title: emergency.title }, changes: [change, line] });
  return getEmergency(work, emergency);
}

export function writeEmergencyLog(work: Work, { id, text }: { readonly id: string; readonly text: string }): EmergencySheet {
  const emergency = running(work, id);
  const line = written(work, id, 'note', text);
  work.record({ action: 'emergency.noted', entity: TABLE, entityId: id, detail: { title: emergency.title }, changes: [line] });
  return getEmergency(work, { id });
}

/** The first time it ends the emergency and stops every clock; afterwards it completes the note. What was not done or not reported stays so. */
export function endEmergency(work: Work, { id, version, ...note }: EndEmergency): EmergencySheet {
  const emergency = current<EmergencyRecord>(work, work.emergencies, { id, version });
  const isFirst = emergency.endedAt === null;
  const change = rewritten<EmergencyRecord>(work, work.emergencies, emergency, { ...note, endedAt: emergency.endedAt ?? work.clock.now().toISOString() });
  const line = written(work, id, isFirst ? 'ended' : 'reviewed', note.summary);
  work.record({ action: isFirst ? 'emergency.ended' : 'emergency.reviewed', entity: TABLE, entityId: id, detail: { title: emergency.title }, changes: [change, line] });
  return getEmergency(work, { id });
}
