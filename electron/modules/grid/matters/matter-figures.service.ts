import type { Work } from '#electron/database/unit-of-work.ts';
import { middleOf } from '#shared/kernel/statistics/middle.rules.ts';
import type { MatterFigures, MatterLine, MatterSums } from '#shared/modules/grid/matters/matter-figures.schema.ts';
import { matterStates, type MatterState } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { stationCodes, type StationCode } from '#shared/modules/grid/matters/matter-routes.schema.ts';
import { unitNamed } from './matter-units.ts';

const NOTHING: MatterSums = { reported: 0, found: 0, complained: 0, ended: 0, settled: 0, inTime: 0, returned: 0, wrong: 0, reworked: 0, firstLevel: 0, rated: 0, satisfied: 0, ratingSum: 0 };
const sumOf = (lines: readonly MatterSums[]): MatterSums =>
  lines.reduce((sum, line) => Object.fromEntries(Object.entries(sum).map(([name, value]) => [name, value + line[name as keyof MatterSums]])) as MatterSums, NOTHING); // the keys of MatterSums

type Counted = { readonly state: MatterState; readonly hours: number; readonly matters: number };
/** The middle one of all waits of each state. */
export const medianSteps = (counted: readonly Counted[]): MatterFigures['steps'] =>
  matterStates.flatMap((state) => {
    const mine = counted.filter((one) => one.state === state);
    const middle = middleOf(mine);
    return middle ? [{ state, medianHours: middle.hours, matters: mine.reduce((sum, one) => sum + one.matters, 0) }] : [];
  });

/** The statistics of a range of months: sums, lines by grid, station, department, kind and channel, medians. With grids of the own only theirs. */
export function summariseMatters(work: Work, { from, until }: { readonly from: string; readonly until: string }): MatterFigures {
  const { actor } = work;
  const figures = work.matterFigures;
  const lines = (dim: Parameters<typeof figures.byKey>[1], nameOf: (key: string) => string): MatterLine[] =>
    actor.scope !== 'all' && dim !== 'grid' ? [] : figures.byKey(actor, dim, from, until).filter((line) => line.reported + line.ended !== 0).map((line) => ({ ...line, name: nameOf(line.key) }));
  const asIs = (): string => '';
  const grids = figures.gridNames();
  const months = figures.byMonth(actor, from, until);
  return {
    total: sumOf(months.map(({ month: _month, ...sums }) => sums)),
    months,
    steps: actor.scope === 'all' ? medianSteps(figures.hoursByState(from, until)) : [],
    grids: lines('grid', (key) => grids.get(key) ?? ''),
    stations: lines('station', asIs),
    departments: lines('department', (key) => unitNamed(work, { kind: 'department', id: key }).name),
    kinds: lines('kind', asIs),
    channels: lines('channel', asIs),
  };
}

type StationRow = { code: StationCode; functions: string[]; kinds: string[]; open: number; overdue: number; reported: number; settled: number; inTime: number };
/** The six, each with its functions, its queue and the figures of this month; a centre's queue is what was reported up to it. */
export function listStations(work: Work): StationRow[] {
  const month = work.today.slice(0, 7);
  const functions = work.matterSettings.functions();
  const kinds = work.matterSettings.kinds();
  const open = work.matterFigures.openByStation(work.actor, work.today);
  const above = work.matterFigures.openByUnit(work.actor, work.today, stationCodes.filter((code) => code.endsWith('-centre')));
  const sums = work.actor.scope === 'all' ? work.matterFigures.byKey(work.actor, 'station', month, month) : [];
  return stationCodes.map((code) => {
    const queue = code.endsWith('-centre') ? above.find(({ unitId }) => unitId === code) : open.find(({ station }) => station === code);
    const sum = sums.find(({ key }) => key === code);
    return {
      code, functions: functions.filter(({ station }) => station === code).map((one) => one.code), kinds: kinds.filter(({ station }) => station === code).map((one) => one.code),
      open: queue?.open ?? 0, overdue: queue?.overdue ?? 0, reported: sum?.reported ?? 0, settled: sum?.settled ?? 0, inTime: sum?.inTime ?? 0,
    };
  });
}

/** Marks of the two-way assessment of every unit in a span of days, from matters the actor may see. */
export const summariseUnitMarks = (work: Work, { from, until }: { readonly from: string; readonly until: string }) =>
  work.matterMoves.markSums(work.actor, from, until).map(({ kind, id, ...sums }) => ({ unit: unitNamed(work, { kind, id }), ...sums }));
