import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { activityChangeSchema, activityDraftSchema, activityFilterSchema, activityRowSchema, activitySortSchema, teamChangeSchema, teamDraftSchema, teamFilterSchema, teamRowSchema, teamSortSchema } from './activity.schema.ts';
import { participationPermissions } from './participation.contract.ts';
import { jobChangeSchema, jobDraftSchema, jobFilterSchema, jobRowSchema, jobSheetSchema, jobSortSchema, shiftSchema, statementSchema, volunteerChangeSchema, volunteerDraftSchema, volunteerFilterSchema, volunteerRowSchema, volunteerSheetSchema, volunteerSortSchema } from './volunteer.schema.ts';

const { query, command } = operationsFor(participationPermissions);

const STALE = ['grid', 'notifications', 'audit', 'undo'];
const volunteerFilter = volunteerFilterSchema.prefault({});
const jobFilter = jobFilterSchema.prefault({});
const teamFilter = teamFilterSchema.prefault({});
const activityFilter = activityFilterSchema.prefault({});

export const volunteeringOperations = {
  listVolunteers: query({ permission: 'participation.read', input: z.strictObject({ filter: volunteerFilter, sort: volunteerSortSchema, ...windowShape }), output: z.array(volunteerRowSchema) }),
  countVolunteers: query({ permission: 'participation.read', input: z.strictObject({ filter: volunteerFilter }), output: countSchema }),
  getVolunteer: query({ permission: 'participation.read', input: idInput, output: volunteerSheetSchema }),
  registerVolunteer: command({ permission: 'participation.edit', input: volunteerDraftSchema, output: volunteerRowSchema, invalidates: STALE }),
  updateVolunteer: command({ permission: 'participation.edit', input: volunteerChangeSchema, output: volunteerRowSchema, invalidates: STALE }),
  redeemPoints: command({ permission: 'participation.edit', input: z.strictObject({ id: z.uuid(), points: z.int().min(1).max(1_000_000), note: z.string().trim().min(2).max(100) }), output: volunteerRowSchema, invalidates: STALE }),
  givePoints: command({ permission: 'participation.edit', input: z.strictObject({ id: z.uuid(), toId: z.uuid(), points: z.int().min(1).max(1_000_000), note: z.string().trim().max(100) }), output: volunteerRowSchema, invalidates: STALE }),
  correctPoints: command({ permission: 'participation.decide', input: z.strictObject({ id: z.uuid(), points: z.int().min(-1_000_000).max(1_000_000).refine((points) => points !== 0), note: z.string().trim().min(2).max(100) }), output: volunteerRowSchema, invalidates: STALE }),
  getStatement: query({ permission: 'participation.read', input: z.strictObject({ id: z.uuid(), year: z.int().min(2000).max(2100) }), output: statementSchema }),

  listVolunteerJobs: query({ permission: 'participation.read', input: z.strictObject({ filter: jobFilter, sort: jobSortSchema, ...windowShape }), output: z.array(jobRowSchema) }),
  countVolunteerJobs: query({ permission: 'participation.read', input: z.strictObject({ filter: jobFilter }), output: countSchema }),
  getVolunteerJob: query({ permission: 'participation.read', input: idInput, output: jobSheetSchema }),
  postVolunteerJob: command({ permission: 'participation.edit', input: jobDraftSchema, output: jobRowSchema, invalidates: STALE }),
  updateVolunteerJob: command({ permission: 'participation.edit', input: jobChangeSchema, output: jobRowSchema, invalidates: STALE }),
  signUp: command({ permission: 'participation.edit', input: z.strictObject({ jobId: z.uuid(), volunteerIds: z.array(z.uuid()).min(1).max(200) }), output: jobRowSchema, invalidates: STALE }),
  recordAttendance: command({ permission: 'participation.edit', input: z.strictObject({ ...versionedShape, state: z.enum(['attended', 'absent', 'cancelled']), minutes: z.int().min(0).max(24 * 60) }), output: shiftSchema, invalidates: STALE }),
  /** By a second person: hours count only when somebody else than who recorded them says so. */
  confirmHours: command({ permission: 'participation.edit', input: z.strictObject({ shifts: z.array(z.strictObject(versionedShape)).min(1).max(200) }), output: z.strictObject({ confirmed: z.int(), points: z.int() }), invalidates: STALE }),

  listResidentTeams: query({ permission: 'participation.read', input: z.strictObject({ filter: teamFilter, sort: teamSortSchema, ...windowShape }), output: z.array(teamRowSchema) }),
  countResidentTeams: query({ permission: 'participation.read', input: z.strictObject({ filter: teamFilter }), output: countSchema }),
  createResidentTeam: command({ permission: 'participation.edit', input: teamDraftSchema, output: teamRowSchema, invalidates: STALE }),
  updateResidentTeam: command({ permission: 'participation.edit', input: teamChangeSchema, output: teamRowSchema, invalidates: STALE }),
  listActivities: query({ permission: 'participation.read', input: z.strictObject({ filter: activityFilter, sort: activitySortSchema, ...windowShape }), output: z.array(activityRowSchema) }),
  countActivities: query({ permission: 'participation.read', input: z.strictObject({ filter: activityFilter }), output: countSchema }),
  recordActivity: command({ permission: 'participation.edit', input: activityDraftSchema, output: activityRowSchema, invalidates: STALE }),
  updateActivity: command({ permission: 'participation.edit', input: activityChangeSchema, output: activityRowSchema, invalidates: STALE }),
};
