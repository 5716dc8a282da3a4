import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CITY_ACTOR, openCity } from '#tests/support/city.ts';
import { personFilterSchema, type PersonFilter } from '#shared/modules/grid/register/person.schema.ts';
import { cityOptions } from './city-size.ts';
import { insertPersons, openPair, type StoredPerson, type Twin } from './cipher-files.ts';
import { pairRow, report } from './rows.ts';
import { inTurn } from './timing.ts';

/** Enough that the file is twice the reader's cache, as a large community's is. */
const PERSONS = 100_000;
const INSERTS = 3;
const READS = 20;
const COMMIT_BLOCKS = 20;
const COMMITS_IN_BLOCK = 50;

async function samplePersons(): Promise<StoredPerson[]> {
  const city = await openCity('read', cityOptions);
  try {
    return city.sqlite.prepare('SELECT * FROM person ORDER BY row_no LIMIT ?').all(PERSONS) as StoredPerson[]; // every column under its own name
  } finally {
    city.close();
  }
}

/** The statements of a morning's work: pages at the start and deep inside, counts, the two reports, single persons all over the file. */
function readings(people: readonly StoredPerson[]): (twin: Twin) => void {
  const filterOf = (part: Partial<PersonFilter>): PersonFilter => personFilterSchema.parse(part);
  const gridId = String(people[0]?.['grid_id']);
  const ids = people.filter((_person, at) => at % 97 === 0).map(({ id }) => String(id));
  return ({ persons }) => {
    for (const offset of [0, Math.floor(people.length / 2)]) {
      persons.list(CITY_ACTOR, filterOf({}), { field: 'name', direction: 'asc' }, { offset, limit: 200 });
      persons.list(CITY_ACTOR, filterOf({}), { field: 'updatedAt', direction: 'desc' }, { offset, limit: 200 });
    }
    persons.list(CITY_ACTOR, filterOf({ gridIds: [gridId] }), { field: 'name', direction: 'asc' }, { offset: 0, limit: 200 });
    persons.list(CITY_ACTOR, filterOf({ sexes: ['2'], bornUntil: '1966-03-02' }), { field: 'name', direction: 'asc' }, { offset: 0, limit: 200 });
    persons.count(CITY_ACTOR, filterOf({}));
    persons.byAge(CITY_ACTOR, filterOf({}), '2026-03-02');
    persons.byGrid(CITY_ACTOR, filterOf({}));
    for (const id of ids) persons.find(CITY_ACTOR, id);
  };
}

/** One changed person a commit, each on the disk before the next begins. */
function commits(people: readonly StoredPerson[]): (twin: Twin) => void {
  const places = new Map<Twin, number>();
  return (twin) => {
    const from = places.get(twin) ?? 0;
    const change = twin.sqlite.prepare('UPDATE person SET note = ?, version = version + 1, updated_at = ? WHERE id = ?');
    for (let step = from; step < from + COMMITS_IN_BLOCK; step += 1) change.run(`改${step}`, new Date(Date.UTC(2026, 2, 3, 0, 0, step)).toISOString(), people[(step * 811) % people.length]?.['id']);
    places.set(twin, from + COMMITS_IN_BLOCK);
  };
}

await report('cipher', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'griddesk-bench-'));
  try {
    const people = await samplePersons();
    const words = `${people.length.toLocaleString('en')} persons`;
    const inserts = { measured: [] as number[], reference: [] as number[] };
    for (let round = 0; round < INSERTS; round += 1) {
      const fresh = openPair(folder, `insert-${round}`, 'write', true);
      const times = await inTurn({ rounds: 1, warmUp: 0 }, () => insertPersons(fresh.encrypted, people), () => insertPersons(fresh.plain, people));
      inserts.measured.push(...times.measured);
      inserts.reference.push(...times.reference);
      fresh.close();
    }

    const last = `insert-${INSERTS - 1}`;
    const readers = openPair(folder, last, 'read', false);
    const read = readings(people);
    const reads = await inTurn({ rounds: READS, warmUp: 3 }, () => read(readers.encrypted), () => read(readers.plain));
    readers.close();

    const writers = openPair(folder, last, 'write', false);
    const commit = commits(people);
    const blocks = await inTurn({ rounds: COMMIT_BLOCKS, warmUp: 2 }, () => commit(writers.encrypted), () => commit(writers.plain));
    writers.close();
    return [
      pairRow('cipher-read', reads, `median of ${READS} rounds of the same statements in turn, ${words}`),
      pairRow('cipher-commit', blocks, `median of ${COMMIT_BLOCKS} blocks of ${COMMITS_IN_BLOCK} commits in turn, synchronous FULL on both`),
      pairRow('cipher-insert', inserts, `median of ${INSERTS} files in turn, ${words} in one transaction`),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
