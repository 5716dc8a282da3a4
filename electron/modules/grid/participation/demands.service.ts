import { added, begunRemovable, current, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { DemandAnswer, DemandChange, DemandDraft, DemandRow, DemandSorting } from '#shared/modules/grid/participation/demand.schema.ts';
import { bringMatter } from '../matters/matters.service.ts';
import type { DemandRecord } from './demands.repository.ts';
import { answerDays, checkGrid, checkPast, residentName } from './participation-checks.ts';
import { proposalRecord } from './proposals.service.ts';

type Versioned = { readonly id: string; readonly version: number };
const DEMAND = 'demand';

const rowOf = (work: Work, id: string): DemandRow => work.demands.row(work.actor, id, work.today) ?? fail('record/not-found', {});

/** Errors: `participation/day-ahead`, `participation/grid-out-of-scope`, `participation/nobody-named`, `record/not-found`. */
function checkDraft(work: Work, { receivedOn, gridId, personId, personName }: DemandDraft, before: DemandRecord | null): void {
  checkPast(work, receivedOn);
  if (gridId !== before?.gridId) checkGrid(work, gridId);
  if (personId === null && personName === '') fail('participation/nobody-named', {});
  if (personId !== null && personId !== before?.personId) residentName(work, personId);
}

function visible(work: Work, one: Versioned): DemandRecord {
  rowOf(work, one.id);
  return current(work, work.demands, one);
}

export function recordDemand(work: Work, draft: DemandDraft): DemandRow {
  checkDraft(work, draft, null);
  const demand: DemandRecord = { ...begunRemovable(work), ...draft, ...answerDays(work, draft.receivedOn), no: work.demands.nextNo(work.today), sort: 'open', answer: '', answeredOn: null, outcome: null, matterId: null, proposalId: null };
  work.record({ action: 'demand.recorded', entity: DEMAND, entityId: demand.id, detail: { no: demand.no }, changes: [added(work, work.demands, demand)] });
  return rowOf(work, demand.id);
}

export function updateDemand(work: Work, { id, version, ...draft }: DemandChange): DemandRow {
  const demand = visible(work, { id, version });
  checkDraft(work, draft, demand);
  const days = draft.receivedOn === demand.receivedOn ? {} : answerDays(work, draft.receivedOn);
  work.record({ action: 'demand.changed', entity: DEMAND, entityId: id, detail: { no: demand.no }, changes: [rewritten(work, work.demands, demand, { ...draft, ...days })] });
  return rowOf(work, id);
}

/** Answers on the spot, or makes the demand a proposal or a matter; what it becomes is written in the same act. Error: `demand/already-sorted`. */
export function sortDemand(work: Work, sorting: DemandSorting): DemandRow {
  const demand = visible(work, sorting);
  if (demand.sort !== 'open') fail('demand/already-sorted', { no: demand.no });
  if (sorting.sort === 'answered') {
    const change = rewritten(work, work.demands, demand, { sort: 'answered', answer: sorting.answer, outcome: sorting.outcome, answeredOn: work.today });
    work.record({ action: 'demand.answered', entity: DEMAND, entityId: demand.id, detail: { no: demand.no }, changes: [change] });
    return rowOf(work, demand.id);
  }
  if (sorting.sort === 'matter') return makeMatter(work, demand, sorting);
  const { subject, content, receivedOn, personId, personName, gridId, topic } = demand;
  const proposal = proposalRecord(work, { title: subject, content, proposedOn: receivedOn, proposerId: personId, proposerName: personName, gridId, topic }, demand.id);
  const change = rewritten(work, work.demands, demand, { sort: 'proposal', proposalId: proposal.id });
  work.record({ action: 'demand.proposed', entity: DEMAND, entityId: demand.id, detail: { no: demand.no, proposal: proposal.no }, changes: [change, added(work, work.proposals, proposal)] });
  return rowOf(work, demand.id);
}

/** The channels of the matters' own table. */
const CHANNELS: Readonly<Record<DemandRecord['channel'], string>> = { desk: 'desk', phone: 'phone', 'grid-visit': 'desk', meeting: 'meeting', 'letter-box': 'letter' };

/** The demand becomes a matter with its number and clock; both are written in one act. Errors: those of bringing a matter. */
function makeMatter(work: Work, demand: DemandRecord, { kind, place }: Extract<DemandSorting, { sort: 'matter' }>): DemandRow {
  const { subject, content, personId, personName, gridId, receivedOn, channel } = demand;
  const matter = bringMatter(work, {
    subject, content, kind, place, channel: CHANNELS[channel], level: 'general', scale: 'individual', peopleCount: null, amountFen: null, occurredOn: receivedOn, gridId, buildingId: null, dwellingId: null, lngMicro: null, latMicro: null, personId, partyName: personId === null ? personName : '', partyPhone: '', fromUnit: null, submit: true,
  });
  const change = rewritten(work, work.demands, demand, { sort: 'matter', matterId: matter.id });
  work.record({ action: 'demand.made-matter', entity: DEMAND, entityId: demand.id, detail: { no: demand.no, matter: matter.number }, changes: [change, ...matter.changes] });
  return rowOf(work, demand.id);
}

/** What became of a demand that went another way is told to who asked. Error: `demand/not-sorted`. */
export function answerDemand(work: Work, { id, version, answer, outcome }: DemandAnswer): DemandRow {
  const demand = visible(work, { id, version });
  if (demand.sort === 'open') fail('demand/not-sorted', { no: demand.no });
  work.record({ action: 'demand.answered', entity: DEMAND, entityId: id, detail: { no: demand.no }, changes: [rewritten(work, work.demands, demand, { answer, outcome, answeredOn: demand.answeredOn ?? work.today })] });
  return rowOf(work, id);
}
