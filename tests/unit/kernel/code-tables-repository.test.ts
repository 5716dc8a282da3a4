import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeTablesRepository } from '#electron/kernel/code-tables/code-tables.repository.ts';
import type { CodeItem } from '#shared/kernel/code-tables/code-tables.contract.ts';

const ddl = /CREATE TABLE code_item \([\s\S]+?\) STRICT;/.exec(readFileSync('electron/database/migrations/0010_kernel.sql', 'utf8'))?.[0] ?? '';
const open = (file: string) => {
  const sqlite = new Database(file);
  return { sqlite, tables: codeTablesRepository({ sqlite, orm: drizzle({ client: sqlite }) }) };
};
const item = (value: Partial<CodeItem>): CodeItem => ({ table: 'dwelling-category', code: 'vacant', zh: '空关', en: 'Shut up', active: true, ...value });
const written = (id: string) => ({ id, communityId: 'c', now: '2026-03-02T01:00:00.000Z' });

describe('the tables of a connection', () => {
  let folder = '';
  let writer = open(':memory:');
  let reader = writer;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'griddesk-codes-'));
    writer = open(join(folder, 'codes.db'));
    writer.sqlite.pragma('journal_mode = WAL');
    writer.sqlite.exec(ddl);
    reader = open(join(folder, 'codes.db'));
  });
  afterEach(() => {
    writer.sqlite.close();
    reader.sqlite.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('answer with the shipped values', () => {
    expect(reader.tables.find('sex', '女')).toEqual({ table: 'sex', code: '2', zh: '女', en: 'Female', active: true });
    expect(reader.tables.labelOf('sex', '2', 'zh-CN')).toBe('女');
    expect(reader.tables.labelOf('sex', '2', 'en')).toBe('Female');
    expect(reader.tables.labelOf('sex', '7', 'en')).toBe('7');
    expect(reader.tables.items('sex')).toHaveLength(4);
    expect(reader.tables.items('no-such-table')).toEqual([]);
    expect(reader.tables.items().length).toBeGreaterThan(200);
  });

  it('a value saved on one connection is seen by the other, which had asked before', () => {
    expect(reader.tables.find('dwelling-category', '群租')).toBeUndefined();
    writer.tables.put(item({ code: 'shared', zh: '群租', en: '' }), written('1'));
    expect(writer.tables.find('dwelling-category', '群租')?.code).toBe('shared');
    expect(reader.tables.find('dwelling-category', '群租')?.code).toBe('shared');
    expect(reader.tables.labelOf('dwelling-category', 'shared', 'en')).toBe('群租');
  });

  it('a renamed value keeps its code, its place and the words it had', () => {
    const before = reader.tables.items('dwelling-category').map(({ code }) => code);
    writer.tables.put(item({}), written('1'));
    expect(reader.tables.items('dwelling-category').map(({ code }) => code)).toEqual(before);
    for (const word of ['空关', '闲置', '空置房', 'Vacant']) expect(reader.tables.find('dwelling-category', word)?.zh, word).toBe('空关');
  });

  it('saving again changes the value in place', () => {
    const id = writer.tables.put(item({}), written('1'));
    expect(writer.tables.put(item({ zh: '空锁' }), written('2'))).toBe(id);
    expect(writer.tables.idOf('dwelling-category', 'vacant')).toBe(id);
    expect(reader.tables.labelOf('dwelling-category', 'vacant', 'zh-CN')).toBe('空锁');
    expect(reader.tables.find('dwelling-category', '空关')).toBeUndefined();
  });

  it('a rolled-back saving leaves no trace, even when another follows it', () => {
    const refused = writer.sqlite.transaction((value: CodeItem) => {
      writer.tables.put(value, written('1'));
      expect(writer.tables.find('dwelling-category', value.zh)?.code).toBe(value.code);
      throw new Error('refused');
    });
    expect(() => refused(item({ code: 'one', zh: '甲' }))).toThrow('refused');
    expect(writer.tables.find('dwelling-category', '甲')).toBeUndefined();
    expect(() => refused(item({ code: 'two', zh: '乙' }))).toThrow('refused');
    writer.tables.put(item({ code: 'three', zh: '丙' }), written('3'));
    expect(['甲', '乙', '丙'].map((word) => writer.tables.find('dwelling-category', word)?.code)).toEqual([undefined, undefined, 'three']);
  });

  it('a word goes to the value in use, before the one that is no longer used', () => {
    writer.tables.put(item({ code: 'vacant', zh: '闲置', active: false }), written('1'));
    expect(writer.tables.find('dwelling-category', '闲置')).toMatchObject({ code: 'vacant', active: false });
    writer.tables.put(item({ code: 'empty', zh: '闲置', en: '' }), written('2'));
    expect(writer.tables.find('dwelling-category', '闲置')).toMatchObject({ code: 'empty', active: true });
    expect(writer.tables.labelOf('dwelling-category', 'vacant', 'zh-CN')).toBe('闲置');
  });
});
