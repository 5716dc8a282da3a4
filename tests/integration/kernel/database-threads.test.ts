import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { DatabaseClient } from '#electron/database/client.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { codeOf, openDesk } from '#tests/support/desk.ts';
import { openWorkstation } from '#tests/support/workstation.ts';

const NOBODY: Actor = { userId: 'u', sessionId: 's', displayName: '', roles: [], communityId: 'c', scope: [] };
const clients: DatabaseClient[] = [];
const client = (file: string, entry = 'tests/support/dying-worker.ts'): DatabaseClient => {
  const made = new DatabaseClient(resolve(entry), (role) => ({ role, file, dek: new Uint8Array(32), anchorFile: '', anchorKey: new Uint8Array(32), migrationsFolder: '', copyTo: '', bootId: 'boot' }), () => {});
  clients.push(made);
  return made;
};
afterEach(async () => {
  for (const made of clients.splice(0)) await made.close();
});

describe('a database thread', () => {
  it('that ends while it opens, or whose program is missing, refuses to open', async () => {
    expect(await codeOf(client('/at-once').open())).toBe('database/not-answering');
    expect(await codeOf(client('/any', 'tests/support/no-such-worker.ts').open())).toBe('database/not-answering');
  });
  it('that dies answers every waiting call, and the next call gets a new thread', async () => {
    const database = client('/later');
    await database.open();
    for (let round = 0; round < 2; round += 1) {
      const answers = await Promise.all([database.call('query', NOBODY, 'a', {}), database.call('query', NOBODY, 'b', {})]);
      for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'database/not-answering' } });
    }
  });
  it('is not opened any more once the file was closed', async () => {
    const database = client('/later');
    await database.open();
    await database.close();
    expect(await codeOf(database.call('query', NOBODY, 'a', {}))).toBe('session/required');
  });
  it('that refused its file is ended, and the desk can be closed after it', async () => {
    const desk = openDesk();
    await desk.keeper.setUp({ communityName: '清波门社区', name: 'wangfang', displayName: '王芳', password: 'Qingbo-Men-51' }, false);
    await desk.close();
    desk.remove();
    expect(desk.logged).toEqual([]);
  });
});

describe('an anchor that cannot be written', () => {
  it('does not turn a saved change into a failure', async () => {
    const desk = await openWorkstation();
    try {
      const { anchorFile } = desk.files;
      mkdirSync(`${anchorFile}.part`); // nothing can be written there any more
      expect(await desk.call('session.recordSheet', { event: 'confirmed' })).toMatchObject({ ok: true });
      expect(desk.logged.length).toBe(1);
      rmSync(`${anchorFile}.part`, { recursive: true });
      expect(await desk.call('session.recordSheet', { event: 'made' })).toMatchObject({ ok: true });
      expect(desk.reopen().missingEntries).toBe(0);
    } finally {
      desk.close();
    }
  });
});

describe('a clock that was set back', () => {
  it('is told on Today until it is right again', async () => {
    const desk = await openWorkstation();
    try {
      const kinds = async (): Promise<string[]> => (await desk.done<{ kind: string }[]>('notifications.listToday')).map(({ kind }) => kind);
      expect(await kinds()).not.toContain('clock-behind');
      desk.advance(-10 * 60_000);
      expect(await desk.done('notifications.listToday')).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'clock-behind', params: { minutes: 10 } })]));
      desk.advance(10 * 60_000);
      expect(await kinds()).not.toContain('clock-behind');
    } finally {
      desk.close();
    }
  });
});
