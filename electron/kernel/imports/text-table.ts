import { fail } from '#shared/errors/app-error.ts';
import { wideEncoding } from './text-encoding.ts';
import { limits } from './workbook-limits.ts';

const SEPARATORS = ['\t', ',', ';', '|', '，', '；'] as const;
/** Marks of a sentence too: one line with them is no table. */
const PROSE: ReadonlySet<string> = new Set(['，', '；']);
/** So many lines are enough to tell by what a text is separated. */
const PROBED = 60;

/** UTF-16 where it shows, UTF-8 if every byte agrees, else the national encoding, else not text at all; a wrong guess would be silent (security.md 2.10). */
export function decodedText(bytes: Buffer): string {
  const wide = wideEncoding(bytes);
  for (const encoding of wide ? [wide] : ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\u0000')) return text;
    } catch {
      // the next encoding is tried
    }
  }
  return fail('import/wrong-type', {});
}

/** How often a separator stands outside quotes in each of the first lines. */
function counts(text: string, separator: string): number[] {
  const found: number[] = [];
  let here = 0;
  let quoted = false;
  for (const char of text.slice(0, 200_000)) {
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === separator) here += 1;
    else if (char === '\n') {
      found.push(here);
      here = 0;
      if (found.length === PROBED) return found;
    }
  }
  return here > 0 || found.length === 0 ? [...found, here] : found;
}

/** The separator most lines have, the one that makes more columns where several do; null for text without columns. */
export function separatorOf(text: string): string | null {
  const scored = SEPARATORS.map((separator) => {
    const lines = counts(text, separator).filter((count) => count > 0);
    const often = new Map<number, number>();
    for (const count of lines) often.set(count, (often.get(count) ?? 0) + 1);
    const most = Math.max(0, ...often.values());
    const same = PROSE.has(separator) && most < 2 ? 0 : most;
    return { separator, same, total: lines.reduce((sum, count) => sum + count, 0) };
  });
  const best = scored.toSorted((a, b) => b.same - a.same || b.total - a.total)[0];
  return best && best.same > 0 ? best.separator : null;
}

/**
 * The cells of separated text: quoted cells hold separators, line ends and doubled quotes (RFC 4180); a quote inside a bare cell is an
 * ordinary character, because people write inches. An empty cell is null. Errors: `import/too-many-rows`.
 */
export function separatedRows(text: string, separator: string): (string | null)[][] {
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  const { length } = text;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const quote = text.indexOf('"', at);
        cell += text.slice(at, quote < 0 ? length : quote);
        at = quote < 0 ? length : quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    const from = at;
    while (at < length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
    cell += text.slice(from, at);
    row.push(cell === '' ? null : cell);
    if (text[at] === separator) {
      at += 1;
      if (at < length) continue;
      row.push(null); // the text ends behind a separator
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    rows.push(row);
    if (rows.length > limits.rows) fail('import/too-many-rows', { limit: limits.rows });
    row = [];
  }
  return rows;
}

/** A table written as text, of a file or of a paste. Errors: `import/wrong-type` for text without columns, `import/too-many-rows`. */
export const textTable = (text: string): (string | null)[][] => separatedRows(text, separatorOf(text) ?? fail('import/wrong-type', {}));
