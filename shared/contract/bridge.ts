import type { Failure, Result } from '../errors/app-error.ts';

export const CALL_CHANNEL = 'griddesk:call';
export const CANCEL_CHANNEL = 'griddesk:cancel';
export const EVENT_CHANNEL = 'griddesk:event';
export const READY_CHANNEL = 'griddesk:ready';

/** What main tells the window unasked: only what the window did not cause itself. */
export type DeskEvent =
  | { readonly type: 'progress'; readonly callId: string; readonly done: number; readonly total: number; /** The part that runs, where a call has several. */ readonly what?: string }
  | { readonly type: 'changed'; readonly modules: readonly string[] }
  | { readonly type: 'locking'; readonly reason: 'idle' | 'system' | 'manual' | 'expired' }
  | { readonly type: 'notice'; readonly failure: Failure }
  | { readonly type: 'menu'; readonly commandId: string }
  /** The program was started once more on the same data; this window came to the front instead. */
  | { readonly type: 'startedAgain' }
  | { readonly type: 'openFile'; readonly path: string };

/** All that the preload exposes. It does not grow with the contract. */
export type Bridge = {
  call(operation: string, input: unknown, callId?: string): Promise<Result<unknown>>;
  cancel(callId: string): void;
  onEvent(listener: (event: DeskEvent) => void): () => void;
  /** The path of a file that a person picked or dropped; empty for one that is not on disk. */
  pathOf(file: unknown): string;
  /** The first screen is drawn and can be used. */
  ready(): void;
};
