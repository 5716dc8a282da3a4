import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Role } from '#shared/contract/roles.ts';

export const accounts = sqliteTable('account', {
  id: text().primaryKey().notNull(),
  communityId: text('community_id').notNull(),
  version: integer().notNull().default(1),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
  name: text().notNull(),
  displayName: text('display_name').notNull(),
  roles: text({ mode: 'json' }).$type<Role[]>().notNull(),
  gridIds: text('grid_ids', { mode: 'json' }).$type<string[]>().notNull(),
  status: text().$type<'active' | 'disabled'>().notNull(),
  mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull(),
  passwordChangedAt: text('password_changed_at'),
  lastSignInAt: text('last_sign_in_at'),
});
