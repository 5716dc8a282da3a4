import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CALL_CHANNEL, CANCEL_CHANNEL, EVENT_CHANNEL, READY_CHANNEL, type Bridge, type DeskEvent } from '#shared/contract/bridge.ts';
import type { Result } from '#shared/errors/app-error.ts';

const bridge: Bridge = {
  call: (operation, input, callId) => ipcRenderer.invoke(CALL_CHANNEL, operation, input, callId) as Promise<Result<unknown>>,
  cancel: (callId) => ipcRenderer.send(CANCEL_CHANNEL, callId),
  onEvent: (listener) => {
    const relay = (_event: unknown, event: DeskEvent) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, relay);
    return () => void ipcRenderer.off(EVENT_CHANNEL, relay);
  },
  pathOf: (file) => webUtils.getPathForFile(file as never), // anything that is not a File gives an empty path or throws in the page itself
  ready: () => ipcRenderer.send(READY_CHANNEL),
};
contextBridge.exposeInMainWorld('griddesk', bridge);
