import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion, failConflict } from '#electron/kernel/audit/conflict.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { DutyDay, Roster, RosterDraft, TaskRow, TeamDraft, TeamMatters, TeamRow } from '#shared/modules/staff/duty/duty.schema.ts';
import { monthAfter, proposeRoster as dealOut, rosterFaults, uncoveredDays, type OnDuty } from '#shared/modules/staff/duty/roster.rules.ts';
import type { z } from 'zod';
import type { taskChangeSchema, taskDraftSchema } from '#shared/modules/staff/duty/duty.schema.ts';
import type { StoredTask } from './duty.repository.ts';
import { memberOf } from '../people/people.service.ts';
import { added, begunRemovable, current, present, rewritten, takenOut } from '#electron/database/record-store.ts';

type Versioned = { readonly id: string; readonly version: number };

const personOf = (work: Work) => (id: string): OnDuty | undefined => {
  const member = work.gridMembers.find(id);
  return member?.removedAt === null ? { id, leftOn: member.leftOn } : undefined;
};

export function getRoster(work: Work, { month }: { readonly month: string }): Roster {
  const roster = work.rosters.ofMonth(work.actor.communityId, month);
  const days = [...(roster?.days ?? [])];
  const ids = [...new Set(days.flatMap(({ memberId, backupId }) => [memberId, backupId]))];
  const people = ids.flatMap((id) => {
    const member = work.gridMembers.find(id);
    return member ? [{ id, name: member.name, phone: member.publishesPhone ? member.phone : '', leftOn: member.leftOn }] : [];
  });
  return { month, id: roster?.id ?? null, version: roster?.version ?? 0, days, note: roster?.note ?? '', people, uncovered: uncoveredDays(month, days, personOf(work), work.today) };
}

/** Refuses a month in which the desk would stand empty. Errors: `duty/day-empty`, `duty/day-twice`, `duty/own-backup`, `duty/person-left`. */
function checkDays(work: Work, { month, days }: RosterDraft): void {
  const faults = rosterFaults(month, days, personOf(work));
  const first = faults[0];
  if (!first) return;
  const { on, fault } = first;
  if (fault === 'empty') fail('duty/day-empty', { on, count: faults.filter((one) => one.fault === 'empty').length });
  if (fault === 'twice' || fault === 'other-month') fail('duty/day-twice', { on });
  if (fault === 'own-backup') fail('duty/own-backup', { on });
  fail('duty/person-left', { on });
}

export function saveRoster(work: Work, draft: RosterDraft): Roster {
  checkDays(work, draft);
  const { month, note } = draft;
  const days = draft.days.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const roster = work.rosters.ofMonth(work.actor.communityId, month);
  if (roster && draft.version === 0) failConflict(work, 'duty_roster', roster);
  if (roster) checkVersion(work, 'duty_roster', roster, draft.version);
  const change = roster ? rewritten(work, work.rosters, roster, { days, note }) : added(work, work.rosters, { ...begunRemovable(work), month, days, note });
  work.record({ action: 'duty.saved', entity: 'duty_roster', entityId: change.entityId, detail: { month }, changes: [change] });
  return getRoster(work, { month });
}

/** Error: `duty/too-few-people` when some day would have no two people. */
export function proposeRoster(work: Work, { month, memberIds }: { readonly month: string; readonly memberIds: readonly string[] }): DutyDay[] {
  const people = [...new Set(memberIds)].flatMap((id) => personOf(work)(memberOf(work, id).id) ?? []);
  const before = work.rosters.ofMonth(work.actor.communityId, monthAfter(month, -1))?.days.at(-1)?.memberId ?? null;
  const days = dealOut(month, people, before);
  return days.length === 0 ? fail('duty/too-few-people', {}) : days;
}

const teamOf = (work: Work, id: string): TeamRow => work.teams.row(id, work.today) ?? fail('record/not-found', {});

/** Errors: `team/name-taken`, `record/not-found` for people nobody knows. */
function checkedTeam(work: Work, draft: TeamDraft, ownId: string | null): TeamDraft {
  const same = work.teams.findByName(work.actor.communityId, draft.name);
  if (same && same.id !== ownId) fail('team/name-taken', { name: draft.name });
  const memberIds = [...new Set(draft.memberIds)];
  for (const id of [...memberIds, ...(draft.leaderId === null ? [] : [draft.leaderId])]) memberOf(work, id);
  return { ...draft, memberIds };
}

export function createTeam(work: Work, draft: TeamDraft): TeamRow {
  const team = { ...begunRemovable(work), ...checkedTeam(work, draft, null) };
  work.record({ action: 'team.created', entity: 'staff_team', entityId: team.id, detail: { name: draft.name }, changes: [added(work, work.teams, team)] });
  return teamOf(work, team.id);
}

export function updateTeam(work: Work, { id, version, ...draft }: Versioned & TeamDraft): TeamRow {
  const team = current(work, work.teams, { id, version });
  work.record({ action: 'team.changed', entity: 'staff_team', entityId: id, changes: [rewritten(work, work.teams, team, checkedTeam(work, draft, id))] });
  return teamOf(work, id);
}

export function removeTeam(work: Work, one: Versioned): Record<string, never> {
  const team = current(work, work.teams, one);
  work.record({ action: 'team.removed', entity: 'staff_team', entityId: one.id, detail: { name: team.name }, changes: [takenOut(work, work.teams, team)] });
  return {};
}

/** Whoever may not read matters, or not this one, gets no way to it. */
function matterIdOf(work: Work, number: string): string | null {
  if (number === '' || !mayDo(work.actor.roles, 'matters.read')) return null;
  return work.matters.numbered(work.actor, number)?.id ?? null;
}
const shownTask = (work: Work, task: StoredTask): TaskRow => ({ ...task, matterId: matterIdOf(work, task.matterNo) });
const taskOf = (work: Work, id: string): TaskRow => shownTask(work, work.teams.taskRow(id) ?? fail('record/not-found', {}));
export const listTeamTasks = (work: Work, { teamId, ...window }: { readonly teamId: string; readonly offset: number; readonly limit: number }): TaskRow[] => work.teams.tasksOf(teamId, window).map((task) => shownTask(work, task));

/** A number that is given must be that of a matter. Error: `team/matter-unknown`. */
function checkMatter(work: Work, number: string): void {
  if (number !== '' && !work.matters.numbered(work.actor, number)) fail('team/matter-unknown', { number });
}

const MOST_MATTERS = 2000;
const WITH_TEAM = "m.outcome IN ('closed', 'recorded') AND m.ended_on BETWEEN ? AND ? AND m.number IN (SELECT matter_no FROM team_task WHERE matter_no <> '' AND removed_at IS NULL AND done_on IS NOT NULL)";
/** The settled matters of a year that a team did something for, beside all that were settled (domain.md D8). */
export function listTeamMatters(work: Work, { year }: { readonly year: number }): TeamMatters {
  if (!mayDo(work.actor.roles, 'matters.read')) return { settled: 0, matters: [] };
  const settled = work.matterFigures.byMonth(work.actor, `${year}-01`, `${year}-12`).reduce((sum, month) => sum + month.settled, 0);
  const found = work.matters.some(work.actor, { sql: WITH_TEAM, values: [`${year}-01-01`, `${year}-12-31`] }, MOST_MATTERS);
  const teams = work.teams.ofMatters(found.map(({ number }) => number));
  return { settled, matters: found.map(({ id, number, subject, endedOn }) => ({ id, number, subject, endedOn: endedOn ?? '', teams: [...(teams.get(number) ?? [])] })) };
}

export function addTeamTask(work: Work, draft: z.output<typeof taskDraftSchema>): TaskRow {
  const team = present(work.teams, draft.teamId);
  checkMatter(work, draft.matterNo);
  const task = { ...begunRemovable(work), ...draft };
  work.record({ action: 'team-task.added', entity: 'team_task', entityId: task.id, detail: { team: team.name }, changes: [added(work, work.teams.tasks, task)] });
  return taskOf(work, task.id);
}

export function updateTeamTask(work: Work, { id, version, ...draft }: z.output<typeof taskChangeSchema>): TaskRow {
  const task = current(work, work.teams.tasks, { id, version });
  present(work.teams, draft.teamId);
  if (draft.matterNo !== task.matterNo) checkMatter(work, draft.matterNo);
  work.record({ action: 'team-task.changed', entity: 'team_task', entityId: id, changes: [rewritten(work, work.teams.tasks, task, draft)] });
  return taskOf(work, id);
}

export function removeTeamTask(work: Work, one: Versioned): Record<string, never> {
  work.record({ action: 'team-task.removed', entity: 'team_task', entityId: one.id, changes: [takenOut(work, work.teams.tasks, current(work, work.teams.tasks, one))] });
  return {};
}
