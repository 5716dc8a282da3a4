import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isWholeCity } from './city-size.ts';
import measures from './measures.json' with { type: 'json' };
import { median, percentile } from './statistics.ts';
import type { Pair } from './timing.ts';

/** One line of the table and of `bench/results.json`. Milliseconds and MiB are rounded to tenths, ratios to hundredths. */
export type BenchRow = {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly measured: number | null;
  readonly reference: number | null;
  readonly ratio?: number;
  readonly p95_ms?: number;
  /** The largest value that holds: of the ratio where there is one, else of the 95th percentile or of what was measured. */
  readonly reach: number;
  readonly holds: boolean;
  readonly samples: string;
  /** Why a row does not hold although its value would, or why there is no value. */
  readonly reason?: string;
};

const tenth = (value: number): number => Math.round(value * 10) / 10;
const hundredth = (value: number): number => Math.round(value * 100) / 100;

type Aim = Pick<BenchRow, 'id' | 'what' | 'unit' | 'reach'>;
type Measure = { readonly id: string; readonly window?: boolean; readonly city?: boolean; readonly rows: readonly Aim[] };
const all: readonly Measure[] = measures;

function aimOf(id: string): Aim {
  const aim = all.flatMap(({ rows }) => rows).find((row) => row.id === id);
  if (!aim) throw new Error(`measures.json has no row ${id}`);
  return aim;
}

const asksForCity = (id: string): boolean => all.some(({ city, rows }) => city && rows.some((row) => row.id === id));

/** A figure of the small city is for trying a measure out; it never holds. */
const verdict = (id: string, value: number, reach: number): Pick<BenchRow, 'holds' | 'reason'> =>
  isWholeCity || !asksForCity(id) ? { holds: value <= reach } : { holds: false, reason: 'taken on a smaller city, for trying out' };

export function ratioRow(id: string, measured: number, reference: number, samples: string): BenchRow {
  const { reach, ...aim } = aimOf(id);
  const ratio = measured / reference;
  return { ...aim, measured: tenth(measured), reference: tenth(reference), ratio: hundredth(ratio), reach, ...verdict(id, ratio, reach), samples };
}

/** The ratio of the medians of two lists that were measured in turn. */
export const pairRow = (id: string, { measured, reference }: Pair, samples: string): BenchRow => ratioRow(id, median(measured), median(reference), samples);

/** The 95th percentile of milliseconds, with the median as what was measured. */
export function p95Row(id: string, times: readonly number[], samples: string): BenchRow {
  const { reach, ...aim } = aimOf(id);
  const p95 = percentile(times, 0.95);
  return { ...aim, measured: tenth(median(times)), reference: null, p95_ms: tenth(p95), reach, ...verdict(id, p95, reach), samples };
}

export function valueRow(id: string, measured: number, samples: string): BenchRow {
  const { reach, ...aim } = aimOf(id);
  return { ...aim, measured: tenth(measured), reference: null, reach, ...verdict(id, measured, reach), samples };
}

const failedRows = (measure: string, reason: string): BenchRow[] =>
  (all.find(({ id }) => id === measure)?.rows ?? []).map((aim) => ({ ...aim, measured: null, reference: null, holds: false, samples: '', reason }));

function shown({ id, measured, reference, ratio, p95_ms, unit, reach, holds, samples, reason }: BenchRow): string {
  const value = ratio === undefined ? `${p95_ms ?? measured ?? '?'} ${unit}` : `${ratio} x (${measured} against ${reference} ${unit})`;
  return `${id}: ${value}, reach ${reach}, ${holds ? 'holds' : 'does not hold'}${samples && ` [${samples}]`}${reason ? ` - ${reason}` : ''}`;
}

/**
 * Runs one measure, prints its rows and hands them to whoever started it (GRIDDESK_BENCH_ROWS names the file). A measure that cannot run is
 * a row that does not hold, with the reason, and exit code 1.
 */
export async function report(measure: string, take: () => Promise<readonly BenchRow[]>): Promise<void> {
  const rows = await take().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
    return failedRows(measure, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  });
  for (const row of rows) console.log(shown(row));
  const file = process.env['GRIDDESK_BENCH_ROWS'];
  if (!file) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(rows));
}
