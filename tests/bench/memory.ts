import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { cityDesk } from './desk-folder.ts';
import { close, openBare, openDesk, openPersons, type Program } from './desk-window.ts';
import { cityWords } from './city-size.ts';
import { familyMiB } from './process-memory.ts';
import { pairRow, report } from './rows.ts';

const ROUNDS = 3;
/** What was needed only to start is given back by then. */
const SETTLE_MS = 5000;

async function sizeOf(open: () => Promise<Program>): Promise<number> {
  const program = await open();
  try {
    await rest(SETTLE_MS);
    return familyMiB(program.app.process().pid ?? 0);
  } finally {
    await close(program);
  }
}

await report('memory', async () => {
  const profiles = mkdtempSync(join(tmpdir(), 'griddesk-bench-'));
  const data = await cityDesk();
  const withPersons = async (): Promise<Program> => {
    const desk = await openDesk(data, join(profiles, 'desk'));
    await openPersons(desk).catch(async (error: unknown) => {
      await close(desk);
      throw error;
    });
    return desk;
  };
  try {
    const sizes = { measured: [] as number[], reference: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      sizes.measured.push(await sizeOf(withPersons));
      sizes.reference.push(await sizeOf(() => openBare(join(profiles, 'bare'))));
    }
    return [pairRow('memory', sizes, `PSS of all processes, median of ${ROUNDS} starts in turn, ${cityWords}`)];
  } finally {
    rmSync(profiles, { recursive: true, force: true });
  }
});
