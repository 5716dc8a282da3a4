import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { lineFigures, type Flow } from '#shared/modules/budget/ledger/ledger.rules.ts';
import type { LineRow, YearPage, YearRow } from '#shared/modules/budget/year/year.schema.ts';
import { checkYearOpen, post } from '../ledger/post.ts';
import { sourceOf } from '../sources/sources.service.ts';
import type { LineRecord, YearRecord } from './year.repository.ts';

type Versioned = { readonly id: string; readonly version: number };

export const shownYear = ({ communityId: _c, createdAt: _a, updatedAt: _u, removedAt: _r, ...year }: YearRecord): YearRow => year;
export const yearOf = (work: Work, year: number): YearRecord => work.budgetYears.findYear(work.actor.communityId, year) ?? fail('budget/year-missing', { year });

function byLine(work: Work, lines: readonly LineRecord[]): ReadonlyMap<string, Flow[]> {
  const flows = new Map<string, Flow[]>();
  for (const { lineId, ...flow } of work.budgetEntries.ofLines(lines.map(({ id }) => id))) {
    const known = flows.get(lineId);
    if (known) known.push(flow);
    else flows.set(lineId, [flow]);
  }
  return flows;
}

function shownLine({ communityId: _c, createdAt: _a, removedAt: _r, ...line }: LineRecord, source: { readonly name: string; readonly form: 'cash' | 'in-kind' }, flows: readonly Flow[], before: readonly Flow[]): LineRow {
  const last = lineFigures(before);
  return { ...line, sourceName: source.name, form: source.form, lastYearFen: last.approved + last.adjusted + last.carriedIn, lastYearSpentFen: last.spent, figures: lineFigures(flows) };
}

/** Every line of a year with all its columns, each a sum of entries; last year's by the same code. */
export function getYearPage(work: Work, { year }: { readonly year: number }): YearPage {
  const { communityId } = work.actor;
  const sources = new Map(work.fundingSources.all(communityId).map((source) => [source.id, source]));
  const [own, last] = [work.budgetLines.ofYear(communityId, year), work.budgetLines.ofYear(communityId, year - 1)];
  const flows = byLine(work, [...own, ...last]);
  const lastIds = new Map(last.map(({ code, id }) => [code, id]));
  const lines = own.map((line) => shownLine(line, sources.get(line.sourceId) ?? { name: '', form: 'cash' }, flows.get(line.id) ?? [], flows.get(lastIds.get(line.code) ?? '') ?? []));
  return { year: shownYear(yearOf(work, year)), lines };
}

export function getLine(work: Work, line: LineRecord): LineRow {
  const last = work.budgetLines.findCode(line.communityId, line.year - 1, line.code);
  return shownLine(line, sourceOf(work, line.sourceId), work.budgetEntries.ofLine(line.id), last ? work.budgetEntries.ofLine(last.id) : []);
}
/** A stored line of this community. */
export function lineOf(work: Work, id: string): LineRecord {
  const line = work.budgetLines.find(id);
  return line?.communityId === work.actor.communityId && line.removedAt === null ? line : fail('record/not-found', {});
}

export const STANDING = [
  { kind: 'salary', code: 'B01', name: '网格员工资和补贴', unit: '人' },
  { kind: 'platform', code: 'B02', name: '平台建设和维护', unit: '项' },
] as const;

export const newLine = (work: Work, values: Pick<LineRecord, 'year' | 'sourceId' | 'code' | 'name' | 'kind'> & Partial<LineRecord>): LineRecord => {
  const now = work.clock.now().toISOString();
  return { normFen: null, quantity: null, unit: '', basis: '', ...values, id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, removedAt: null };
};
export function insertLine(work: Work, line: LineRecord): RecordChange {
  work.budgetLines.insert(line);
  return work.rows.change('budget_line', line.id, undefined);
}

/** Writes the year alone; the two standing lines follow by `standingLines`. */
export function beginYear(work: Work, year: number): { readonly opened: YearRecord; readonly change: RecordChange } {
  const now = work.clock.now().toISOString();
  const opened: YearRecord = { id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, removedAt: null, year, closedAt: null, closedBy: '' };
  work.budgetYears.insert(opened);
  return { opened, change: work.rows.change('budget_year', opened.id, undefined) };
}

/** The standing lines that a year lacks; a code that another line bears gets a letter behind it. */
export function standingLines(work: Work, year: number, sourceId: string): RecordChange[] {
  const present = work.budgetLines.ofYear(work.actor.communityId, year);
  return STANDING.filter(({ kind }) => present.every((line) => line.kind !== kind)).map((standing) =>
    insertLine(work, newLine(work, { ...standing, code: present.some(({ code }) => code === standing.code) ? `${standing.code}S` : standing.code, year, sourceId })),
  );
}

/** Opens a year with the two lines that always stand (salaries and subsidies; platform, paper §5.4), and last year's lines when asked. Error: `budget/year-exists`. */
export function openYear(work: Work, { year, sourceId, copyLines }: { readonly year: number; readonly sourceId: string; readonly copyLines: boolean }): YearRow {
  const { communityId } = work.actor;
  if (work.budgetYears.findYear(communityId, year)) fail('budget/year-exists', { year });
  sourceOf(work, sourceId);
  const { opened, change } = beginYear(work, year);
  const changes = [change];
  const before = work.budgetLines.ofYear(communityId, year - 1);
  for (const line of copyLines ? before : before.filter(({ kind }) => kind !== 'project')) changes.push(insertLine(work, newLine(work, { ...line, year })));
  changes.push(...standingLines(work, year, sourceId));
  work.record({ action: 'budget-year.opened', entity: 'budget_year', entityId: opened.id, detail: { year }, changes });
  return shownYear(opened);
}

/** Free money goes on into the same line of next year, which is made where it lacks. Error: `budget/year-missing` when next year is not open. */
function carry(work: Work, line: LineRecord): RecordChange[] {
  const { free } = lineFigures(work.budgetEntries.ofLine(line.id));
  if (free <= 0) return [];
  checkYearOpen(work, line.year + 1);
  const same = work.budgetLines.findCode(line.communityId, line.year + 1, line.code);
  const fits = same?.sourceId === line.sourceId;
  const target = same !== undefined && fits ? same : newLine(work, { ...line, year: line.year + 1, code: same ? `${line.code}结` : line.code });
  const made = fits ? [] : [insertLine(work, target)];
  const common = { sourceId: line.sourceId, on: work.today, fen: free };
  return [
    ...made,
    ...post(work, [
      { ...common, kind: 'carried-out', from: 'free', to: 'carried', year: line.year, lineId: line.id },
      { ...common, kind: 'carried-in', from: 'carried', to: 'free', year: line.year + 1, lineId: target.id },
    ]),
  ];
}

/** After this nobody writes to the year any more; the file itself refuses. Errors: `budget/year-has-open`, those of carrying over. */
export function closeYear(work: Work, { id, version, carryLineIds }: Versioned & { readonly carryLineIds: readonly string[] }): YearRow {
  const stored = work.budgetYears.find(id);
  const found = stored?.communityId === work.actor.communityId && stored.removedAt === null ? stored : fail('record/not-found', {});
  if (found.closedAt !== null) fail('budget/year-closed', { year: found.year });
  checkVersion(work, 'budget_year', found, version);
  const count = work.fundingRequests.countBinding(work.actor.communityId, found.year);
  if (count > 0) fail('budget/year-has-open', { year: found.year, count });
  const changes = [...new Set(carryLineIds)].map((lineId) => lineOf(work, lineId)).filter(({ year }) => year === found.year).flatMap((line) => carry(work, line));
  const before = work.rows.read('budget_year', id);
  const now = work.clock.now().toISOString();
  const closed: YearRecord = { ...found, version: version + 1, updatedAt: now, closedAt: now, closedBy: work.actor.displayName };
  work.budgetYears.replace(closed);
  work.record({ action: 'budget-year.closed', entity: 'budget_year', entityId: id, detail: { year: found.year, carried: carryLineIds.length }, changes: [work.rows.change('budget_year', id, before), ...changes] });
  return shownYear(closed);
}
