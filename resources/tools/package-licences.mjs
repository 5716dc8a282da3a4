import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '#resources/tools/checkout.mjs';
import { folders } from '#resources/tools/package-folders.mjs';
import { StepFailure } from '#resources/tools/steps.mjs';

/** Licences under which the desk may hand a package on inside its own. Anything else stops the packaging until somebody has read it. */
const accepted = new Set(['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'MIT-0', 'Python-2.0', 'Unicode-3.0', 'Unlicense', 'Zlib']);

const importPattern = /^\s*(?:import|export)\s(?!type\b)(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|@import\s+['"]([^'"]+)['"]/gm;
const isPackage = (specifier) => !/^(?:[./#]|node:|electron$|electron\/|virtual:)/.test(specifier);
const nameOf = (specifier) => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

const sourcesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.(tsx?|css|html)$/.test(entry.name) ? [path] : [];
  });

/** The packages that the sources of the desk name. */
function importedPackages() {
  const sources = ['shared', 'electron', 'renderer'].flatMap((folder) => sourcesIn(join(root, folder)));
  const specifiers = sources.flatMap((source) => [...readFileSync(source, 'utf8').matchAll(importPattern)].map(([, fixed, lazy, style]) => fixed ?? lazy ?? style));
  return [...new Set(specifiers.filter(isPackage).map(nameOf))];
}

/** The folder of a package as seen from another one: the nearest folder of packages upwards wins. */
function locate(name, from) {
  const folder = join(from, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  return from === root || dirname(from) === from ? undefined : locate(name, dirname(from));
}

/** A package and everything it brings along. Rather one too many: what the bundler leaves out again is listed all the same. */
function collect(name, from, found) {
  const folder = locate(name, from);
  if (!folder || found.has(folder) || name.startsWith('@types/')) return;
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  found.set(folder, description);
  const optional = new Set(Object.entries(description.peerDependenciesMeta ?? {}).filter(([, { optional: may }]) => may).map(([peer]) => peer));
  const peers = Object.keys(description.peerDependencies ?? {}).filter((peer) => !optional.has(peer));
  for (const needed of [...Object.keys(description.dependencies ?? {}), ...peers]) collect(needed, folder, found);
}

/** Where a package misspells its licence: the name of what its licence text says, read in the version named. */
const MISSPELT = { 'splaytree-ts@1.0.2': 'BSD-3-Clause' };

const licenceOf = ({ name, version, license, licenses }) => MISSPELT[`${name}@${version}`] ?? (typeof license === 'string' ? license : license?.type) ?? licenses?.map(({ type }) => type).join(' OR ') ?? '';

/** Reads an SPDX expression without parentheses inside parentheses: one accepted choice is enough, and all of what is demanded together. */
const isAccepted = (licence) => licence.replaceAll(/[()]/g, '').split(' OR ').some((choice) => choice.split(' AND ').every((part) => accepted.has(part.trim())));

const textsOf = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)/i.test(entry.name))
    .map((entry) => readFileSync(join(folder, entry.name), 'utf8').trim());

/** The general text of a licence, for a package that carries none of its own; the author's name stands in for its copyright line. */
function generalText(description) {
  const { name, author } = description;
  const file = join(root, 'resources/installer/licence-texts', `${licenceOf(description)}.txt`);
  if (!existsSync(file)) throw new StepFailure(`${name} carries no licence text.`, `put the text of ${licenceOf(description)} into resources/installer/licence-texts.`);
  return `Copyright ${(typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`}\n\n${readFileSync(file, 'utf8').trim()}`;
}

function entryOf([folder, description]) {
  const { name, version, homepage, repository } = description;
  const own = textsOf(folder);
  const texts = own.length > 0 ? own : [generalText(description)];
  const source = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '';
  const head = [`${name} ${version}`, `Licence: ${licenceOf(description)}`, ...(source ? [`Source: ${source}`] : [])].join('\n');
  return `${head}\n\n${texts.join('\n\n')}\n`;
}

function deliveredPackages() {
  const found = new Map();
  for (const name of importedPackages()) collect(name, root, found);
  return found;
}

/** Every package that is delivered inside the desk, with the licence it names and whether that is one of the accepted. */
export const deliveredLicences = () => [...deliveredPackages().values()].map((description) => ({ name: description.name, licence: licenceOf(description), isAccepted: isAccepted(licenceOf(description)) }));

/** Writes the licences of everything that is delivered inside the desk. Electron and Chromium bring their own files along. */
export function writeLicences() {
  const refused = deliveredLicences().filter((one) => !one.isAccepted);
  if (refused.length > 0)
    throw new StepFailure(
      `These packages may not be delivered under their licence: ${refused.map(({ name, licence }) => `${name} (${licence || 'none named'})`).join(', ')}.`,
      'replace them, or, after reading the licence, add it to the list in resources/tools/package-licences.mjs.',
    );
  const found = deliveredPackages();
  const entries = [...found].toSorted(([, one], [, other]) => (one.name < other.name ? -1 : 1)).map(entryOf);
  mkdirSync(dirname(folders.licences), { recursive: true });
  writeFileSync(folders.licences, ['GridDesk contains the following software.\n', ...entries].join(`\n${'-'.repeat(80)}\n\n`));
  return `${entries.length} packages`;
}
