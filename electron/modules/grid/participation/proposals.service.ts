import { added, begunRemovable, current, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import { workingDaysBetween } from '#shared/kernel/calendar/working-days.rules.ts';
import { awaitsAnswer, proposalAfter, proposalMoves } from '#shared/modules/grid/participation/proposal.rules.ts';
import { proposalMoveNames, type DeliberationDraft, type ProposalAnswer, type ProposalChange, type ProposalDraft, type ProposalMove, type ProposalRow, type ProposalSheet, type ProposalState } from '#shared/modules/grid/participation/proposal.schema.ts';
import { answerDays, checkGrid, checkPast, residentName, ruleOf } from './participation-checks.ts';
import type { ProposalRecord } from './proposals.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
const PROPOSAL = 'proposal';

const rowOf = (work: Work, id: string): ProposalRow => work.proposals.row(work.actor, id, work.today) ?? fail('record/not-found', {});
function visible(work: Work, one: Versioned): ProposalRecord {
  rowOf(work, one.id);
  return current(work, work.proposals, one);
}

/** Errors: `participation/day-ahead`, `participation/grid-out-of-scope`, `participation/nobody-named`, `record/not-found`. */
function checkDraft(work: Work, { proposedOn, gridId, proposerId, proposerName }: ProposalDraft, before: ProposalRecord | null): void {
  checkPast(work, proposedOn);
  if (gridId !== before?.gridId) checkGrid(work, gridId);
  if (proposerId === null && proposerName === '') fail('participation/nobody-named', {});
  if (proposerId !== null && proposerId !== before?.proposerId) residentName(work, proposerId);
}

/** A proposal as it begins: its number, how many must second it, the day its public answer is due. */
export function proposalRecord(work: Work, draft: ProposalDraft, demandId: string | null): ProposalRecord {
  const { dueOn, escalateOn } = answerDays(work, draft.proposedOn);
  return { ...begunRemovable(work), ...draft, no: work.proposals.nextNo(work.today), demandId, state: 'proposed', secondsNeeded: ruleOf(work).secondsNeeded, answerDueOn: dueOn, escalateOn, answer: '', costFen: null, plannedUntil: null, decidedOn: null, doneOn: null };
}

/** Error: `proposal/no-such-way`. */
const next = (proposal: ProposalRecord, move: ProposalMove): ProposalState => proposalAfter(proposal.state, move) ?? fail('proposal/no-such-way', { no: proposal.no });

export function createProposal(work: Work, draft: ProposalDraft): ProposalRow {
  checkDraft(work, draft, null);
  const proposal = proposalRecord(work, draft, null);
  work.record({ action: 'proposal.created', entity: PROPOSAL, entityId: proposal.id, detail: { no: proposal.no }, changes: [added(work, work.proposals, proposal)] });
  return rowOf(work, proposal.id);
}

/** What was answered in public is not rewritten. Error: `proposal/no-such-way`. */
export function updateProposal(work: Work, { id, version, ...draft }: ProposalChange): ProposalRow {
  const proposal = visible(work, { id, version });
  if (!awaitsAnswer(proposal.state)) fail('proposal/no-such-way', { no: proposal.no });
  checkDraft(work, draft, proposal);
  work.record({ action: 'proposal.changed', entity: PROPOSAL, entityId: id, detail: { no: proposal.no }, changes: [rewritten(work, work.proposals, proposal, draft)] });
  return rowOf(work, id);
}

/** Residents second it; with enough of them it goes on by itself. Errors: `proposal/already-seconded`, `proposal/own-seconding`. */
export function secondProposal(work: Work, { id, version, personIds, secondedOn }: Versioned & { readonly personIds: readonly string[]; readonly secondedOn: string }): ProposalRow {
  const proposal = visible(work, { id, version });
  if (proposal.state !== 'proposed' && proposal.state !== 'seconded') fail('proposal/no-such-way', { no: proposal.no });
  checkPast(work, secondedOn);
  const present = work.proposals.secondsOf(id);
  const chosen = [...new Set(personIds)];
  for (const personId of chosen) {
    const name = residentName(work, personId);
    if (personId === proposal.proposerId) fail('proposal/own-seconding', {});
    if (present.some((one) => one.personId === personId)) fail('proposal/already-seconded', { name });
  }
  const seconds = chosen.map((personId) => added(work, work.proposals.seconds, { ...begunRemovable(work), proposalId: id, personId, secondedOn }));
  const isEnough = present.length + chosen.length >= proposal.secondsNeeded;
  const change = rewritten(work, work.proposals, proposal, isEnough && proposal.state === 'proposed' ? { state: next(proposal, 'second') } : {});
  work.record({ action: 'proposal.second', entity: PROPOSAL, entityId: id, detail: { no: proposal.no, count: chosen.length }, changes: [change, ...seconds] });
  return rowOf(work, id);
}

/** Who came, what was said, how they voted. */
export function recordDeliberation(work: Work, { id, version, ...draft }: Versioned & DeliberationDraft): ProposalRow {
  const proposal = visible(work, { id, version });
  const state = next(proposal, 'deliberate');
  checkPast(work, draft.heldOn);
  const personIds = [...new Set(draft.personIds)];
  for (const personId of personIds) residentName(work, personId);
  const held = added(work, work.proposals.deliberations, { ...begunRemovable(work), ...draft, personIds, proposalId: id });
  const change = rewritten(work, work.proposals, proposal, { state });
  work.record({ action: 'proposal.deliberate', entity: PROPOSAL, entityId: id, detail: { no: proposal.no, count: personIds.length }, changes: [change, held] });
  return rowOf(work, id);
}

/** The public answer; the demand it came from is answered with it, in the same act. */
export function answerProposal(work: Work, { id, version, isAccepted, answer, costFen, plannedUntil }: ProposalAnswer): ProposalRow {
  const proposal = visible(work, { id, version });
  const move = isAccepted ? 'accept' : 'reject';
  const state = next(proposal, move);
  const means = isAccepted ? { costFen, plannedUntil } : { costFen: null, plannedUntil: null };
  const change = rewritten(work, work.proposals, proposal, { state, answer, decidedOn: work.today, ...means });
  work.record({ action: `proposal.${move}`, entity: PROPOSAL, entityId: id, detail: { no: proposal.no }, changes: [change, ...demandTold(work, proposal, answer, isAccepted ? 'partly' : 'not-met')] });
  return rowOf(work, id);
}

function demandTold(work: Work, { demandId }: ProposalRecord, answer: string, outcome: 'met' | 'partly' | 'not-met'): RecordChange[] {
  const demand = demandId === null ? undefined : work.demands.find(demandId);
  if (demand?.removedAt !== null) return [];
  return [rewritten(work, work.demands, demand, { answer, outcome, answeredOn: demand.answeredOn ?? work.today })];
}

/** How it goes on with what was accepted; the last note says that it is done. */
export function noteProgress(work: Work, { id, version, notedOn, note, isDone }: Versioned & { readonly notedOn: string; readonly note: string; readonly isDone: boolean }): ProposalRow {
  const proposal = visible(work, { id, version });
  const done = next(proposal, 'finish');
  checkPast(work, notedOn);
  const noted = added(work, work.proposals.progress, { ...begunRemovable(work), proposalId: id, notedOn, note, byName: work.actor.displayName });
  const change = rewritten(work, work.proposals, proposal, isDone ? { state: done, doneOn: notedOn } : {});
  work.record({ action: isDone ? 'proposal.finish' : 'proposal.progress', entity: PROPOSAL, entityId: id, detail: { no: proposal.no }, changes: [change, noted, ...(isDone ? demandTold(work, proposal, proposal.answer, 'met') : [])] });
  return rowOf(work, id);
}

export function withdrawProposal(work: Work, { id, version, reason }: Versioned & { readonly reason: string }): ProposalRow {
  const proposal = visible(work, { id, version });
  const change = rewritten(work, work.proposals, proposal, { state: next(proposal, 'withdraw'), answer: reason, decidedOn: work.today });
  work.record({ action: 'proposal.withdraw', entity: PROPOSAL, entityId: id, detail: { no: proposal.no }, changes: [change] });
  return rowOf(work, id);
}

/** A proposal with who seconded it, what was said, how it goes on, and what may be done with it now. */
export function getProposal(work: Work, { id }: { readonly id: string }): ProposalSheet {
  const row = rowOf(work, id);
  const nameOf = (personId: string): string | string[] => work.persons.find(work.actor, personId)?.name ?? [];
  const survey = work.surveys.ofProposal(id);
  const published = work.calendar.published();
  return {
    ...row,
    secondings: work.proposals.secondsOf(id),
    deliberations: work.proposals.deliberationsOf(id).map(({ id: heldId, heldOn, place, personIds, guests, views, votesFor, votesAgainst, votesAbstained }) => ({ id: heldId, heldOn, place, personIds, guests, views, votesFor, votesAgainst, votesAbstained, personNames: personIds.flatMap(nameOf) })),
    progress: work.proposals.progressOf(id).map(({ id: noteId, notedOn, note, byName }) => ({ id: noteId, notedOn, note, byName })),
    answerClock: { used: workingDaysBetween(row.proposedOn, row.decidedOn ?? work.today, published), limit: workingDaysBetween(row.proposedOn, row.answerDueOn, published) },
    survey: survey ? { id: survey.id, answers: survey.answers, meanScore: survey.meanScore } : null,
    moves: proposalMoveNames.filter((move) => proposalAfter(row.state, move) !== null && mayDo(work.actor.roles, proposalMoves[move].decides ? 'participation.decide' : 'participation.edit')),
  };
}
