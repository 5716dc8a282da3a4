import { begunRemovable } from '#electron/database/record-store.ts';
import type { DemoWriter } from '#electron/kernel/demo/demo-writer.ts';
import { randomOfPart } from '#electron/kernel/demo/random.ts';
import { addDays, addWorkingDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { demandChannels } from '#shared/modules/grid/participation/demand.schema.ts';
import { personFilterSchema } from '#shared/modules/grid/register/person.schema.ts';
import type { ProposalState } from '#shared/modules/grid/participation/proposal.schema.ts';
import { pastDay, someOf, type Invented } from './participation.demo-parts.ts';
import type { DemandRecord } from './demands.repository.ts';
import { ASKED, PROPOSED, VIEWS } from './participation.demo-words.ts';
import type { ProposalRecord } from './proposals.repository.ts';
import { writeSurveys, writeTogether } from './volunteering.demo.ts';

const PART = -66;
const DEMANDS = 420;
const PROPOSALS = 46;
const LIMIT = 15;
const SECONDS = 5;
const PEOPLE = 500;
const ADULT = 18;

const numbered = (prefix: string) => {
  const numbers = new Map<string, number>();
  return (day: string): string => {
    const year = day.slice(0, 4);
    numbers.set(year, (numbers.get(year) ?? 0) + 1);
    return `${prefix}${year}-${String(numbers.get(year)).padStart(4, '0')}`;
  };
};

function writeDemands({ work, random, people, gridIds, put }: Invented): DemandRecord[] {
  const published = work.calendar.published();
  const noOf = numbered('SQ');
  return Array.from({ length: DEMANDS }, (_, at) => {
    const receivedOn = pastDay(work.today, random, at, DEMANDS);
    const [topic, subject, answer] = random.pick(ASKED);
    const person = random.chance(85) && people.length > 0 ? random.pick(people) : null;
    const isOpen = at > DEMANDS - 14 && random.chance(70);
    const answeredOn = addWorkingDays(receivedOn, random.chance(88) ? random.between(0, 14) : random.between(16, 32), published);
    const isAnswered = !isOpen && answeredOn <= work.today;
    const demand: DemandRecord = {
      ...begunRemovable(work), no: noOf(receivedOn), receivedOn, channel: random.pick(demandChannels), personId: person?.id ?? null, personName: person ? '' : '热心居民', gridId: person?.gridId ?? random.pick(gridIds), topic, subject, content: `${subject}，希望尽快处理。`,
      sort: isAnswered ? 'answered' : 'open', dueOn: addWorkingDays(receivedOn, LIMIT, published), escalateOn: addWorkingDays(receivedOn, 2 * LIMIT, published), answer: isAnswered ? answer : '', answeredOn: isAnswered ? answeredOn : null,
      outcome: isAnswered ? (random.chance(72) ? 'met' : random.chance(60) ? 'partly' : 'not-met') : null, matterId: null, proposalId: null,
    };
    return put('demand', work.demands, demand);
  });
}

const ENDS: readonly ProposalState[] = ['done', 'done', 'done', 'accepted', 'rejected', 'rejected', 'withdrawn'];
const UNDER_WAY: readonly ProposalState[] = ['proposed', 'seconded', 'deliberated', 'proposed', 'deliberated', 'accepted'];
const DECIDED: readonly ProposalState[] = ['accepted', 'rejected', 'done', 'withdrawn'];
const ANSWERS: Readonly<Partial<Record<ProposalState, string>>> = { accepted: '采纳，分两步实施，先做东区。', done: '采纳，已按计划完成，欢迎使用。', rejected: '涉及消防通道，不能采纳；另找场地再议。', withdrawn: '提出人撤回，改为自行组织。' };

function writeProposals(invented: Invented): ProposalRecord[] {
  const { work, random, people, gridIds, put } = invented;
  const published = work.calendar.published();
  const noOf = numbered('TA');
  return Array.from({ length: PROPOSALS }, (_, at) => {
    const proposedOn = pastDay(work.today, random, at, PROPOSALS);
    const [topic, title] = PROPOSED[at % PROPOSED.length] ?? random.pick(PROPOSED);
    const by = people.length > 0 ? random.pick(people) : null;
    const fresh = at - (PROPOSALS - UNDER_WAY.length);
    const state = fresh >= 0 ? (UNDER_WAY[fresh] ?? 'proposed') : random.pick(ENDS);
    const isKept = state === 'accepted' || state === 'done';
    const decided = addWorkingDays(proposedOn, random.between(8, 18), published);
    const decidedOn = !DECIDED.includes(state) ? null : decided > work.today ? work.today : decided;
    const doneBy = addDays(proposedOn, random.between(60, 150));
    const proposal: ProposalRecord = {
      ...begunRemovable(work), no: noOf(proposedOn), title, content: `${title}：先听大家意见，再定做法。`, proposedOn, proposerId: by?.id ?? null, proposerName: '', gridId: by?.gridId ?? random.pick(gridIds), topic, demandId: null, state, secondsNeeded: SECONDS,
      answerDueOn: addWorkingDays(proposedOn, LIMIT, published), escalateOn: addWorkingDays(proposedOn, 2 * LIMIT, published), answer: ANSWERS[state] ?? '', costFen: isKept ? random.between(0, 60) * 50_000 : null, plannedUntil: isKept ? doneBy : null, decidedOn, doneOn: state === 'done' ? (doneBy > work.today ? work.today : doneBy) : null,
    };
    put('proposal', work.proposals, proposal);
    writeCourse(invented, proposal);
    return proposal;
  });
}

function writeCourse({ work, random, people, put }: Invented, { id, proposedOn, state, proposerId, doneOn }: ProposalRecord): void {
  const others = people.filter((one) => one.id !== proposerId);
  const isShort = state === 'proposed' || state === 'withdrawn';
  const later = (days: number): string => (addDays(proposedOn, days) > work.today ? work.today : addDays(proposedOn, days));
  for (const person of someOf(random, others, isShort ? random.between(0, SECONDS - 1) : random.between(SECONDS, 12))) put('proposal_second', work.proposals.seconds, { ...begunRemovable(work), proposalId: id, personId: person.id, secondedOn: later(random.between(1, 6)) });
  if (isShort || state === 'seconded') return;
  const came = someOf(random, others, random.between(8, 22));
  const votesFor = Math.floor(came.length * (state === 'rejected' ? 0.4 : 0.8));
  put('deliberation', work.proposals.deliberations, { ...begunRemovable(work), proposalId: id, heldOn: later(7), place: '社区议事厅', personIds: came.map((one) => one.id), guests: '物业、居委会', views: random.pick(VIEWS), votesFor, votesAgainst: Math.floor((came.length - votesFor) / 2), votesAbstained: came.length - votesFor - Math.floor((came.length - votesFor) / 2) });
  if (state !== 'accepted' && state !== 'done') return;
  put('proposal_progress', work.proposals.progress, { ...begunRemovable(work), proposalId: id, notedOn: later(30), note: '方案已公示，材料已订', byName: '王芳' });
  if (doneOn !== null) put('proposal_progress', work.proposals.progress, { ...begunRemovable(work), proposalId: id, notedOn: doneOn, note: '完成验收，请居民评价', byName: '王芳' });
}

/** Five years of taking part: demands and their answers, proposals in every state, groups, activities, volunteers with their hours and points, surveys. */
export const writeParticipationDemo: DemoWriter = (work, { seed, gridIds, written }) => {
  const random = randomOfPart(seed, PART);
  const grownUp = `${Number(work.today.slice(0, 4)) - ADULT}${work.today.slice(4)}`;
  const everybody = { ...work.actor, scope: 'all' as const };
  const people = work.persons.list(everybody, personFilterSchema.parse({ bornUntil: grownUp, bornFrom: '1945-01-01' }), { field: 'name', direction: 'asc' }, { offset: 0, limit: PEOPLE }).flatMap(({ id, name, gridId }) => (gridId === null ? [] : [{ id, name, gridId }]));
  const invented: Invented = {
    work, random, people, gridIds,
    put: (table, store, record) => {
      store.insert(record);
      written(table, record.id);
      return record;
    },
  };
  writeDemands(invented);
  const proposals = writeProposals(invented);
  writeTogether(invented);
  writeSurveys(invented, proposals);
};
