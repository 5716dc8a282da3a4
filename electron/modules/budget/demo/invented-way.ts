import type { Random } from '#electron/kernel/demo/random.ts';
import { limitOf, type RequestStep } from '#shared/modules/budget/requests/steps.rules.ts';
import type { SourceRecord } from '../sources/sources.repository.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** One step of an invented way: from when to when, and how it ended. The last one is still open when `until` is null. */
export type WayStep = { readonly step: RequestStep; readonly level: number; readonly from: string; readonly until: string | null; readonly limit: number | null; readonly days: number; readonly outcome: string; readonly reasonCode: string; readonly note: string };

type Leg = { readonly step: RequestStep; readonly level: number; readonly days: number; readonly outcome: string; readonly reasonCode?: string; readonly note?: string };

const REASONS = [
  ['papers-missing', '缺少居民议事会会议记录'], ['amount-unclear', '报价单只有一家，请补充比价'], ['procedure', '未见表决结果，请补充'], ['over-budget', '超出本科目年度安排'],
  ['other-source', '建议从物业维修资金列支'], ['not-urgent', '可安排到下年度'], ['duplicate', '与去年同类项目重复'],
] as const;

/** A level takes its time: most within the limit, one in six too long. */
const daysAt = (random: Random, limit: number): number => (random.chance(16) ? limit + random.between(1, limit + 4) : random.between(1, Math.max(1, limit)));

function legsOf(random: Random, source: SourceRecord, span: number): Leg[] {
  const limit = (step: RequestStep, level: number): number => limitOf(step, level, source) ?? 3;
  const legs: Leg[] = [{ step: 'agreed', level: 0, days: random.between(0, 6), outcome: 'budgeted' }, { step: 'budgeted', level: 0, days: random.between(0, 4), outcome: 'submitted' }];
  if (random.chance(3)) return [legs[0] ?? { step: 'agreed', level: 0, days: 0, outcome: 'budgeted' }, { step: 'budgeted', level: 0, days: random.between(1, 6), outcome: 'withdrawn', note: '居民另有安排' }, { step: 'withdrawn', level: 0, days: 0, outcome: '' }];
  const review = (level: number): Omit<Leg, 'outcome'> => ({ step: 'review', level, days: daysAt(random, limit('review', level)) });
  const reason = (): Pick<Leg, 'reasonCode' | 'note'> => {
    const [reasonCode, note] = random.pick(REASONS);
    return { reasonCode, note };
  };
  if (random.chance(16)) legs.push({ ...review(0), outcome: 'returned', ...reason() }, { step: 'returned', level: 0, days: random.between(1, 6), outcome: 'resubmitted' });
  const rejectedAt = random.chance(11) ? random.between(0, source.levels.length - 1) : -1;
  for (const level of source.levels.keys()) {
    if (level === rejectedAt) return [...legs, { ...review(level), outcome: 'rejected', ...reason() }, { step: 'rejected', level, days: 0, outcome: '' }];
    legs.push({ ...review(level), outcome: 'approved' });
  }
  return [
    ...legs,
    { step: 'approved', level: 0, days: daysAt(random, limit('approved', 0)), outcome: 'disbursed' },
    { step: 'spending', level: 0, days: random.between(3, span), outcome: 'accepted' },
    { step: 'accepted', level: 0, days: daysAt(random, limit('accepted', 0)), outcome: 'settled' },
    { step: 'settled', level: 0, days: random.between(1, limit('settled', 0)), outcome: 'published' },
    { step: 'published', level: 0, days: 0, outcome: '' },
  ];
}

type Bounds = { readonly from: string; /** Nothing is invented past this day. */ readonly today: string; /** A year that is closed has everything done by this day; null in the year that runs. */ readonly doneBy: string | null; readonly span: number };

/** The way of one request from the day its meeting agreed, as far as the day lets it come. Steps follow the state machine; the last one stands open. */
export function inventedWay(random: Random, source: SourceRecord, calendar: WorkingCalendar, { from, today, doneBy, span }: Bounds): WayStep[] {
  const way: WayStep[] = [];
  let day = from;
  for (const { step, level, days, outcome, reasonCode = '', note = '' } of legsOf(random, source, span)) {
    const natural = calendar.add(day, days);
    const until = doneBy !== null && natural > doneBy ? doneBy : natural;
    const limit = step === 'spending' ? span : limitOf(step, level, source);
    const isLast = outcome === '' || until > today;
    way.push({ step, level, from: day, until: isLast ? null : until, limit, days: isLast ? 0 : calendar.between(day, until), outcome: isLast ? '' : outcome, reasonCode: isLast ? '' : reasonCode, note: isLast ? '' : note });
    if (isLast) break;
    day = until;
  }
  return way;
}
