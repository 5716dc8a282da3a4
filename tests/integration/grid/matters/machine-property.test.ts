import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asksOf, CLOCK_OF, isOpen, matterMoves, matterStates, mayMove, stateAfter, type MatterMove, type MatterState } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import { department, matterDraft } from '#tests/support/matters.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const DAY = 86_400_000;
type Stored = { state: MatterState; open: number; clock: string; clock_from: string | null; due_on: string | null; red_on: string | null; unit_id: string; unit_kind: string; outcome: string; ended_on: string | null; moves: number; clock_used: number };

let desk: Workstation;
let units: readonly { kind: string; id: string }[];
let others: readonly string[];
beforeAll(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  const grid = await desk.done<{ id: string }>('grid.createGrid', { name: '北网格', type: 'basic', nature: '', boundary: '', responsibleId: null, startedOn: null, note: '', code: '' });
  const bodies = [await desk.done<{ id: string }>('grid.createBody', department()), await desk.done<{ id: string }>('grid.createBody', department({ name: '住建局' }))];
  units = [{ kind: 'grid', id: grid.id }, ...bodies.map(({ id }) => ({ kind: 'department', id })), { kind: 'station', id: 'service-station' }, { kind: 'centre', id: 'grid-centre' }, { kind: 'department', id: 'nowhere' }];
  others = [(await desk.done<MatterSheet>('grid.createMatter', matterDraft())).id];
});
afterAll(() => desk.close());

const step = fc.record({
  move: fc.constantFrom(...matterMoves), role: fc.constantFrom('clerk' as const, 'supervisor' as const), days: fc.integer({ min: 1, max: 5 }), rating: fc.integer({ min: 1, max: 3 }), card: fc.constantFrom('ordinary', 'yellow', 'red'), unit: fc.nat(5), other: fc.nat(5), wait: fc.nat(6), isOld: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
/** More likely than chance alone to be possible, so that runs reach the far ends of the machine. */
const guided = fc.tuple(step, fc.boolean(), fc.nat(40));

function callOf(move: MatterMove, now: MatterSheet, { days, rating, card, unit, other, isOld }: { days: number; rating: number; card: string; unit: number; other: number; isOld: boolean }) {
  const today = desk.clock.now().toISOString().slice(0, 10);
  const answers = { reason: {}, result: {}, unit: { unit: units[unit] }, others: { others: [units[other]] }, into: { intoId: others[0] }, days: { days }, until: { until: addDays(today, days * 30) }, rating: { rating }, card: { card }, owner: { ownerId: desk.actorOf({}).userId } };
  return { id: now.id, version: isOld ? now.version - 1 : now.version, move, text: '因为', ...Object.assign({}, ...asksOf(move).map((one) => answers[one])) } as Record<string, unknown>; // what the move asks for
}

const stored = (id: string): Stored => desk.sqlite().prepare('SELECT * FROM matter WHERE id = ?').get(id) as Stored; // columns of the table

function check(row: Stored): void {
  expect(matterStates).toContain(row.state);
  expect(row.unit_id).not.toBe('');
  expect(row.unit_kind).not.toBe('');
  expect(row.open === 1).toBe(isOpen(row.state));
  const clock = CLOCK_OF[row.state];
  expect(row.clock).toBe(clock);
  if (clock === 'stopped' || clock === 'none') expect([row.clock_from, row.due_on, row.red_on]).toEqual([null, null, null]);
  else expect(row.due_on !== null && row.red_on !== null && row.due_on <= row.red_on && row.clock_from !== null).toBe(true);
  expect(row.outcome !== '').toBe(row.ended_on !== null);
  if (row.outcome !== '') expect(row.open).toBe(0);
}

describe('whatever is done to a matter', () => {
  it('no state lies outside the machine, no clock runs while it is suspended, and somebody always has it', async () => {
    const visited = new Set<MatterState>();
    const refusals = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(guided, { minLength: 4, maxLength: 24 }), async (steps) => {
        let now = await desk.done<MatterSheet>('grid.createMatter', matterDraft());
        for (const [one, isGuided, pick] of steps) {
          desk.advance(one.wait * DAY);
          const possible = matterMoves.filter((move) => stateAfter(now.state, move) !== null);
          const move = isGuided && possible.length > 0 ? (possible[pick % possible.length] ?? one.move) : one.move;
          const before = stored(now.id);
          const to = stateAfter(now.state, move);
          const answer = await desk.callAs({ roles: [one.role] }, 'grid.moveMatter', callOf(move, now, one));
          const after = stored(now.id);
          check(after);
          if (answer.ok) {
            expect(to).not.toBeNull();
            expect(mayMove([one.role], move) && !one.isOld).toBe(true);
            expect(after.state).toBe(to);
            expect(after.moves).toBe(before.moves + 1);
            if (before.state === 'suspended' && after.state === 'suspended') expect(after.clock_used).toBe(before.clock_used);
            now = answer.data as MatterSheet; // the output of the operation
          } else {
            refusals.add(answer.error.code);
            expect(answer.error.code).toMatch(/^(matter|record)\//);
            expect(after).toEqual(before); // nothing is half done
            if (to === null && !one.isOld) expect(answer.error.code).toBe('matter/move-not-possible');
          }
          visited.add(after.state);
        }
        expect(desk.count('matter_move', `matter_id = '${now.id}'`)).toBe(stored(now.id).moves);
      }),
      { numRuns: 60 },
    );
    expect(visited.size).toBeGreaterThan(6); // chance decides which; usually more than ten
    expect([...refusals]).toEqual(expect.arrayContaining(['matter/move-not-possible', 'matter/move-not-yours', 'record/conflict']));
  });

  it('the figures of the months stay what a recount over the rows says', () => {
    const kept = desk.sqlite().prepare('SELECT id, reported, found, complained, ended, settled, in_time, returned, wrong, reworked, first_level, rated, satisfied, rating_sum FROM matter_month WHERE reported + ended > 0 ORDER BY id').all();
    const counted = desk.sqlite().prepare(`SELECT month || '/' || dim || '/' || key AS id, sum(reported) AS reported, sum(found) AS found, sum(complained) AS complained, sum(ended) AS ended, sum(settled) AS settled, sum(in_time) AS in_time, sum(returned) AS returned, sum(wrong) AS wrong,
      sum(reworked) AS reworked, sum(first_level) AS first_level, sum(rated) AS rated, sum(satisfied) AS satisfied, sum(rating_sum) AS rating_sum FROM matter_share GROUP BY 1 HAVING sum(reported) + sum(ended) > 0 ORDER BY 1`).all();
    expect(counted.length).toBeGreaterThan(10);
    expect(kept).toEqual(counted);
    const steps = desk.sqlite().prepare('SELECT month, state, hours, matters FROM matter_step_month ORDER BY id').all();
    expect(steps).toEqual(desk.sqlite().prepare("SELECT substr(moved_on, 1, 7) AS month, from_state AS state, hours, count(*) AS matters FROM matter_move WHERE hours IS NOT NULL AND from_state <> to_state GROUP BY 1, 2, 3 ORDER BY substr(moved_on, 1, 7) || '/' || from_state || '/' || hours").all());
    expect(steps.length).toBeGreaterThan(10);
  });

  it('the file itself refuses a suspended matter whose clock runs, and one that nobody has', async () => {
    const { id } = await desk.done<MatterSheet>('grid.createMatter', matterDraft());
    expect(() => desk.sqlite().exec(`UPDATE matter SET state = 'suspended', suspended_until = '2027-01-01' WHERE id = '${id}'`)).toThrow('CHECK');
    expect(() => desk.sqlite().exec(`UPDATE matter SET unit_id = '' WHERE id = '${id}'`)).toThrow('CHECK');
    expect(() => desk.sqlite().exec(`UPDATE matter SET state = 'somewhere' WHERE id = '${id}'`)).toThrow('CHECK');
  });
});
