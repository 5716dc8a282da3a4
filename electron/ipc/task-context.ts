import type { BrowserWindow } from 'electron';
import type { Control } from '#electron/database/unit-of-work.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { contract } from '#shared/contract/catalogue.ts';
import type { ModuleContract } from '#shared/contract/define.ts';
import type { z } from 'zod';

type Catalogue = typeof contract;
type DatabaseOperation<M extends keyof Catalogue> = { [K in keyof Catalogue[M]]: Catalogue[M][K] extends { kind: 'query' | 'report' | 'command' } ? K : never }[keyof Catalogue[M]] & string;
type OperationOf<M extends keyof Catalogue, K extends keyof Catalogue[M]> = Catalogue[M][K] extends ModuleContract[string] ? Catalogue[M][K] : never;

/** Calls the database side as the task's own actor; a refusal is thrown as the same `AppError` and ends the task. */
export type CallDatabase = <M extends keyof Catalogue, K extends DatabaseOperation<M>>(module: M, operation: K, input: z.input<OperationOf<M, K>['input']>, control?: Control) => Promise<z.output<OperationOf<M, K>['output']>>;

/** What a task in the main process works with. */
export type TaskContext = {
  /** Null before anybody signed in; tasks with another permission than `public` always have one. */
  readonly actor: Actor | null;
  readonly control: Control;
  readonly call: CallDatabase;
  readonly window: BrowserWindow;
};
