import { and, asc, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Db } from '#electron/database/database.ts';
import { preparedFind } from '#electron/database/prepared-find.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { Account, accountsContract } from '#shared/kernel/accounts/accounts.contract.ts';
import { auditorStandsAlone, roleLeftEmpty } from '#shared/kernel/accounts/accounts.rules.ts';
import { failConflict } from '#electron/kernel/audit/conflict.ts';
import { accounts } from './accounts.tables.ts';

type AccountRow = typeof accounts.$inferSelect;
type NewAccount = z.output<typeof accountsContract.insertAccount.input>;
type AccountUpdate = z.output<typeof accountsContract.updateAccount.input>;
type AccessChange = z.output<typeof accountsContract.setAccountAccess.input>;
type Values = Partial<Pick<AccountRow, 'displayName' | 'roles' | 'gridIds' | 'status' | 'mustChangePassword' | 'passwordChangedAt' | 'lastSignInAt'>>;

const accountsRepository = (db: Db) => ({
  list: (): AccountRow[] => db.orm.select().from(accounts).orderBy(asc(accounts.createdAt), asc(accounts.id)).all(),
  find: preparedFind(db, accounts),
  findByName: (name: string): AccountRow | undefined => db.orm.select().from(accounts).where(eq(accounts.name, name)).get(), // NOCASE by the table
  insert: (row: AccountRow): void => void db.orm.insert(accounts).values(row).run(),
  /** Writes when `version` is still the stored one; false when somebody was faster. */
  update: (id: string, version: number, values: Values, now: string): boolean =>
    db.orm.update(accounts).set({ ...values, updatedAt: now, version: sql`version + 1` }).where(and(eq(accounts.id, id), eq(accounts.version, version))).run().changes === 1,
});

export const openAccounts = (db: Db) => ({ accounts: accountsRepository(db) });

const shown = (row: AccountRow): Account => ({
  id: row.id,
  version: row.version,
  name: row.name,
  displayName: row.displayName,
  roles: row.roles,
  gridIds: row.gridIds,
  status: row.status,
  mustChangePassword: row.mustChangePassword,
  lastSignInAt: row.lastSignInAt,
  createdAt: row.createdAt,
});

function insertAccount(work: Work, draft: NewAccount): Account {
  if (work.accounts.findByName(draft.name)) fail('account/name-taken', { name: draft.name });
  if (!auditorStandsAlone(draft.roles)) fail('account/auditor-stands-alone', {});
  const now = work.clock.now().toISOString();
  const { communityId } = work.actor;
  work.accounts.insert({ ...draft, communityId, version: 1, createdAt: now, updatedAt: now, status: 'active', passwordChangedAt: draft.mustChangePassword ? null : now, lastSignInAt: null });
  return recorded(work, draft.id, undefined, 'account.created');
}

function recorded(work: Work, id: string, before: ReturnType<Work['rows']['read']>, action: string): Account {
  const account = work.accounts.find(id) ?? fail('record/not-found', {});
  work.record({ action, entity: 'account', entityId: id, detail: { name: account.name }, changes: [work.rows.change('account', id, before)] });
  return shown(account);
}

/** Writes values of one account at its version; what the change would leave without a holder is refused first. */
function change(work: Work, { id, version }: { id: string; version: number }, values: Values, action: string): Account {
  const row = work.accounts.find(id) ?? fail('record/not-found', {});
  const lost = roleLeftEmpty(work.accounts.list(), id, { roles: values.roles ?? row.roles, status: values.status ?? row.status });
  if (lost) fail('account/last-of-role', { role: lost });
  const before = work.rows.read('account', id);
  if (!work.accounts.update(id, version, values, work.clock.now().toISOString())) failConflict(work, 'account', row);
  return recorded(work, id, before, action);
}

function updateAccount(work: Work, { id, version, ...values }: AccountUpdate): Account {
  if (!auditorStandsAlone(values.roles)) fail('account/auditor-stands-alone', {});
  return change(work, { id, version }, values, 'account.changed');
}

/** Nobody disables or resets the account they are using. */
function setAccountAccess(work: Work, { id, version, change: wanted }: AccessChange): Account {
  if (id === work.actor.userId) fail('account/not-yourself', {});
  switch (wanted) {
    case 'disable':
      return change(work, { id, version }, { status: 'disabled' }, 'account.disabled');
    case 'enable':
      return change(work, { id, version }, { status: 'active', mustChangePassword: true }, 'account.enabled');
    case 'reset-password':
      return change(work, { id, version }, { mustChangePassword: true }, 'account.password-reset');
  }
}

export const accountsHandlers: Handlers<typeof accountsContract, Work> = {
  listAccounts: (work) => work.accounts.list().map(shown),
  updateAccount,
  insertAccount,
  setAccountAccess,
  recordPasswordChanged: (work) => {
    const own = work.accounts.find(work.actor.userId) ?? fail('record/not-found', {});
    change(work, own, { mustChangePassword: false, passwordChangedAt: work.clock.now().toISOString() }, 'account.password-changed');
    return {};
  },
};
