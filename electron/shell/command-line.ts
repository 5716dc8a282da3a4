import { join, resolve } from 'node:path';
import { homedir } from 'node:os';
import { isDemoSize, type DemoSize } from '#shared/kernel/session/demo-size.schema.ts';

export type CommandLine = { readonly dataFolder: string; /** Its size; null for a real station. */ readonly demo: DemoSize | null; readonly screenshot: string | null; readonly openFile: string | null };

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

/** The demo's size; a word that names none asks for the community. */
function demoOf(args: readonly string[]): DemoSize | null {
  const word = args.find((arg) => arg.startsWith('--demo='))?.slice('--demo='.length);
  if (word === undefined) return args.includes('--demo') ? 'community' : null;
  return isDemoSize(word) ? word : 'community';
}

/** `--demo` or `--demo=SIZE`, `--screenshot FILE`, `--data-dir FOLDER`, and a workbook that was opened with the program, seen from the folder it was started in. */
export function readCommandLine(args: readonly string[], startedIn = process.cwd()): CommandLine {
  const demo = demoOf(args);
  const folder = valueOf(args, '--data-dir') ?? defaultFolder();
  const workbook = args.find((arg) => /\.(xlsx?|csv)$/i.test(arg));
  return {
    dataFolder: demo === null ? folder : join(folder, demo === 'community' ? 'demo' : `demo-${demo}`),
    demo,
    screenshot: valueOf(args, '--screenshot'),
    openFile: workbook === undefined ? null : resolve(startedIn, workbook),
  };
}
