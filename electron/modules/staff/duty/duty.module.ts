import { z } from 'zod';
import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import type { Db } from '#electron/database/database.ts';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { dutyOperations } from '#shared/modules/staff/duty/duty.contract.ts';
import { monthText, teamSortSchema } from '#shared/modules/staff/duty/duty.schema.ts';
import { monthAfter } from '#shared/modules/staff/duty/roster.rules.ts';
import { paged } from '../paged.ts';
import { freely } from '../undo-freely.ts';
import { rostersRepository, teamsRepository } from './duty.repository.ts';
import { addTeamTask, createTeam, getRoster, listTeamMatters, listTeamTasks, proposeRoster, removeTeam, removeTeamTask, saveRoster, updateTeam, updateTeamTask } from './duty.service.ts';

export const openDuty = (db: Db) => ({ rosters: rostersRepository(db), teams: teamsRepository(db) });

export const dutyHandlers: Handlers<typeof dutyOperations, Work> = {
  getRoster,
  proposeRoster,
  listDutyPeople: (work) => work.rosters.people(work.actor.communityId, work.today),
  saveRoster,
  listTeams: (work, { filter, sort, ...window }) => work.teams.list(filter, work.today, sort, window),
  countTeams: (work, { filter }) => ({ count: work.teams.count(filter) }),
  createTeam,
  updateTeam,
  removeTeam,
  listTeamTasks,
  listTeamMatters,
  addTeamTask,
  updateTeamTask,
  removeTeamTask,
};

/** From this day of a month on the next month's roster should stand. */
const NEXT_MONTH_FROM = 25;
const SOON_DAYS = 7;

/** Days without anybody: those of the coming week at once, a missing month from the 25th before it. */
function uncovered(work: Work): TodayItem[] {
  const month = work.today.slice(0, 7);
  const next = monthAfter(month);
  const ahead = work.clock.now();
  ahead.setDate(ahead.getDate() + SOON_DAYS);
  const [now, then] = [getRoster(work, { month }), getRoster(work, { month: next })];
  const soon = [...now.uncovered, ...(then.id === null && Number(work.today.slice(8)) < NEXT_MONTH_FROM ? [] : then.uncovered)].filter((day) => day <= localDay(ahead));
  const item = (kind: string, urgency: TodayItem['urgency'], params: TodayItem['params'], at: string, dueOn: string | null): TodayItem => ({ kind, column: 'due', urgency, params, to: `/staff/duty?month=${at}`, since: null, dueOn });
  return [
    ...(soon.length === 0 ? [] : [item('duty-uncovered', 'overdue', { count: soon.length }, (soon[0] ?? work.today).slice(0, 7), soon[0] ?? null)]),
    ...(then.id === null && Number(work.today.slice(8)) >= NEXT_MONTH_FROM ? [item('duty-next-month', 'near', { month: next }, next, `${next}-01`)] : []),
  ];
}

const rosterQuery = z.object({ month: monthText });
const rosterList: ExportList<z.output<typeof rosterQuery>> = {
  permission: 'duty.read',
  query: rosterQuery,
  fields: ['on', 'person', 'phone', 'backup', 'note'],
  days: ['on'],
  count: (work, query) => getRoster(work, query).days.length,
  windows: (work, query, size) => {
    const { days, people } = getRoster(work, query);
    const of = new Map(people.map((person) => [person.id, person]));
    return paged((offset) => days.slice(offset, offset + size), size, ({ on, memberId, backupId, note }) => ({ on, person: of.get(memberId)?.name ?? '', phone: of.get(memberId)?.phone ?? '', backup: of.get(backupId)?.name ?? '', note }));
  },
};

const teamQuery = z.object({ filter: z.object({ text: z.string().default(''), kinds: z.array(z.string()).default([]) }).prefault({}), sort: teamSortSchema });
const teamList: ExportList<z.output<typeof teamQuery>> = {
  permission: 'teams.read',
  query: teamQuery,
  fields: ['name', 'kind', 'leaderName', 'members', 'skills', 'tasks', 'openTasks', 'hours', 'foundedOn', 'note'],
  days: ['foundedOn'],
  count: (work, { filter }) => work.teams.count(filter),
  windows: (work, { filter, sort }, size) =>
    paged((offset) => work.teams.list(filter, work.today, sort, { offset, limit: size }), size, ({ name, kind, leaderName, memberNames, skills, tasks, openTasks, minutes, foundedOn, note }) => ({
      name, kind: work.codeTables.labelOf('team-kind', kind, 'zh-CN'), leaderName, members: memberNames.length, skills: skills.join('、'), tasks, openTasks, hours: Math.round(minutes / 6) / 10, foundedOn, note,
    })),
};

export const dutyParts: ModuleParts = {
  today: [{ permission: 'duty.read', items: uncovered }],
  history: {
    duty_roster: { permission: 'duty.read', isVisible: (work, id) => work.rosters.find(id) !== undefined },
    staff_team: { permission: 'teams.read', isVisible: (work, id) => work.teams.find(id) !== undefined },
    team_task: { permission: 'teams.read', isVisible: (work, id) => work.teams.tasks.find(id) !== undefined },
  },
  undo: {
    duty_roster: freely('duty.edit', (work, id) => work.rosters.find(id)?.month ?? ''),
    staff_team: freely('teams.edit', (work, id) => work.teams.find(id)?.name ?? ''),
    team_task: freely('teams.edit', (work, id) => work.teams.tasks.find(id)?.task ?? ''),
  },
  exports: { 'staff.roster': rosterList as ExportList, 'staff.teams': teamList as ExportList }, // the exporter parses the query with the list's own schema
};
