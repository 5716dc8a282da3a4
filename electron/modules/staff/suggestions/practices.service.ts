import { added, begunRemovable, current, present, rewritten, takenOut } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { AdoptionDraft, PracticeDraft, PracticeRow } from '#shared/modules/staff/suggestions/practice.schema.ts';
import { memberOf } from '../people/people.service.ts';
import type { StoredPractice } from './practices.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
const PRACTICE = 'good_practice';

/** A practice with its model case, where the reader may see matters and this one. */
export function shownPractice(work: Work, row: StoredPractice): PracticeRow {
  const matter = row.matterId === null || !mayDo(work.actor.roles, 'matters.read') ? undefined : work.matters.find(work.actor, row.matterId);
  return { ...row, matterNumber: matter?.number ?? '', matterSubject: matter?.subject ?? '' };
}
const rowOf = (work: Work, id: string): PracticeRow => shownPractice(work, work.practices.row(id) ?? fail('record/not-found', {}));

/** Only what is newly tied is looked at: what it was tied to before stands. Errors: `record/not-found`, `practice/suggestion-open`, `practice/not-model`. */
function checkTies(work: Work, { gridId, memberId, suggestionId, matterId }: PracticeDraft, before: PracticeDraft | null): void {
  if (gridId !== null && gridId !== before?.gridId && !work.grids.find(gridId)) fail('record/not-found', {});
  if (memberId !== null && memberId !== before?.memberId) memberOf(work, memberId);
  if (suggestionId !== null && suggestionId !== before?.suggestionId) {
    const { state, title } = present(work.suggestions, suggestionId);
    if (state !== 'carried-out') fail('practice/suggestion-open', { title });
  }
  if (matterId !== null && matterId !== before?.matterId) {
    const matter = (mayDo(work.actor.roles, 'matters.read') ? work.matters.find(work.actor, matterId) : undefined) ?? fail('record/not-found', {});
    if (!matter.isModel) fail('practice/not-model', { number: matter.number });
  }
}

export function addPractice(work: Work, draft: PracticeDraft): PracticeRow {
  checkTies(work, draft, null);
  const practice = { ...begunRemovable(work), ...draft, writtenOn: work.today, writerName: work.actor.displayName };
  work.record({ action: 'practice.added', entity: PRACTICE, entityId: practice.id, detail: { title: draft.title }, changes: [added(work, work.practices, practice)] });
  return rowOf(work, practice.id);
}

export function updatePractice(work: Work, { id, version, ...draft }: Versioned & PracticeDraft): PracticeRow {
  const practice = current(work, work.practices, { id, version });
  checkTies(work, draft, practice);
  work.record({ action: 'practice.changed', entity: PRACTICE, entityId: id, detail: { title: draft.title }, changes: [rewritten(work, work.practices, practice, draft)] });
  return rowOf(work, id);
}

export function removePractice(work: Work, one: Versioned): Record<string, never> {
  const practice = current(work, work.practices, one);
  work.record({ action: 'practice.removed', entity: PRACTICE, entityId: one.id, detail: { title: practice.title }, changes: [takenOut(work, work.practices, practice)] });
  return {};
}

/** Error: `practice/already-taken` when another record already says that the grid took it up. */
export function checkTakenOnce(work: Work, { id, practiceId, gridId }: { readonly id: string | null; readonly practiceId: string; readonly gridId: string }): void {
  const other = work.practices.adoptionBy(practiceId, gridId);
  if (other !== undefined && other !== id) fail('practice/already-taken', { grid: work.grids.find(gridId)?.name ?? '' });
}

/** A grid the actor may write for. Error: `practice/grid-out-of-scope`. */
function checkScope({ actor }: Work, gridId: string): void {
  if (actor.scope !== 'all' && !actor.scope.includes(gridId)) fail('practice/grid-out-of-scope', {});
}

/** A grid does as the practice says from a day on. Errors: `practice/grid-out-of-scope`, `practice/own-grid`, `practice/already-taken`, `suggestion/day-ahead`. */
export function takeUpPractice(work: Work, { practiceId, gridId, takenOn, note }: AdoptionDraft): PracticeRow {
  const practice = present(work.practices, practiceId);
  checkScope(work, gridId);
  const grid = work.grids.find(gridId) ?? fail('record/not-found', {});
  if (gridId === practice.gridId) fail('practice/own-grid', { grid: grid.name });
  if (takenOn > work.today) fail('suggestion/day-ahead', { today: work.today });
  checkTakenOnce(work, { id: null, practiceId, gridId });
  const adoption = { ...begunRemovable(work), practiceId, gridId, takenOn, note, takerName: work.actor.displayName };
  work.record({ action: 'practice.taken-up', entity: PRACTICE, entityId: practiceId, detail: { title: practice.title }, changes: [added(work, work.practices.adoptions, adoption)] });
  return rowOf(work, practiceId);
}

export function removeAdoption(work: Work, one: Versioned): Record<string, never> {
  const adoption = current(work, work.practices.adoptions, one);
  checkScope(work, adoption.gridId);
  const title = work.practices.find(adoption.practiceId)?.title ?? '';
  work.record({ action: 'practice.adoption-removed', entity: PRACTICE, entityId: adoption.practiceId, detail: { title }, changes: [takenOut(work, work.practices.adoptions, adoption)] });
  return {};
}
