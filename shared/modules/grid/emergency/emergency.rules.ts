import type { PlanContact } from './emergency.schema.ts';

const MINUTE_MS = 60_000;
/** From this share of the time on somebody who has not reported is nearly late (domain.md 3.1, warning light at 70 %). */
const NEAR_SHARE = 0.7;

export type ReportState = 'reported' | 'reported-late' | 'waiting' | 'near' | 'late';
type Clocked = { readonly startedAt: string; readonly dueAt: string; readonly doneAt: string | null };

/** Where somebody stands who must report, or a step that must be done, by a minute: in time up to and with the minute itself. */
export function reportStateOf({ startedAt, dueAt, doneAt }: Clocked, now: number): ReportState {
  const due = Date.parse(dueAt);
  if (doneAt !== null) return Date.parse(doneAt) > due ? 'reported-late' : 'reported';
  if (now > due) return 'late';
  const start = Date.parse(startedAt);
  return now - start >= (due - start) * NEAR_SHARE ? 'near' : 'waiting';
}

/** Whole minutes left until a moment, rounded up; negative counts the whole minutes it is past, the first from its beginning on. */
export function minutesLeft(dueAt: string, now: number): number {
  const left = Date.parse(dueAt) - now;
  return left >= 0 ? Math.ceil(left / MINUTE_MS) : -Math.max(1, Math.floor(-left / MINUTE_MS));
}

/** So many minutes after a moment, as an instant. */
export const minutesAfter = (at: string, minutes: number): string => new Date(Date.parse(at) + minutes * MINUTE_MS).toISOString();

export type TreeProblem = 'key-twice' | 'parent-missing' | 'circle';

/** What keeps contacts from being a tree; null for a sound one. */
export function treeProblem(contacts: readonly Pick<PlanContact, 'key' | 'parentKey'>[]): TreeProblem | null {
  const parents = new Map(contacts.map(({ key, parentKey }) => [key, parentKey]));
  if (parents.size !== contacts.length) return 'key-twice';
  if (contacts.some(({ parentKey }) => parentKey !== null && !parents.has(parentKey))) return 'parent-missing';
  const endsAtAHead = (key: string): boolean => {
    let at: string | null | undefined = key;
    for (let steps = 0; steps <= contacts.length; steps += 1) {
      if (at === null || at === undefined) return true;
      at = parents.get(at);
    }
    return false;
  };
  return contacts.every(({ key }) => endsAtAHead(key)) ? null : 'circle';
}

/** A sound tree line by line: each one behind who calls them, siblings as they were entered, with their depth from 0. */
export function treeLines<C extends Pick<PlanContact, 'key' | 'parentKey'>>(contacts: readonly C[], parentKey: string | null = null, depth = 0): readonly (readonly [C, number])[] {
  return contacts.filter((contact) => contact.parentKey === parentKey).flatMap((contact) => [[contact, depth] as const, ...treeLines(contacts, contact.key, depth + 1)]);
}
