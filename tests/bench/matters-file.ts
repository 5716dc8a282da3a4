import { drizzle } from 'drizzle-orm/better-sqlite3';
import { resolve } from 'node:path';
import type { Clock } from '#electron/database/database.ts';
import { writeAnchor } from '#electron/kernel/audit/anchor-file.ts';
import { openHost, type Host } from '#electron/database/host.ts';
import { noControl, unitOfWork, type UnitOfWork } from '#electron/database/unit-of-work.ts';
import { bulkLoad } from '#electron/kernel/demo/bulk-load.ts';
import { fillSite } from '#electron/kernel/demo/fill-town.ts';
import { CITY_MATTERS, fillMatters } from '#electron/modules/grid/matters/demo/fill-matters.ts';
import { CITY_ACTOR } from '#tests/support/city.ts';
import { answered } from './city-samples.ts';
import { anchorOf, copyOf, keptFile } from './kept-file.ts';

const SEED = 20_261_126;
const NOW = '2026-11-26T03:00:00.000Z';
const SOURCES = ['electron/kernel/demo/*.ts', 'electron/modules/grid/matters/demo/*.ts', 'electron/modules/grid/matters/matters.tables.ts', 'shared/modules/grid/matters/*.rules.ts', 'tests/bench/matters-file.ts'];

/** How many matters the measures are taken over; GRIDDESK_BENCH_MATTERS asks for fewer, enough to see that a measure works, not for a figure. */
export const MATTERS = Number(process.env['GRIDDESK_BENCH_MATTERS'] ?? CITY_MATTERS);
export const mattersWords = `${MATTERS.toLocaleString('en')} matters`;

function countingClock(): Clock {
  let ids = Date.now(); // a file that is opened again goes on with other ids
  return { now: () => new Date(NOW), newId: () => `019c0000-0000-7000-a000-${(ids += 1).toString(16).padStart(12, '0')}` };
}

const open = (file: string, clock: Clock): Host =>
  openHost({ role: 'write', file, anchorFile: anchorOf(file), dek: Buffer.alloc(32, 0x67), anchorKey: Buffer.alloc(32, 0x67), migrationsFolder: resolve('electron/database/migrations'), copyTo: copyOf(file), bootId: 'bench' }, (error) => console.error(error), clock);

export type MattersFile = { readonly host: Host; readonly unit: UnitOfWork };

/** A demo community with a history of matters, built once and kept; key and people are invented. */
export async function openMattersFile(): Promise<MattersFile> {
  const clock = countingClock();
  // every command leaves its anchor behind, and so do the bare ones
  const unitOn = (host: Host, path: string): UnitOfWork => unitOfWork({ sqlite: host.sqlite, orm: drizzle(host.sqlite) }, clock, { bootId: 'bench', mono: () => 0 }, ({ seq, mac }) => writeAnchor(anchorOf(path), Buffer.alloc(32, 0x67), { seq, head: mac }));
  const file = await keptFile({ name: 'matters', of: MATTERS, sources: SOURCES }, async (unfinished) => {
    const host = open(unfinished, clock);
    const account = { id: CITY_ACTOR.userId, name: 'admin', displayName: CITY_ACTOR.displayName, roles: ['administrator'] };
    await answered(host.call(CITY_ACTOR, 'session.initialise', { communityName: '柳荫社区', demo: true, auditKey: '67'.repeat(32), account }));
    await answered(host.call(CITY_ACTOR, 'session.fillDemo', { seed: SEED }));
    const gridIds = host.sqlite.prepare("SELECT id FROM grid WHERE status = 'active' ORDER BY code").pluck().all() as string[]; // the one column
    const site = fillSite({ unit: unitOn(host, unfinished), sqlite: host.sqlite, actor: CITY_ACTOR }, { seed: SEED, gridIds }, 'matters', { ...noControl, progress: (done) => done % 100_000 === 0 && console.log(`  ${done.toLocaleString('en')} of ${mattersWords}`) });
    bulkLoad(host.sqlite, () => fillMatters(site, { seed: SEED, count: MATTERS, gridIds }));
    host.close();
  });
  const host = open(file, clock);
  return { host, unit: unitOn(host, file) };
}
