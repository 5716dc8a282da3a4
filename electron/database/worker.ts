import { parentPort } from 'node:worker_threads';
import { failureOf } from '#electron/ipc/dispatcher.ts';
import { fail } from '#shared/errors/app-error.ts';
import { openHost, type Host } from './host.ts';
import type { Control } from './unit-of-work.ts';
import type { FromWorker, ToWorker } from './worker-protocol.ts';

const port = parentPort ?? (() => { throw new Error('database worker outside a worker thread'); })();
const send = (message: FromWorker): void => port.postMessage(message);
const log = (error: unknown, reference: string): void => send({ type: 'log', message: `${reference} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}` });

/** A WAL is truncated this long after the last commit: damage to a long WAL swallows committed work silently (security.md 2.3). */
const IDLE_CHECKPOINT_MS = 15_000;

let host: Host | null = null;
let idle: NodeJS.Timeout | null = null;
/** Calls that wait between their statements hold the connection; the next one starts when they are through. */
let queue: Promise<unknown> = Promise.resolve();

function open(message: Extract<ToWorker, { type: 'open' }>): void {
  try {
    host = openHost(message.options, log);
    send({ type: 'opened', opened: { missingEntries: host.missingEntries } });
  } catch (error) {
    send({ type: 'failed', error: failureOf(error, log) });
  }
}

function controlOf({ id, cancelFlag }: Extract<ToWorker, { type: 'call' | 'fill' }>): Control {
  const flag = cancelFlag ? new Int32Array(cancelFlag) : null;
  return { progress: (done, total, what) => send({ type: 'progress', id, done, total, what }), cancelled: () => flag !== null && Atomics.load(flag, 0) === 1 };
}

async function answer(message: Extract<ToWorker, { type: 'call' | 'fill' }>): Promise<void> {
  const { id, actor } = message;
  if (!host) return send({ type: 'answer', id, result: { ok: false, error: { code: 'session/required', params: {} } } });
  const result = message.type === 'fill' ? host.fill(actor, message.request, controlOf(message)) : await host.call(actor, message.name, message.input, controlOf(message));
  send({ type: 'answer', id, result });
  if (idle) clearTimeout(idle);
  idle = setTimeout(() => host?.checkpoint(), IDLE_CHECKPOINT_MS);
}

/** A consistent copy of the file under the same key, made by SQLite itself (`VACUUM INTO`); the caller verifies and renames it. */
function copy({ id, to }: Extract<ToWorker, { type: 'copy' }>): void {
  try {
    if (!host) fail('session/required', {});
    host.sqlite.pragma('query_only = OFF'); // VACUUM INTO counts as a write; the file itself is open for reading only
    host.sqlite.prepare('VACUUM INTO ?').run(to);
    host.sqlite.pragma('query_only = ON');
    send({ type: 'answer', id, result: { ok: true, data: {} } });
  } catch (error) {
    send({ type: 'answer', id, result: { ok: false, error: failureOf(error, log) } });
  }
}

function close(): void {
  if (idle) clearTimeout(idle);
  try {
    host?.close();
  } finally {
    host = null;
    port.close(); // nothing else keeps the thread alive
  }
}

port.on('message', (message: ToWorker) => {
  queue = queue.then(() => {
    switch (message.type) {
      case 'open':
        return open(message);
      case 'call':
      case 'fill':
        return answer(message);
      case 'copy':
        return copy(message);
      case 'close':
        return close();
    }
  }).catch((error: unknown) => log(error, 'worker'));
});

send({ type: 'started' });
