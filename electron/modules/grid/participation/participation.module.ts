import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { matterFilterSchema } from '#shared/modules/grid/matters/matter.schema.ts';
import type { participationOperations } from '#shared/modules/grid/participation/participation.contract.ts';
import type { volunteeringOperations } from '#shared/modules/grid/participation/volunteering.contract.ts';
import { activitiesRepository, teamsRepository } from './activities.repository.ts';
import { createResidentTeam, recordActivity, updateActivity, updateResidentTeam } from './activities.service.ts';
import { demandsRepository } from './demands.repository.ts';
import { answerDemand, recordDemand, sortDemand, updateDemand } from './demands.service.ts';
import { indicatorsRepository } from './indicators.repository.ts';
import { confirmHours, getVolunteerJob, postVolunteerJob, recordAttendance, signUp, updateVolunteerJob } from './jobs.service.ts';
import { participationRulesRepository, ruleOf, saveParticipationRule } from './participation-checks.ts';
import { writeParticipationDemo } from './participation.demo.ts';
import { participationExports } from './participation.exports.ts';
import { participationAttachments, participationHistory, participationSearch, participationToday, participationUndo } from './participation.parts.ts';
import { proposalsRepository } from './proposals.repository.ts';
import { answerProposal, createProposal, getProposal, noteProgress, recordDeliberation, secondProposal, updateProposal, withdrawProposal } from './proposals.service.ts';
import { surveysRepository } from './surveys.repository.ts';
import { createSurvey, getSurvey, recordSurveyAnswer, removeSurveyAnswer, updateSurvey } from './surveys.service.ts';
import { jobsRepository, volunteersRepository } from './volunteers.repository.ts';
import { correctPoints, getStatement, getVolunteer, givePoints, redeemPoints, registerVolunteer, updateVolunteer } from './volunteers.service.ts';

export const openParticipation = (db: Db) => ({
  participationRules: participationRulesRepository(db),
  demands: demandsRepository(db),
  proposals: proposalsRepository(db),
  surveys: surveysRepository(db),
  residentTeams: teamsRepository(db),
  activities: activitiesRepository(db),
  volunteers: volunteersRepository(db),
  volunteerJobs: jobsRepository(db),
  indicators: indicatorsRepository(db),
});

/** Matters that came in within the days and were not void; `complained` are those that residents brought. */
const mattersIn = (work: Work, { from, until }: { readonly from: string; readonly until: string }, figure: 'complained' | 'reported'): number =>
  work.matters.count(work.actor, matterFilterSchema.parse({ life: 'all', reportedFrom: from, reportedUntil: until, figure }), null);

export const participationHandlers: Handlers<typeof participationOperations & typeof volunteeringOperations, Work> = {
  listDemands: (work, { filter, sort, ...window }) => work.demands.list(work.actor, filter, work.today, sort, window),
  countDemands: (work, { filter }) => ({ count: work.demands.count(work.actor, filter, work.today) }),
  recordDemand,
  updateDemand,
  sortDemand,
  answerDemand,
  listAskedAndDone: (work, period) => work.demands.askedAndDone(work.actor, period),
  listProposals: (work, { filter, sort, ...window }) => work.proposals.list(work.actor, filter, work.today, sort, window),
  countProposals: (work, { filter }) => ({ count: work.proposals.count(work.actor, filter, work.today) }),
  getProposal,
  createProposal,
  updateProposal,
  secondProposal,
  recordDeliberation,
  answerProposal,
  noteProgress,
  withdrawProposal,
  listSurveys: (work, { filter, sort, ...window }) => work.surveys.list(filter, sort, window),
  countSurveys: (work, { filter }) => ({ count: work.surveys.count(filter) }),
  getSurvey,
  createSurvey,
  updateSurvey,
  recordSurveyAnswer,
  removeSurveyAnswer,
  getIndicators: (work, period) => ({ ...work.indicators.read(work.actor, period), matters: mattersIn(work, period, 'reported'), mattersRaised: mattersIn(work, period, 'complained') }),
  listTakingPart: (work, { filter, sort, ...window }) => work.indicators.list(work.actor, filter, sort, window),
  countTakingPart: (work, { filter }) => ({ count: work.indicators.count(work.actor, filter) }),
  getParticipationRule: ruleOf,
  saveParticipationRule,
  listVolunteers: (work, { filter, sort, ...window }) => work.volunteers.list(work.actor, filter, work.today, sort, window),
  countVolunteers: (work, { filter }) => ({ count: work.volunteers.count(work.actor, filter, work.today) }),
  getVolunteer,
  registerVolunteer,
  updateVolunteer,
  redeemPoints,
  givePoints,
  correctPoints,
  getStatement,
  listVolunteerJobs: (work, { filter, sort, ...window }) => work.volunteerJobs.list(work.actor, filter, work.today, sort, window),
  countVolunteerJobs: (work, { filter }) => ({ count: work.volunteerJobs.count(work.actor, filter, work.today) }),
  getVolunteerJob,
  postVolunteerJob,
  updateVolunteerJob,
  signUp,
  recordAttendance,
  confirmHours,
  listResidentTeams: (work, { filter, sort, ...window }) => work.residentTeams.list(work.actor, filter, sort, window),
  countResidentTeams: (work, { filter }) => ({ count: work.residentTeams.count(work.actor, filter) }),
  createResidentTeam,
  updateResidentTeam,
  listActivities: (work, { filter, sort, ...window }) => work.activities.list(work.actor, filter, sort, window),
  countActivities: (work, { filter }) => ({ count: work.activities.count(work.actor, filter) }),
  recordActivity,
  updateActivity,
};

export const participationParts: ModuleParts = { search: participationSearch, today: participationToday, history: participationHistory, attachments: participationAttachments, undo: participationUndo, exports: participationExports, demo: writeParticipationDemo };
