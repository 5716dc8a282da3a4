import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { matchedPart } from '#electron/kernel/search/matched-part.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { practiceFilterSchema } from '#shared/modules/staff/suggestions/practice.schema.ts';
import { suggestionFilterSchema } from '#shared/modules/staff/suggestions/suggestion.schema.ts';
import type { suggestionsOperations } from '#shared/modules/staff/suggestions/suggestions.contract.ts';
import { freely } from '../undo-freely.ts';
import { practicesRepository } from './practices.repository.ts';
import { addPractice, checkTakenOnce, removeAdoption, removePractice, shownPractice, takeUpPractice, updatePractice } from './practices.service.ts';
import { writeSuggestionsDemo } from './suggestions.demo.ts';
import { suggestionsExports } from './suggestions.exports.ts';
import { suggestionsRepository } from './suggestions.repository.ts';
import { answerSuggestion, carryOutSuggestion, summariseSuggestions, putSuggestion, secondSuggestion, suggestionReader, updateSuggestion, withdrawSuggestion } from './suggestions.service.ts';

export const openSuggestions = (db: Db) => ({ suggestions: suggestionsRepository(db), practices: practicesRepository(db) });

export const suggestionsHandlers: Handlers<typeof suggestionsOperations, Work> = {
  listSuggestions: (work, { filter, sort, ...window }) => work.suggestions.list(filter, suggestionReader(work), sort, window),
  countSuggestions: (work, { filter }) => ({ count: work.suggestions.count(filter, suggestionReader(work)) }),
  summariseSuggestions,
  putSuggestion,
  updateSuggestion,
  withdrawSuggestion,
  secondSuggestion,
  answerSuggestion,
  carryOutSuggestion,
  listPractices: (work, { filter, sort, ...window }) => work.practices.list(filter, sort, window).map((row) => shownPractice(work, row)),
  countPractices: (work, { filter }) => ({ count: work.practices.count(filter) }),
  listAdoptions: (work, { practiceId, ...window }) => work.practices.adoptionsOf(practiceId, window),
  addPractice,
  updatePractice,
  removePractice,
  takeUpPractice,
  removeAdoption,
};

const place = (path: string, filter: Readonly<Record<string, unknown>>): string => `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
type Words = Pick<TodayItem, 'kind' | 'column' | 'urgency'>;
/** One item for all suggestions that meet a filter, with the first day among them; none where there is none. */
function waiting(work: Work, filter: Readonly<Record<string, unknown>>, words: Words): TodayItem[] {
  const { count, first } = work.suggestions.due(suggestionFilterSchema.parse(filter), suggestionReader(work));
  return count === 0 ? [] : [{ ...words, params: { count }, to: place('/staff/suggestions', filter), since: null, dueOn: first }];
}

const NEWEST = { field: 'putOn', direction: 'desc' } as const;
const NEWEST_WRITTEN = { field: 'writtenOn', direction: 'desc' } as const;
const SEARCHED = 5;

const titleOf = (work: Work, id: string): string => work.suggestions.find(id)?.title ?? '';
const practiceTitle = (work: Work, id: string | undefined): string => (id === undefined ? '' : (work.practices.find(id)?.title ?? ''));

/** A practice rests on what was carried out: as long as it stands, that is not taken back. Error: `suggestion/practice-stands`. */
function checkPractice(work: Work, id: string): void {
  const suggestion = work.suggestions.find(id);
  if (suggestion && suggestion.state !== 'carried-out' && work.practices.isWrittenOf(id)) fail('suggestion/practice-stands', { title: suggestion.title });
}
const suggestionUndo: UndoSource = { ...freely('suggestions.edit', titleOf, (work, id) => !work.suggestions.isSeconded(id)), settled: checkPractice };
const adoptionUndo: UndoSource = {
  ...freely('practices.edit', (work, id) => practiceTitle(work, work.practices.adoptions.find(id)?.practiceId)),
  settled: (work, id) => {
    const adoption = work.practices.adoptions.find(id);
    if (adoption?.removedAt === null) checkTakenOnce(work, adoption);
  },
};

export const suggestionsParts: ModuleParts = {
  search: [
    {
      permission: 'suggestions.read',
      find: (work, text, limit) =>
        work.suggestions
          .list(suggestionFilterSchema.parse({ text }), suggestionReader(work), NEWEST, { offset: 0, limit: Math.min(limit, SEARCHED) })
          .map(({ id, title, putOn, putterName }) => ({ entity: 'suggestion', id, title, detail: [putOn, putterName].join(' · '), matched: matchedPart(text, { name: title }), to: place('/staff/suggestions', { text: title }) })),
    },
    {
      permission: 'practices.read',
      find: (work, text, limit) =>
        work.practices
          .list(practiceFilterSchema.parse({ text }), NEWEST_WRITTEN, { offset: 0, limit: Math.min(limit, SEARCHED) })
          .map(({ id, title, gridName, memberName }) => ({ entity: 'practice', id, title, detail: [gridName, memberName].filter(Boolean).join(' · '), matched: matchedPart(text, { name: title }), to: place('/staff/practices', { text: title }) })),
    },
  ],
  today: [
    {
      permission: 'suggestions.decide',
      items: (work) => [
        ...waiting(work, { overdue: true }, { kind: 'suggestions-late', column: 'due', urgency: 'overdue' }),
        ...waiting(work, { states: ['received'] }, { kind: 'suggestions-open', column: 'due', urgency: 'near' }),
        ...waiting(work, { behind: true }, { kind: 'suggestions-behind', column: 'due', urgency: 'overdue' }),
      ],
    },
    { permission: 'suggestions.edit', items: (work) => waiting(work, { toDo: true }, { kind: 'suggestions-to-do', column: 'due', urgency: 'near' }) },
  ],
  history: {
    staff_suggestion: { permission: 'suggestions.read', isVisible: (work, id) => work.suggestions.find(id) !== undefined },
    suggestion_second: { permission: 'suggestions.read', isVisible: (work, id) => work.suggestions.seconds.find(id) !== undefined },
    good_practice: { permission: 'practices.read', isVisible: (work, id) => work.practices.find(id) !== undefined },
    practice_adoption: { permission: 'practices.read', isVisible: (work, id) => work.practices.adoptions.find(id) !== undefined },
  },
  undo: {
    staff_suggestion: suggestionUndo,
    suggestion_second: freely('suggestions.edit', (work, id) => titleOf(work, work.suggestions.seconds.find(id)?.suggestionId ?? '')),
    good_practice: freely('practices.edit', practiceTitle, (work, id) => !work.practices.isTakenUp(id)),
    practice_adoption: adoptionUndo,
  },
  exports: suggestionsExports,
  demo: writeSuggestionsDemo,
};
