import type { Work } from '#electron/database/unit-of-work.ts';
import type { InsertedRow } from '#electron/database/prepared-insert.ts';
import type { Random } from '#electron/kernel/demo/random.ts';
import { CLOCK_OF, isOpen, MARK_POINTS, type MarkKind, type MatterState } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { nextNumber, numberEnd, numberStart, originOf, placeKeyOf } from '#shared/modules/grid/matters/matter-words.rules.ts';
import type { UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { startedClock, daysOf } from '../matter-clock.ts';
import { stepId } from '../matter-moves.repository.ts';
import type { MatterValues } from '../matters.repository.ts';
import { inventLife, type InventedStep } from './invent-life.ts';
import { inventedChannels, inventedKinds, inventedParties, inventedStaff, type InventedKind } from './matter-words.ts';
import { workingCalendar, type WorkingCalendar } from './working-calendar.ts';

/** Where a matter can happen, and who lives there. */
export type InventedPlace = { readonly gridId: string | null; readonly address: string; readonly personId: string | null; readonly partyName: string; /** See `Where`. */ readonly pace: number };
export type MatterGround = { readonly places: readonly InventedPlace[]; readonly rising: readonly InventedPlace[]; /** How many grids the places lie in. */ readonly grids: number; readonly departments: readonly (UnitRef & { readonly duty: string })[] };
export type MatterBulk = { readonly from: number; readonly count: number; readonly total: number; readonly years: number };
type Written = (row: InsertedRow) => void;

const PROMISED = 12;
/** The offices open at one o'clock UTC, nine in the morning where the desks stand. */
const OPENS = 1;
const ENDS: Readonly<Partial<Record<MatterState, MatterValues['outcome']>>> = { closed: 'closed', recorded: 'recorded', 'not-filed': 'not-filed', returned: 'returned', void: 'void' };
/** By which words of its duty a department is known to be the one for the matters of a station. */
const DUTIES: Readonly<Record<string, RegExp>> = { 'service-station': /民政|救助|社会保障/, 'governance-station': /治安|公安|派出所/, 'grid-station': /城市管理|环境|住建/ };
const LEVELS = ['general', 'general', 'general', 'general', 'general', 'general', 'major', 'urgent'] as const;

function weighted<T>(random: Random, values: readonly (readonly [T, number])[], total: number): T | undefined {
  let left = random.next() * total;
  return values.find(([, weight]) => (left -= weight) < 0)?.[0] ?? values[0]?.[0];
}
const kindPairs = inventedKinds.map((kind) => [kind, kind.weight] as const);
const kindTotal = inventedKinds.reduce((sum, { weight }) => sum + weight, 0);
const channelTotal = inventedChannels.reduce((sum, [, weight]) => sum + weight, 0);
const two = (n: number): string => String(n).padStart(2, '0');
/** Each minute of the office hours as the end of an instant. */
const TIMES = Array.from({ length: 23 * 60 }, (_none, minute) => `T${two(OPENS + Math.floor(minute / 60))}:${two(minute % 60)}:00.000Z`);
const atOf = (calendar: WorkingCalendar, { day, minute }: { readonly day: number; readonly minute: number }): string => `${calendar.dayOf(day)}${TIMES[minute] ?? ''}`;

/** What is known of a matter at the end of the steps it has taken. */
function summary(calendar: WorkingCalendar, steps: readonly InventedStep[], promised: string) {
  const last = steps.findLast(({ from, to, unit, toUnit }) => from !== to || unit !== toUnit) ?? steps[0];
  const end = steps.find(({ to }) => ENDS[to] !== undefined);
  const of = (move: InventedStep['move']) => steps.filter((step) => step.move === move);
  const card = steps.findLast(({ move }) => move === 'supervise');
  const endedOn = end ? calendar.dayOf(end.day) : null;
  return {
    last, end, endedOn, card,
    state: steps.at(-1)?.to ?? 'reported',
    outcome: (end && ENDS[end.to]) ?? ('' as const),
    inTime: endedOn === null ? null : endedOn <= promised,
    returns: of('return').length, wrong: steps.filter(({ move, from }) => move === 'return' && from === 'dispatched').length, reworks: of('fail').length, urges: of('urge').length, rated: of('rate')[0], granted: of('grant-extension').length > 0, asked: of('ask-extension').length > of('grant-extension').length,
    wentUp: steps.some(({ toUnit }) => toUnit.kind === 'department'), result: steps.findLast(({ move }) => move === 'done' || move === 'record')?.said ?? '',
  };
}

type Invention = { readonly work: Work; readonly random: Random; readonly calendar: WorkingCalendar; readonly ground: MatterGround; readonly today: number; readonly days: ReturnType<typeof daysOf>; readonly stations: ReadonlyMap<string, string> };

/** In the last week some matters more come from one grid, so that the early warning has something to ring for: of a hundred so many at most, and in a town four times the grid's own part. */
const [RISING_DAYS, RISING_MOST, RISING_TIMES] = [7, 35, 4];
const risingShare = ({ grids }: MatterGround): number => Math.min(RISING_MOST, (RISING_TIMES * 100) / Math.max(1, grids));

function matterOf({ work, random, calendar, ground, today, days, stations }: Invention, number: string, day: number): { matter: MatterValues; steps: InventedStep[] } {
  const kind: InventedKind = weighted(random, kindPairs, kindTotal) ?? random.pick(inventedKinds);
  const channel = weighted(random, inventedChannels, channelTotal) ?? 'desk';
  const homes = today - day < RISING_DAYS && random.chance(risingShare(ground)) ? ground.rising : ground.places;
  const place = homes[Math.floor(random.next() ** 2 * homes.length)] ?? { gridId: null, address: '', personId: null, partyName: '', pace: 0 };
  const station = stations.get(kind.kind) ?? 'service-station';
  const desk: UnitRef = { kind: 'station', id: station };
  const grid: UnitRef | null = place.gridId === null ? null : { kind: 'grid', id: place.gridId };
  const minute = random.between(0, 420);
  const steps = inventLife(random, calendar, { kind, where: { desk, grid, pace: place.pace, departments: ground.departments, fitting: ground.departments.find(({ duty }) => DUTIES[station]?.test(duty)) }, day, minute, today });
  const promisedFirst = calendar.dayOf(calendar.after(day, PROMISED));
  const all = summary(calendar, steps, promisedFirst);
  const unit = steps.at(-1)?.toUnit ?? desk;
  const enteredOn = calendar.dayOf(all.last?.day ?? day);
  const reportedAt = atOf(calendar, { day, minute });
  const isFound = originOf(channel) === 'found' && grid !== null;
  const clock = isOpen(all.state) ? startedClock(days, all.state, { kind: kind.kind, level: 'general', unit }, enteredOn) : startedClock(days, 'closed', { kind: kind.kind, level: 'general', unit }, enteredOn);
  const knows = random.chance(45) && place.personId !== null;
  return {
    steps,
    matter: {
      id: work.clock.newId(), communityId: work.actor.communityId, version: steps.length + 1, createdAt: reportedAt, updatedAt: atOf(calendar, steps.at(-1) ?? { day, minute }), number, subject: random.pick(kind.subjects), content: '', kind: kind.kind, channel, origin: originOf(channel),
      level: random.pick(LEVELS), scale: random.chance(94) ? 'individual' : 'group', peopleCount: null, amountFen: null, occurredOn: calendar.dayOf(day), place: place.address, placeKey: placeKeyOf(place.address), gridId: place.gridId, buildingId: null, dwellingId: null, lngMicro: null, latMicro: null,
      personId: knows ? place.personId : null, partyName: knows ? place.partyName : random.pick(inventedParties), partyPhone: knows ? '' : `1649${String(random.between(0, 9_999_999)).padStart(7, '0')}`, station,
      originUnitKind: isFound ? 'grid' : 'station', originUnitId: isFound ? grid.id : station, reportedBy: work.actor.userId, reportedAt, reportedOn: calendar.dayOf(day), unitKind: unit.kind, unitId: unit.id, ownerId: isOpen(all.state) && unit.kind === 'station' && steps.length > 1 ? work.actor.userId : null,
      state: all.state, open: isOpen(all.state), stateAt: atOf(calendar, all.last ?? { day, minute }), stateOn: enteredOn, moves: steps.length, touchedAt: steps.at(-1) === all.last && ['reported', 'dispatched'].includes(all.state) ? null : atOf(calendar, steps.at(-1) ?? { day, minute }),
      ...clock, promisedFirst, promisedOn: promisedFirst, extension: all.asked && all.state === 'handling' ? 'asked' : all.granted && isOpen(all.state) ? 'granted' : 'none', askedDays: all.asked && all.state === 'handling' ? 3 : 0, suspendedUntil: null,
      card: isOpen(all.state) && all.card ? (all.card.said === 'red' ? 'red' : 'yellow') : 'none', cardOn: isOpen(all.state) && all.card ? calendar.dayOf(all.card.day) : null, urges: all.urges, urgedOn: null, returns: all.returns, wrong: all.wrong, reworks: all.reworks, reopens: 0,
      wentUp: all.wentUp, isJoint: false, mergedInto: null, pinned: false, isModel: all.rated !== undefined && random.chance(0.3), isLegacy: isOpen(all.state) && today - day > 90, result: all.result, outcome: all.outcome,
      endedAt: all.end ? atOf(calendar, all.end) : null, endedOn: all.endedOn, inTime: all.inTime, rating: all.rated ? (all.inTime ? (random.chance(78) ? 3 : random.chance(80) ? 2 : 1) : random.chance(40) ? 3 : random.chance(60) ? 2 : 1) : null, ratingText: '', ratedOn: all.rated ? calendar.dayOf(all.rated.day) : null,
    },
  };
}

/** Urgings, cards, returns and rework, and whether the work was done in time: what a step means for the unit that had the matter. */
function markOf(calendar: WorkingCalendar, step: InventedStep, entered: number): MarkKind | null {
  if (step.move === 'supervise') return step.said === 'red' ? 'red' : 'yellow';
  if (step.move === 'done') return calendar.between(entered, step.day) > 5 ? 'late' : 'on-time';
  return step.move === 'urge' ? 'urged' : step.move === 'return' ? 'returned' : step.move === 'fail' ? 'rework' : null;
}

function writeSteps({ work, random, calendar }: Invention, matter: MatterValues, steps: readonly InventedStep[]): void {
  let entered = steps[0] ?? { day: 0, minute: 0 };
  for (const [index, step] of steps.entries()) {
    const at = atOf(calendar, step);
    const leaves = step.move !== 'submit' && (step.from !== step.to || step.unit !== step.toUnit);
    const clock = CLOCK_OF[step.from];
    work.matterMoves.insertPast({
      id: stepId(matter.id, index + 1), communityId: matter.communityId, matterId: matter.id, seq: index + 1, move: step.move, fromState: step.from, toState: step.to, at, on: calendar.dayOf(step.day), byName: step.automatic ? '' : random.pick(inventedStaff),
      unit: step.unit, toUnit: step.toUnit, said: step.said, days: leaves ? calendar.between(entered.day, step.day) : null,
      hours: leaves ? Math.max(0, Math.floor(((step.day - entered.day) * 24 * 60 + step.minute - entered.minute) / 60)) : null, limitDays: clock === 'handle' ? 5 : clock === 'accept' ? 1 : clock === 'verify' ? 3 : null,
    });
    const kind = markOf(calendar, step, entered.day);
    if (kind !== null) work.matterMoves.insertMark({ communityId: matter.communityId, version: 1, createdAt: at, updatedAt: at, id: work.clock.newId(), unitKind: step.unit.kind, unitId: step.unit.id, matterId: matter.id, kind, markedOn: calendar.dayOf(step.day), points: MARK_POINTS[kind], automatic: step.automatic });
    if (leaves || step.move === 'submit') entered = step;
  }
}

/**
 * Writes part of an invented history: `count` of `total` matters spread evenly over the years up to today, beginning with number `from`. Steps and
 * marks go past the log of the fill, because each is itself an entry that nobody can alter; `written` hears of every matter. The figures are counted by the
 * caller when all is written (`matterFigures.recount`).
 */
export function writeMatters(work: Work, random: Random, ground: MatterGround, { from, count, total, years }: MatterBulk, written: Written = () => {}): void {
  const length = Math.round(years * 365.25) + 1;
  const published = work.calendar.published();
  const calendar = workingCalendar(addDays(work.today, 1 - length), length + 60, published);
  const stations = new Map(work.matterSettings.kinds().map(({ code, station }): [string, string] => [code, station]));
  const invention: Invention = { work, random, calendar, ground, today: length - 1, days: daysOf(work), stations };
  let last: string | null = null;
  for (let at = from; at < from + count; at += 1) {
    const day = Math.min(length - 1, Math.floor((at * length) / total));
    const on = calendar.dayOf(day);
    last = nextNumber('day4', on, last?.startsWith(numberStart('day4', on)) ? last : work.matters.lastNumber(numberStart('day4', on), numberEnd('day4', on)));
    const { matter, steps } = matterOf(invention, last, day);
    written(work.matters.insert(matter));
    writeSteps(invention, matter, steps);
  }
}
