import { and, desc, eq, like, sql } from 'drizzle-orm';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { Handlers } from '#shared/contract/define.ts';
import type { DeskState, deskStateContract } from '#shared/kernel/desk-state/desk-state.contract.ts';
import { deskStates } from './desk-state.tables.ts';

type Key = { readonly accountId: string; readonly kind: DeskState['kind']; readonly key: string };

const deskStateRepository = ({ orm }: Db) => ({
  list: (accountId: string, kind: string, prefix: string) =>
    orm
      .select()
      .from(deskStates)
      .where(and(eq(deskStates.accountId, accountId), eq(deskStates.kind, kind), like(deskStates.key, `${prefix}%`)))
      .orderBy(desc(deskStates.updatedAt))
      .all(),
  put: ({ accountId, kind, key }: Key, value: string, write: { id: string; communityId: string; now: string }): void =>
    void orm
      .insert(deskStates)
      .values({ id: write.id, communityId: write.communityId, createdAt: write.now, updatedAt: write.now, accountId, kind, key, value })
      .onConflictDoUpdate({ target: [deskStates.accountId, deskStates.kind, deskStates.key], set: { value, updatedAt: write.now, version: sql`version + 1` } })
      .run(),
  remove: ({ accountId, kind, key }: Key): void =>
    void orm.delete(deskStates).where(and(eq(deskStates.accountId, accountId), eq(deskStates.kind, kind), eq(deskStates.key, key))).run(),
});

export const openDeskState = (db: Db) => ({ deskStates: deskStateRepository(db) });

const own = (work: Work, kind: DeskState['kind'], key: string): Key => ({ accountId: work.actor.userId, kind, key });

/** A person's own working state. The log keeps that something was put aside, never what was typed. */
export const deskStateHandlers: Handlers<typeof deskStateContract, Work> = {
  list: (work, { kind, prefix }) =>
    work.deskStates.list(work.actor.userId, kind, prefix).map((row) => ({ kind, key: row.key, value: JSON.parse(row.value) as DeskState['value'], updatedAt: row.updatedAt })),
  put: (work, { kind, key, value }) => {
    const now = work.clock.now().toISOString();
    work.deskStates.put(own(work, kind, key), JSON.stringify(value), { id: work.clock.newId(), communityId: work.actor.communityId, now });
    work.record({ action: 'desk-state.kept', entity: 'desk_state', entityId: '', detail: { kind, key } });
    return { kind, key, value, updatedAt: now };
  },
  remove: (work, { kind, key }) => {
    work.deskStates.remove(own(work, kind, key));
    work.record({ action: 'desk-state.removed', entity: 'desk_state', entityId: '', detail: { kind, key } });
    return {};
  },
};
