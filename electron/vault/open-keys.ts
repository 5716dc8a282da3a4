import type { OpenKeys } from '#electron/kernel/session/vault.ts';
import { derive } from './key-derivation.ts';

/** Takes over `dek` and keeps it until `wipe`; every getter hands out a copy that its user zeroes. */
export function openKeys(dek: Buffer): OpenKeys {
  let isOpen = true;
  const present = (): Buffer => {
    if (!isOpen) throw new Error('the keys of a closed session were asked for');
    return dek;
  };
  return {
    dek: () => {
      const copy = Buffer.alloc(dek.length); // a block of its own: a pooled one would carry its neighbours into a worker
      present().copy(copy);
      return copy;
    },
    subKey: (label) => derive(present(), Buffer.alloc(0), `griddesk|${label}`),
    wipe: () => {
      isOpen = false;
      dek.fill(0);
    },
  };
}
