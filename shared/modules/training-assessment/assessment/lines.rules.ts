import type { PlanItem } from './plan.schema.ts';
import { adjustmentOf, scoreOf, totalOf } from './score.rules.ts';
import type { SheetLine } from './sheet.schema.ts';

/** What was earned of what was due, by item. */
export type Facts = Readonly<Record<string, readonly [number, number]>>;
export type Mark = { readonly itemId: string; readonly selfScore: number | null; readonly selfNote: string; readonly score: number | null; readonly basis: string; readonly matterNo: string };
type Given = { readonly fullScore: number; readonly items: readonly PlanItem[]; readonly facts: Facts; readonly marks: readonly Mark[]; readonly added: number };

/**
 * Every scored line of a sheet. Computed lines follow their facts; peers and residents likewise once there are enough of them, else the superior
 * scores the line with a basis; recorded events come last, because they are limited by what the other lines leave.
 */
export function linesOf({ fullScore, items, facts, marks, added }: Given): SheetLine[] {
  const markOf = new Map(marks.map((mark) => [mark.itemId, mark]));
  const lines = items.filter(({ kind }) => kind !== 'group').map((item): SheetLine => {
    const mark = markOf.get(item.id);
    const [earned, due] = facts[item.id] ?? [null, null];
    const computed = earned === null || due === null ? null : scoreOf(earned, due, item);
    return {
      itemId: item.id,
      parentId: item.parentId,
      title: item.title,
      kind: item.kind,
      sourceId: item.sourceId,
      rule: item.rule,
      fullScore: item.fullScore,
      earned,
      due,
      score: item.kind === 'adjust' ? null : item.kind === 'scored' ? (mark?.score ?? null) : (computed ?? (item.kind === 'indicator' ? null : (mark?.score ?? null))),
      selfScore: mark?.selfScore ?? null,
      selfNote: mark?.selfNote ?? '',
      basis: mark?.basis ?? '',
      matterNo: mark?.matterNo ?? '',
    };
  });
  const base = totalOf(lines);
  return lines.map((line) => (line.kind === 'adjust' ? { ...line, score: adjustmentOf(added, line.fullScore, base, fullScore) } : line));
}

/** Lines that still wait for somebody to score them. */
export const unscored = (lines: readonly SheetLine[]): readonly SheetLine[] => lines.filter(({ score }) => score === null);
