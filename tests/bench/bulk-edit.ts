import { drizzle } from 'drizzle-orm/better-sqlite3';
import { unitOfWork } from '#electron/database/unit-of-work.ts';
import { fillTown } from '#electron/kernel/demo/fill-town.ts';
import { MOST_TOGETHER } from '#shared/modules/grid/register/person.schema.ts';
import { openWorkstation } from '#tests/support/workstation.ts';
import { pairRow, report } from './rows.ts';
import { inTurn } from './timing.ts';

const SEED = 20_261_123;
const SIZE = { grids: 121, persons: 20_000, households: 8000, dwellings: 9000 };
const ROUNDS = 5;
/** GB/T 4658: two codes that take turns, so that every round changes every person. */
const CODES = ['20', '30'] as const;

type Versioned = { readonly id: string; readonly version: number };

/** As many persons as the desk changes at once, with their history and the sealed log, against the same writing without them. */
await report('bulk-edit', async () => {
  const desk = await openWorkstation({ roles: ['supervisor'], demo: true });
  try {
    const unit = unitOfWork({ orm: drizzle(desk.sqlite()), sqlite: desk.sqlite() }, desk.clock, { bootId: 'bench', mono: () => 0 });
    fillTown({ unit, sqlite: desk.sqlite(), actor: desk.actorOf({ roles: ['administrator', 'supervisor'] }) }, { seed: SEED, size: 'city', people: SIZE, areas: [] });
    const read = desk.sqlite().prepare('SELECT id, version FROM person WHERE removed_at IS NULL ORDER BY row_no LIMIT ?');
    const update = desk.sqlite().prepare('UPDATE person SET education = ?, version = version + 1, updated_at = ? WHERE id = ? AND version = ?');
    const bare = desk.sqlite().transaction((persons: readonly Versioned[], code: string, now: string) => {
      for (const { id, version } of persons) if (update.run(code, now, id, version).changes !== 1) throw new Error('a person was not written');
    });
    let turn = 0;
    const next = () => {
      desk.advance(1000);
      turn += 1;
      return { persons: read.all(MOST_TOGETHER) as Versioned[], education: CODES[turn % 2] ?? '20' }; // columns named in the statement
    };
    const pair = await inTurn(
      { rounds: ROUNDS, warmUp: 1 },
      async () => {
        const { persons, education } = next();
        const { changed } = await desk.done<{ changed: number }>('grid.updatePersons', { persons, change: { education } });
        if (changed < MOST_TOGETHER / 2) throw new Error(`only ${String(changed)} persons were changed`);
      },
      () => {
        const { persons, education } = next();
        bare.immediate(persons, education, desk.clock.now().toISOString());
      },
    );
    return [pairRow('bulk-edit', pair, `${MOST_TOGETHER.toLocaleString('en')} of ${SIZE.persons.toLocaleString('en')} persons, ${String(ROUNDS)} pairs, one transaction each`)];
  } finally {
    desk.close();
  }
});
