import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CopyVerdict, Inspection } from './inspect-copy.ts';
import type { FromInspector, ToInspector } from './inspect-worker.ts';

/** The thread's file as it lies beside this one in the sources; a built desk names its own. */
const SOURCE = join(import.meta.dirname, `inspect-worker${extname(import.meta.filename)}`);

/** Has a copy proved in a thread of its own. A thread that ends without a verdict is a copy that could not be looked at. `dek` is zeroed. */
export function copyInspector(entry: string = SOURCE) {
  return async ({ file, dek, nativeBinding }: Inspection, progress: (done: number, total: number) => void = () => {}): Promise<CopyVerdict> => {
    const worker = new Worker(entry);
    const verdict = new Promise<CopyVerdict>((resolve) => {
      worker.on('message', (message: FromInspector) => (message.type === 'progress' ? progress(message.done, message.total) : resolve(message.verdict)));
      worker.on('error', (error) => resolve({ fault: 'unreadable', detail: error.message }));
      worker.on('exit', (code) => resolve({ fault: 'unreadable', detail: `the inspection ended with ${code}` }));
      const key = Uint8Array.from(dek); // a buffer of its own, whose bytes move to the thread and leave none behind
      dek.fill(0);
      worker.postMessage({ file, dek: key, nativeBinding } satisfies ToInspector, [key.buffer]);
    });
    try {
      return await verdict;
    } finally {
      await worker.terminate();
    }
  };
}
