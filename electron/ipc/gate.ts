import type { BrowserWindow } from 'electron';
import type { Control } from '#electron/database/unit-of-work.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { Operation } from '#shared/contract/define.ts';
import { AppError, fail, type Result } from '#shared/errors/app-error.ts';
import { admit, failureOf, operations } from './dispatcher.ts';
import type { Gate } from './register.ts';
import { tell } from './register.ts';
import type { CallDatabase, TaskContext } from './task-context.ts';

export type Task = (context: TaskContext, input: unknown) => unknown;

export type GateOptions = {
  readonly actor: () => Actor | null;
  readonly tasks: Readonly<Record<string, Readonly<Record<string, Task>>>>;
  readonly database: (op: Operation, actor: Actor, name: string, input: unknown, control: Control) => Promise<Result<unknown>>;
  readonly window: () => BrowserWindow;
  /** Called for a signed-in person's refused call, which goes on record. */
  readonly refused: (actor: Actor, name: string, code: string) => void;
  readonly log: (error: unknown, reference: string) => void;
};

const ON_RECORD = new Set(['auth/forbidden', 'call/unknown-operation', 'validation/failed']);

/**
 * The one gate of the main process, deny by default: known name, signed-in person, permission and input are checked before anything
 * runs; an internal operation does not exist for a window. Tasks run here, everything else on the database side, which checks again.
 */
export function createGate(options: GateOptions): { readonly gate: Gate; readonly cancel: (callId: string) => void } {
  const running = new Map<string, { cancelled: boolean }>();

  const callAs = (actor: Actor | null, control: Control): CallDatabase =>
    async (module, operation, input, own) => {
      if (!actor) return fail('session/required', {});
      const name = `${module}.${operation}`;
      const { op } = admit(actor, name, input);
      const result = await options.database(op, actor, name, input, own ?? control);
      if (!result.ok) throw new AppError(result.error);
      return result.data as never; // parsed by the dispatcher with this operation's own schema
    };

  const run = async (actor: Actor | null, name: string, raw: unknown, control: Control): Promise<Result<unknown>> => {
    if (operations.get(name)?.internal) return fail('call/unknown-operation', {});
    const { op, input } = admit(actor, name, raw);
    if (op.kind !== 'task') return actor ? options.database(op, actor, name, raw, control) : fail('session/required', {});
    const [module = '', operation = ''] = name.split('.');
    const task = options.tasks[module]?.[operation] ?? fail('call/unknown-operation', {});
    const answer = await task({ actor, control, call: callAs(actor, control), window: options.window() }, input);
    return { ok: true, data: op.output.parse(answer) };
  };

  const gate: Gate = async (name, raw, callId) => {
    const actor = options.actor();
    const state = { cancelled: false };
    const began = performance.now();
    if (callId) running.set(callId, state);
    const control: Control = { cancelled: () => state.cancelled, progress: (done, total, what) => report(options.window(), callId, { done, total, ...(what !== undefined && { what }) }) };
    try {
      const result = await run(actor, name, raw, control);
      if (!result.ok && actor && ON_RECORD.has(result.error.code)) options.refused(actor, name, result.error.code);
      return result;
    } catch (error) {
      const failure = failureOf(error, options.log);
      if (actor && ON_RECORD.has(failure.code)) options.refused(actor, name, failure.code);
      return { ok: false, error: failure };
    } finally {
      if (callId) {
        running.delete(callId);
        settle(options.window(), running.size > 0, performance.now() - began);
      }
    }
  };
  return {
    gate,
    cancel: (callId) => {
      const state = running.get(callId);
      if (state) state.cancelled = true;
    },
  };
}

/** Progress of a long call, in the window and on the taskbar. */
function report(window: BrowserWindow, callId: string, { done, total, what }: { readonly done: number; readonly total: number; readonly what?: string }): void {
  if (!callId || window.isDestroyed()) return;
  window.setProgressBar(total > 0 ? Math.min(1, done / total) : 2);
  tell(window.webContents, { type: 'progress', callId, done, total, ...(what !== undefined && { what }) });
}

/** A task this long is not watched to its end; the taskbar then says that it is over. */
const LONG_MS = 5000;

function settle(window: BrowserWindow, isAnotherRunning: boolean, tookMs: number): void {
  if (window.isDestroyed()) return;
  if (!isAnotherRunning) window.setProgressBar(-1);
  if (tookMs < LONG_MS || window.isFocused()) return;
  window.flashFrame(true);
  window.once('focus', () => !window.isDestroyed() && window.flashFrame(false));
}
