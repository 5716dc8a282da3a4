import { Worker } from 'node:worker_threads';
import type { Actor } from '#shared/contract/actor.ts';
import { AppError, type Result } from '#shared/errors/app-error.ts';
import type { HostOptions, Opened } from './host.ts';
import type { Control } from './unit-of-work.ts';
import type { FromWorker, ToWorker } from './worker-protocol.ts';

type Pending = { readonly resolve: (result: Result<unknown>) => void; readonly control: Control | undefined; readonly flag: Int32Array | null };
export type Connect = (role: HostOptions['role']) => HostOptions;

/** How often a running call is asked whether its person cancelled it; the worker itself looks at the shared flag. */
const CANCEL_POLL_MS = 50;

class Connection {
  readonly opened: Promise<Opened>;
  #worker: Worker;
  #pending = new Map<number, Pending>();
  #next = 0;
  #closed: Promise<void>;

  constructor(entry: string, options: HostOptions, log: (line: string) => void) {
    this.#worker = new Worker(entry);
    let closed = () => {};
    this.#closed = new Promise((resolve) => (closed = resolve));
    this.opened = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: FromWorker) => {
        if (message.type === 'opened') resolve(message.opened);
        else if (message.type === 'failed') reject(new AppError(message.error));
        else if (message.type === 'log') log(message.message);
        else if (message.type === 'closed') closed();
        else this.#receive(message);
      });
      this.#worker.on('error', (error) => {
        log(error.stack ?? error.message);
        reject(error);
        this.#failAll();
        closed();
      });
    });
    this.#worker.postMessage({ type: 'open', options } satisfies ToWorker);
  }

  call(actor: Actor, name: string, input: unknown, control?: Control): Promise<Result<unknown>> {
    const cancelFlag = control ? new SharedArrayBuffer(4) : null;
    return this.#post((id) => ({ type: 'call', id, actor, name, input, cancelFlag }), control, cancelFlag ? new Int32Array(cancelFlag) : null);
  }

  copy(to: string): Promise<Result<unknown>> {
    return this.#post((id) => ({ type: 'copy', id, to }), undefined, null);
  }

  async close(): Promise<void> {
    this.#worker.postMessage({ type: 'close' } satisfies ToWorker);
    await this.#closed;
    await this.#worker.terminate();
  }

  #post(message: (id: number) => ToWorker, control: Control | undefined, flag: Int32Array | null): Promise<Result<unknown>> {
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
    if (message.type === 'progress') return pending?.control?.progress(message.done, message.total);
    this.#pending.delete(message.id);
    pending?.resolve(message.result);
  }

  #failAll(): void {
    for (const pending of this.#pending.values()) pending.resolve({ ok: false, error: { code: 'internal/unexpected', params: { reference: 'worker' } } });
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

  async copy(to: string): Promise<Result<unknown>> {
    const connection = this.#connection('report');
    await connection.opened;
    return connection.copy(to);
  }

  /** Closes readers first, then the writer, which truncates the WAL. Afterwards no thread holds a key. */
  async close(): Promise<void> {
    for (const role of ['report', 'read', 'write'] as const) {
      await this.#connections.get(role)?.close();
      this.#connections.delete(role);
    }
  }

  #connection(role: HostOptions['role']): Connection {
    const existing = this.#connections.get(role);
    if (existing) return existing;
    const connection = new Connection(this.#entry, this.#connect(role), this.#log);
    connection.opened.catch(() => this.#connections.delete(role));
    this.#connections.set(role, connection);
    return connection;
  }
}
