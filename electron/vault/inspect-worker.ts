import { parentPort } from 'node:worker_threads';
import { inspectCopy, type CopyVerdict } from './inspect-copy.ts';

export type ToInspector = { readonly file: string; readonly dek: Uint8Array; readonly nativeBinding?: string | undefined };
export type FromInspector = { readonly type: 'progress'; readonly done: number; readonly total: number } | { readonly type: 'verdict'; readonly verdict: CopyVerdict };

const port = parentPort ?? (() => { throw new Error('inspection outside a worker thread'); })();
const send = (message: FromInspector): void => port.postMessage(message);

/** A thread for one copy: it takes its key in the only message, proves the copy, answers and ends. */
port.once('message', ({ file, dek, nativeBinding }: ToInspector) => {
  const key = Buffer.from(dek.buffer, dek.byteOffset, dek.byteLength); // the received bytes themselves, so that zeroing reaches them
  void inspectCopy({ file, dek: key, nativeBinding }, (done, total) => send({ type: 'progress', done, total })).then((verdict) => send({ type: 'verdict', verdict }));
});
