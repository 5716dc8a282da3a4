import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, doneSchema, versionedShape, windowShape } from '#shared/contract/list.ts';
import { dutyDaySchema, dutyPersonSchema, monthText, rosterDraftSchema, rosterSchema, taskChangeSchema, taskDraftSchema, taskRowSchema, teamChangeSchema, teamDraftSchema, teamMattersSchema, teamRowSchema, teamSortSchema } from './duty.schema.ts';

export const dutyPermissions = { 'duty.read': ['clerk', 'supervisor', 'trainer', 'administrator'], 'duty.edit': ['supervisor', 'administrator'], 'teams.read': ['clerk', 'supervisor', 'trainer', 'administrator'], 'teams.edit': ['clerk', 'supervisor', 'administrator'] } as const;
const { query, command } = operationsFor(dutyPermissions);
const STALE = ['staff', 'notifications', 'audit', 'undo'];
const teamFilter = z.strictObject({ text: z.string().trim().max(40).default(''), kinds: z.array(z.string().max(20)).max(20).default([]) });
const filter = teamFilter.default(teamFilter.parse({}));

export const dutyOperations = {
  getRoster: query({ permission: 'duty.read', input: z.strictObject({ month: monthText }), output: rosterSchema }),
  /** Deals the month out evenly among the given people; nothing is stored. */
  proposeRoster: query({ permission: 'duty.edit', input: z.strictObject({ month: monthText, memberIds: z.array(z.uuid()).min(2).max(100) }), output: z.array(dutyDaySchema) }),
  listDutyPeople: query({ permission: 'duty.read', input: z.strictObject({}), output: z.array(dutyPersonSchema) }),
  saveRoster: command({ permission: 'duty.edit', input: rosterDraftSchema, output: rosterSchema, invalidates: STALE }),
  listTeams: query({ permission: 'teams.read', input: z.strictObject({ filter, sort: teamSortSchema, ...windowShape }), output: z.array(teamRowSchema) }),
  countTeams: query({ permission: 'teams.read', input: z.strictObject({ filter }), output: countSchema }),
  createTeam: command({ permission: 'teams.edit', input: teamDraftSchema, output: teamRowSchema, invalidates: STALE }),
  updateTeam: command({ permission: 'teams.edit', input: teamChangeSchema, output: teamRowSchema, invalidates: STALE }),
  removeTeam: command({ permission: 'teams.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
  listTeamTasks: query({ permission: 'teams.read', input: z.strictObject({ teamId: z.uuid(), ...windowShape }), output: z.array(taskRowSchema) }),
  /** Asks for the matters that may be seen; without the right to read matters there are none. */
  listTeamMatters: query({ permission: 'teams.read', input: z.strictObject({ year: z.int().min(2000).max(2100) }), output: teamMattersSchema }),
  addTeamTask: command({ permission: 'teams.edit', input: taskDraftSchema, output: taskRowSchema, invalidates: STALE }),
  updateTeamTask: command({ permission: 'teams.edit', input: taskChangeSchema, output: taskRowSchema, invalidates: STALE }),
  removeTeamTask: command({ permission: 'teams.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
};
