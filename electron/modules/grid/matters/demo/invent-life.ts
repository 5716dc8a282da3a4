import type { Random } from '#electron/kernel/demo/random.ts';
import type { MatterMove, MatterState } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { MATTER_MOVES } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import type { UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';
import type { InventedKind } from './matter-words.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** A step as it is going to happen: when (day by number and minute), what, and where the matter is then. */
export type InventedStep = { readonly move: MatterMove; readonly from: MatterState; readonly to: MatterState; readonly day: number; readonly minute: number; readonly unit: UnitRef; readonly toUnit: UnitRef; readonly said: string; readonly automatic: boolean };
type Planned = { readonly move: MatterMove; readonly wait: number; readonly said?: string; readonly unit?: UnitRef };
/** `fitting` is the department whose duty it is; others get it by mistake. `pace` is how the people of the grid work: -1 slowest and least careful, 1 quickest. */
export type Where = { readonly desk: UnitRef; readonly grid: UnitRef | null; readonly departments: readonly UnitRef[]; readonly fitting: UnitRef | undefined; readonly pace: number };

const MINUTES = 8 * 60;
const YELLOW = 5;
const RED = 10;

/** Working days until somebody acts: mostly at once, now and then long. */
const soon = (random: Random, most: number): number => (random.chance(72) ? 0 : random.between(1, most));

/** What a grid's pace adds to or takes from a chance, in per cent: grids differ, and a year's figures show it. */
const [PROMPT, CARELESS] = [14, 4] as const;

function ending(random: Random, result: string, wait: number, pace: number): Planned[] {
  const rework: Planned[] = random.chance(6 - CARELESS * pace) ? [{ move: 'fail', wait: random.between(0, 2), said: '现场没有处理到位' }, { move: 'redo', wait: soon(random, 2) }, { move: 'done', wait: random.between(1, 4), said: result }] : [];
  return [{ move: 'done', wait, said: result }, ...rework, { move: 'pass', wait: random.between(0, 3) }, ...rated(random, 3)];
}
const rated = (random: Random, delay: number): Planned[] => (random.chance(70) ? [{ move: 'rate', wait: random.between(0, delay), said: '' }] : []);

/** Through a department: slower, sometimes sent back, sometimes late, sometimes with more time. */
function throughDepartment(random: Random, where: Where, result: string): Planned[] {
  const first = where.fitting && random.chance(92) ? where.fitting : random.pick(where.departments);
  const others = where.departments.filter(({ id }) => id !== first.id);
  const next = where.fitting && where.fitting.id !== first.id ? where.fitting : others[0];
  const returned: Planned[] = next && random.chance(first === where.fitting ? 4 : 70) ? [...(random.chance(35) ? [{ move: 'sign' as const, wait: 0 }] : []), { move: 'return', wait: random.between(0, 2), said: '不属于本部门职责' }, { move: 'dispatch', wait: soon(random, 1), unit: next }] : [];
  const longer: Planned[] = random.chance(7) ? [{ move: 'ask-extension', wait: random.between(1, 4), said: '需要采购材料' }, { move: 'grant-extension', wait: random.between(0, 1) }] : [];
  return [{ move: 'dispatch', wait: soon(random, 1), unit: first }, ...returned, { move: 'sign', wait: soon(random, 3) }, ...longer, ...ending(random, result, random.chance(72 + PROMPT * where.pace) ? random.between(1, 4) : random.between(5, 16), where.pace)];
}

/** What will happen to a matter, from how often such things happen: half is solved where it is found. */
function plan(random: Random, kind: InventedKind, where: Where): Planned[] {
  const accept: Planned = { move: 'accept', wait: soon(random, 2) };
  const result = random.pick(kind.results);
  if (random.chance(1.5)) return [{ move: 'refer', wait: soon(random, 2), said: '属于相邻社区，已告知办理地点' }];
  if (random.chance(1)) return [{ move: 'void', wait: soon(random, 1), said: '重复录入' }];
  if (random.chance(1)) return [accept, { move: 'refuse-filing', wait: soon(random, 1), said: '不符合立案条件，已向反映人说明' }];
  if (where.departments.length > 0 && random.chance(kind.toDepartment)) return [accept, { move: 'file', wait: soon(random, 1) }, ...throughDepartment(random, where, result)];
  if (random.chance(62)) return [accept, { move: 'record', wait: soon(random, 1), said: result }, ...rated(random, 5)];
  return [accept, { move: 'file', wait: 0 }, { move: 'dispatch', wait: 0, unit: where.grid ?? where.desk }, { move: 'sign', wait: soon(random, 2) }, ...ending(random, result, random.between(0, 4), where.pace)];
}

/**
 * The life of a matter reported on a day: its steps in their order, those that lie after `today` not yet taken. Where a step waits past its limit the
 * ladder has urged and carded it, as the program would have.
 */
export function inventLife(random: Random, calendar: WorkingCalendar, { kind, where, day, minute, today }: { readonly kind: InventedKind; readonly where: Where; readonly day: number; readonly minute: number; readonly today: number }): InventedStep[] {
  let [state, unit, entered] = ['reported' as MatterState, where.desk, day];
  let [at, of] = [day, minute];
  const steps: InventedStep[] = [{ move: 'submit', from: 'draft', to: 'reported', day, minute, unit, toUnit: unit, said: '', automatic: false }];
  const push = (move: MatterMove, on: number, time: number, said: string, toUnit: UnitRef, automatic: boolean): void => {
    const { to } = MATTER_MOVES[move];
    const after: MatterState = to === 'same' ? state : to;
    steps.push({ move, from: state, to: after, day: on, minute: time, unit, toUnit, said, automatic });
    if (after !== state || toUnit !== unit) entered = on;
    [state, unit] = [after, toUnit];
  };
  const climb = (until: number): void => {
    if (state !== 'handling' && state !== 'dispatched') return;
    const late = calendar.after(entered, (state === 'handling' ? YELLOW : 1) + 1);
    if (late >= until || late > today) return;
    push('urge', late, 0, '', unit, true);
    push('supervise', late, 0, 'yellow', unit, true);
    const red = calendar.after(entered, (state === 'handling' ? RED : 2) + 1);
    if (red < until && red <= today) push('supervise', red, 0, 'red', unit, true);
  };
  for (const planned of plan(random, kind, where)) {
    const on = calendar.after(at, planned.wait);
    of = planned.wait > 0 ? random.between(0, MINUTES) : Math.min(MINUTES, of + random.between(5, 90));
    climb(Math.min(on, today + 1));
    if (on > today) break;
    at = on;
    push(planned.move, on, of, planned.said ?? '', planned.move === 'return' ? where.desk : (planned.unit ?? unit), false);
  }
  return steps;
}
