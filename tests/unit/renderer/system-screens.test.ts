import { describe, expect, it } from 'vitest';
import { outcomes } from '#renderer/kernel/audit/verdict-checks.ts';
import { fileSize } from '#renderer/kernel/backup/file-size.ts';
import { missingYears } from '#renderer/kernel/calendar/missing-years.ts';
import { dayByKey, monthWeeks } from '#renderer/kernel/calendar/month-weeks.ts';
import { nextCode } from '#renderer/kernel/code-tables/next-code.ts';
import { firstSteps } from '#renderer/kernel/today/first-steps.ts';
import { backupItems, joinItems } from '#renderer/kernel/today/today-items.ts';
import type { AuditVerdict } from '#shared/kernel/audit/audit.contract.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';

const item = (kind: string, urgency: TodayItem['urgency'] = 'calm'): TodayItem => ({ kind, column: 'due', urgency, params: {}, to: '/today', since: null, dueOn: null });
const good = { lastGoodAt: '2026-11-22T02:00:00.000Z', ageDays: 0, running: false, lastFailure: null, lastDrillAt: null };

describe('Today', () => {
  it('reminds of a backup from the third day on, and presses after a week', () => {
    expect(backupItems({ ...good, ageDays: 2 })).toEqual([]);
    expect(backupItems({ ...good, ageDays: 3 })).toMatchObject([{ kind: 'backup-stale', urgency: 'near', params: { days: 3 } }]);
    expect(backupItems({ ...good, ageDays: 7 })).toMatchObject([{ urgency: 'overdue' }]);
    expect(backupItems({ ...good, lastFailure: 'disk/full' })).toMatchObject([{ kind: 'backup-failed' }]);
    expect(backupItems({ ...good, lastGoodAt: null, ageDays: null })).toEqual([]);
  });
  it('puts the worst first and tells nothing twice', () => {
    const joined = joinItems([item('a'), item('backup-stale', 'near')], [item('backup-stale', 'overdue'), item('b', 'overdue')]);
    expect(joined.map(({ kind }) => kind)).toEqual(['b', 'backup-stale', 'a']);
  });
  it('offers the first steps to who may take them, until all are done', () => {
    const fresh = { items: [item('no-grids-yet'), item('own-community-not-chosen')], accounts: 1, residents: 0 };
    expect(firstSteps(fresh, () => true).map(({ id, done }) => [id, done])).toEqual([['accounts', false], ['community', false], ['grids', false], ['import', false]]);
    expect(firstSteps(fresh, (permission) => permission === 'imports.residents').map(({ id }) => id)).toEqual(['import']);
    expect(firstSteps({ items: [], accounts: 2, residents: 1 }, () => true)).toEqual([]);
    expect(firstSteps(fresh, () => false)).toEqual([]);
  });
});

describe('the log', () => {
  const verdict = (change: Partial<AuditVerdict>): AuditVerdict => ({ entries: 9, head: 'abcd', problems: [], checks: { order: true, seals: true, anchor: true, changes: true, rows: true }, ...change });
  it('never calls a check passed that was not made', () => {
    const states = outcomes(verdict({ checks: { order: true, seals: false, anchor: false, changes: true, rows: true } })).map(({ state }) => state);
    expect(states).toEqual(['passed', 'not-made', 'not-made', 'passed', 'passed']);
  });
  it('shows every problem at one check, with or without the printed key', () => {
    const kinds = ['gap', 'mac', 'link', 'seal', 'anchor', 'changes', 'row'] as const;
    const problems = kinds.map((kind) => ({ kind, seq: 1, entity: '', entityId: '' }));
    for (const seals of [true, false]) {
      const found = outcomes(verdict({ problems, checks: { order: true, seals, anchor: true, changes: true, rows: true } }));
      expect(found.reduce((sum, check) => sum + check.problems, 0)).toBe(kinds.length);
      expect(found.every(({ state }) => state === 'failed')).toBe(true);
    }
  });
});

describe('the calendar', () => {
  it('lays a month out from Monday to Sunday', () => {
    const weeks = monthWeeks(2026, 2);
    expect(weeks).toHaveLength(5);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-02-01']);
    expect(weeks.flat().filter(Boolean)).toHaveLength(28);
    expect(monthWeeks(2021, 2)).toHaveLength(4);
  });
  it('moves by keys and stays inside the year', () => {
    expect(dayByKey('2026-03-01', 'ArrowLeft')).toBe('2026-02-28');
    expect(dayByKey('2026-03-31', 'PageUp')).toBe('2026-02-28');
    expect(dayByKey('2026-12-30', 'ArrowDown')).toBe('2026-12-30');
    expect(dayByKey('2026-03-01', 'a')).toBeNull();
  });
  it('misses next year from November on', () => {
    expect(missingYears([2026], 2026, '2026-10-31')).toEqual([]);
    expect(missingYears([2026], 2026, '2026-11-01')).toEqual([2027]);
    expect(missingYears([2026], 2019, '2026-05-01')).toEqual([]);
    expect(missingYears([], 2028, '2026-05-01')).toEqual([2026, 2028]);
  });
});

describe('small figures', () => {
  it('suggest a free code', () => {
    expect(nextCode(['01', '09'])).toBe('10');
    expect(nextCode(['study', 'own-1'])).toBe('own-2');
    expect(nextCode([])).toBe('own-1');
  });
  it('say a size in its unit', () => {
    expect(fileSize(512)).toEqual({ value: 0.5, unit: 'kilobyte' });
    expect(fileSize(5 * 1024 ** 2)).toEqual({ value: 5, unit: 'megabyte' });
    expect(fileSize(3 * 1024 ** 4)).toEqual({ value: 3072, unit: 'gigabyte' });
  });
});
