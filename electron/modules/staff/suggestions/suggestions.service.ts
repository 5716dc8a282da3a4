import { added, begunRemovable, current, present, rewritten, takenOut } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { mayDo } from '#shared/contract/actor.ts';
import { fail } from '#shared/errors/app-error.ts';
import { addWorkingDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { defaultRule } from '#shared/modules/grid/participation/participation-rule.schema.ts';
import { matterFilterSchema } from '#shared/modules/grid/matters/matter.schema.ts';
import { awaitsAnswer, suggestionAfter } from '#shared/modules/staff/suggestions/suggestion.rules.ts';
import type { SuggestionAnswer, SuggestionDraft, SuggestionFigures, SuggestionMove, SuggestionResult, SuggestionRow, SuggestionState } from '#shared/modules/staff/suggestions/suggestion.schema.ts';
import { practiceFilterSchema } from '#shared/modules/staff/suggestions/practice.schema.ts';
import { memberOf } from '../people/people.service.ts';
import type { SuggestionReader, SuggestionRecord } from './suggestions.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
const SUGGESTION = 'staff_suggestion';

/** Who reads the list, as an account and as somebody of the staff. */
export const suggestionReader = ({ actor, gridMembers, today }: Work): SuggestionReader => ({ accountId: actor.userId, memberId: gridMembers.findByAccount(actor.userId)?.id ?? null, today });
const rowOf = (work: Work, id: string): SuggestionRow => work.suggestions.row(id, suggestionReader(work)) ?? fail('record/not-found', {});

/** The day an answer is due: the same working days that residents wait for theirs (domain.md 3.6). */
const answerDueOn = (work: Work, from: string): string => addWorkingDays(from, work.participationRules.of(work.actor.communityId)?.answerLimitDays ?? defaultRule.answerLimitDays, work.calendar.published());

/** Error: `suggestion/no-such-way`. */
const next = ({ state, title }: SuggestionRecord, move: SuggestionMove): SuggestionState => suggestionAfter(state, move) ?? fail('suggestion/no-such-way', { title });

/** A suggestion as it begins, under the name of whoever puts it in. */
export function putSuggestion(work: Work, draft: SuggestionDraft): SuggestionRow {
  const suggestion: SuggestionRecord = {
    ...begunRemovable(work), ...draft, putBy: work.actor.userId, putterName: work.actor.displayName, putOn: work.today, answerDueOn: answerDueOn(work, work.today), state: 'received',
    answer: '', answeredOn: null, answererName: '', doerId: null, plannedUntil: null, result: '', doneOn: null,
  };
  work.record({ action: 'suggestion.put', entity: SUGGESTION, entityId: suggestion.id, detail: { title: draft.title }, changes: [added(work, work.suggestions, suggestion)] });
  return rowOf(work, suggestion.id);
}

/** A suggestion that whoever put it in may still change. Errors: `suggestion/not-own`, `suggestion/no-such-way` once it was answered. */
function ownOpen(work: Work, one: Versioned): SuggestionRecord {
  const suggestion = current(work, work.suggestions, one);
  if (suggestion.putBy !== work.actor.userId) fail('suggestion/not-own', {});
  return awaitsAnswer(suggestion.state) ? suggestion : fail('suggestion/no-such-way', { title: suggestion.title });
}

export function updateSuggestion(work: Work, { id, version, ...draft }: Versioned & SuggestionDraft): SuggestionRow {
  const suggestion = ownOpen(work, { id, version });
  work.record({ action: 'suggestion.changed', entity: SUGGESTION, entityId: id, detail: { title: draft.title }, changes: [rewritten(work, work.suggestions, suggestion, draft)] });
  return rowOf(work, id);
}

export function withdrawSuggestion(work: Work, one: Versioned): Record<string, never> {
  const suggestion = ownOpen(work, one);
  work.record({ action: 'suggestion.withdrawn', entity: SUGGESTION, entityId: one.id, detail: { title: suggestion.title }, changes: [takenOut(work, work.suggestions, suggestion)] });
  return {};
}

/** A colleague wants the same. Errors: `suggestion/own-seconding`, `suggestion/already-seconded`, `suggestion/no-such-way` once it was answered. */
export function secondSuggestion(work: Work, { id }: { readonly id: string }): SuggestionRow {
  const { putBy, state, title } = present(work.suggestions, id);
  if (!awaitsAnswer(state)) fail('suggestion/no-such-way', { title });
  if (putBy === work.actor.userId) fail('suggestion/own-seconding', {});
  if (work.suggestions.isSeconded(id, work.actor.userId)) fail('suggestion/already-seconded', {});
  const second = { ...begunRemovable(work), suggestionId: id, accountId: work.actor.userId, seconderName: work.actor.displayName, secondedOn: work.today };
  work.record({ action: 'suggestion.seconded', entity: SUGGESTION, entityId: id, detail: { title }, changes: [added(work, work.suggestions.seconds, second)] });
  return rowOf(work, id);
}

/** Takes it up, with who does it until when, or does not, with the reason. Errors: `suggestion/no-such-way`, `suggestion/planned-past`, `grid-member/has-left`. */
export function answerSuggestion(work: Work, { id, version, takesUp, answer, doerId, plannedUntil }: SuggestionAnswer): SuggestionRow {
  const suggestion = current(work, work.suggestions, { id, version });
  const move = takesUp ? 'take-up' : 'decline';
  const state = next(suggestion, move);
  if (takesUp && doerId !== null) {
    const { name, leftOn } = memberOf(work, doerId);
    if (leftOn !== null && leftOn <= work.today) fail('grid-member/has-left', { name, leftOn });
  }
  if (takesUp && (plannedUntil ?? '') < work.today) fail('suggestion/planned-past', { today: work.today });
  const means = takesUp ? { doerId, plannedUntil } : { doerId: null, plannedUntil: null };
  const change = rewritten(work, work.suggestions, suggestion, { state, answer, ...means, answeredOn: work.today, answererName: work.actor.displayName });
  work.record({ action: `suggestion.${move}`, entity: SUGGESTION, entityId: id, detail: { title: suggestion.title }, changes: [change] });
  return rowOf(work, id);
}

/** What came of it. Errors: `suggestion/no-such-way`, `suggestion/day-ahead`, `suggestion/done-before-answer`. */
export function carryOutSuggestion(work: Work, { id, version, result, doneOn }: SuggestionResult): SuggestionRow {
  const suggestion = current(work, work.suggestions, { id, version });
  const state = next(suggestion, 'carry-out');
  if (doneOn > work.today) fail('suggestion/day-ahead', { today: work.today });
  if (suggestion.answeredOn !== null && doneOn < suggestion.answeredOn) fail('suggestion/done-before-answer', { answeredOn: suggestion.answeredOn });
  work.record({ action: 'suggestion.carry-out', entity: SUGGESTION, entityId: id, detail: { title: suggestion.title }, changes: [rewritten(work, work.suggestions, suggestion, { state, result, doneOn })] });
  return rowOf(work, id);
}

/** The figures of some days. The share of model cases is for whoever may see matters, and over those that this person sees. */
export function summariseSuggestions(work: Work, { from, until }: { readonly from: string; readonly until: string }): SuggestionFigures {
  const written = practiceFilterSchema.parse({ from, until });
  const ended = matterFilterSchema.parse({ life: 'ended', figure: 'settled', endedFrom: from, endedUntil: until });
  const mayCount = mayDo(work.actor.roles, 'matters.read');
  return {
    ...work.suggestions.sum(from, until),
    practices: work.practices.count(written),
    takenElsewhere: work.practices.count({ ...written, elsewhere: true }),
    settled: mayCount ? work.matters.count(work.actor, ended, null) : null,
    models: mayCount ? work.matters.count(work.actor, { ...ended, mark: 'model' }, null) : null,
  };
}
