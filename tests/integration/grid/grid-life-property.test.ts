import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GridEvent, GridPlace } from '#shared/modules/grid/territory/grid-life/grid-life.schema.ts';
import type { Grid } from '#shared/modules/grid/territory/grid.schema.ts';
import { gridDraft, personDraft, settle } from '#tests/support/grids.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const LIVING = ['dwelling', 'household', 'person'] as const;
type Step = { readonly what: 'split' | 'merge' | 'undo' | 'arrive'; readonly at: number; readonly cut: readonly number[] };

const steps = fc.array(fc.record({ what: fc.constantFrom('split' as const, 'split' as const, 'merge' as const, 'undo' as const, 'arrive' as const), at: fc.nat(), cut: fc.array(fc.nat({ max: 2 }), { minLength: 12, maxLength: 12 }) }), { minLength: 1, maxLength: 10 });

const active = async (desk: Workstation): Promise<Grid[]> => (await desk.done<{ rows: Grid[] }>('grid.listGrids', { status: 'active', limit: 500 })).rows;
const event = async (desk: Workstation, name: string, input: unknown): Promise<GridEvent | null> => {
  const result = await desk.call(name, input);
  if (result.ok) return result.data as GridEvent; // the three operations answer with the event
  expect(result.error.code).toMatch(/^(grid\/|record\/conflict)/); // refused in words, never a crash
  return null;
};

async function take(desk: Workstation, { what, at, cut }: Step, events: GridEvent[], no: number): Promise<void> {
  const grids = await active(desk);
  const grid = grids[at % grids.length];
  if (!grid) throw new Error('no grid is left');
  const base = { id: grid.id, version: grid.version, on: '2026-03-01', reason: '调整' };
  if (what === 'undo') {
    const last = events[at % Math.max(1, events.length)];
    if (last) await event(desk, 'grid.undoGridEvent', { id: last.id, version: last.version, reason: '撤回' });
    return;
  }
  if (what === 'arrive') return void (await desk.done('grid.createPerson', personDraft('新来的', { gridId: grid.id, presentAddress: `新街${String(no)}号` })));
  const others = grids.filter(({ id }) => id !== grid.id);
  const places = await desk.done<GridPlace[]>('grid.listGridPlaces', { id: grid.id });
  const share = (wanted: number): string[] => places.filter((_place, index) => cut[index % cut.length] === wanted).map(({ key }) => key);
  const parts = [1, 2].map((wanted) => ({ name: `第${String(no)}次第${String(wanted)}格`, type: 'basic', nature: '', code: '', responsibleId: null, places: share(wanted) })).filter((part) => part.places.length > 0);
  const made =
    what === 'merge' && others.length > 0
      ? await event(desk, 'grid.mergeGrids', { ...base, others: others.slice(0, 1 + (at % 2)).map(({ id, version }) => ({ id, version })) })
      : parts.length > 0
        ? await event(desk, 'grid.splitGrid', { ...base, stays: share(0), parts })
        : null;
  if (made) events.push(made);
}

/** What must hold whatever was done: each row once, in one grid that is in use, and nobody torn from home. */
async function check(desk: Workstation, before: Readonly<Record<string, number>>): Promise<void> {
  for (const table of LIVING) {
    expect(desk.count(table), table).toBe(before[table]);
    expect(desk.count(table, "grid_id IS NULL OR grid_id NOT IN (SELECT id FROM grid WHERE status = 'active')"), table).toBe(0);
  }
  expect(desk.count('household', 'EXISTS (SELECT 1 FROM dwelling d WHERE d.id = dwelling_id AND d.grid_id <> household.grid_id)')).toBe(0);
  expect(desk.count('person', 'EXISTS (SELECT 1 FROM household h WHERE h.id = household_id AND h.grid_id <> person.grid_id)')).toBe(0);
  const sum = (await active(desk)).reduce((total, { persons }) => total + persons, 0);
  expect(sum).toBe(desk.count('person', 'removed_at IS NULL'));
}

describe('any sequence of split, merge and undo', () => {
  it('keeps every household, dwelling and person in exactly one grid in use and loses no row', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const desk = await openWorkstation();
        try {
          const first = await desk.done<Grid>('grid.createGrid', gridDraft('第一网格'));
          const second = await desk.done<Grid>('grid.createGrid', gridDraft('第二网格'));
          await settle(desk, first.id, ['1', '2', '3'].flatMap((building) => ['1', '2'].map((unit) => ({ building, unit, people: 1 }))));
          await settle(desk, second.id, [{ estate: '柳浪', building: '9', unit: '', people: 2 }]);
          const gone = await desk.done<{ id: string; version: number }>('grid.createPerson', personDraft('已迁出', { gridId: first.id, presentAddress: '桥头' }));
          await desk.done('grid.removePerson', { id: gone.id, version: gone.version, reason: '迁出' });
          const before = Object.fromEntries(LIVING.map((table) => [table, desk.count(table)]));
          const events: GridEvent[] = [];
          for (const [no, step] of sequence.entries()) {
            await take(desk, step, events, no);
            const arrived = sequence.slice(0, no + 1).filter(({ what }) => what === 'arrive').length;
            await check(desk, { ...before, person: (before['person'] ?? 0) + arrived });
          }
          const verdict = await desk.callAs({ roles: ['auditor'] }, 'audit.verifyAudit', { auditKey: desk.auditKey });
          expect(verdict).toMatchObject({ ok: true, data: { problems: [] } });
          expect(desk.logged).toEqual([]);
        } finally {
          desk.close();
        }
      }),
      { numRuns: 40 },
    );
  });
});
