import { added, begunRemovable, current, present, rewritten, takenOut } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { comparedTotals, evidenceDays, evidenceOf, excludeEachOther, firstDayAfter, MOST_DAYS_AHEAD, nextSteps, stateOn, stepsProblem, type ProcessMapState } from '#shared/modules/grid/process/process.rules.ts';
import type { ProcessEvidence, ProcessMapChange, ProcessMapDraft, ProcessMapSheet, ProcessStep } from '#shared/modules/grid/process/process.schema.ts';
import { checkUnit, unitNamed } from '../matters/matter-units.ts';
import type { ProcessMapRecord } from './process-maps.repository.ts';

type One = { readonly id: string };
type Versioned = One & { readonly version: number };
const TABLE = 'process_map';

export function getProcessMap(work: Work, { id }: One): ProcessMapSheet {
  const row = work.processMaps.row(id, work.today) ?? fail('record/not-found', {});
  const steps = present<ProcessMapRecord>(work.processMaps, id).steps.map((step) => ({ ...step, unitName: step.unit === null ? '' : unitNamed(work, step.unit).name }));
  return { ...row, steps, editions: work.processMaps.editions(row.lineId, work.today) };
}

/** Error: `process/title-taken`. */
function checkTitle(work: Work, { title, lineId }: Pick<ProcessMapRecord, 'title' | 'lineId'>): void {
  if (work.processMaps.isTitleTaken(title, lineId, work.today)) fail('process/title-taken', { title });
}

/** Asked when an undo brings a map back. Errors: `process/title-taken`, `process/draft-exists` where another edition stands in the same place. */
export function checkStanding(work: Work, id: string): void {
  const map = work.processMaps.find(id);
  if (map?.removedAt !== null) return;
  if (map.endedOn === null || map.endedOn > work.today) checkTitle(work, map);
  const isAlone = work.processMaps.editions(map.lineId, work.today).every((one) => one.id === id || (one.edition !== map.edition && !excludeEachOther(one, map, work.today)));
  if (!isAlone) fail('process/draft-exists', { title: map.title });
}

/** Errors: `process/steps-broken`; `matter/unit-ended`, `matter/unit-unknown` for a unit the map did not name before. */
function checkSteps(work: Work, steps: readonly ProcessStep[], known: readonly ProcessStep[]): void {
  const problem = stepsProblem(steps);
  if (problem !== null) fail('process/steps-broken', problem);
  const isKnown = ({ unit }: ProcessStep): boolean => known.some((one) => one.unit?.kind === unit?.kind && one.unit?.id === unit?.id);
  for (const step of steps) if (step.unit !== null && !isKnown(step)) checkUnit(work, step.unit);
}

/** The columns kept of the steps. */
function sumsOf(steps: readonly ProcessStep[]) {
  const { before, after } = comparedTotals(steps);
  return { stepsBefore: before.steps, stepsAfter: after.steps, daysBefore: before.days, daysAfter: after.days, handOversBefore: before.handOvers, handOversAfter: after.handOvers, documentsBefore: before.documents, documentsAfter: after.documents };
}

/** A draft as it is stored before anybody enabled it: the first edition of a line of its own, or the next of another. */
export function draftedMap(work: Work, draft: ProcessMapDraft, line: Pick<ProcessMapRecord, 'lineId' | 'edition'> | null): ProcessMapRecord {
  const columns = begunRemovable(work);
  return { ...columns, lineId: line?.lineId ?? columns.id, edition: line?.edition ?? 1, ...draft, state: 'draft', inForceOn: null, endedOn: null, endReason: '', ...sumsOf(draft.steps) };
}

const detailOf = ({ title, edition }: Pick<ProcessMapRecord, 'title' | 'edition'>) => ({ title, edition });

function insert(work: Work, action: string, map: ProcessMapRecord): ProcessMapSheet {
  const change = added<ProcessMapRecord>(work, work.processMaps, map);
  work.record({ action, entity: TABLE, entityId: map.id, detail: detailOf(map), changes: [change] });
  return getProcessMap(work, map);
}

/** A map in the state that an act asks for. Errors: `record/not-found`, `record/conflict`, `process/not-a-draft`, `process/not-in-force`. */
function inState(work: Work, one: Versioned, state: ProcessMapState & ('draft' | 'announced' | 'in-force')): ProcessMapRecord {
  const map = current<ProcessMapRecord>(work, work.processMaps, one);
  if (stateOn(map, work.today) !== state) fail(state === 'draft' ? 'process/not-a-draft' : 'process/not-in-force', { title: map.title });
  return map;
}

export function createProcessMap(work: Work, draft: ProcessMapDraft): ProcessMapSheet {
  checkSteps(work, draft.steps, []);
  const map = draftedMap(work, draft, null);
  checkTitle(work, map);
  return insert(work, 'process-map.created', map);
}

export function updateProcessMap(work: Work, { id, version, ...draft }: ProcessMapChange): ProcessMapSheet {
  const map = inState(work, { id, version }, 'draft');
  checkSteps(work, draft.steps, map.steps);
  checkTitle(work, { ...map, ...draft });
  const change = rewritten<ProcessMapRecord>(work, work.processMaps, map, { ...draft, ...sumsOf(draft.steps) });
  work.record({ action: 'process-map.changed', entity: TABLE, entityId: id, detail: detailOf({ ...map, ...draft }), changes: [change] });
  return getProcessMap(work, { id });
}

/**
 * From a day that may lie ahead: until then it is announced and the edition before stays in force, which is replaced on that day. Errors: `process/too-far`
 * beyond `MOST_DAYS_AHEAD`; `process/too-early` where another edition would be in force on that day too, with the first day that is free.
 */
export function enableProcessMap(work: Work, { inForceOn, ...one }: Versioned & { readonly inForceOn: string }): ProcessMapSheet {
  const map = inState(work, one, 'draft');
  const furthest = addDays(work.today, MOST_DAYS_AHEAD);
  if (inForceOn > furthest) fail('process/too-far', { day: furthest });
  checkTitle(work, map);
  const editions = work.processMaps.editions(map.lineId, work.today);
  const first = firstDayAfter(editions);
  if (first !== null && inForceOn < first) fail('process/too-early', { day: first });
  const former = editions.find(({ state, endedOn }) => state === 'in-force' && endedOn === null);
  const replaced = former && present<ProcessMapRecord>(work.processMaps, former.id);
  const changes = [rewritten<ProcessMapRecord>(work, work.processMaps, map, { state: 'in-force', inForceOn }), ...(replaced ? [rewritten<ProcessMapRecord>(work, work.processMaps, replaced, { state: 'replaced', endedOn: inForceOn })] : [])];
  work.record({ action: inForceOn > work.today ? 'process-map.announced' : 'process-map.enabled', entity: TABLE, entityId: map.id, detail: { ...detailOf(map), inForceOn }, changes });
  return getProcessMap(work, map);
}

/** What it was to replace goes on as if nothing had been announced; where that was ended meanwhile, it stays ended. Error: `process/not-in-force` once its day has come. */
export function withdrawProcessMap(work: Work, one: Versioned): ProcessMapSheet {
  const map = inState(work, one, 'announced');
  const former = work.processMaps.editions(map.lineId, work.today).find(({ state, endedOn }) => state === 'in-force' && endedOn === map.inForceOn);
  const changes = [rewritten<ProcessMapRecord>(work, work.processMaps, map, { state: 'draft', inForceOn: null }), ...(former ? [rewritten<ProcessMapRecord>(work, work.processMaps, present<ProcessMapRecord>(work.processMaps, former.id), { state: 'in-force', endedOn: null })] : [])];
  work.record({ action: 'process-map.withdrawn', entity: TABLE, entityId: map.id, detail: detailOf(map), changes });
  return getProcessMap(work, map);
}

/** Errors: `process/draft-exists` where a next edition is drafted or announced already, `process/not-in-force` for a draft, which has nothing to follow yet. */
export function copyProcessMap(work: Work, one: Versioned): ProcessMapSheet {
  const map = current<ProcessMapRecord>(work, work.processMaps, one);
  if (map.state === 'draft') fail('process/not-in-force', { title: map.title });
  const editions = work.processMaps.editions(map.lineId, work.today);
  if (editions.some(({ state }) => state === 'draft' || state === 'announced')) fail('process/draft-exists', { title: map.title });
  const { title, kind, basis, note, steps, lineId } = map;
  checkTitle(work, map);
  return insert(work, 'process-map.copied', draftedMap(work, { title, kind, basis, note, steps: nextSteps(steps) }, { lineId, edition: Math.max(...editions.map(({ edition }) => edition)) + 1 }));
}

/** Errors: `process/lies-ahead`; `process/too-early` where it would never have been in force, with the first day that can be its end. */
export function endProcessMap(work: Work, { endedOn, reason, ...one }: Versioned & { readonly endedOn: string; readonly reason: string }): ProcessMapSheet {
  const map = inState(work, one, 'in-force');
  if (endedOn > work.today) fail('process/lies-ahead', { today: work.today });
  if (map.inForceOn !== null && endedOn <= map.inForceOn) fail('process/too-early', { day: addDays(map.inForceOn, 1) });
  const change = rewritten<ProcessMapRecord>(work, work.processMaps, map, { state: 'ended', endedOn, endReason: reason });
  work.record({ action: 'process-map.ended', entity: TABLE, entityId: map.id, detail: { ...detailOf(map), endedOn }, changes: [change] });
  return getProcessMap(work, map);
}

/** Only a draft goes; what was in force stays on record. */
export function removeProcessMap(work: Work, one: Versioned): Record<string, never> {
  const map = inState(work, one, 'draft');
  work.record({ action: 'process-map.removed', entity: TABLE, entityId: map.id, detail: detailOf(map), changes: [takenOut<ProcessMapRecord>(work, work.processMaps, map)] });
  return {};
}

/** What the matters the reader may see say of a map, ninety days before and since. */
export function measureProcessMap(work: Work, { id }: One): ProcessEvidence {
  const { kind, inForceOn, endedOn } = work.processMaps.row(id, work.today) ?? fail('record/not-found', {});
  const days = kind === '' || inForceOn === null ? null : evidenceDays({ inForceOn, endedOn }, work.today);
  if (days === null) return null;
  const { before, after, ...claimed } = evidenceOf(work.processMaps.daysTaken(work.actor, kind, days.before), work.processMaps.daysTaken(work.actor, kind, days.after));
  return { before: { ...days.before, ...before }, after: { ...days.after, ...after }, ...claimed, isComplete: days.after.until < work.today };
}
