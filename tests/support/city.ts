import { drizzle } from 'drizzle-orm/better-sqlite3';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Clock } from '#electron/database/database.ts';
import { openHost, type Host, type HostOptions } from '#electron/database/host.ts';
import { unitOfWork } from '#electron/database/unit-of-work.ts';
import { CITY_SIZE, type CitySize } from '#electron/kernel/demo/fill-city.ts';
import { fillTown } from '#electron/kernel/demo/fill-town.ts';
import type { Actor } from '#shared/contract/actor.ts';

const SEED = 20_261_123;
const NOW = '2026-03-02T01:00:00.000Z';
const KEY_BYTE = 0x67;
/** What the measures of the city read beside the register. */
const AREAS = ['staff', 'training'] as const;
const COMMUNITY_ID = '019c0000-0000-7000-8000-00000000c001';

/** Who asks in a bench: sees every grid of the city. */
export const CITY_ACTOR: Actor = {
  userId: '019c0000-0000-7000-8000-0000000000a1',
  sessionId: '019c0000-0000-7000-8000-000000005e55',
  displayName: '王芳',
  roles: ['administrator', 'supervisor', 'clerk'],
  communityId: COMMUNITY_ID,
  scope: 'all',
};

/** Whatever decides how the file comes out; a change to any of them makes a new one. */
const SOURCES = [
  'electron/database/migrations/*.sql',
  'electron/kernel/demo/**/*.ts',
  'electron/kernel/search/name-index.ts',
  'electron/modules/**/*.repository.ts',
  'electron/modules/**/*.tables.ts',
  'shared/modules/grid/**/*.rules.ts',
  'tests/support/city.ts',
];

/** The key is fixed and public: the people are invented, and a second run must open what the first one left. */
const testKey = (): Buffer => Buffer.alloc(32, KEY_BYTE);

export type CityOptions = { readonly size?: CitySize; /** Areas beside the register, by what they call themselves. */ readonly areas?: readonly string[]; readonly folder?: string; readonly progress?: (persons: number) => void };
export type CityFile = { readonly file: string; readonly anchorFile: string; /** False when an earlier run had left it. */ readonly isNew: boolean };

const hashOfSources = (size: CitySize, areas: readonly string[]): string => {
  const hash = createHash('sha256').update(JSON.stringify([SEED, size, areas]));
  for (const file of SOURCES.flatMap((pattern) => globSync(pattern)).sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
};

const hostOptions = (file: string, anchorFile: string, role: HostOptions['role']): HostOptions => ({
  role,
  file,
  anchorFile,
  dek: testKey(),
  anchorKey: testKey(),
  migrationsFolder: resolve('electron/database/migrations'),
  copyTo: `${file}.before-migration`,
  bootId: 'bench',
});

function fixedClock(): Clock {
  let ids = 0;
  return { now: () => new Date(NOW), newId: () => `019c0000-0000-7000-9000-${(ids += 1).toString(16).padStart(12, '0')}` };
}

const report = (error: unknown): void => console.error(error);

/**
 * The city of the benches, built once and kept in `.cache/bench/` under a name that stands for its sources. What an earlier source or a
 * build that was broken off left there goes first: each is more than a gigabyte. Paths are taken from the project's folder.
 */
export async function buildCity({ size = CITY_SIZE, areas = AREAS, folder = '.cache/bench', progress }: CityOptions = {}): Promise<CityFile> {
  const name = `city-${hashOfSources(size, areas)}`;
  const [file, anchorFile] = [join(folder, `${name}.db`), join(folder, `${name}.anchor.json`)];
  if (existsSync(file)) return { file, anchorFile, isNew: false };
  mkdirSync(folder, { recursive: true });
  const part = join(folder, `${name}.part`);
  for (const old of readdirSync(folder).filter((entry) => entry.startsWith('city-'))) rmSync(join(folder, old), { force: true });
  const clock = fixedClock();
  const host = openHost(hostOptions(part, anchorFile, 'write'), report, clock);
  try {
    const ready = await host.call(CITY_ACTOR, 'session.initialise', { communityName: '柳荫社区', demo: true, auditKey: testKey().toString('hex'), account: { id: CITY_ACTOR.userId, name: 'bench', displayName: CITY_ACTOR.displayName, roles: ['administrator'] } });
    if (!ready.ok) throw new Error(`the city's station was refused: ${ready.error.code}`);
    const unit = unitOfWork({ orm: drizzle(host.sqlite), sqlite: host.sqlite }, clock, { bootId: 'bench', mono: () => 0 });
    fillTown({ unit, sqlite: host.sqlite, actor: CITY_ACTOR }, { seed: SEED, size: 'city', share: size.persons / CITY_SIZE.persons, people: size, areas }, { cancelled: () => false, progress: (done, _total, what) => what === 'persons' && progress?.(done) });
  } finally {
    host.close();
  }
  renameSync(part, file);
  return { file, anchorFile, isNew: true };
}

/** A connection to the city as the product opens it. Only `read` and `report`, because the file is shared by every bench. */
export async function openCity(role: 'read' | 'report', options: CityOptions = {}): Promise<Host> {
  const { file, anchorFile } = await buildCity(options);
  return openHost(hostOptions(file, anchorFile, role), report, fixedClock());
}
