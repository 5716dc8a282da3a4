import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { lineFigures } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { yuanText } from '#shared/modules/budget/ledger/money.rules.ts';
import type { Adjustment, LineChange, LineDraft, LineRow } from '#shared/modules/budget/year/year.schema.ts';
import { checkYearOpen, post, type Movement } from '../ledger/post.ts';
import { sourceOf } from '../sources/sources.service.ts';
import type { LineRecord } from './year.repository.ts';
import { getLine, insertLine, lineOf, newLine } from './year.service.ts';

type Versioned = { readonly id: string; readonly version: number };

const plain = (line: LineRecord): Pick<Movement, 'year' | 'lineId' | 'sourceId'> => ({ year: line.year, lineId: line.id, sourceId: line.sourceId });

function checkCode(work: Work, { year, code }: { readonly year: number; readonly code: string }, ownId: string | null): void {
  const same = work.budgetLines.findCode(work.actor.communityId, year, code);
  if (same && same.id !== ownId) fail('budget/code-taken', { code, name: same.name });
}

/** Errors: `budget/year-missing`, `budget/year-closed`, `budget/code-taken`. */
export function createLine(work: Work, { askedFen, ...draft }: LineDraft): LineRow {
  checkYearOpen(work, draft.year);
  checkCode(work, draft, null);
  sourceOf(work, draft.sourceId);
  const line = newLine(work, draft);
  const made = insertLine(work, line);
  const asked = askedFen === null ? [] : post(work, [{ ...plain(line), kind: 'asked', from: 'plan', to: 'asked', fen: askedFen, on: work.today }]);
  work.record({ action: 'budget-line.created', entity: 'budget_line', entityId: line.id, detail: { name: line.name }, changes: [made, ...asked] });
  return getLine(work, line);
}

function checkedLine(work: Work, { id, version }: Versioned): LineRecord {
  const line = lineOf(work, id);
  checkYearOpen(work, line.year);
  checkVersion(work, 'budget_line', line, version);
  return line;
}

/** A line keeps its year, and its source once money moved on it. The standing lines stay what they are. Errors: `budget/line-in-use`, `budget/standing-line`, `budget/code-taken`. */
export function updateLine(work: Work, { id, version, ...draft }: LineChange): LineRow {
  const line = checkedLine(work, { id, version });
  checkCode(work, draft, id);
  if (line.kind !== 'project' && draft.kind !== line.kind) fail('budget/standing-line', { line: line.name });
  const isMoved = draft.year !== line.year || draft.sourceId !== line.sourceId;
  if (isMoved && work.budgetEntries.ofLine(id).length > 0) fail('budget/line-in-use', { line: line.name });
  checkYearOpen(work, draft.year);
  sourceOf(work, draft.sourceId);
  const before = work.rows.read('budget_line', id);
  const changed: LineRecord = { ...line, ...draft, version: version + 1, updatedAt: work.clock.now().toISOString() };
  work.budgetLines.replace(changed);
  work.record({ action: 'budget-line.changed', entity: 'budget_line', entityId: id, detail: { name: draft.name }, changes: [work.rows.change('budget_line', id, before)] });
  return getLine(work, changed);
}

/** A new figure is an entry of the difference; the old one stays in the book. */
export function askForLine(work: Work, { id, version, fen }: Versioned & { readonly fen: number }): LineRow {
  const line = checkedLine(work, { id, version });
  const { asked } = lineFigures(work.budgetEntries.ofLine(id));
  const [from, to] = fen >= asked ? (['plan', 'asked'] as const) : (['asked', 'plan'] as const);
  const changes = post(work, [{ ...plain(line), kind: 'asked', from, to, fen: Math.abs(fen - asked), on: work.today }]);
  work.record({ action: 'budget-line.asked', entity: 'budget_line', entityId: id, detail: { name: line.name, fen }, changes });
  return getLine(work, line);
}

/** What was granted, once; what changes later is an adjustment. Error: `budget/already-approved`. */
export function approveLine(work: Work, { id, version, fen, note }: Versioned & { readonly fen: number; readonly note: string }): LineRow {
  const line = checkedLine(work, { id, version });
  if (lineFigures(work.budgetEntries.ofLine(id)).approved !== 0) fail('budget/already-approved', { line: line.name });
  const changes = post(work, [{ ...plain(line), kind: 'approved', from: 'authority', to: 'free', fen, on: work.today, memo: note }]);
  work.record({ action: 'budget-line.approved', entity: 'budget_line', entityId: id, detail: { name: line.name, fen }, changes });
  return getLine(work, line);
}

/** Money goes from one line to another, or comes from or goes outside, with its reason. Never more than is free. Error: `budget/over-free`. */
export function adjustLines(work: Work, { fromLineId, toLineId, fen, reason }: Adjustment): Record<string, never> {
  const from = fromLineId === null ? null : lineOf(work, fromLineId);
  const to = toLineId === null ? null : lineOf(work, toLineId);
  if (from) {
    const { free } = lineFigures(work.budgetEntries.ofLine(from.id));
    if (fen > free) fail('budget/over-free', { line: from.name, available: yuanText(free), requested: yuanText(fen) });
  }
  const common = { kind: 'adjusted' as const, fen, on: work.today, memo: reason };
  const changes = post(work, [
    ...(from ? [{ ...common, ...plain(from), from: 'free' as const, to: 'adjustment' as const }] : []),
    ...(to ? [{ ...common, ...plain(to), from: 'adjustment' as const, to: 'free' as const }] : []),
  ]);
  const entityId = to?.id ?? from?.id ?? fail('record/not-found', {});
  work.record({ action: 'budget-line.adjusted', entity: 'budget_line', entityId, detail: { from: from?.name ?? null, to: to?.name ?? null, fen }, changes });
  return {};
}
