import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let station: Workstation;
beforeAll(async () => {
  station = await openWorkstation();
});
afterAll(() => station.close());

/** Not records of the community's work: the list of migrations, the sealed log, the raw rows of an import, the bytes of a picture, and the index of the search. */
const OTHERS = /^(schema_migration|audit_entry|audit_seal|record_change|import_chunk|map_backdrop_picture|attachment_bytes|\w+_text(_\w+)?)$/;
const columnsOf = (table: string): string[] => station.sqlite().prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]; // the one column named
const tables = (): string[] => (station.sqlite().prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all() as string[]).filter((name) => !OTHERS.test(name)); // the one column named

describe('every table of records', () => {
  it('can be joined with those of another station later: identity, community, version and times of each row', () => {
    expect(tables().length).toBeGreaterThan(10);
    const lacking = tables().map((table) => [table, ['id', 'community_id', 'version', 'created_at', 'updated_at'].filter((column) => !columnsOf(table).includes(column))] as const);
    expect(lacking.filter(([, columns]) => columns.length > 0)).toEqual([]);
  });
  it('keeps money, if any, in whole fen, days as text, and fractions only of degrees', () => {
    const typed = tables().flatMap((table) => station.sqlite().prepare("SELECT ? || '.' || name AS name, type FROM pragma_table_info(?)").all(table, table) as { name: string; type: string }[]); // columns of the statement
    expect(typed.filter(({ name, type }) => /_(on|at)$/.test(name) && type !== 'TEXT')).toEqual([]);
    expect(typed.filter(({ name, type }) => name.endsWith('_fen') && type !== 'INTEGER')).toEqual([]);
    expect(typed.filter(({ name, type }) => !['TEXT', 'INTEGER', 'BLOB'].includes(type) && !/\.(lon|lat)$/.test(name))).toEqual([]);
  });
});
