import { randomUUID } from 'node:crypto';
import { noControl, type Control, type UnitOfWork, type Work } from '#electron/database/unit-of-work.ts';
import { handlers } from '#electron/modules.ts';
import { mayDo, type Actor } from '#shared/contract/actor.ts';
import { contract } from '#shared/contract/catalogue.ts';
import type { ModuleContract, Operation } from '#shared/contract/define.ts';
import { AppError, fail, type Failure, type Result } from '#shared/errors/app-error.ts';

export type Route = { readonly name: string; readonly op: Operation };

/** Every operation by its full name. A `Map`, so that `grid.constructor` is simply unknown. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  Object.entries(contract).flatMap(([module, ops]) => Object.entries(ops as ModuleContract).map(([name, op]): [string, Operation] => [`${module}.${name}`, op])),
);

/** Known name, permission, input: the checks that come before anything happens, the same in main and in the workers. */
export function admit(actor: Actor | null, name: string, raw: unknown): { op: Operation; input: unknown } {
  const op = operations.get(name) ?? fail('call/unknown-operation', {});
  if (op.permission !== 'public') {
    if (!actor) return fail('session/required', {});
    if (op.permission !== 'session' && !mayDo(actor.roles, op.permission)) fail('auth/forbidden', { permission: op.permission });
  }
  const input = op.input.safeParse(raw);
  if (!input.success) return fail('validation/failed', { issues: input.error.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code })) });
  return { op, input: input.data };
}

const SQLITE_FAILURES: Readonly<Record<string, Failure>> = {
  SQLITE_FULL: { code: 'disk/full', params: {} },
  SQLITE_BUSY: { code: 'database/busy', params: {} },
  SQLITE_CORRUPT: { code: 'database/damaged', params: {} },
  SQLITE_NOTADB: { code: 'database/damaged', params: {} },
  SQLITE_READONLY: { code: 'database/read-only', params: {} },
  ENOSPC: { code: 'disk/full', params: {} },
};

/** What crosses the wire for a thrown error: its code, or a reference to a line in the local log; never a stack, SQL or a path. */
export function failureOf(error: unknown, log: (error: unknown, reference: string) => void): Failure {
  if (error instanceof AppError) return error.failure;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = SQLITE_FAILURES[code] ?? SQLITE_FAILURES[code.split('_', 2).join('_')]; // extended codes name the plain one first
  if (known) return known;
  const reference = randomUUID().slice(0, 8);
  log(error, reference);
  return { code: 'internal/unexpected', params: { reference } };
}

type Handler = (work: Work, input: unknown) => unknown;
const handlerOf = (name: string): Handler | undefined => {
  const [module = '', operation = ''] = name.split('.');
  // Safe: `handlers` is typed complete against the contract, and `admit` parsed the input with the same entry.
  return (handlers as unknown as Readonly<Record<string, Readonly<Record<string, Handler>>>>)[module]?.[operation];
};

/** The one door of the database side: name, permission, input, transaction, output, error code - in that order. */
export function dispatcher(work: UnitOfWork, log: (error: unknown, reference: string) => void) {
  return async (actor: Actor, name: string, raw: unknown, control: Control = noControl): Promise<Result<unknown>> => {
    try {
      const { op, input } = admit(actor, name, raw);
      const handle = handlerOf(name) ?? fail('call/unknown-operation', {});
      if (op.kind === 'task') fail('call/unknown-operation', {});
      const run = op.kind === 'command' ? work.command : op.kind === 'report' ? work.report : work.query;
      return { ok: true, data: op.output.parse(await run(actor, (open) => handle(open, input), control)) };
    } catch (error) {
      return { ok: false, error: failureOf(error, log) };
    }
  };
}
