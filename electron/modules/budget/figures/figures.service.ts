import type { Work } from '#electron/database/unit-of-work.ts';
import type { Alarm, Figures, Forecast, Ways } from '#shared/modules/budget/figures/figures.contract.ts';
import { balanceOf, budgetOf, dependencePermille, executionPermille, moneyAccounts, type Flow } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { allocate, yuanText } from '#shared/modules/budget/ledger/money.rules.ts';
import { openSteps } from '#shared/modules/budget/requests/steps.rules.ts';
import { pledgeFilterSchema } from '#shared/modules/budget/partners/partner.schema.ts';
import type { LineRow } from '#shared/modules/budget/year/year.schema.ts';
import type { SourceRecord } from '../sources/sources.repository.ts';
import { getYearPage } from '../year/year.service.ts';

type Year = { readonly year: number };

const share = (id: string | null, name: string, lines: readonly LineRow[]): Figures['byLine'][number] => {
  const budgetFen = lines.reduce((sum, { figures }) => sum + budgetOf(figures), 0);
  const spentFen = lines.reduce((sum, { figures }) => sum + figures.spent, 0);
  return { id, name, budgetFen, spentFen, permille: budgetFen <= 0 ? null : Math.round((spentFen * 1000) / budgetFen) };
};

function flowsBySource(work: Work, year: number | null): ReadonlyMap<string, Flow[]> {
  const flows = new Map<string, Flow[]>();
  for (const { sourceId, ...flow } of work.budgetEntries.ofAllSources(work.actor.communityId, year)) flows.set(sourceId, [...(flows.get(sourceId) ?? []), flow]);
  return flows;
}
const receivedOf = (source: SourceRecord, flows: ReadonlyMap<string, Flow[]>): number => 0 - balanceOf(flows.get(source.id) ?? [], moneyAccounts(source.form).origin);

/** Execution by line, source and grid, where cash came from, and beside it, never in it, goods and the time of volunteers. */
export function summariseYear(work: Work, { year }: Year): Figures {
  const { communityId } = work.actor;
  const lines = getYearPage(work, { year }).lines.filter(({ form }) => form === 'cash'); // goods have sums of their own
  const sources = work.fundingSources.all(communityId);
  const flows = flowsBySource(work, year);
  const mix = sources.filter(({ form }) => form === 'cash').map((source) => ({ id: source.id, name: source.name, kind: source.kind, receivedFen: receivedOf(source, flows) })).filter(({ receivedFen }) => receivedFen > 0);
  return {
    byLine: lines.map((line) => share(line.id, `${line.code} ${line.name}`, [line])),
    bySource: sources.map((source) => share(source.id, source.name, lines.filter(({ sourceId }) => sourceId === source.id))).filter(({ budgetFen, spentFen }) => budgetFen > 0 || spentFen > 0),
    byGrid: work.budgetFigures.byGrid(communityId, year),
    mix: mix.toSorted((one, other) => other.receivedFen - one.receivedFen),
    dependencePermille: dependencePermille(mix.map(({ receivedFen }) => receivedFen)),
    goodsFen: sources.filter(({ form }) => form === 'in-kind').reduce((sum, source) => sum + receivedOf(source, flows), 0),
    volunteerFen: work.budgetFigures.volunteerFen(communityId, year),
    volunteerMinutes: work.volunteerEfforts.minutesOf(communityId, year),
  };
}

const permille = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part * 1000) / whole));
const SHOWN_LOSSES = 20;

/** Where requests die and how long each step takes, by source, level, step and reason; what was lost by delay. */
export function summariseWays(work: Work, { year }: Year): Ways {
  const { communityId } = work.actor;
  const figures = work.budgetFigures;
  const steps = figures.byStep(communityId, year);
  return {
    bySource: figures.bySource(communityId, year).map((row) => ({ ...row, permille: permille(row.approved, row.decided) })),
    byLevel: figures.byLevel(communityId, year).map((row) => ({ ...row, permille: permille(row.approved, row.decided) })),
    byStep: openSteps.flatMap((step) => steps.find((row) => row.step === step) ?? []),
    byReason: figures.byReason(communityId, year),
    lossFen: figures.lossFen(communityId, year),
    losses: figures.losses(communityId, year, SHOWN_LOSSES),
  };
}

const monthsFrom = (today: string, year: number): string[] => {
  const first = Number(today.slice(0, 4)) === year ? Number(today.slice(5, 7)) : 1;
  return Array.from({ length: 13 - first }, (_, at) => `${year}-${String(first + at).padStart(2, '0')}`);
};

/** Cash to the end of the year: what lies in the accounts, less approved payments when they fall due and the standing lines dealt evenly over the months. */
export function forecastCash(work: Work, { year }: Year): Forecast {
  const { communityId } = work.actor;
  const cash = work.fundingSources.all(communityId).filter(({ form }) => form === 'cash');
  const flows = flowsBySource(work, null);
  const nowFen = cash.reduce((sum, { id }) => sum + balanceOf(flows.get(id) ?? [], 'bank'), 0);
  const months = monthsFrom(work.today, year);
  const due = work.budgetFigures.duePayments(communityId, year, work.today);
  const standing = getYearPage(work, { year }).lines.filter(({ kind, form }) => kind !== 'project' && form === 'cash').reduce((sum, { figures }) => sum + Math.max(0, figures.free), 0);
  const recurring = allocate(standing, months.map(() => 1));
  let leftFen = nowFen;
  return {
    nowFen,
    months: months.map((month, at) => {
      const isLast = at === months.length - 1;
      const approvedFen = due.filter((one) => one.month === month || (isLast && one.month > month)).reduce((sum, { fen }) => sum + fen, 0);
      const recurringFen = recurring[at] ?? 0;
      leftFen -= approvedFen + recurringFen;
      return { month, approvedFen, recurringFen, leftFen };
    }),
  };
}

const NEARLY_SPENT_PERMILLE = 900;
/** Next year's list is confirmed by the end of November (domain.md 3.5). */
const NEXT_YEAR_FROM = '11-01';

/** What needs somebody now, the worst first. */
export function listAlarms(work: Work): Alarm[] {
  const { communityId } = work.actor;
  const { today } = work;
  const year = Number(today.slice(0, 4));
  const overdue = work.budgetFigures.countLate(communityId, 'review', today);
  const late = work.budgetFigures.countLate(communityId, 'approved', today);
  const ended = work.budgetFigures.countEndedSpending(communityId, today);
  const pledges = work.fundingPartners.countPledges(communityId, pledgeFilterSchema.parse({ dueUntil: today }));
  const isOpen = work.budgetYears.findYear(communityId, year) !== undefined;
  const lines = isOpen ? getYearPage(work, { year }).lines : [];
  const list = (filter: Record<string, unknown>): string => `/budget/requests?filter=${JSON.stringify(filter)}`;
  const alarms: Alarm[] = [
    ...(overdue > 0 ? [{ kind: 'overdue' as const, severity: 'red' as const, params: { count: overdue }, to: list({ clock: 'overdue', steps: ['review'] }) }] : []),
    ...(late > 0 ? [{ kind: 'late-money' as const, severity: 'red' as const, params: { count: late }, to: list({ clock: 'overdue', steps: ['approved'] }) }] : []),
    ...lines.filter(({ figures }) => figures.free < 0).map((line) => ({ kind: 'line-below-zero' as const, severity: 'red' as const, params: { line: line.name, yuan: yuanText(-line.figures.free) }, to: `/budget/year?year=${year}` })),
    ...(ended > 0 ? [{ kind: 'spending-ended' as const, severity: 'amber' as const, params: { count: ended }, to: list({ steps: ['spending'], clock: 'overdue' }) }] : []),
    ...(pledges > 0 ? [{ kind: 'pledge-due' as const, severity: 'amber' as const, params: { count: pledges }, to: `/budget/pledges?filter=${JSON.stringify({ dueUntil: today })}` }] : []),
    ...lines.filter(({ figures }) => figures.free >= 0 && (executionPermille(figures) ?? 0) >= NEARLY_SPENT_PERMILLE).map((line) => ({ kind: 'line-nearly-spent' as const, severity: 'amber' as const, params: { line: line.name, percent: Math.floor((executionPermille(line.figures) ?? 0) / 10) }, to: `/budget/year?year=${year}` })),
  ];
  const missing = !isOpen ? year : today.slice(5) >= NEXT_YEAR_FROM && !work.budgetYears.findYear(communityId, year + 1) ? year + 1 : null;
  return missing === null ? alarms : [...alarms, { kind: 'year-not-opened', severity: 'amber', params: { year: missing }, to: '/budget/year' }];
}
