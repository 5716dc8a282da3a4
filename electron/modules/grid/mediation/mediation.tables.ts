import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';
import { agreementForms, mediationOrigins, mediationStates, performances, type Party } from '#shared/modules/grid/mediation/mediation.schema.ts';

export const mediations = sqliteTable('mediation', {
  ...removableColumns,
  no: text().notNull(),
  subject: text().notNull(),
  kind: text().notNull(),
  gridId: text('grid_id'),
  place: text().notNull(),
  origin: text({ enum: mediationOrigins }).notNull(),
  appliedOn: text('applied_on').notNull(),
  parties: text({ mode: 'json' }).$type<Party[]>().notNull(),
  mediators: text({ mode: 'json' }).$type<string[]>().notNull(),
  recorder: text().notNull(),
  facts: text().notNull(),
  peopleInvolved: integer('people_involved').notNull(),
  amountFen: integer('amount_fen'),
  state: text({ enum: mediationStates }).notNull(),
  form: text({ enum: agreementForms }),
  agreement: text().notNull(),
  performance: text().notNull(),
  agreedOn: text('agreed_on'),
  signedOn: text('signed_on'),
  performBy: text('perform_by'),
  followUpOn: text('follow_up_on'),
  nextSessionOn: text('next_session_on'),
  performed: text({ enum: performances }),
  endReason: text('end_reason').notNull(),
});

export const mediationSteps = sqliteTable('mediation_step', {
  ...removableColumns,
  mediationId: text('mediation_id').notNull(),
  kind: text({ enum: ['session', 'follow-up'] }).notNull(),
  heldOn: text('held_on').notNull(),
  place: text().notNull(),
  present: text({ mode: 'json' }).$type<string[]>().notNull(),
  content: text().notNull(),
  performed: text({ enum: performances }),
});
