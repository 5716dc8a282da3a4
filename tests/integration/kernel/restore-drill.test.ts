import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupStation, type BackupStation } from '#electron/kernel/backup/backup-station.ts';
import { drillRestore } from '#electron/kernel/backup/restore-drill.ts';
import { isDrillStale } from '#renderer/kernel/backup/drill-age.ts';
import { codeOf, openDesk, type TestDesk } from '#tests/support/desk.ts';

let desk: TestDesk;
let now: Date;
let station: BackupStation;
const deps = () => ({ dataFolder: desk.folder, keeper: desk.keeper, vault: desk.vault, now: () => now });

beforeEach(async () => {
  desk = openDesk();
  now = new Date('2026-03-02T01:00:00.000Z');
  const { words, challenge } = await desk.keeper.setUp({ communityName: '清波门社区', name: 'wangfang', displayName: '王芳', password: 'Qingbo-Men-51' }, false);
  await desk.keeper.confirmSheet(challenge.map((position) => ({ position, word: words[position - 1] ?? '' })));
  station = backupStation(deps());
});
afterEach(async () => {
  await desk.close();
  desk.remove();
});

describe('a backup', () => {
  it('tells its steps while it is made', async () => {
    const steps: number[] = [];
    await station.make('on-demand', { progress: (done, total) => void steps.push(done / total) });
    expect(steps.length).toBeGreaterThan(0);
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    expect(steps.at(-1)).toBe(1);
  });
});

describe('a restore drill', () => {
  it('opens the newest backup elsewhere, leaves nothing behind and is remembered', async () => {
    expect(station.status().lastDrillAt).toBeNull();
    await station.make('on-demand');
    now = new Date('2026-03-03T01:00:00.000Z');
    const newest = await station.make('on-demand');
    const before = readFileSync(join(desk.folder, 'keystore.json'));
    let proved = 0;
    const drill = await drillRestore(deps(), station, (done, total) => void (proved = done / total));
    expect(drill).toMatchObject({ at: '2026-03-03T01:00:00.000Z', backup: { name: newest.name, verified: true } });
    expect(proved).toBe(1);
    expect(readdirSync(desk.folder)).not.toContain('restore-drill');
    expect(readFileSync(join(desk.folder, 'keystore.json'))).toEqual(before);
    expect(backupStation(deps()).status().lastDrillAt).toBe('2026-03-03T01:00:00.000Z');
  });
  it('fails on a backup that could not be restored, and does not count', async () => {
    expect(await codeOf(drillRestore(deps(), station))).toBe('backup/none');
    const { name } = await station.make('on-demand');
    const file = join(desk.folder, 'backups', name, 'app.db');
    const bytes = readFileSync(file);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await codeOf(drillRestore(deps(), station))).toBe('backup/damaged');
    expect(station.status().lastDrillAt).toBeNull();
    expect(existsSync(join(desk.folder, 'restore-drill'))).toBe(false);
  });
  it('is good for thirty days', () => {
    const at = '2026-03-02T01:00:00.000Z';
    expect(isDrillStale(null, Date.parse(at))).toBe(true);
    expect(isDrillStale(at, Date.parse('2026-04-01T01:00:00.000Z'))).toBe(false);
    expect(isDrillStale(at, Date.parse('2026-04-01T01:00:00.001Z'))).toBe(true);
  });
});
