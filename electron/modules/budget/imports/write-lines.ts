import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { budgetOf, lineFigures } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { post } from '../ledger/post.ts';
import type { LineRecord } from '../year/year.repository.ts';
import { beginYear, insertLine, newLine, standingLines } from '../year/year.service.ts';

/** A line of the file as it goes into the book; null where the file has no such column or an empty cell. Amounts in fen. */
export type ImportedLine = {
  readonly year: number;
  readonly code: string;
  readonly name: string;
  readonly kind: LineRecord['kind'];
  readonly sourceId: string | null;
  readonly normFen: number | null;
  readonly quantity: number | null;
  readonly unit: string;
  readonly basis: string;
  readonly lastYear: number | null;
  readonly asked: number | null;
  readonly approved: number | null;
};

/** The line of a year that a row of a file means: by its code, or by its name where the file has none. */
export function meantLine(work: Work, year: number, { code, name }: { readonly code: string; readonly name: string }): LineRecord | undefined {
  if (code !== '') return work.budgetLines.findCode(work.actor.communityId, year, code);
  return work.budgetLines.ofYear(work.actor.communityId, year).find((line) => line.name === name);
}

const MOVES = { asked: ['plan', 'asked'], approved: ['authority', 'free'] } as const;

/** Brings a figure of a line to what the file says, by an entry of the difference: what stood before stays in the book. */
function move(work: Work, line: LineRecord, figure: 'asked' | 'approved', moreFen: number, memo: string): RecordChange[] {
  const [origin, place] = MOVES[figure];
  const [from, to] = moreFen >= 0 ? [origin, place] : [place, origin];
  return post(work, [{ kind: figure, from, to, fen: Math.abs(moreFen), year: line.year, on: work.today, sourceId: line.sourceId, lineId: line.id, memo }]);
}

/** Writes lines of a file; years that were never opened are opened on the way and get their standing lines in `finish`. */
export function lineWriter(work: Work, memo: string) {
  const opened = new Map<number, string>();
  const { communityId } = work.actor;

  const openYear = (year: number, sourceId: string): RecordChange[] => {
    if (work.budgetYears.findYear(communityId, year)) return [];
    opened.set(year, sourceId);
    return [beginYear(work, year).change];
  };
  /** A file without codes: the line keeps the code it had a year before, else it gets the first that neither year knows. */
  const codeFor = (year: number, name: string): string => {
    const [own, before] = [work.budgetLines.ofYear(communityId, year), work.budgetLines.ofYear(communityId, year - 1)];
    const known = before.find((line) => line.name === name)?.code;
    if (known !== undefined && own.every(({ code }) => code !== known)) return known;
    const taken = new Set([...own, ...before].map(({ code }) => code));
    for (let no = 1; ; no += 1) {
      const code = `P${String(no).padStart(2, '0')}`;
      if (!taken.has(code)) return code;
    }
  };
  const make = ({ name, kind, normFen, quantity, unit, basis, ...given }: ImportedLine, year: number, sourceId: string): { readonly line: LineRecord; readonly changes: RecordChange[] } => {
    const changes = openYear(year, sourceId);
    const line = newLine(work, { year, sourceId, code: given.code === '' ? codeFor(year, name) : given.code, name, kind, normFen, quantity, unit, basis });
    changes.push(insertLine(work, line));
    return { line, changes };
  };
  /** The budget of the same line a year before; what stands there already is only changed by choice. */
  const lastYear = (values: ImportedLine, line: LineRecord, isChosen: boolean): RecordChange[] => {
    if (values.lastYear === null) return [];
    const before = work.budgetYears.findYear(communityId, line.year - 1);
    if (before !== undefined && before.closedAt !== null) return [];
    const stored = work.budgetLines.findCode(communityId, line.year - 1, line.code);
    const budget = stored ? budgetOf(lineFigures(work.budgetEntries.ofLine(stored.id))) : 0;
    if (budget === values.lastYear || (budget !== 0 && !isChosen)) return [];
    const { line: target, changes } = stored ? { line: stored, changes: [] } : make({ ...values, code: line.code, normFen: null, quantity: null, unit: line.unit }, line.year - 1, line.sourceId);
    return [...changes, ...move(work, target, 'approved', values.lastYear - budget, memo)];
  };

  return {
    create: (values: ImportedLine, sourceId: string): RecordChange[] => {
      const { line, changes } = make(values, values.year, sourceId);
      return [...changes, ...move(work, line, 'asked', values.asked ?? 0, memo), ...move(work, line, 'approved', values.approved ?? 0, memo), ...lastYear(values, line, false)];
    },
    /** Takes over of an existing line what was chosen; an amount that nobody has to choose about, because none stands there, goes in as well. */
    takeOver: (line: LineRecord, values: ImportedLine, theirs: ReadonlySet<string>): RecordChange[] => {
      const described = {
        ...(theirs.has('lineName') && { name: values.name }), ...(theirs.has('norm') && { normFen: values.normFen }), ...(theirs.has('quantity') && { quantity: values.quantity }),
        ...(theirs.has('unitName') && { unit: values.unit }), ...(theirs.has('basis') && { basis: values.basis }),
      };
      const changes: RecordChange[] = [];
      if (Object.keys(described).length > 0) {
        const before = work.rows.read('budget_line', line.id);
        work.budgetLines.replace({ ...line, ...described, version: line.version + 1, updatedAt: work.clock.now().toISOString() });
        changes.push(work.rows.change('budget_line', line.id, before));
      }
      const figures = lineFigures(work.budgetEntries.ofLine(line.id));
      for (const figure of ['asked', 'approved'] as const) if (theirs.has(figure)) changes.push(...move(work, line, figure, (values[figure] ?? 0) - figures[figure], memo));
      if (theirs.has('lastYear')) changes.push(...lastYear(values, line, true));
      return changes;
    },
    finish: (): RecordChange[] => [...opened].flatMap(([year, sourceId]) => standingLines(work, year, sourceId)),
  };
}
