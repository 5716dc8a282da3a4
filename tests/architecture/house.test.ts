import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operations } from '#electron/ipc/dispatcher.ts';
import { permissions, contract } from '#shared/contract/catalogue.ts';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' }).split('\n').filter(Boolean);
const sources = files.filter((file) => /^(shared|electron|renderer)\/.*\.tsx?$/.test(file));
const read = (file: string): string => readFileSync(file, 'utf8');

const importsOf = (file: string): string[] =>
  [...read(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => {
    const target = match[1] ?? '';
    return target.startsWith('.') ? normalize(join(dirname(file), target)) : target.replace(/^#/, '');
  });
const moduleOf = (path: string): string | undefined => /\/modules\/([^/]+)\//.exec(path)?.[1];
const offenders = (wrong: (file: string, target: string) => boolean): string[] => sources.flatMap((file) => importsOf(file).filter((target) => wrong(file, target)).map((target) => `${file} → ${target}`));

describe('the walls', () => {
  it('shared stands alone', () => {
    expect(offenders((file, target) => file.startsWith('shared/') && /^(electron|renderer|node:|react)/.test(target))).toEqual([]);
  });
  it('window code and main code never meet', () => {
    expect(offenders((file, target) => file.startsWith('renderer/') && /^(electron(\/|$)|node:|better-sqlite3)/.test(target))).toEqual([]);
    expect(offenders((file, target) => file.startsWith('electron/') && target.startsWith('renderer/'))).toEqual([]);
  });
  it('the kernel knows no module by name except through the lists', () => {
    const lists = new Set(['shared/contract/catalogue.ts', 'electron/modules.ts', 'renderer/app/routes.tsx', 'electron/tasks.ts']);
    expect(offenders((file, target) => !moduleOf(file) && !lists.has(file) && moduleOf(`/${target}`) !== undefined && !/^(electron|shared|renderer)\/kernel\/(imports|demo)\//.test(file))).toEqual([]);
  });
  it('a module reads another module only through its schemas and rules', () => {
    expect(offenders((file, target) => moduleOf(file) !== undefined && moduleOf(`/${target}`) !== undefined && moduleOf(file) !== moduleOf(`/${target}`) && !/\.(schema|rules)\.ts$/.test(target))).toEqual([]);
  });
  it('only the gate speaks to the window, only the database folder opens a database', () => {
    expect(sources.filter((file) => /\bipc(Main|Renderer)\b/.test(read(file)) && !/^electron\/(ipc\/|preload\.ts)/.test(file))).toEqual([]);
    const opens = sources.filter((file) => /from 'better-sqlite3'/.test(read(file).replaceAll(/import type[^;]+;/g, '')));
    expect(opens.filter((file) => !file.startsWith('electron/database/') && !file.startsWith('electron/vault/'))).toEqual([]);
    expect(sources.filter((file) => /window\.griddesk/.test(read(file)) && !/^renderer\/(api|sign-in)\//.test(file))).toEqual([]);
  });
});

describe('what may not be written', () => {
  it.each([
    ['a copy that comes out in plain text', /\.(backup|serialize)\(/],
    ['a page opened outside', /openExternal/],
    ['the key as text', /PRAGMA\s+(re)?key\s*=/i],
    ['the network', /\bhttps?:\/\/(?!www\.w3\.org)/],
    ['any', /:\s*any\b|\bas any\b|@ts-(ignore|nocheck)/],
  ])('%s', (_what, pattern) => {
    expect(sources.filter((file) => pattern.test(read(file).replaceAll(/^\s*(\*|\/\/|\/\*).*$/gm, '')))).toEqual([]);
  });
  it('a file that nobody can read in one go', () => {
    expect(files.filter((file) => /\.(ts|tsx|mjs|css)$/.test(file) && read(file).split('\n').length > 300)).toEqual([]);
  });
  it('a folder named after nothing', () => {
    expect(files.filter((file) => /\/(utils?|helpers?|common|lib|misc)\//.test(file))).toEqual([]);
  });
});

describe('the contract', () => {
  it('uses every permission it declares', () => {
    const used = new Set([...operations.values()].map((op) => op.permission));
    const unused = Object.keys(permissions).filter((permission) => !used.has(permission as never) && !['imports.residents', 'imports.organisations'].includes(permission)); // asked for inside a service
    expect(unused).toEqual([]);
  });
  it('invalidates only modules that exist', () => {
    const named = [...operations.values()].flatMap((op) => ('invalidates' in op ? op.invalidates : []));
    expect(named.filter((name) => !(name in contract))).toEqual([]);
  });
});
