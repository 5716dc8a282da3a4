import type { DutyDay } from './duty.schema.ts';

/** Every day of a month `YYYY-MM`. */
export function daysOfMonth(month: string): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: count }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);
}

/** The month after, or before with a negative step. */
export function monthAfter(month: string, step = 1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 + step;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** In service on a day: begun, and not left by then. */
export type OnDuty = { readonly id: string; readonly leftOn: string | null };
const isThere = (person: OnDuty | undefined, day: string): boolean => person !== undefined && (person.leftOn === null || person.leftOn > day);

export type RosterFault = { readonly on: string; readonly fault: 'empty' | 'twice' | 'other-month' | 'own-backup' | 'person-left' | 'backup-left' };

/** What keeps a month's roster from standing: every day exactly once, two different people, both in service on that day. The desk is never empty. */
export function rosterFaults(month: string, days: readonly DutyDay[], personOf: (id: string) => OnDuty | undefined): RosterFault[] {
  const wanted = daysOfMonth(month);
  const faults: RosterFault[] = wanted.filter((day) => !days.some(({ on }) => on === day)).map((on) => ({ on, fault: 'empty' }));
  const seen = new Set<string>();
  for (const { on, memberId, backupId } of days) {
    if (!wanted.includes(on)) faults.push({ on, fault: 'other-month' });
    if (seen.has(on)) faults.push({ on, fault: 'twice' });
    seen.add(on);
    if (memberId === backupId) faults.push({ on, fault: 'own-backup' });
    if (!isThere(personOf(memberId), on)) faults.push({ on, fault: 'person-left' });
    if (!isThere(personOf(backupId), on)) faults.push({ on, fault: 'backup-left' });
  }
  return faults;
}

/** Days from `from` on at which nobody could keep the desk any more: neither the person nor the backup is in service, or the day is not filled. */
export function uncoveredDays(month: string, days: readonly DutyDay[], personOf: (id: string) => OnDuty | undefined, from: string): string[] {
  const byDay = new Map(days.map((day) => [day.on, day]));
  return daysOfMonth(month).filter((on) => {
    if (on < from) return false;
    const day = byDay.get(on);
    return day === undefined || (!isThere(personOf(day.memberId), on) && !isThere(personOf(day.backupId), on));
  });
}

/**
 * A month dealt out in turn: nobody has two days running while there are three people, and the numbers of days differ by one at most.
 * `after` is who had the last day before. Empty when there are not two people for a day.
 */
export function proposeRoster(month: string, people: readonly OnDuty[], after: string | null): DutyDay[] {
  const turns = new Map(people.map(({ id }) => [id, 0]));
  const days: DutyDay[] = [];
  let last = after;
  for (const on of daysOfMonth(month)) {
    const there = people.filter((person) => isThere(person, on));
    const byTurn = there.toSorted((a, b) => (turns.get(a.id) ?? 0) - (turns.get(b.id) ?? 0) || Number(a.id === last) - Number(b.id === last) || people.indexOf(a) - people.indexOf(b));
    const least = turns.get(byTurn[0]?.id ?? '') ?? 0;
    const fresh = byTurn.filter(({ id }) => (turns.get(id) ?? 0) === least);
    const person = fresh.find(({ id }) => id !== last) ?? fresh[0];
    const backup = there.find(({ id }, at) => id !== person?.id && at >= (there.findIndex((one) => one.id === person?.id) + 1) % there.length) ?? there.find(({ id }) => id !== person?.id);
    if (!person || !backup) return [];
    days.push({ on, memberId: person.id, backupId: backup.id, note: '' });
    turns.set(person.id, (turns.get(person.id) ?? 0) + 1);
    last = person.id;
  }
  return days;
}
