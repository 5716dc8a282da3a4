import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { adoptionDraftSchema, adoptionSchema, practiceChangeSchema, practiceDraftSchema, practiceFilterSchema, practiceRowSchema, practiceSortSchema } from './practice.schema.ts';
import { suggestionAnswerSchema, suggestionChangeSchema, suggestionDraftSchema, suggestionFiguresSchema, suggestionFilterSchema, suggestionPeriodSchema, suggestionResultSchema, suggestionRowSchema, suggestionSortSchema } from './suggestion.schema.ts';

const everybody = ['clerk', 'supervisor', 'trainer', 'finance', 'administrator', 'auditor'] as const;
export const suggestionsPermissions = {
  'suggestions.read': everybody,
  'suggestions.edit': ['clerk', 'supervisor', 'trainer', 'finance', 'administrator'],
  'suggestions.decide': ['supervisor'],
  'practices.read': everybody,
  'practices.edit': ['clerk', 'supervisor', 'trainer', 'administrator'],
} as const;
const { query, command } = operationsFor(suggestionsPermissions);
const filter = suggestionFilterSchema.default(suggestionFilterSchema.parse({}));
const practiceFilter = practiceFilterSchema.default(practiceFilterSchema.parse({}));
const STALE = ['staff', 'notifications', 'audit', 'undo'];

export const suggestionsOperations = {
  listSuggestions: query({ permission: 'suggestions.read', input: z.strictObject({ filter, sort: suggestionSortSchema, ...windowShape }), output: z.array(suggestionRowSchema) }),
  countSuggestions: query({ permission: 'suggestions.read', input: z.strictObject({ filter }), output: countSchema }),
  summariseSuggestions: query({ permission: 'suggestions.read', input: suggestionPeriodSchema, output: suggestionFiguresSchema }),
  putSuggestion: command({ permission: 'suggestions.edit', input: suggestionDraftSchema, output: suggestionRowSchema, invalidates: STALE }),
  /** Only by whoever put it in, and only before it is answered. */
  updateSuggestion: command({ permission: 'suggestions.edit', input: suggestionChangeSchema, output: suggestionRowSchema, invalidates: STALE }),
  /** As for a change. */
  withdrawSuggestion: command({ permission: 'suggestions.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
  /** Once each, never one's own. */
  secondSuggestion: command({ permission: 'suggestions.edit', input: idInput, output: suggestionRowSchema, invalidates: STALE }),
  answerSuggestion: command({ permission: 'suggestions.decide', input: suggestionAnswerSchema, output: suggestionRowSchema, invalidates: STALE }),
  carryOutSuggestion: command({ permission: 'suggestions.decide', input: suggestionResultSchema, output: suggestionRowSchema, invalidates: STALE }),
  listPractices: query({ permission: 'practices.read', input: z.strictObject({ filter: practiceFilter, sort: practiceSortSchema, ...windowShape }), output: z.array(practiceRowSchema) }),
  countPractices: query({ permission: 'practices.read', input: z.strictObject({ filter: practiceFilter }), output: countSchema }),
  listAdoptions: query({ permission: 'practices.read', input: z.strictObject({ practiceId: z.uuid(), ...windowShape }), output: z.array(adoptionSchema) }),
  addPractice: command({ permission: 'practices.edit', input: practiceDraftSchema, output: practiceRowSchema, invalidates: STALE }),
  updatePractice: command({ permission: 'practices.edit', input: practiceChangeSchema, output: practiceRowSchema, invalidates: STALE }),
  removePractice: command({ permission: 'practices.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
  /** A grid takes a practice up, once. */
  takeUpPractice: command({ permission: 'practices.edit', input: adoptionDraftSchema, output: practiceRowSchema, invalidates: STALE }),
  removeAdoption: command({ permission: 'practices.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: STALE }),
};
