import type { LegendEntry } from './ChartLegend.tsx';
import type { FigureRow } from './FigureTable.tsx';

/** One kind of number in a chart and the fill or line that stands for it. */
export type ChartSeries = LegendEntry;
/** One place on the axis: a grid, a month. `to` gives the rows behind a number, by series; absent where no list can show exactly these. */
export type ChartRow = { readonly id: string; readonly label: string; readonly values: Readonly<Record<string, number>>; readonly to?: Readonly<Record<string, string | null>> };

/** The rows of a chart as those of its table. */
export const figureRows = (rows: readonly ChartRow[], series: readonly ChartSeries[]): FigureRow[] =>
  rows.map(({ id, label, values, to }) => ({ id, name: label, cells: series.map((one) => ({ id: one.id, count: values[one.id] ?? 0, to: to?.[one.id] ?? null })) }));
