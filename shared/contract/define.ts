import type { z } from 'zod';
import type { PermissionTable } from './roles.ts';

/**
 * Two doors that need no permission of a module: `public` is open before anybody signed in (language, sign-in, first run),
 * `session` is open to whoever is signed in (own password, own drafts).
 */
export type OpenDoor = 'public' | 'session';

type Spec<P extends string, I extends z.ZodType, O extends z.ZodType> = {
  readonly permission: P | OpenDoor;
  readonly input: I;
  readonly output: O;
  /** Only main's own tasks may call it; a call from a window is refused. */
  readonly internal?: true;
};
type Writes = { readonly invalidates: readonly string[] };

/**
 * The four kinds of operation, bound to the permissions one module declares.
 * - `query`   short read, on the reading connection; synchronous
 * - `report`  heavy read, on a connection of its own; may be asynchronous
 * - `command` write, one immediate transaction with its audit entry; synchronous
 * - `task`    work that waits (files, dialogs, keys), in the main process; it calls the other kinds for data
 */
export const operationsFor = <const P extends PermissionTable>(_permissions: P) => ({
  query: <I extends z.ZodType, O extends z.ZodType>(spec: Spec<keyof P & string, I, O>) => ({ kind: 'query' as const, ...spec }),
  report: <I extends z.ZodType, O extends z.ZodType>(spec: Spec<keyof P & string, I, O>) => ({ kind: 'report' as const, ...spec }),
  command: <I extends z.ZodType, O extends z.ZodType>(spec: Spec<keyof P & string, I, O> & Writes) => ({ kind: 'command' as const, ...spec }),
  task: <I extends z.ZodType, O extends z.ZodType>(spec: Spec<keyof P & string, I, O> & Writes) => ({ kind: 'task' as const, ...spec }),
});

type Shape = Spec<string, z.ZodType, z.ZodType>;
export type Query = Shape & { readonly kind: 'query' };
export type Report = Shape & { readonly kind: 'report' };
export type Command = Shape & Writes & { readonly kind: 'command' };
export type Task = Shape & Writes & { readonly kind: 'task' };
export type Operation = Query | Report | Command | Task;
export type ModuleContract = Readonly<Record<string, Operation>>;
export type Contract = Readonly<Record<string, ModuleContract>>;

/** What a caller types. */
export type Input<Op extends Operation> = z.input<Op['input']>;
/** What a caller gets. */
export type Output<Op extends Operation> = z.output<Op['output']>;

type Answer<Op extends Operation> = Op extends Report | Task ? z.input<Op['output']> | Promise<z.input<Op['output']>> : z.input<Op['output']>;
type KeysOf<M extends ModuleContract, Kind extends Operation['kind']> = { [K in keyof M]: M[K]['kind'] extends Kind ? K : never }[keyof M];

/** A module's answer to its contract on the database side: parsed input in, output out, nothing missing. */
export type Handlers<M extends ModuleContract, Ctx> = {
  readonly [K in KeysOf<M, 'query' | 'report' | 'command'>]: (ctx: Ctx, input: z.output<M[K]['input']>) => Answer<M[K]>;
};
/** A module's answer to its contract in the main process. */
export type TaskHandlers<M extends ModuleContract, Ctx> = {
  readonly [K in KeysOf<M, 'task'>]: (ctx: Ctx, input: z.output<M[K]['input']>) => Answer<M[K]>;
};
