import { z } from 'zod';
import type { ExportList } from '#electron/kernel/exports/export-list.ts';
import { practiceFilterSchema, practiceSortSchema } from '#shared/modules/staff/suggestions/practice.schema.ts';
import { suggestionFilterSchema, suggestionSortSchema } from '#shared/modules/staff/suggestions/suggestion.schema.ts';
import { paged } from '../paged.ts';
import { shownPractice } from './practices.service.ts';
import { suggestionReader } from './suggestions.service.ts';

const states = { received: '待答复', 'taken-up': '已采纳', 'not-taken-up': '未采纳', 'carried-out': '已落实' } as const;

const suggestionQuery = z.object({ filter: suggestionFilterSchema.prefault({}), sort: suggestionSortSchema });
const suggestionList: ExportList<z.output<typeof suggestionQuery>> = {
  permission: 'suggestions.read',
  query: suggestionQuery,
  fields: ['title', 'area', 'state', 'putterName', 'putOn', 'answerDueOn', 'seconds', 'doerName', 'plannedUntil', 'problem', 'remedy', 'answer', 'answererName', 'answeredOn', 'result', 'doneOn', 'practiceTitle'],
  days: ['putOn', 'answerDueOn', 'plannedUntil', 'answeredOn', 'doneOn'],
  count: (work, { filter }) => work.suggestions.count(filter, suggestionReader(work)),
  windows: (work, { filter, sort }, size) => {
    const reader = suggestionReader(work);
    return paged((offset) => work.suggestions.list(filter, reader, sort, { offset, limit: size }), size, ({ title, area, state, putterName, putOn, answerDueOn, seconds, doerName, plannedUntil, problem, remedy, answer, answererName, answeredOn, result, doneOn, practiceTitle }) => ({
      title, area: work.codeTables.labelOf('suggestion-area', area, 'zh-CN'), state: states[state], putterName, putOn, answerDueOn, seconds, doerName, plannedUntil, problem, remedy, answer, answererName, answeredOn, result, doneOn, practiceTitle,
    }));
  },
};

const practiceQuery = z.object({ filter: practiceFilterSchema.prefault({}), sort: practiceSortSchema });
const practiceList: ExportList<z.output<typeof practiceQuery>> = {
  permission: 'practices.read',
  query: practiceQuery,
  fields: ['title', 'gridName', 'memberName', 'takenUp', 'writtenOn', 'writerName', 'suggestionTitle', 'matterNumber', 'problem', 'done', 'effect'],
  days: ['writtenOn'],
  count: (work, { filter }) => work.practices.count(filter),
  windows: (work, { filter, sort }, size) =>
    paged((offset) => work.practices.list(filter, sort, { offset, limit: size }).map((row) => shownPractice(work, row)), size, ({ title, gridName, memberName, takenUp, writtenOn, writerName, suggestionTitle, matterNumber, problem, done, effect }) => ({
      title, gridName, memberName, takenUp, writtenOn, writerName, suggestionTitle, matterNumber, problem, done, effect,
    })),
};

export const suggestionsExports: Readonly<Record<string, ExportList>> = { 'staff.suggestions': suggestionList as ExportList, 'staff.practices': practiceList as ExportList }; // the exporter parses the query with the list's own schema
