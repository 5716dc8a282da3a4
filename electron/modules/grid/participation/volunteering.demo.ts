import { begunRemovable } from '#electron/database/record-store.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { pointsFor } from '#shared/modules/grid/participation/points.rules.ts';
import { ACTIVITIES, GIFTS, JOBS, SKILLS, TEAMS } from './participation.demo-words.ts';
import { pastDay, someOf, type Invented } from './participation.demo-parts.ts';
import type { ProposalRecord } from './proposals.repository.ts';
import type { TeamRecord } from './activities.repository.ts';
import type { JobRecord, ShiftRecord, VolunteerRecord } from './volunteers.repository.ts';

const VOLUNTEERS = 120;
const JOBS_HELD = 180;
const JOBS_AHEAD = 6;
const ACTIVITIES_HELD = 150;
const ANSWERS_A_SURVEY = 60;
const RECORDER = '019c0000-0000-7000-8000-00000000d001';
const CONFIRMER = '019c0000-0000-7000-8000-00000000d002';

/** Groups, what they did, who helps, hours that a second person confirmed, and points for those who asked for them. */
export function writeTogether(invented: Invented): void {
  const teams = writeTeams(invented);
  writeActivities(invented, teams);
  const volunteers = writeVolunteers(invented, teams);
  writeJobs(invented, teams, volunteers);
  writeRedemptions(invented, volunteers);
}

function writeTeams({ work, random, people, gridIds, put }: Invented): TeamRecord[] {
  return TEAMS.map(([kind, name, purpose, meets]) => put('resident_team', work.residentTeams, { ...begunRemovable(work), name, kind, leaderName: people.length > 0 ? random.pick(people).name : '', gridId: random.chance(50) ? random.pick(gridIds) : null, purpose, meets, isActive: true }));
}

function writeActivities({ work, random, people, gridIds, put }: Invented, teams: readonly TeamRecord[]): void {
  const partners = work.bodies.list({ text: '', kinds: [], gridIds: [], agreements: [], withEnded: false }, work.today, { field: 'name', direction: 'asc' }, { offset: 0, limit: 20 });
  for (let at = 0; at < ACTIVITIES_HELD; at += 1) {
    const [kind, title] = random.pick(ACTIVITIES);
    const came = someOf(random, people, random.between(4, 30));
    const bodyIds = partners.length > 0 && random.chance(30) ? [random.pick(partners).id] : [];
    put('activity', work.activities, { ...begunRemovable(work), title, kind, heldOn: pastDay(work.today, random, at, ACTIVITIES_HELD), place: random.chance(60) ? '社区议事厅' : '中心花园', gridId: random.chance(60) ? random.pick(gridIds) : null, teamId: random.chance(55) ? random.pick(teams).id : null, personIds: came.map(({ id }) => id), headcount: came.length + random.between(0, 25), bodyIds, costFen: random.between(0, 30) * 5000, note: '' });
  }
}

function writeVolunteers({ work, random, people, put }: Invented, teams: readonly TeamRecord[]): VolunteerRecord[] {
  const step = Math.max(1, Math.floor(people.length / VOLUNTEERS));
  const chosen = people.filter((_, at) => at % step === 0).slice(0, VOLUNTEERS);
  return chosen.map((person, at) => put('volunteer', work.volunteers, { ...begunRemovable(work), personId: person.id, joinedOn: pastDay(work.today, random, Math.floor(at / 2), chosen.length), leftOn: null, wantsPoints: random.chance(60), teamId: random.chance(50) ? random.pick(teams).id : null, skills: random.pick(SKILLS), note: '' }));
}

function writeJobs({ work, random, gridIds, put }: Invented, teams: readonly TeamRecord[], volunteers: readonly VolunteerRecord[]): void {
  for (let at = 0; at < JOBS_HELD + JOBS_AHEAD; at += 1) {
    const [title, place, minutes] = random.pick(JOBS);
    const isAhead = at >= JOBS_HELD;
    const heldOn = isAhead ? addDays(work.today, 2 + (at - JOBS_HELD) * 3) : pastDay(work.today, random, at, JOBS_HELD);
    const isFresh = !isAhead && at >= JOBS_HELD - 3;
    const job: JobRecord = put('volunteer_job', work.volunteerJobs, { ...begunRemovable(work), title, heldOn, place, gridId: random.chance(60) ? random.pick(gridIds) : null, teamId: random.chance(30) ? random.pick(teams).id : null, minutes, places: random.between(6, 14), skills: title === '义务理发' ? '理发' : '', state: isAhead || isFresh ? 'open' : 'closed', note: '' });
    const ready = volunteers.filter(({ joinedOn }) => joinedOn <= heldOn);
    const first = random.between(0, Math.max(0, ready.length - 8));
    for (const volunteer of ready.slice(first, first + random.between(2, 6))) {
      const state: ShiftRecord['state'] = isAhead ? 'signed' : isFresh ? (at === JOBS_HELD - 1 ? 'signed' : 'attended') : random.chance(8) ? 'absent' : 'confirmed';
      const isThere = state === 'attended' || state === 'confirmed';
      const shift: ShiftRecord = put('volunteer_shift', work.volunteerJobs.shifts, {
        ...begunRemovable(work), jobId: job.id, volunteerId: volunteer.id, signedOn: addDays(heldOn, -random.between(1, 5)) > work.today ? work.today : addDays(heldOn, -random.between(1, 5)), state, minutes: isThere ? minutes : 0,
        recorderId: state === 'signed' ? null : RECORDER, recordedBy: state === 'signed' ? '' : '张磊', confirmerId: state === 'confirmed' ? CONFIRMER : null, confirmedBy: state === 'confirmed' ? '李站长' : '',
      });
      if (state === 'confirmed' && volunteer.wantsPoints) entry({ work, put }, volunteer.id, heldOn, 'hours', pointsFor(minutes, 1), shift.id, title);
    }
  }
}

function entry({ work, put }: Pick<Invented, 'work' | 'put'>, volunteerId: string, entryOn: string, kind: 'hours' | 'redeem', points: number, shiftId: string | null, note: string): void {
  if (points === 0) return;
  const { removedAt: _removed, ...row } = begunRemovable(work);
  put('point_entry', work.volunteers.points, { ...row, volunteerId, entryOn, kind, points, shiftId, note, byName: kind === 'hours' ? '李站长' : '王芳' });
}

function writeRedemptions({ work, random, put }: Invented, volunteers: readonly VolunteerRecord[]): void {
  for (const { id } of volunteers) {
    const balance = work.volunteers.balance(id);
    if (balance >= 6 && random.chance(45)) entry({ work, put }, id, addDays(work.today, -random.between(5, 200)), 'redeem', -random.between(3, Math.min(10, balance)), null, random.pick(GIFTS));
  }
}

/** A survey of awareness and trust each half-year, slowly getting better, and one on each of the last proposals that were done. */
export function writeSurveys({ work, random, gridIds, put }: Invented, proposals: readonly ProposalRecord[]): void {
  const year = Number(work.today.slice(0, 4));
  for (let half = 0; half < 12; half += 1) {
    const opensOn = `${year - 5 + Math.floor(half / 2)}-${half % 2 === 0 ? '06-01' : '12-01'}`;
    if (opensOn >= work.today) continue;
    const survey = put('survey', work.surveys, { ...begunRemovable(work), title: `${opensOn.slice(0, 4)} 年${half % 2 === 0 ? '上' : '下'}半年知晓与信任调查`, kind: 'trust' as const, proposalId: null, opensOn, closesOn: addDays(opensOn, 20) });
    for (let at = 0; at < ANSWERS_A_SURVEY; at += 1) {
      const better = 40 + half * 4;
      const answeredOn = addDays(opensOn, random.between(0, 20));
      put('survey_answer', work.surveys.answers, { ...begunRemovable(work), surveyId: survey.id, answeredOn: answeredOn > work.today ? work.today : answeredOn, gridId: random.pick(gridIds), knowsGrid: random.chance(better + 10), knowsMember: random.chance(better), score: Math.min(5, Math.max(1, random.between(2, 4) + (random.chance(better) ? 1 : 0))), comment: '' });
    }
  }
  for (const { id, title, doneOn } of proposals.filter((one) => one.doneOn !== null).slice(-6)) {
    const opensOn = doneOn ?? work.today;
    const survey = put('survey', work.surveys, { ...begunRemovable(work), title: `“${title}”满意度`, kind: 'proposal' as const, proposalId: id, opensOn, closesOn: null });
    for (let at = 0; at < 20; at += 1) {
      const answeredOn = addDays(opensOn, random.between(0, 20));
      put('survey_answer', work.surveys.answers, { ...begunRemovable(work), surveyId: survey.id, answeredOn: answeredOn > work.today ? work.today : answeredOn, gridId: random.pick(gridIds), knowsGrid: null, knowsMember: null, score: random.between(3, 5), comment: '' });
    }
  }
}
