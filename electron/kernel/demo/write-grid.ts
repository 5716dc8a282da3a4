import type { Work } from '#electron/database/unit-of-work.ts';
import type { WrittenGrid } from './grid-extras.ts';
import type { GridPlan, PlannedHousehold } from './grid-plan.ts';

export type GridTarget = {
  readonly communityId: string;
  readonly gridId: string;
  /** Instant of creation of every row. */
  readonly now: string;
  /** Whether a household is left for somebody to put into a grid. */
  readonly isLoose?: (household: PlannedHousehold) => boolean;
  /** Told of every row after it was written. */
  readonly written?: (table: 'dwelling' | 'household' | 'person', id: string) => void;
};

/** Stores a plan through the register's own repositories, which add the search columns; ids come from the clock. Answers them in the plan's order. */
export function writeGrid(work: Work, plan: GridPlan, { communityId, gridId, now, isLoose = () => false, written = () => {} }: GridTarget): WrittenGrid {
  const stored = () => ({ id: work.clock.newId(), communityId, version: 1, createdAt: now, updatedAt: now, removedAt: null, importBatchId: null });
  const dwellingIds = plan.dwellings.map((dwelling) => {
    const row = { ...dwelling, ...stored(), gridId, extra: {} };
    work.dwellings.insert(row);
    written('dwelling', row.id);
    return row.id;
  });
  const personIds = plan.households.map((household) => {
    const { members, home, ...facts } = household;
    const dwellingId = dwellingIds[home] ?? null;
    const filedIn = isLoose(household) ? null : gridId;
    const people = members.map((person) => ({ ...person, ...stored(), gridId: filedIn, dwellingId: facts.isVacant ? null : dwellingId, removedReason: '', removedKind: '' as const, extra: {} }));
    const row = { ...facts, ...stored(), gridId: filedIn, dwellingId, headId: facts.type === 'family' ? (people[0]?.id ?? null) : null };
    work.households.insert(row);
    written('household', row.id);
    for (const person of people) {
      work.persons.insert({ ...person, householdId: row.id });
      written('person', person.id);
    }
    return people.map(({ id }) => id);
  });
  return { dwellingIds, personIds };
}
