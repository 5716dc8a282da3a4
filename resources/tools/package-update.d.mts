import type { KeyObject } from 'node:crypto';

export function signUpdate(folder: string, manifest: unknown, privateKey: KeyObject): void;
