import { join, resolve } from 'node:path';
import { homedir } from 'node:os';

export type CommandLine = { readonly dataFolder: string; readonly demo: boolean; readonly screenshot: string | null; readonly openFile: string | null };

const valueOf = (args: readonly string[], name: string): string | null => {
  const inline = args.find((arg) => arg.startsWith(`${name}=`));
  if (inline) return inline.slice(name.length + 1);
  const at = args.indexOf(name);
  return at >= 0 ? (args[at + 1] ?? null) : null;
};

/** Data lies outside the browser profile and outside synchronised folders: %LOCALAPPDATA% on Windows. */
const defaultFolder = (): string =>
  process.platform === 'win32'
    ? join(process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'GridDesk', 'data')
    : join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'GridDesk');

/** `--demo`, `--screenshot FILE`, `--data-dir FOLDER`, and a workbook that was opened with the program, seen from the folder it was started in. */
export function readCommandLine(args: readonly string[], startedIn = process.cwd()): CommandLine {
  const demo = args.includes('--demo');
  const folder = valueOf(args, '--data-dir') ?? defaultFolder();
  const workbook = args.find((arg) => /\.(xlsx?|csv)$/i.test(arg));
  return {
    dataFolder: demo ? join(folder, 'demo') : folder,
    demo,
    screenshot: valueOf(args, '--screenshot'),
    openFile: workbook === undefined ? null : resolve(startedIn, workbook),
  };
}
