import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { productName, publisher, shortcutName, windowsKey } from '#resources/installer/identity.mjs';
import { root } from '#resources/tools/checkout.mjs';
import { version } from '#resources/tools/package-program.mjs';
import { run } from '#resources/tools/steps.mjs';

const script = join(root, 'resources/installer/installer.nsi');

const asWindowsPath = (name) => `"$INSTDIR\\${name.replaceAll('$', '$$$$').split(sep).join('\\')}"`;

/** The lines that remove exactly what lies in the folder: files first, then the folders from the innermost outwards, each only when empty. */
function removalList(source) {
  const entries = readdirSync(source, { recursive: true, withFileTypes: true }).map((entry) => ({ isFolder: entry.isDirectory(), name: join(entry.parentPath, entry.name).slice(source.length + 1) }));
  const files = entries.filter(({ isFolder }) => !isFolder).map(({ name }) => `  Delete ${asWindowsPath(name)}`);
  const depth = (name) => name.split(sep).length;
  const inner = entries.filter(({ isFolder }) => isFolder).toSorted((one, other) => depth(other.name) - depth(one.name));
  return ['!macro removeInstalledFiles', ...files.toSorted(), ...inner.map(({ name }) => `  RMDir ${asWindowsPath(name)}`), '!macroend', ''].join('\n');
}

/**
 * Compiles the desk's own installer over a finished Windows folder. `quick` packs in a fraction of the time and larger; what is handed out
 * is packed tightly. Windows wants a version of numbers only, so an addition such as "-beta.1" is left out of the file's description.
 */
export function compileInstaller({ source, file, quick }) {
  const list = `${file}.files.nsh`;
  mkdirSync(dirname(file), { recursive: true });
  // With a byte order mark, without which makensis takes the list for another encoding.
  writeFileSync(list, `\uFEFF${removalList(source)}`);
  const values = { VERSION: version().replace(/-.*$/, ''), PRODUCT: productName, SHORTCUT: shortcutName, PUBLISHER: publisher, GUID: windowsKey, ICON: join(root, 'resources/icons/icon.ico'), SOURCE: source, FILES: list, OUT: file, ...(quick ? { QUICK: '1' } : {}) };
  run('makensis', ['-V2', '-WX', ...Object.entries(values).map(([name, value]) => `-D${name}=${value}`), script], { stdio: ['ignore', 'ignore', 'inherit'], advice: 'correct resources/installer/installer.nsi.' });
  return `${Math.round(statSync(file).size / 1e6)} MB`;
}
