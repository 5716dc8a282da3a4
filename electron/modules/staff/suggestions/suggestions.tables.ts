import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';
import { suggestionStates } from '#shared/modules/staff/suggestions/suggestion.schema.ts';

export const suggestions = sqliteTable('staff_suggestion', {
  ...removableColumns,
  title: text().notNull(),
  problem: text().notNull(),
  remedy: text().notNull(),
  area: text().notNull(),
  putBy: text('put_by').notNull(),
  putterName: text('putter_name').notNull(),
  putOn: text('put_on').notNull(),
  answerDueOn: text('answer_due_on').notNull(),
  state: text({ enum: suggestionStates }).notNull(),
  answer: text().notNull(),
  answeredOn: text('answered_on'),
  answererName: text('answerer_name').notNull(),
  doerId: text('doer_id'),
  plannedUntil: text('planned_until'),
  result: text().notNull(),
  doneOn: text('done_on'),
});

export const suggestionSeconds = sqliteTable('suggestion_second', {
  ...removableColumns,
  suggestionId: text('suggestion_id').notNull(),
  accountId: text('account_id').notNull(),
  seconderName: text('seconder_name').notNull(),
  secondedOn: text('seconded_on').notNull(),
});

export const goodPractices = sqliteTable('good_practice', {
  ...removableColumns,
  title: text().notNull(),
  problem: text().notNull(),
  done: text().notNull(),
  effect: text().notNull(),
  gridId: text('grid_id'),
  memberId: text('member_id'),
  suggestionId: text('suggestion_id'),
  matterId: text('matter_id'),
  writtenOn: text('written_on').notNull(),
  writerName: text('writer_name').notNull(),
});

export const practiceAdoptions = sqliteTable('practice_adoption', {
  ...removableColumns,
  practiceId: text('practice_id').notNull(),
  gridId: text('grid_id').notNull(),
  takenOn: text('taken_on').notNull(),
  note: text().notNull(),
  takerName: text('taker_name').notNull(),
});
