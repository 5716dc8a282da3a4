import { added, begunRemovable, current, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { ActivityChange, ActivityDraft, ActivityRow, TeamChange, TeamDraft, TeamRow } from '#shared/modules/grid/participation/activity.schema.ts';
import { isGridInScope } from '../register/scope.ts';
import { checkPast, keptUnseen } from './participation-checks.ts';

const TEAM = 'resident_team';
const ACTIVITY = 'activity';

const teamRow = (work: Work, id: string): TeamRow => work.residentTeams.row(work.actor, id) ?? fail('record/not-found', {});
const activityRow = (work: Work, id: string): ActivityRow => work.activities.row(work.actor, id) ?? fail('record/not-found', {});

function checkPlace(work: Work, gridId: string | null): void {
  if (gridId !== null && (!isGridInScope(work.actor, gridId) || !work.grids.find(gridId))) fail('record/not-found', {});
}
/** Error: `resident-team/name-taken`. */
function checkName(work: Work, name: string, ownId: string | null): void {
  const same = work.residentTeams.findByName(name);
  if (same && same.id !== ownId) fail('resident-team/name-taken', { name });
}

export function createResidentTeam(work: Work, draft: TeamDraft): TeamRow {
  checkPlace(work, draft.gridId);
  checkName(work, draft.name, null);
  const team = { ...begunRemovable(work), ...draft };
  work.record({ action: 'resident-team.created', entity: TEAM, entityId: team.id, detail: { name: team.name }, changes: [added(work, work.residentTeams, team)] });
  return teamRow(work, team.id);
}

export function updateResidentTeam(work: Work, { id, version, ...draft }: TeamChange): TeamRow {
  teamRow(work, id);
  const team = current(work, work.residentTeams, { id, version });
  if (draft.gridId !== team.gridId) checkPlace(work, draft.gridId);
  checkName(work, draft.name, id);
  work.record({ action: 'resident-team.changed', entity: TEAM, entityId: id, changes: [rewritten(work, work.residentTeams, team, draft)] });
  return teamRow(work, id);
}

function checkParts(work: Work, { heldOn, teamId, bodyIds }: ActivityDraft): void {
  checkPast(work, heldOn);
  if (teamId !== null && work.residentTeams.find(teamId)?.removedAt !== null) fail('record/not-found', {});
  if (bodyIds.some((id) => !work.bodies.find(id))) fail('record/not-found', {});
}

export function recordActivity(work: Work, draft: ActivityDraft): ActivityRow {
  checkParts(work, draft);
  checkPlace(work, draft.gridId);
  const activity = { ...begunRemovable(work), ...draft, personIds: keptUnseen(work, draft.personIds, []), bodyIds: [...new Set(draft.bodyIds)] };
  work.record({ action: 'activity.recorded', entity: ACTIVITY, entityId: activity.id, detail: { count: activity.headcount }, changes: [added(work, work.activities, activity)] });
  return activityRow(work, activity.id);
}

/** Residents of grids the actor does not see stay in the list as they were. */
export function updateActivity(work: Work, { id, version, ...draft }: ActivityChange): ActivityRow {
  activityRow(work, id);
  const activity = current(work, work.activities, { id, version });
  checkParts(work, draft);
  if (draft.gridId !== activity.gridId) checkPlace(work, draft.gridId);
  const change = rewritten(work, work.activities, activity, { ...draft, personIds: keptUnseen(work, draft.personIds, activity.personIds), bodyIds: [...new Set(draft.bodyIds)] });
  work.record({ action: 'activity.changed', entity: ACTIVITY, entityId: id, changes: [change] });
  return activityRow(work, id);
}
