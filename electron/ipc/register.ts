import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebFrameMain } from 'electron';
import { CALL_CHANNEL, CANCEL_CHANNEL, EVENT_CHANNEL, READY_CHANNEL, type DeskEvent } from '#shared/contract/bridge.ts';
import type { Failure, Result } from '#shared/errors/app-error.ts';

export type Gate = (operation: string, input: unknown, callId: string) => Promise<Result<unknown>>;
type Doors = {
  /** Loaded at the first call, so that the first screen is painted before the contract is read; `failed` tells why it could not be. */
  readonly gate: () => Promise<Gate>;
  readonly failed: (error: unknown) => Failure;
  readonly cancel: (callId: string) => void;
  readonly ready: () => void;
};

/** A call larger than this is not something a screen sends. */
const LIMIT_KIB = 1024;

const isOurs = (frame: WebFrameMain | null): boolean => {
  if (!frame || frame.parent) return false;
  const { protocol, host } = new URL(frame.url);
  return protocol === 'app:' && host === 'main';
};
const fits = (input: unknown): boolean => (JSON.stringify(input) ?? '').length <= LIMIT_KIB * 1024;

/** The three channels between window and main; nothing else is listened to. The sender must be the main frame of our own page. */
export function registerIpc({ gate, failed, cancel, ready }: Doors): void {
  ipcMain.handle(CALL_CHANNEL, async (event: IpcMainInvokeEvent, operation: unknown, input: unknown, callId: unknown): Promise<Result<unknown>> => {
    if (!isOurs(event.senderFrame)) return { ok: false, error: { code: 'call/untrusted-sender', params: {} } };
    if (typeof operation !== 'string') return { ok: false, error: { code: 'call/unknown-operation', params: {} } };
    try {
      if (!fits(input)) return { ok: false, error: { code: 'call/too-large', params: { limitKiB: LIMIT_KIB } } };
    } catch {
      return { ok: false, error: { code: 'validation/failed', params: { issues: [] } } }; // what cannot be written as JSON no contract accepts
    }
    try {
      return await (await gate())(operation, input, typeof callId === 'string' ? callId.slice(0, 80) : '');
    } catch (error) {
      return { ok: false, error: failed(error) }; // a page that is not answered would wait for ever
    }
  });
  ipcMain.on(CANCEL_CHANNEL, (event: IpcMainEvent, callId: unknown) => {
    if (isOurs(event.senderFrame) && typeof callId === 'string') cancel(callId);
  });
  ipcMain.on(READY_CHANNEL, (event: IpcMainEvent) => {
    if (isOurs(event.senderFrame)) ready();
  });
}

/** Tells the window something it did not cause itself. */
export function tell(contents: Electron.WebContents, event: DeskEvent): void {
  if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(EVENT_CHANNEL, event);
}
