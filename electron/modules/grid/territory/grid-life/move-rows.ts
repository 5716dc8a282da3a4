import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import type { LivingTable } from './grid-places.repository.ts';

/** Collects what a command on grids does to other records, each with its history. */
export function rowMover(work: Work) {
  const now = work.clock.now().toISOString();
  const changes: RecordChange[] = [];
  const membersOf = (gridId: string): string[] => work.gridMembers.list({ text: '', gridId, offset: 0, limit: 10_000 }).rows.map(({ id }) => id);
  const move = (table: LivingTable | 'grid_member', id: string, gridId: string | null): void => {
    const before = work.rows.read(table, id);
    if (!before || before['grid_id'] === gridId) return;
    work.gridPlaces.move(table, id, gridId, now);
    changes.push(work.rows.change(table, id, before));
  };
  return {
    now,
    changes,
    move,
    /** The grid's team goes along; members who work elsewhere are left alone. */
    moveTeam: (from: string, to: string): void => membersOf(from).forEach((id) => move('grid_member', id, to)),
    /** Organisations tied to a grid that is no more are tied to what came after it. */
    retieBodies: (from: string, to: readonly string[]): void => {
      for (const body of work.bodies.tiedTo(from)) {
        const before = work.rows.read('body', body.id);
        work.bodies.replace({ ...body, gridIds: [...new Set(body.gridIds.flatMap((id) => (id === from ? to : [id])))], version: body.version + 1, updatedAt: now });
        changes.push(work.rows.change('body', body.id, before));
      }
    },
  };
}
export type RowMover = ReturnType<typeof rowMover>;
