import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fail } from '#shared/errors/app-error.ts';
import { writeDurably } from './durable-file.ts';
import { derive } from './key-derivation.ts';

const throttleSchema = z.strictObject({ v: z.literal(1), failures: z.record(z.string(), z.int().min(1)), at: z.number(), mac: z.string() });
type Since = { readonly at: number; readonly mono: number };
type State = { readonly failures: Readonly<Record<string, number>>; readonly at: number };

/** Both in milliseconds: `wall` is the computer's date, `mono` counts on whatever the date is set to. */
export type Clocks = { readonly wall: () => number; readonly mono: () => number };

const FREE_TRIES = 5;
const FIRST_WAIT_S = 30;
const LONGEST_WAIT_S = 30 * 60;
/** A missing or altered file counts as ten doublings' worth of failures. */
const LEVEL_OF_DOUBT = 10;
const DOUBTFUL: Readonly<Record<string, number>> = { '?': FREE_TRIES + LEVEL_OF_DOUBT };
/** Names that nobody has share one count. */
const UNKNOWN = '?';

const total = (failures: Readonly<Record<string, number>>): number => Object.values(failures).reduce((sum, count) => sum + count, 0);

/** Seconds to wait after so many failures: five tries are free, then 30 s, doubling to 30 min (security.md 2.6). */
export function waitAfter(failures: number): number {
  return failures < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** Math.min(20, failures - FREE_TRIES));
}

/**
 * Slows guessing at the form. Failures are counted per person and added up for the computer; a person's success clears that person's
 * count only, so signing in as oneself does not buy tries against somebody else. Within a run time is measured by the monotonic clock;
 * across a restart by the date, and a date before the last failure means the whole wait begins again.
 */
export function throttle(dataFolder: string, clocks: Clocks) {
  const file = join(dataFolder, 'throttle.json');
  let since: Since | null = null;

  const macOf = (secret: Buffer, { failures, at }: State): string => {
    const key = derive(secret, Buffer.alloc(0), 'throttle');
    try {
      return createHmac('sha256', key).update(JSON.stringify([Object.entries(failures).sort(([a], [b]) => (a < b ? -1 : 1)), at])).digest('hex');
    } finally {
      key.fill(0);
    }
  };
  const write = (secret: Buffer, state: State): void => writeDurably(file, JSON.stringify({ v: 1, ...state, mac: macOf(secret, state) }));
  const save = (secret: Buffer, failures: State['failures']): State => {
    const state = { failures, at: clocks.wall() };
    write(secret, state);
    since = { at: state.at, mono: clocks.mono() };
    return state;
  };
  const load = (secret: Buffer): State => {
    try {
      const { mac, failures, at } = throttleSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      const given = Buffer.from(mac);
      const expected = Buffer.from(macOf(secret, { failures, at }));
      const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
      const isNewest = since === null || since.at === at; // an older file put back while the program runs
      if (isOurs && isNewest) return { failures, at };
    } catch {
      // missing or altered: doubt
    }
    return save(secret, DOUBTFUL);
  };
  const begin = (at: number): Since => (since ??= { at, mono: clocks.mono() - Math.max(0, clocks.wall() - at) });
  const without = (failures: State['failures'], ...gone: readonly string[]) => Object.fromEntries(Object.entries(failures).filter(([who]) => !gone.includes(who)));

  return {
    /**
     * Refuses with `session/throttled` while a wait runs, otherwise counts a failure beforehand: a killed process bought no try. What it
     * returns takes the count back when the try was right: the person's own failures, and those under names that nobody has.
     */
    charge: (secret: Buffer, uid: string | undefined): (() => void) => {
      const before = load(secret);
      const sinceBefore = begin(before.at);
      const remaining = waitAfter(total(before.failures)) * 1000 - (clocks.mono() - sinceBefore.mono);
      if (remaining > 0) fail('session/throttled', { seconds: Math.ceil(remaining / 1000) });
      const who = uid ?? UNKNOWN;
      save(secret, { ...before.failures, [who]: (before.failures[who] ?? 0) + 1 });
      return () => {
        write(secret, { failures: without(before.failures, who, UNKNOWN), at: before.at });
        since = sinceBefore;
      };
    },
    /** A new key store, or one that the recovery words opened. */
    restart: (secret: Buffer): void => void save(secret, {}),
    /** A person without a slot could never clear their own count. */
    forget: (secret: Buffer, uid: string): void => {
      const { failures, at } = load(secret);
      if (uid in failures) write(secret, { failures: without(failures, uid), at });
    },
  };
}
export type Throttle = ReturnType<typeof throttle>;
