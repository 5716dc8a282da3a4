import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';
import type { partnerKinds, PledgeStage } from '#shared/modules/budget/partners/partner.schema.ts';

export const fundingPartners = sqliteTable('funding_partner', { ...removableColumns, name: text().notNull(), kind: text().$type<(typeof partnerKinds)[number]>().notNull(), contact: text().notNull(), contactPhone: text('contact_phone').notNull(), bodyId: text('body_id'), note: text().notNull() });

export const fundingPledges = sqliteTable('funding_pledge', {
  ...removableColumns,
  partnerId: text('partner_id').notNull(),
  sourceId: text('source_id'),
  what: text().notNull(),
  fen: integer().notNull(),
  stage: text().$type<PledgeStage>().notNull(),
  sinceAt: text('since_at').notNull(),
  agreementNo: text('agreement_no').notNull(),
  nextOn: text('next_on'),
  note: text().notNull(),
});
