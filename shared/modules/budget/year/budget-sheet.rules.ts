import { MAX_FEN } from '../ledger/money.rules.ts';

/** Units in which offices write a budget, in fen (《行政事业单位会计报表》 and county forms use 元 or 万元). */
const UNITS: Readonly<Record<string, number>> = { 元: 100, 千元: 100_000, 万元: 1_000_000 };
const UNIT_CELL = /^(?:.*单位[:：])?[(（]?(?:金额)?(?:单位[:：]?)?(?:人民币)?(万元|千元|元)[)）]?$/u;
const UNIT_OF_TITLE = /[(（](?:单位[:：]?)?(万元|千元|元)[)）]/u;
const YEAR = /(?<!\d)(20\d{2})(?!\d)/u;

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '');

/** Fen of one unit that a heading or a cell above the table names ("单位：万元", "（元）"); null when it names none. */
export function unitOf(text: string): number | null {
  const found = UNIT_CELL.exec(plain(text))?.[1] ?? UNIT_OF_TITLE.exec(plain(text))?.[1];
  return found === undefined ? null : (UNITS[found] ?? null);
}

/** The year a heading names, e.g. 2025 of "2025 年度经费预算表"; null when it names none. */
export function yearOf(text: string): number | null {
  const found = YEAR.exec(text.normalize('NFKC').trim())?.[1];
  return found === undefined ? null : Number(found);
}

export type AmountFault = 'negative' | 'not-a-number' | 'too-large';
export type ReadAmount = { readonly fen: number; /** Digits below the fen were dropped. */ readonly isRounded: boolean } | { readonly fault: AmountFault };

const MINUS = /^[-－(（]/u;
/** More than a digital cell of fifteen figures can be off by. */
const NOISE = 0.01;

/**
 * An amount as it stands in a cell: grouping commas, a yuan sign and a unit of its own are understood ("1.2万元"), a bracket or a minus is negative.
 * `unitFen` is what one of the sheet's unit is worth. Answers whole fen.
 */
export function readAmount(text: string, unitFen: number): ReadAmount {
  const given = plain(text).replaceAll(/[,，¥￥]/gu, '');
  const own = /(万元|千元|元)$/u.exec(given)?.[1];
  const figures = own === undefined ? given : given.slice(0, -own.length);
  if (MINUS.test(figures)) return { fault: /\d/u.test(figures) ? 'negative' : 'not-a-number' };
  if (!/^\d+(\.\d*)?(e[+-]?\d+)?$/iu.test(figures)) return { fault: 'not-a-number' };
  const exact = Number(figures) * (own === undefined ? unitFen : (UNITS[own] ?? unitFen));
  if (!(exact <= MAX_FEN)) return { fault: 'too-large' };
  const fen = Math.round(exact);
  return { fen, isRounded: Math.abs(exact - fen) > NOISE };
}

const SUM = /^[（(一二三四五六七八九十、.)）]*(?:本年|资金|实物|支出|收入|预算|经费)*(小计|合计|总计|共计)(?:\(.*\))?[:：]?$/u;

/** What kind of sum a line is by its name: of the part above it, of the whole, or none. */
export function sumKind(name: string): 'part' | 'whole' | null {
  const found = SUM.exec(plain(name))?.[1];
  return found === undefined ? null : found === '小计' ? 'part' : 'whole';
}

export type SumPlace = { readonly kind: 'part' | 'whole' | null; readonly fen: number | null };

/**
 * Whether a sum at `at` says what its lines make. A sum stands below its lines, or above them as in forms that begin with 合计; a whole may be the
 * sum of all lines, or of its block. Answers the sum that was expected, or null when the line is right or there is nothing to compare.
 */
export function expectedSum(rows: readonly SumPlace[], at: number): number | null {
  const own = rows[at];
  if (own === undefined || own.kind === null || own.fen === null) return null;
  const lines = (from: number, until: number): number => rows.slice(from, until).reduce((sum, { kind, fen }) => sum + (kind === null ? (fen ?? 0) : 0), 0);
  const ends = (row: SumPlace): boolean => row.kind !== null && (own.kind === 'part' || row.kind === 'whole');
  const before = rows.slice(0, at).findLastIndex(ends) + 1;
  const next = rows.slice(at + 1).findIndex(ends);
  const block = lines(before, at);
  const below = lines(at + 1, next < 0 ? rows.length : at + 1 + next);
  const all = lines(0, rows.length);
  const possible = own.kind === 'part' ? [block, below] : [all, block, below];
  if (possible.includes(own.fen)) return null;
  return own.kind === 'part' ? (at === 0 || block === 0 ? below : block) : all;
}
