import { basename } from 'node:path';
import { utilityProcess } from 'electron';
import type { Control } from '#electron/database/unit-of-work.ts';
import { AppError, type Failure } from '#shared/errors/app-error.ts';
import { limits } from './workbook-limits.ts';
import type { WorkbookAnswer } from './workbook-process.ts';

const CANCEL_POLL_MS = 50;

/**
 * Has a file read in the isolated process. It is killed when it takes longer than the limit, when the person cancels, or by its own
 * memory cap. Errors: those of reading, `import/too-slow`, `import/parser-stopped`, `task/cancelled`.
 */
export function readWorkbook(entry: string, path: string, control: Control): Promise<Uint8Array> {
  const child = utilityProcess.fork(entry, [], { serviceName: 'workbook', execArgv: [`--max-old-space-size=${limits.memoryMiB}`], stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      clearTimeout(tooSlow);
      clearInterval(poll);
      child.kill();
      end();
    };
    const refuse = (failure: Failure): void => settle(() => reject(new AppError(failure)));
    const tooSlow = setTimeout(() => refuse({ code: 'import/too-slow', params: { seconds: limits.seconds } }), limits.seconds * 1000);
    const poll = setInterval(() => control.cancelled() && refuse({ code: 'task/cancelled', params: {} }), CANCEL_POLL_MS);
    child.on('message', (answer: WorkbookAnswer) => (answer.ok ? settle(() => resolve(answer.bytes)) : refuse(answer.error)));
    child.on('exit', () => refuse({ code: 'import/parser-stopped', params: {} }));
    child.postMessage({ path, name: basename(path) });
  });
}
