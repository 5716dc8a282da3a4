import { Worker } from 'node:worker_threads';
import type { TownRequest } from '#electron/kernel/demo/fill-town.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { AppError, fail, type Result } from '#shared/errors/app-error.ts';
import type { HostOptions, Opened } from './host.ts';
import type { Control } from './unit-of-work.ts';
import type { FromWorker, ToWorker } from './worker-protocol.ts';

type Pending = { readonly resolve: (result: Result<unknown>) => void; readonly control: Control | undefined; readonly flag: Int32Array | null };
export type Connect = (role: HostOptions['role']) => HostOptions;

/** A thread that has not even started after this long will not start any more; opening itself may take longer, for a migration. */
const START_MS = 30_000;
/** Work that runs when the file is to be closed may finish within this time (security.md 2.6); then its thread is ended, and SQLite rolls back. */
const FINISH_MS = 60_000;
/** How often a running call is asked whether its person cancelled it; the worker itself looks at the shared flag. */
const CANCEL_POLL_MS = 50;

const notAnswering = (): AppError => new AppError({ code: 'database/not-answering', params: {} });

class Connection {
  readonly opened: Promise<Opened>;
  #worker: Worker;
  #pending = new Map<number, Pending>();
  #next = 0;
  #isEnded = false;
  /** Resolves when the thread is gone, for whatever reason. */
  readonly ended: Promise<void>;

  constructor(entry: string, options: HostOptions, log: (line: string) => void) {
    this.#worker = new Worker(entry);
    this.opened = new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(notAnswering()), START_MS);
      this.#worker.on('message', (message: FromWorker) => {
        if (message.type === 'started') clearTimeout(late);
        else if (message.type === 'opened') resolve(message.opened);
        else if (message.type === 'failed') reject(new AppError(message.error));
        else if (message.type === 'log') log(message.message);
        else this.#receive(message);
      });
      this.#worker.on('error', (error) => log(error.stack ?? error.message));
      this.#worker.on('exit', () => {
        clearTimeout(late);
        reject(notAnswering()); // has no effect after it opened
      });
    });
    this.ended = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#isEnded = true;
        this.#failAll();
        resolve();
      });
    });
    this.opened.catch(() => this.#worker.terminate());
    this.#worker.postMessage({ type: 'open', options } satisfies ToWorker);
  }

  call(actor: Actor, name: string, input: unknown, control?: Control): Promise<Result<unknown>> {
    const cancelFlag = control ? new SharedArrayBuffer(4) : null;
    return this.#post((id) => ({ type: 'call', id, actor, name, input, cancelFlag }), control, cancelFlag ? new Int32Array(cancelFlag) : null);
  }

  fill(actor: Actor, request: TownRequest, control: Control): Promise<Result<unknown>> {
    const cancelFlag = new SharedArrayBuffer(4);
    return this.#post((id) => ({ type: 'fill', id, actor, request, cancelFlag }), control, new Int32Array(cancelFlag));
  }

  copy(to: string): Promise<Result<unknown>> {
    return this.#post((id) => ({ type: 'copy', id, to }), undefined, null);
  }

  /** Cancels what can be cancelled and waits for the rest; the thread ends by itself when the file is closed. */
  async close(): Promise<void> {
    for (const { flag } of this.#pending.values()) if (flag) Atomics.store(flag, 0, 1);
    this.#worker.postMessage({ type: 'close' } satisfies ToWorker);
    const late = setTimeout(() => void this.#worker.terminate(), FINISH_MS);
    await this.ended;
    clearTimeout(late);
  }

  #post(message: (id: number) => ToWorker, control: Control | undefined, flag: Int32Array | null): Promise<Result<unknown>> {
    if (this.#isEnded) return Promise.resolve({ ok: false, error: notAnswering().failure });
    const id = (this.#next += 1);
    return new Promise((resolve) => {
      this.#pending.set(id, { resolve, control, flag });
      this.#worker.postMessage(message(id));
      const poll = flag && control ? setInterval(() => this.#passOnCancel(id, poll), CANCEL_POLL_MS) : null;
    });
  }

  #passOnCancel(id: number, poll: NodeJS.Timeout | null): void {
    const pending = this.#pending.get(id);
    if (pending?.flag && pending.control?.cancelled()) Atomics.store(pending.flag, 0, 1);
    else if (pending) return;
    if (poll) clearInterval(poll);
  }

  #receive(message: Extract<FromWorker, { type: 'answer' | 'progress' }>): void {
    const pending = this.#pending.get(message.id);
    if (message.type === 'progress') return pending?.control?.progress(message.done, message.total, message.what);
    this.#pending.delete(message.id);
    pending?.resolve(message.result);
  }

  #failAll(): void {
    for (const pending of this.#pending.values()) pending.resolve({ ok: false, error: notAnswering().failure });
    this.#pending.clear();
  }
}

export type OperationKind = 'query' | 'report' | 'command';
const ROLE = { command: 'write', query: 'read', report: 'report' } as const;

/**
 * The database as the main process sees it: a writer that also migrates, a reader for the screens, and a third connection for heavy
 * reports that is opened at the first one. So neither typing nor short reads wait for a report or a long write (stack.md 8).
 */
export class DatabaseClient {
  #connections = new Map<HostOptions['role'], Connection>();
  #entry: string;
  #connect: Connect;
  #log: (line: string) => void;
  #isClosed = false;

  constructor(entry: string, connect: Connect, log: (line: string) => void) {
    this.#entry = entry;
    this.#connect = connect;
    this.#log = log;
  }

  /** Opens the writer, which migrates, then the reader. Errors of opening are `AppError`s of the worker. */
  async open(): Promise<Opened> {
    const opened = await this.#connection('write').opened;
    await this.#connection('read').opened;
    return opened;
  }

  async call(kind: OperationKind, actor: Actor, name: string, input: unknown, control?: Control): Promise<Result<unknown>> {
    const connection = this.#connection(ROLE[kind]);
    await connection.opened;
    return connection.call(actor, name, input, control);
  }

  /** Fills an empty demo with a town, on the writer. */
  async fill(actor: Actor, request: TownRequest, control: Control): Promise<Result<unknown>> {
    const connection = this.#connection('write');
    await connection.opened;
    return connection.fill(actor, request, control);
  }

  async copy(to: string): Promise<Result<unknown>> {
    const connection = this.#connection('report');
    await connection.opened;
    return connection.copy(to);
  }

  /** Closes readers first, then the writer, which truncates the WAL. Afterwards no thread holds a key, and none is opened any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const role of ['report', 'read', 'write'] as const) {
      await this.#connections.get(role)?.close();
      this.#connections.delete(role);
    }
  }

  #connection(role: HostOptions['role']): Connection {
    const existing = this.#connections.get(role);
    if (existing) return existing;
    if (this.#isClosed) return fail('session/required', {});
    const connection = new Connection(this.#entry, this.#connect(role), this.#log);
    const forget = (): void => {
      if (this.#connections.get(role) === connection) this.#connections.delete(role); // the next call opens a new one
    };
    connection.opened.catch(forget);
    void connection.ended.then(forget);
    this.#connections.set(role, connection);
    return connection;
  }
}
