import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVault } from '#electron/vault/vault.ts';
import { READY_CHANNEL } from '#shared/contract/bridge.ts';
import { BARE, DESK, electronPath, environmentIn, switches } from './electron-program.ts';
import { pairRow, report } from './rows.ts';

const ROUNDS = 15;
const WARM_UP = 2;
const PATIENCE_MS = 60_000;

type Program = { readonly what: string; readonly args: readonly string[]; readonly profile: string };

/** Milliseconds from just before the process is made until its page says that it can be used. The clock of both processes is the computer's. */
function startOf({ what, args, profile }: Program): Promise<number> {
  const clock = join(import.meta.dirname, 'bare/ready-clock.cjs');
  return new Promise((resolve, reject) => {
    const start = Date.now();
    const child = spawn(electronPath(), [...switches, '-r', clock, ...args], { env: environmentIn(profile, { GRIDDESK_BENCH_READY: READY_CHANNEL }), stdio: ['ignore', 'pipe', 'pipe'] });
    const limit = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    let said = '';
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(limit);
      const ready = /^ready (\d+)$/m.exec(said)?.[1];
      if (ready) resolve(Number(ready) - start);
      else reject(new Error(`${what} did not become usable: ${complaint.split('\n').filter(Boolean).at(-1) ?? 'it said nothing'}`));
    });
  });
}

/** A data folder of a station that is set up, so that the first page is the one to sign in on. */
async function stationFolder(folder: string): Promise<string> {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const vault = openVault(data);
  const { keys } = await vault.create({ uid: '019c0000-0000-7000-8000-0000000000a1', name: 'bench', password: 'GridDesk-2026', locale: 'zh-CN' });
  keys.wipe();
  vault.close();
  return data;
}

await report('start', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'griddesk-bench-'));
  try {
    const desk: Program = { what: 'the desk', args: [DESK, '--data-dir', await stationFolder(folder)], profile: join(folder, 'desk-profile') };
    const bare: Program = { what: 'the bare window', args: [BARE], profile: join(folder, 'bare-profile') };
    const times = { measured: [] as number[], reference: [] as number[] };
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const measured = await startOf(desk);
      const reference = await startOf(bare);
      if (round < 0) continue;
      times.measured.push(measured);
      times.reference.push(reference);
    }
    return [pairRow('start', times, `median of ${ROUNDS} starts in turn`)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
