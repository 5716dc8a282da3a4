import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { throttle, waitAfter } from '#electron/vault/throttle.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { dataFolder, handClocks, outcome, PASSWORD, UID } from './station.ts';

const SECRET = Buffer.alloc(32, 7);
const HOUR = 3_600_000;
let station: ReturnType<typeof dataFolder>;
let hands: ReturnType<typeof handClocks>;

beforeEach(() => {
  station = dataFolder();
  hands = handClocks();
});
afterEach(() => station.remove());

const started = () => {
  const tries = throttle(station.folder, hands.clocks);
  tries.restart(SECRET);
  return tries;
};
/** Seconds to wait before the try, 0 when it was let through (and failed). */
const attempt = (tries: ReturnType<typeof throttle>, uid = 'a'): number => {
  try {
    tries.charge(SECRET, uid);
    return 0;
  } catch (error) {
    if (error instanceof AppError && error.failure.code === 'session/throttled') return error.failure.params.seconds;
    throw error;
  }
};
const fillUp = (tries: ReturnType<typeof throttle>, count: number): void => {
  for (let n = 0; n < count; n += 1) {
    hands.pass(31 * 60_000);
    expect(attempt(tries)).toBe(0);
  }
};

describe('guessing at the form', () => {
  it('has five free tries, then half a minute, doubling to half an hour', () => {
    expect([0, 4, 5, 6, 7, 10, 11, 12, 500].map(waitAfter)).toEqual([0, 0, 30, 60, 120, 960, 1800, 1800, 1800]);
    const tries = started();
    for (let n = 0; n < 5; n += 1) expect(attempt(tries)).toBe(0);
    expect(attempt(tries)).toBe(30);
    hands.pass(29_000);
    expect(attempt(tries)).toBe(1);
    hands.pass(1000);
    expect(attempt(tries)).toBe(0);
    expect(attempt(tries)).toBe(60);
  });
  it('every second for a day makes at most 60 guesses', () => {
    const tries = started();
    let guesses = 0;
    for (let second = 0; second < 86_400; second += 1) {
      if (attempt(tries) === 0) guesses += 1;
      hands.pass(1000);
    }
    expect(guesses).toBe(57);
  });
  it('is not helped by the clock, neither back nor forth, nor by a restart with the clock back', () => {
    const tries = started();
    fillUp(tries, 8);
    const wait = attempt(tries);
    for (const turn of [-HOUR, 48 * HOUR, -10 * 365 * 24 * HOUR]) {
      hands.now.wall += turn;
      expect(attempt(tries)).toBe(wait);
    }
    hands.now.wall = Date.parse('2020-01-01T00:00:00Z');
    const restarted = throttle(station.folder, hands.clocks);
    expect(attempt(restarted)).toBe(wait);
    hands.now.mono += wait * 1000;
    expect(attempt(restarted)).toBe(0);
  });
  it('goes on after a restart, time without the program counted', () => {
    const tries = started();
    fillUp(tries, 8);
    const wait = attempt(tries);
    hands.now.wall += 20_000;
    hands.now.mono = 0;
    expect(attempt(throttle(station.folder, hands.clocks))).toBe(wait - 20);
  });
  it('takes a missing, an altered and an older file for many failures', () => {
    const tries = started();
    attempt(tries);
    copyFileSync(station.path('throttle.json'), station.path('old'));
    hands.pass(1000);
    attempt(tries);
    copyFileSync(station.path('old'), station.path('throttle.json'));
    expect(attempt(tries)).toBe(1800);

    rmSync(station.path('throttle.json'));
    expect(attempt(throttle(station.folder, hands.clocks))).toBe(1800);
    hands.pass(1800_000);
    expect(attempt(throttle(station.folder, hands.clocks))).toBe(0);

    writeFileSync(station.path('throttle.json'), readFileSync(station.path('throttle.json'), 'utf8').replace(/"\?":\d+/, '"?":1'));
    expect(attempt(throttle(station.folder, hands.clocks))).toBe(1800);
  });
  it('forgives a person on success, and not what was tried against others', () => {
    const tries = started();
    for (let n = 0; n < 4; n += 1) attempt(tries, 'victim');
    tries.charge(SECRET, 'insider')();
    attempt(tries, 'victim');
    expect(attempt(tries, 'victim')).toBe(30);
    hands.pass(30_000);
    tries.charge(SECRET, 'victim')();
    for (let n = 0; n < 5; n += 1) expect(attempt(tries, 'victim')).toBe(0);
  });
});

describe('the throttle of a vault', () => {
  it('lets the right password in right after creation, locks after five wrong ones, and opens again in time', async () => {
    const vault = station.again({ clocks: hands.clocks });
    await vault.create({ uid: UID, name: 'a', password: PASSWORD, locale: 'en' });
    expect(await outcome(() => vault.open('a', PASSWORD))).toBe('done');
    for (const name of ['a', 'nobody', 'a', 'else', 'a']) expect(await outcome(() => vault.open(name, 'wrong'))).toBe('session/wrong-credentials');
    expect(await outcome(() => vault.open('a', PASSWORD))).toBe('session/throttled');
    expect(await outcome(() => vault.open('nobody', PASSWORD))).toBe('session/throttled');
    hands.pass(30_000);
    expect(await outcome(() => vault.open('a', PASSWORD))).toBe('done');
    expect(await outcome(() => vault.open('a', 'wrong'))).toBe('session/wrong-credentials');
    rmSync(station.path('throttle.json'));
    expect(await outcome(() => station.again({ clocks: hands.clocks }).open('a', PASSWORD))).toBe('session/throttled');
  });
});
