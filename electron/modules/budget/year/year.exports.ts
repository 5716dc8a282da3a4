import { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { ExportCell, ExportList } from '#electron/kernel/exports/export-list.ts';
import { budgetOf, executionPermille } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { yearNumber, type LineRow } from '#shared/modules/budget/year/year.schema.ts';
import { word, yuan } from '../export-words.ts';
import { getYearPage } from './year.service.ts';

type Row = Readonly<Record<string, ExportCell>>;
type Table = {
  readonly title: string;
  readonly fields: readonly string[];
  readonly cells: (line: LineRow) => Row;
  /** Fields that the last line sums. */
  readonly sums: readonly string[];
  /** Other fields in yuan. */
  readonly amounts?: readonly string[];
  readonly rateOf?: (lines: readonly LineRow[]) => string;
};

const yearQuery = z.object({ year: yearNumber });
type YearQuery = z.output<typeof yearQuery>;
/** Cash and goods are never added up: each has its own sum, with the name offices give it. */
const SUM_NAMES = { cash: '合计', 'in-kind': '实物合计' } as const;
const FEET = ['单位负责人：', '复核：', '制表：', '填报日期：'] as const;

/** A year's table in the layout of offices (经费预算表, 经费决算表): title, unit, year and who hands it in above; numbered columns; sums; signatures. */
function yearTable({ title, fields, cells, sums, amounts = [], rateOf }: Table): ExportList {
  const rows = (work: Work, year: number): readonly Row[] => {
    const { lines } = getYearPage(work, { year });
    return (['cash', 'in-kind'] as const).flatMap((form): Row[] => {
      const own = lines.filter((line) => line.form === form);
      if (own.length === 0) return [];
      const shown = own.map(cells);
      const total = Object.fromEntries(sums.map((field) => [field, shown.reduce((sum, line) => sum + Math.round(Number(line[field]) * 100), 0) / 100]));
      return [...shown, { name: SUM_NAMES[form], ...total, ...(rateOf && { rate: rateOf(own) }) }];
    });
  };
  const list: ExportList<YearQuery> = {
    permission: 'budget.read', query: yearQuery, fields,
    count: (work, { year }) => rows(work, year).length,
    *windows(work, { year }) {
      yield rows(work, year);
    },
    frame: (work, { year }) => ({
      title: `${year} 年度${title}`,
      heads: [`编制单位（盖章）：${work.settings.station().communityName}`, `预算年度：${year} 年`, '单位：元'],
      feet: FEET,
      amounts: [...sums, ...amounts],
      isSum: ({ name }) => Object.values(SUM_NAMES).some((sum) => sum === name),
    }),
  };
  return list as ExportList; // the exporter parses the query with the list's own schema
}

const plain = (line: LineRow): Row => ({ code: line.code, name: line.name, kind: word('line-kind', line.kind), sourceName: line.sourceName, basis: line.basis });
const percent = (permille: number | null): string => (permille === null ? '' : `${permille / 10}%`);

export const budgetTable = yearTable({
  title: '经费预算表',
  fields: ['code', 'name', 'kind', 'sourceName', 'lastYear', 'norm', 'quantity', 'unit', 'asked', 'approved', 'basis'],
  cells: (line) => ({ ...plain(line), lastYear: yuan(line.lastYearFen), norm: line.normFen === null ? null : yuan(line.normFen), quantity: line.quantity, unit: line.unit, asked: yuan(line.figures.asked), approved: yuan(line.figures.approved) }),
  sums: ['lastYear', 'asked', 'approved'],
  amounts: ['norm'],
});

export const settlementTable = yearTable({
  title: '经费决算表',
  fields: ['code', 'name', 'kind', 'sourceName', 'approved', 'adjusted', 'carriedIn', 'budget', 'committed', 'spent', 'carriedOut', 'free', 'rate', 'basis'],
  cells: (line) => {
    const { approved, adjusted, carriedIn, carriedOut, committed, reserved, spent, free } = line.figures;
    return { ...plain(line), approved: yuan(approved), adjusted: yuan(adjusted), carriedIn: yuan(carriedIn), budget: yuan(budgetOf(line.figures)), committed: yuan(committed + reserved), spent: yuan(spent), carriedOut: yuan(carriedOut), free: yuan(free), rate: percent(executionPermille(line.figures)) };
  },
  sums: ['approved', 'adjusted', 'carriedIn', 'budget', 'committed', 'spent', 'carriedOut', 'free'],
  rateOf: (lines) => {
    const whole = lines.reduce((sum, { figures }) => sum + budgetOf(figures), 0);
    return percent(whole <= 0 ? null : Math.round((lines.reduce((sum, { figures }) => sum + figures.spent, 0) * 1000) / whole));
  },
});
