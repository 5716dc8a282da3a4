import { parentPort, workerData } from 'node:worker_threads';
import { argon2id } from 'hash-wasm';
import type { Kdf } from './key-derivation.ts';

/** One derivation in WebAssembly, then the thread and its memory are gone. */
const { password, salt, kdf } = workerData as { password: Uint8Array; salt: Uint8Array; kdf: Kdf }; // sent by stretch.ts alone
const key = await argon2id({ password, salt, memorySize: kdf.m, iterations: kdf.t, parallelism: kdf.p, hashLength: 32, outputType: 'binary' });
password.fill(0);
parentPort?.postMessage(key);
