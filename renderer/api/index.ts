import type { Bridge } from '#shared/contract/bridge.ts';
import { createClient } from './client.ts';

declare global {
  interface Window {
    readonly griddesk: Bridge;
  }
}

/** The only touch of the preload's bridge. */
export const bridge: Bridge = window.griddesk;
export const api = createClient(bridge);
