import type { PaperColumn } from './paper-lines.ts';

/** Millimetres in the 9.5 pt of a paper: a letter or figure, a Chinese character, and both sides of a cell with its line. */
const LETTER = 1.9;
const HAN = 3.4;
const SIDES = 2.8;
/** What is never broken by the end of a line: words and figures. Chinese breaks anywhere but before a full stop, so two characters stay together. */
const WORDS = /[^\s\p{Script=Han}\p{P}]+[^\s\p{Script=Han}]*/gu;

function needed(texts: readonly string[]): number {
  let most = 0;
  for (const text of texts) for (const [word] of text.matchAll(WORDS)) most = Math.max(most, word.length * LETTER);
  return SIDES + Math.max(most, 2 * HAN);
}

/**
 * The columns with widths in millimetres that together fill `room`: shared as they ask, but none narrower than its longest word. Where even
 * that is more than there is, the words share what there is.
 */
export function fittedColumns(columns: readonly PaperColumn[], rows: readonly (readonly string[])[], room: number): PaperColumn[] {
  const least = columns.map(({ title }, at) => needed([title, ...rows.map((cells) => cells[at] ?? '')]));
  const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);
  if (sum(least) >= room) return columns.map((column, at) => ({ ...column, width: ((least[at] ?? 0) * room) / sum(least) }));
  let narrow = new Set<number>();
  for (;;) {
    const left = room - sum(least.filter((_one, at) => narrow.has(at)));
    const asked = sum(columns.filter((_one, at) => !narrow.has(at)).map(({ width }) => width));
    const widths = columns.map(({ width }, at) => (narrow.has(at) ? (least[at] ?? 0) : (width * left) / asked));
    const next = new Set(widths.flatMap((width, at) => (narrow.has(at) || width < (least[at] ?? 0) ? [at] : [])));
    if (next.size === narrow.size) return columns.map((column, at) => ({ ...column, width: widths[at] ?? 0 }));
    narrow = next;
  }
}
