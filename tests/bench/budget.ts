import { resolve } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { openHost } from '#electron/database/host.ts';
import { appendEntry } from '#electron/kernel/audit/audit-chain.ts';
import { unitOfWork } from '#electron/database/unit-of-work.ts';
import { bulkLoad } from '#electron/kernel/demo/bulk-load.ts';
import { fillSite } from '#electron/kernel/demo/fill-town.ts';
import { fillBudget, REQUESTS } from '#electron/modules/budget/demo/fill-budget.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';
import type { LineRow, YearPage } from '#shared/modules/budget/year/year.schema.ts';
import { answered } from './city-samples.ts';
import { p95Row, pairRow, report } from './rows.ts';
import { inTurn, timed } from './timing.ts';

/** Requests of five years; GRIDDESK_BENCH_REQUESTS asks for fewer, enough to see that the measure works. */
const CITY_REQUESTS = Number(process.env['GRIDDESK_BENCH_REQUESTS'] ?? REQUESTS.city);
const SEED = 7;
const YEARS = 5;
const CALLS = 60;
const WARM_UP = 3;

/** A city's worth of requests in one file: the board and its list, the page of a year, and saving one more with its check. */
await report('budget', async () => {
  const desk = await openWorkstation({ roles: ['finance', 'supervisor', 'clerk'], demo: true });
  const { clock, files, key } = desk;
  const actor = desk.actorOf({});
  const sqlite = desk.sqlite();
  const unit = unitOfWork({ orm: drizzle(sqlite), sqlite }, clock, { bootId: 'bench', mono: () => 0 });
  const gridIds = Array.from({ length: 40 }, () => clock.newId());
  bulkLoad(sqlite, () => fillBudget(fillSite({ unit, sqlite, actor }, { seed: SEED, gridIds }, 'budget'), { seed: SEED, gridIds, requests: CITY_REQUESTS }));
  // read as the product does, on the reading connection with its own cache
  const reader = openHost({ role: 'read', ...files, dek: Buffer.from(key), anchorKey: Buffer.from(key), migrationsFolder: resolve('electron/database/migrations'), bootId: 'bench' }, (error) => console.error(error), clock);
  const read = <T>(name: string, input: unknown): Promise<T> => answered<T>(reader.call(actor, name, input));
  const count = (table: string): number => sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number; // the count
  const words = `${count('funding_request').toLocaleString('en')} requests, ${count('budget_entry').toLocaleString('en')} entries`;
  const year = Number(clock.now().toISOString().slice(0, 4));

  const board: number[] = [];
  const page: number[] = [];
  const sorts = ['dueOn', 'no', 'amount', 'need', 'since'] as const;
  for (let round = 0; round < CALLS + WARM_UP; round += 1) {
    const list = await timed(() => read('budget.listRequests', { sort: { field: sorts[round % sorts.length], direction: round % 2 === 0 ? 'asc' : 'desc' }, limit: 200 }));
    const columns = await timed(() => read('budget.getBoard', { year: round % 2 === 0 ? year : null }));
    const one = await timed(() => read('budget.getYearPage', { year: year - (round % YEARS) }));
    if (round < WARM_UP) continue;
    board.push(list, columns);
    page.push(one);
  }

  const lines = (await read<YearPage>('budget.getYearPage', { year })).lines;
  const line = lines.find(({ code }) => code === 'P02') ?? lines[0];
  if (!line) throw new Error('the year has no line');
  const draft = { title: '量度申请', purpose: '量度保存的时间', useCode: 'facility', lineId: line.id, amountFen: 100, gridId: null, department: '社区居委会', urgency: 3, beneficiaries: 60, neededOn: `${year}-04-01`, endsOn: `${year}-06-30`, agreedOn: `${year}-03-01`, agreement: '居民议事会同意' };
  const saving = await inTurn({ rounds: CALLS, warmUp: WARM_UP }, () => desk.done('budget.createRequest', draft), bareSave(desk, line));
  reader.close();
  desk.close();
  return [p95Row('budget-board', board, `${board.length} first pages in five orders and boards, ${words}`), p95Row('budget-year', page, `${page.length} pages of ${YEARS} years, ${words}`), pairRow('budget-save', saving, `${saving.measured.length} pairs, ${words}`)];
});

/** The statements a save cannot do without: what is free on the line, the request, its two steps, its entry in the log with them; nothing is thought or read back. */
function bareSave(desk: Workstation, line: LineRow): () => void {
  const sqlite = desk.sqlite();
  const { clock } = desk;
  const copyOf = (table: string, replaced: readonly string[]) => {
    const columns = sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]; // the one column
    return sqlite.prepare(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.map((column) => (replaced.includes(column) ? `@${column}` : column)).join(', ')} FROM ${table} WHERE id = @from`);
  };
  const request = copyOf('funding_request', ['id', 'no']);
  const step = copyOf('funding_step', ['id', 'request_id', 'place']);
  const free = sqlite.prepare('SELECT from_account, to_account, sum(fen) FROM budget_entry INDEXED BY budget_entry_by_one_line WHERE line_id = ? GROUP BY from_account, to_account');
  const [requestId, stepId] = [sqlite.prepare('SELECT id FROM funding_request LIMIT 1').pluck().get(), sqlite.prepare('SELECT id FROM funding_step LIMIT 1').pluck().get()];
  const { communityId, sessionId, userId, displayName } = desk.actorOf({});
  const entry = { communityId, at: clock.now().toISOString(), mono: 0, bootId: 'bench', sessionId, actorId: userId, actorName: displayName, action: 'bench', entity: 'funding_request', detail: '{}', result: 'done' as const };
  const change = (entity: string, entityId: string) => ({ entity, entityId, version: 1, fields: {}, afterHash: '0'.repeat(64) });
  const all = sqlite.transaction(() => {
    const id = clock.newId();
    free.all(line.id);
    request.run({ id, no: `bare-${id}`, from: requestId });
    const steps = [1, 2].map((place) => {
      const of = clock.newId();
      step.run({ id: of, request_id: id, place, from: stepId });
      return change('funding_step', of);
    });
    appendEntry(sqlite, { ...entry, id: clock.newId(), entityId: id }, [change('funding_request', id), ...steps]);
  });
  return () => all.immediate();
}
