import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesOf, paperLines, type PaperBlock } from '#renderer/components/paper/paper-lines.ts';

const table = (rows: number): PaperBlock => ({ kind: 'table', heading: '人员', columns: [{ title: '姓名', width: 1 }], rows: Array.from({ length: rows }, (_, at) => [`第${at}人`]) });
const facts: PaperBlock = { kind: 'facts', heading: '', facts: ['一', '二', '三'].map((label) => ({ label, value: label })) };
const ROOM = 186;

describe('a paper', () => {
  it('puts two facts on a line and a head before the rows', () => {
    expect(paperLines([facts, table(1)], ROOM).map(({ kind }) => kind)).toEqual(['facts', 'facts', 'heading', 'head', 'row']);
  });
  it('repeats the head of a table that goes on', () => {
    const lines = paperLines([table(5)], ROOM);
    const pages = pagesOf(lines, lines.map(() => 1), 4);
    expect(pages).toEqual([[0, 1, 2, 3], [1, 4, 5, 6]]);
  });
  it('leaves no heading alone at the foot', () => {
    const lines = paperLines([facts, table(2)], ROOM);
    expect(pagesOf(lines, lines.map(() => 1), 4)).toEqual([[0, 1], [2, 3, 4, 5]]);
  });
  it('keeps the head of an empty table where it stands', () => {
    const lines = paperLines([table(0), table(0), table(0)], ROOM);
    expect(pagesOf(lines, lines.map(() => 1), 3)).toEqual([[0, 1], [2, 3], [4, 5]]);
  });
  it('gives a page to nothing, and a line higher than a page one of its own', () => {
    expect(pagesOf([], [], 10)).toEqual([[]]);
    const lines = paperLines([table(2)], ROOM);
    expect(pagesOf(lines, [1, 1, 50, 1], 10).map((page) => page.at(-1))).toEqual([2, 3]);
  });
  it('loses no line, keeps the order and never fills a page beyond its room', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(facts), fc.integer({ min: 0, max: 40 }).map(table)), { maxLength: 4 }), fc.integer({ min: 5, max: 30 }), fc.integer({ min: 1, max: 1000 }), (blocks, room, seed) => {
        const lines = paperLines(blocks, ROOM);
        const heights = lines.map((_, at) => ((at * seed) % 2) + 1);
        const pages = pagesOf(lines, heights, room);
        const first = pages.flat().filter((at, place, all) => all.indexOf(at) === place);
        expect(first).toEqual(lines.map((_, at) => at));
        for (const page of pages) expect(page.reduce((sum, at) => sum + (heights[at] ?? 0), 0)).toBeLessThanOrEqual(room);
      }),
    );
  });
});
