import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { commitStage, completeRestore, DESTINATION, isRestorePending, newStage } from '#electron/vault/pending-restore.ts';
import { dataFolder } from './station.ts';

let station: ReturnType<typeof dataFolder>;
beforeEach(() => void (station = dataFolder()));
afterEach(() => station.remove());

const put = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
};
const text = (...names: string[]): string => readFileSync(station.path(join(...names)), 'utf8');

it('moves the whole present state aside, its logs too, before the other one takes its place', () => {
  put(station.folder, { 'app.db': 'now', 'app.db-wal': 'log', 'app.db-shm': 'index', 'anchor.json': 'now', 'keystore.json': 'now', 'device.bin': 'this computer' });
  put(newStage(station.folder), { 'app.db': 'then', 'anchor.json': 'then', 'keystore.json': 'then', [DESTINATION]: '20260302T010000000Z' });
  commitStage(station.folder);
  completeRestore(station.folder);
  expect(['app.db', 'anchor.json', 'keystore.json'].map((name) => text(name))).toEqual(['then', 'then', 'then']);
  expect(existsSync(station.path('app.db-wal')) || existsSync(station.path('app.db-shm'))).toBe(false);
  expect(['app.db', 'app.db-wal', 'app.db-shm', 'keystore.json'].map((name) => text('quarantine', '20260302T010000000Z', name))).toEqual(['now', 'log', 'index', 'now']);
  expect(text('device.bin')).toBe('this computer');
  expect(isRestorePending(station.folder)).toBe(false);
});
it('does nothing with a stage that was never committed', () => {
  put(station.folder, { 'app.db': 'now' });
  put(newStage(station.folder), { 'app.db': 'then', [DESTINATION]: '20260302T010000000Z' });
  completeRestore(station.folder);
  expect(text('app.db')).toBe('now');
});
it('never moves anything outside the quarantine', () => {
  put(station.folder, { 'app.db': 'now' });
  mkdirSync(station.path('restoring'));
  put(station.path('restoring'), { 'app.db': 'then', [DESTINATION]: '../../elsewhere2026' });
  completeRestore(station.folder);
  expect(text('quarantine', '2026', 'app.db')).toBe('now');
});
