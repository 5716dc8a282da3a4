import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns, removableColumns } from '#electron/database/record-columns.ts';
import { demandChannels, demandOutcomes, demandSorts } from '#shared/modules/grid/participation/demand.schema.ts';
import { proposalStates } from '#shared/modules/grid/participation/proposal.schema.ts';
import { surveyKinds } from '#shared/modules/grid/participation/survey.schema.ts';
import { jobStates, pointKinds, shiftStates } from '#shared/modules/grid/participation/volunteer.schema.ts';

const ids = (name: string) => text(name, { mode: 'json' }).$type<string[]>().notNull();

export const participationRules = sqliteTable('participation_rule', {
  ...recordColumns,
  answerLimitDays: integer('answer_limit_days').notNull(),
  secondsNeeded: integer('seconds_needed').notNull(),
  pointsPerHour: integer('points_per_hour').notNull(),
  joiningPoints: integer('joining_points').notNull(),
  redeemDay: integer('redeem_day'),
});

export const demands = sqliteTable('demand', {
  ...removableColumns,
  no: text().notNull(),
  receivedOn: text('received_on').notNull(),
  channel: text({ enum: demandChannels }).notNull(),
  personId: text('person_id'),
  personName: text('person_name').notNull(),
  gridId: text('grid_id'),
  topic: text().notNull(),
  subject: text().notNull(),
  content: text().notNull(),
  sort: text({ enum: demandSorts }).notNull(),
  dueOn: text('due_on').notNull(),
  escalateOn: text('escalate_on').notNull(),
  answer: text().notNull(),
  answeredOn: text('answered_on'),
  outcome: text({ enum: demandOutcomes }),
  matterId: text('matter_id'),
  proposalId: text('proposal_id'),
});

export const proposals = sqliteTable('proposal', {
  ...removableColumns,
  no: text().notNull(),
  title: text().notNull(),
  content: text().notNull(),
  proposedOn: text('proposed_on').notNull(),
  proposerId: text('proposer_id'),
  proposerName: text('proposer_name').notNull(),
  gridId: text('grid_id'),
  topic: text().notNull(),
  demandId: text('demand_id'),
  state: text({ enum: proposalStates }).notNull(),
  secondsNeeded: integer('seconds_needed').notNull(),
  answerDueOn: text('answer_due_on').notNull(),
  escalateOn: text('escalate_on').notNull(),
  answer: text().notNull(),
  costFen: integer('cost_fen'),
  plannedUntil: text('planned_until'),
  decidedOn: text('decided_on'),
  doneOn: text('done_on'),
});

export const proposalSeconds = sqliteTable('proposal_second', { ...removableColumns, proposalId: text('proposal_id').notNull(), personId: text('person_id').notNull(), secondedOn: text('seconded_on').notNull() });

export const deliberations = sqliteTable('deliberation', {
  ...removableColumns,
  proposalId: text('proposal_id').notNull(),
  heldOn: text('held_on').notNull(),
  place: text().notNull(),
  personIds: ids('person_ids'),
  guests: text().notNull(),
  views: text().notNull(),
  votesFor: integer('votes_for').notNull(),
  votesAgainst: integer('votes_against').notNull(),
  votesAbstained: integer('votes_abstained').notNull(),
});

export const proposalProgress = sqliteTable('proposal_progress', { ...removableColumns, proposalId: text('proposal_id').notNull(), notedOn: text('noted_on').notNull(), note: text().notNull(), byName: text('by_name').notNull() });

export const surveys = sqliteTable('survey', { ...removableColumns, title: text().notNull(), kind: text({ enum: surveyKinds }).notNull(), proposalId: text('proposal_id'), opensOn: text('opens_on').notNull(), closesOn: text('closes_on') });

export const surveyAnswers = sqliteTable('survey_answer', {
  ...removableColumns,
  surveyId: text('survey_id').notNull(),
  answeredOn: text('answered_on').notNull(),
  gridId: text('grid_id'),
  knowsGrid: integer('knows_grid', { mode: 'boolean' }),
  knowsMember: integer('knows_member', { mode: 'boolean' }),
  score: integer().notNull(),
  comment: text().notNull(),
});

export const residentTeams = sqliteTable('resident_team', {
  ...removableColumns,
  name: text().notNull(),
  kind: text().notNull(),
  leaderName: text('leader_name').notNull(),
  gridId: text('grid_id'),
  purpose: text().notNull(),
  meets: text().notNull(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull(),
});

export const activities = sqliteTable('activity', {
  ...removableColumns,
  title: text().notNull(),
  kind: text().notNull(),
  heldOn: text('held_on').notNull(),
  place: text().notNull(),
  gridId: text('grid_id'),
  teamId: text('team_id'),
  personIds: ids('person_ids'),
  headcount: integer().notNull(),
  bodyIds: ids('body_ids'),
  costFen: integer('cost_fen').notNull(),
  note: text().notNull(),
});

export const volunteers = sqliteTable('volunteer', {
  ...removableColumns,
  personId: text('person_id').notNull(),
  joinedOn: text('joined_on').notNull(),
  leftOn: text('left_on'),
  wantsPoints: integer('wants_points', { mode: 'boolean' }).notNull(),
  teamId: text('team_id'),
  skills: text().notNull(),
  note: text().notNull(),
});

export const volunteerJobs = sqliteTable('volunteer_job', {
  ...removableColumns,
  title: text().notNull(),
  heldOn: text('held_on').notNull(),
  place: text().notNull(),
  gridId: text('grid_id'),
  teamId: text('team_id'),
  minutes: integer().notNull(),
  places: integer().notNull(),
  skills: text().notNull(),
  state: text({ enum: jobStates }).notNull(),
  note: text().notNull(),
});

export const volunteerShifts = sqliteTable('volunteer_shift', {
  ...removableColumns,
  jobId: text('job_id').notNull(),
  volunteerId: text('volunteer_id').notNull(),
  signedOn: text('signed_on').notNull(),
  state: text({ enum: shiftStates }).notNull(),
  minutes: integer().notNull(),
  recorderId: text('recorder_id'),
  recordedBy: text('recorded_by').notNull(),
  confirmerId: text('confirmer_id'),
  confirmedBy: text('confirmed_by').notNull(),
});

export const pointEntries = sqliteTable('point_entry', {
  ...recordColumns,
  volunteerId: text('volunteer_id').notNull(),
  entryOn: text('entry_on').notNull(),
  kind: text({ enum: pointKinds }).notNull(),
  points: integer().notNull(),
  shiftId: text('shift_id'),
  note: text().notNull(),
  byName: text('by_name').notNull(),
});
