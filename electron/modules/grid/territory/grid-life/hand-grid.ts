import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import type { GridRecord } from '../grids.repository.ts';
import { addEvent, giving, takingAll } from './grid-events.ts';

/**
 * Gives a grid another responsible member, or none, with its hand-over in the dated history. The answers belong among the changes of the act,
 * which also writes the service of the two people.
 */
export function handGrid(work: Work, grid: GridRecord, memberId: string | null, on: string, reason: string): RecordChange[] {
  const next = { ...grid, responsibleId: memberId };
  const event = addEvent(work, { kind: 'handed-over', happenedOn: on, reason, gives: [giving(work, grid)], takes: [takingAll(work, next)] });
  const before = work.rows.read('grid', grid.id);
  work.grids.replace({ ...next, version: grid.version + 1, updatedAt: work.clock.now().toISOString() });
  return [work.rows.change('grid', grid.id, before), event.change];
}
