import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from '#electron/database/worker-protocol.ts';

/** A database thread that dies: at once when its file is named so, otherwise at its first call. */
const port = parentPort;
port?.on('message', (message: ToWorker) => {
  if (message.type === 'open' && !message.options.file.endsWith('at-once')) port.postMessage({ type: 'opened', opened: { missingEntries: 0 } } satisfies FromWorker);
  else if (message.type === 'close') port.close();
  else process.exit(3);
});
port?.postMessage({ type: 'started' } satisfies FromWorker);
