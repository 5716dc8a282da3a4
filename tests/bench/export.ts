import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { read, writeXlsxStream } from 'hucre';
import { exportLists } from '#electron/modules.ts';
import type { Host } from '#electron/database/host.ts';
import { CITY_ACTOR, openCity } from '#tests/support/city.ts';
import { answered } from './city-samples.ts';
import { cityOptions } from './city-size.ts';
import { pairRow, report } from './rows.ts';
import { inTurn } from './timing.ts';

const LIST = 'grid.persons';
const COLUMNS = 30;
/** The station's own limit of one export as delivered. */
const LARGEST = 50_000;
const ROUNDS = 5;
const WARM_UP = 1;

/** The list has fewer fields than the columns asked for, so they come again under other titles. */
const columns = Array.from({ length: COLUMNS }, (_, at) => {
  const fields = exportLists[LIST]?.fields ?? [];
  return { field: fields[at % fields.length] ?? '', title: `列${at + 1}` };
});

/** Birthdays that leave just about as many persons as one export may hold: a filter the index of the list's own order does not answer. */
function filterOf({ sqlite }: Host): { filter: { bornUntil: string }; rows: number } {
  const first = sqlite.prepare('SELECT birth_on AS day FROM person WHERE removed_at IS NULL AND birth_on IS NOT NULL ORDER BY birth_on LIMIT 1 OFFSET ?').get(LARGEST) as { day: string } | undefined; // the one column named
  const bornUntil = first ? new Date(Date.parse(first.day) - 86_400_000).toISOString().slice(0, 10) : '9999-12-31';
  const { n } = sqlite.prepare('SELECT count(*) AS n FROM person WHERE removed_at IS NULL AND birth_on <= ?').get(bornUntil) as { n: number }; // as above
  return { filter: { bornUntil }, rows: n };
}

type Cells = (string | number | null)[];

async function cellsOf(file: string): Promise<Cells[]> {
  const { sheets } = await read(readFileSync(file));
  return (sheets[0]?.rows ?? []).map((row) => row.map((cell) => (typeof cell === 'number' || typeof cell === 'string' ? cell : null)));
}

const writeAlone = (rows: readonly Cells[], file: string): Promise<void> =>
  pipeline(Readable.fromWeb(writeXlsxStream(rows, { name: 'Sheet1', freezePane: { rows: 1 } }) as never), createWriteStream(file)); // the web stream type of the library and of Node differ in name only

await report('export', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'griddesk-bench-'));
  const host = await openCity('report', cityOptions);
  try {
    const { filter, rows } = filterOf(host);
    const product = join(folder, 'product.xlsx');
    const alone = join(folder, 'alone.xlsx');
    const request = { list: LIST, query: { filter, sort: { field: 'birthOn', direction: 'asc' } }, columns, reason: '速度测量', path: product, mark: 'GridDesk' };
    const write = () => answered<{ rows: number }>(host.call(CITY_ACTOR, 'exports.writeList', request));
    await write();
    const cells = await cellsOf(product);
    if (cells.length < rows) throw new Error(`the written workbook holds ${cells.length} rows instead of ${rows}`);
    const pair = await inTurn({ rounds: ROUNDS, warmUp: WARM_UP }, write, () => writeAlone(cells, alone));
    return [pairRow('export', pair, `${rows.toLocaleString('en')} rows of ${COLUMNS} columns, median of ${ROUNDS} in turn`)];
  } finally {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
