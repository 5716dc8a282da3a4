import { fittedColumns } from './paper-columns.ts';

/** What a paper holds, in order. Texts are already in words and masked. */
export type PaperColumn = { readonly title: string; /** Share of the width, in any unit. */ readonly width: number; readonly figures?: boolean };
/** A person on a contact card: the picture as an image source, the code as the text it holds. */
export type PaperCard = { readonly title: string; readonly lines: readonly string[]; readonly picture: string | null; readonly code: string | null };
export type PaperBlock =
  | { readonly kind: 'facts'; readonly heading: string; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'table'; readonly heading: string; readonly columns: readonly PaperColumn[]; readonly rows: readonly (readonly string[])[] }
  /** For reading from a few steps away. */
  | { readonly kind: 'large'; readonly heading: string; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'cards'; readonly heading: string; readonly cards: readonly PaperCard[] }
  | { readonly kind: 'text'; readonly heading: string; readonly lines: readonly string[] };

/** The smallest thing that is never torn apart by the end of a page. */
export type PaperLine =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'large'; readonly label: string; readonly value: string }
  | { readonly kind: 'cards'; readonly cards: readonly PaperCard[] }
  | { readonly kind: 'facts'; readonly cells: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'head' | 'row'; readonly table: number; readonly cells: readonly string[]; readonly columns: readonly PaperColumn[] };

const FACTS_A_LINE = 2;
const CARDS_A_LINE = 2;

function linesOf(block: PaperBlock, at: number, room: number): PaperLine[] {
  const heading: PaperLine[] = block.heading === '' ? [] : [{ kind: 'heading', text: block.heading }];
  if (block.kind === 'facts') {
    const pairs = Array.from({ length: Math.ceil(block.facts.length / FACTS_A_LINE) }, (_, line) => block.facts.slice(line * FACTS_A_LINE, (line + 1) * FACTS_A_LINE));
    return [...heading, ...pairs.map((cells): PaperLine => ({ kind: 'facts', cells }))];
  }
  if (block.kind === 'large') return [...heading, ...block.rows.map((row): PaperLine => ({ kind: 'large', ...row }))];
  if (block.kind === 'cards') return [...heading, ...Array.from({ length: Math.ceil(block.cards.length / CARDS_A_LINE) }, (_, line): PaperLine => ({ kind: 'cards', cards: block.cards.slice(line * CARDS_A_LINE, (line + 1) * CARDS_A_LINE) }))];
  if (block.kind === 'text') return [...heading, ...block.lines.map((text): PaperLine => ({ kind: 'text', text }))];
  const columns = fittedColumns(block.columns, block.rows, room);
  return [...heading, { kind: 'head', table: at, cells: columns.map(({ title }) => title), columns }, ...block.rows.map((cells): PaperLine => ({ kind: 'row', table: at, cells, columns }))];
}

/** The blocks line by line; `room` is the width between the margins, in millimetres. */
export const paperLines = (blocks: readonly PaperBlock[], room: number): PaperLine[] => blocks.flatMap((block, at) => linesOf(block, at, room));

/** What must not stand last on a page: it introduces the line after it. The heading or head of something empty introduces nothing. */
const leads = (line: PaperLine | undefined, next: PaperLine | undefined): boolean => (line?.kind === 'heading' && next !== undefined && next.kind !== 'heading') || (line?.kind === 'head' && next?.kind === 'row');

/**
 * Cuts lines into pages of `room`, given each line's height (any one unit). A table that goes on repeats its head; a heading or head never
 * stands alone at the foot. A line higher than a page gets a page of its own. Answers the lines' places, page by page.
 */
export function pagesOf(lines: readonly PaperLine[], heights: readonly number[], room: number): number[][] {
  const pages: number[][] = [];
  let page: number[] = [];
  let left = room;
  const put = (at: number): void => {
    page.push(at);
    left -= heights[at] ?? 0;
  };
  const turn = (): void => {
    let end = page.length;
    while (end > 0 && leads(lines[page[end - 1] ?? -1], lines[(page[end - 1] ?? -1) + 1])) end -= 1;
    const [kept, carried] = [page.slice(0, end), page.slice(end)];
    if (kept.length === 0) return;
    pages.push(kept);
    page = [];
    left = room;
    carried.forEach(put);
  };
  const headOf = new Map<number, number>();
  lines.forEach((line, at) => {
    if (line.kind === 'head') headOf.set(line.table, at);
    if ((heights[at] ?? 0) > left && page.length > 0) {
      turn();
      const head = line.kind === 'row' ? headOf.get(line.table) : undefined;
      if (head !== undefined && page.length === 0) put(head);
    }
    put(at);
  });
  return page.length > 0 || pages.length === 0 ? [...pages, page] : pages;
}
