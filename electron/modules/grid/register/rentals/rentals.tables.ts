import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { removableColumns } from '#electron/database/record-columns.ts';

export const rentals = sqliteTable('rental', {
  ...removableColumns,
  dwellingId: text('dwelling_id').notNull(),
  rentalUse: text('rental_use').notNull(),
  rentalType: text('rental_type').notNull(),
  tenantId: text('tenant_id'),
  tenantName: text('tenant_name').notNull(),
  tenantIdNumber: text('tenant_id_number').notNull(),
  tenantPhone: text('tenant_phone').notNull(),
  parts: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on'),
  leftOn: text('left_on'),
  note: text().notNull(),
});
