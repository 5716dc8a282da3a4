import type { TownRequest } from '#electron/kernel/demo/fill-town.ts';
import type { Actor } from '#shared/contract/actor.ts';
import type { Failure, Result } from '#shared/errors/app-error.ts';
import type { HostOptions, Opened } from './host.ts';

export type ToWorker =
  | { readonly type: 'open'; readonly options: HostOptions }
  | { readonly type: 'call'; readonly id: number; readonly actor: Actor; readonly name: string; readonly input: unknown; readonly cancelFlag: SharedArrayBuffer | null }
  | { readonly type: 'copy'; readonly id: number; readonly to: string }
  | { readonly type: 'fill'; readonly id: number; readonly actor: Actor; readonly request: TownRequest; readonly cancelFlag: SharedArrayBuffer | null }
  | { readonly type: 'close' };

export type FromWorker =
  | { readonly type: 'opened'; readonly opened: Opened }
  | { readonly type: 'failed'; readonly error: Failure }
  | { readonly type: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'progress'; readonly id: number; readonly done: number; readonly total: number; readonly what?: string | undefined }
  | { readonly type: 'log'; readonly message: string }
  | { readonly type: 'started' };
