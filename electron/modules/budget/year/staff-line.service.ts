import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { lineFigures } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { yuanText } from '#shared/modules/budget/ledger/money.rules.ts';
import { normOfStaff } from '#shared/modules/budget/year/staff-norm.rules.ts';
import type { LineRow, StaffReckoning } from '#shared/modules/budget/year/year.schema.ts';
import type { Raise, SubsidyYear } from '#shared/modules/staff/grades/subsidy.schema.ts';
import { checkYearOpen, post } from '../ledger/post.ts';
import type { LineRecord } from './year.repository.ts';
import { getLine, lineOf } from './year.service.ts';

type Versioned = { readonly id: string; readonly version: number };
const LONGEST = 300;
const sum = (lines: SubsidyYear['lines'], field: 'people' | 'months'): number => lines.reduce((total, line) => total + line[field], 0);

/** The salary line of a year. Errors: `budget/not-salary-line`, those of `lineOf`. */
function salaryLine(work: Work, id: string): LineRecord {
  const line = lineOf(work, id);
  return line.kind === 'salary' ? line : fail('budget/not-salary-line', { line: line.name });
}

/** How the sum came about, grade by grade, as it stands in the table that is handed in. */
function basisOf(work: Work, { lines, postsFen, totalFen }: SubsidyYear, raises: readonly Raise[]): string {
  const grades = lines.map(({ grade, people, months, yearFen }) => `${work.codeTables.labelOf('staff-grade', grade, 'zh-CN')} ${people} 人 ${months} 月 ${yuanText(yearFen)} 元`);
  const posts = postsFen === 0 ? [] : [`岗位补贴 ${yuanText(postsFen)} 元`];
  return `按人员台账${raises.length > 0 ? '和调整后的标准' : '和现行标准'}：${[...grades, ...posts].join('；')}；合计 ${yuanText(totalFen)} 元`.slice(0, LONGEST);
}

/** What the line says and what staff reckons for the same year, side by side. Nothing is written. */
export function compareWithStaff(work: Work, { lineId, raises }: { readonly lineId: string; readonly raises: readonly Raise[] }): StaffReckoning {
  const line = salaryLine(work, lineId);
  const staff = work.subsidies.yearTotal(line.year, raises);
  const { asked } = lineFigures(work.budgetEntries.ofLine(line.id));
  const [people, months] = [sum(staff.lines, 'people'), sum(staff.lines, 'months')];
  return {
    line: { normFen: line.normFen, quantity: line.quantity, unit: line.unit, askedFen: asked },
    staff: { ...normOfStaff({ totalFen: staff.totalFen, people, months }), totalFen: staff.totalFen, people, months, postsFen: staff.postsFen, withoutGrade: staff.withoutGrade, lines: staff.lines },
    differenceFen: staff.totalFen - asked,
  };
}

/**
 * Norm, quantity, reckoning and what is asked for as staff has them, with a raise as well; the difference is an entry. Errors: `budget/staff-changed`
 * when staff reckons another sum than the one that was seen, `budget/staff-empty`, those of the line and the year.
 */
export function takeFromStaff(work: Work, { id, version, raises, totalFen }: Versioned & { readonly raises: readonly Raise[]; readonly totalFen: number }): LineRow {
  const line = salaryLine(work, id);
  checkYearOpen(work, line.year);
  checkVersion(work, 'budget_line', line, version);
  const staff = work.subsidies.yearTotal(line.year, raises);
  if (staff.totalFen !== totalFen) fail('budget/staff-changed', { now: yuanText(staff.totalFen) });
  if (totalFen === 0) fail('budget/staff-empty', { year: line.year });
  const { normFen, quantity, unit } = normOfStaff({ totalFen, people: sum(staff.lines, 'people'), months: sum(staff.lines, 'months') });
  const before = work.rows.read('budget_line', id);
  const changed: LineRecord = { ...line, normFen, quantity, unit, basis: basisOf(work, staff, raises), version: version + 1, updatedAt: work.clock.now().toISOString() };
  work.budgetLines.replace(changed);
  const { asked } = lineFigures(work.budgetEntries.ofLine(id));
  const [from, to] = totalFen >= asked ? (['plan', 'asked'] as const) : (['asked', 'plan'] as const);
  const entries = post(work, [{ kind: 'asked', from, to, fen: Math.abs(totalFen - asked), year: line.year, on: work.today, lineId: id, sourceId: line.sourceId, memo: changed.basis.slice(0, 200) }]);
  work.record({ action: 'budget-line.taken-from-staff', entity: 'budget_line', entityId: id, detail: { name: line.name, fen: totalFen, raises: raises.length }, changes: [work.rows.change('budget_line', id, before), ...entries] });
  return getLine(work, changed);
}
