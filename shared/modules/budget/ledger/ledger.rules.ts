/**
 * The accounts between which money moves. An entry moves fen from one to another, so both sides of the book are always equal; nothing else
 * is stored, and every figure is a sum of entries.
 * Budget of a line: `plan`→`asked`; `authority`, `adjustment`, `carried` → `free` → `reserved` → `committed` → `spent`.
 * Money of a source: `income` → `bank` → `paid-out` → `used`. Goods at their agreed value: `gift` → `goods` → `handed-out` → `goods-used`.
 * Time of volunteers: `time-given` → `time-value`, never mixed with either.
 */
export const accounts = [
  'plan', 'asked', 'authority', 'adjustment', 'carried', 'free', 'reserved', 'committed', 'spent',
  'income', 'bank', 'paid-out', 'used', 'gift', 'goods', 'handed-out', 'goods-used', 'time-given', 'time-value',
] as const;
export type LedgerAccount = (typeof accounts)[number];

export const entryKinds = [
  'asked', 'approved', 'adjusted', 'carried-out', 'carried-in', 'reserved', 'released', 'committed', 'uncommitted', 'spent', 'unspent',
  'received', 'given-back', 'disbursed', 'used', 'unused', 'refunded', 'volunteered',
] as const;
export type EntryKind = (typeof entryKinds)[number];

export type SourceForm = 'cash' | 'in-kind';
/** The four places money, or goods, of a source go through. */
export const moneyAccounts = (form: SourceForm): Readonly<Record<'origin' | 'store' | 'out' | 'used', LedgerAccount>> =>
  form === 'cash' ? { origin: 'income', store: 'bank', out: 'paid-out', used: 'used' } : { origin: 'gift', store: 'goods', out: 'handed-out', used: 'goods-used' };

/** What moved in all between two accounts. */
export type Flow = { readonly from: LedgerAccount; readonly to: LedgerAccount; readonly fen: number };

/** What an account holds: what came in less what went out. Accounts outside the desk (`income`, `authority` …) go below zero. */
export const balanceOf = (flows: readonly Flow[], account: LedgerAccount): number => flows.reduce((sum, { from, to, fen }) => sum + (to === account ? fen : 0) - (from === account ? fen : 0), 0);

export type LineFigures = {
  readonly asked: number;
  readonly approved: number;
  readonly adjusted: number;
  readonly carriedIn: number;
  readonly carriedOut: number;
  readonly reserved: number;
  readonly committed: number;
  readonly spent: number;
  readonly free: number;
};

/** The columns of a budget line, all from its flows. approved + adjusted + carriedIn − carriedOut = reserved + committed + spent + free. */
export function lineFigures(flows: readonly Flow[]): LineFigures {
  const moved = (from: LedgerAccount, to: LedgerAccount): number => flows.reduce((sum, flow) => sum + (flow.from === from && flow.to === to ? flow.fen : 0), 0);
  return {
    asked: balanceOf(flows, 'asked'),
    approved: 0 - balanceOf(flows, 'authority'),
    adjusted: 0 - balanceOf(flows, 'adjustment'),
    carriedIn: moved('carried', 'free'),
    carriedOut: moved('free', 'carried'),
    reserved: balanceOf(flows, 'reserved'),
    committed: balanceOf(flows, 'committed'),
    spent: balanceOf(flows, 'spent'),
    free: balanceOf(flows, 'free'),
  };
}

/** What a line may be used for in all: the denominator of the execution rate (spent ÷ budget, domain.md 1.7). */
export const budgetOf = ({ approved, adjusted, carriedIn }: LineFigures): number => approved + adjusted + carriedIn;

/** Spent in tenths of a per cent of the budget; null without a budget. */
export const executionPermille = (figures: LineFigures): number | null => (budgetOf(figures) <= 0 ? null : Math.round((figures.spent * 1000) / budgetOf(figures)));

/** Largest share among amounts in tenths of a per cent: how much hangs on the largest source. Null when there is nothing. */
export function dependencePermille(amounts: readonly number[]): number | null {
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  return whole <= 0 ? null : Math.round((Math.max(...amounts) * 1000) / whole);
}
