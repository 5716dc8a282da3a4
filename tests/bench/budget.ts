import { resolve } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { openHost, type Host } from '#electron/database/host.ts';
import { writeAnchor } from '#electron/kernel/audit/anchor-file.ts';
import { unitOfWork } from '#electron/database/unit-of-work.ts';
import { bulkLoad } from '#electron/kernel/demo/bulk-load.ts';
import { fillSite } from '#electron/kernel/demo/fill-town.ts';
import { fillBudget, REQUESTS } from '#electron/modules/budget/demo/fill-budget.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';
import { requestFilterSchema } from '#shared/modules/budget/requests/request.schema.ts';
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
const OPENINGS = 20;

/** A city's worth of requests in one file: the board and its list, the page of a year at rest, after each change and first of all, and saving one more with its check. */
await report('budget', async () => {
  const desk = await openWorkstation({ roles: ['finance', 'supervisor', 'clerk'], demo: true });
  const { clock, files, key } = desk;
  const actor = desk.actorOf({});
  const sqlite = desk.sqlite();
  const unit = unitOfWork({ orm: drizzle(sqlite), sqlite }, clock, { bootId: 'bench', mono: () => 0 });
  const gridIds = Array.from({ length: 40 }, () => clock.newId());
  bulkLoad(sqlite, () => fillBudget(fillSite({ unit, sqlite, actor }, { seed: SEED, gridIds }, 'budget'), { seed: SEED, gridIds, requests: CITY_REQUESTS }));
  // read as the product does, on the reading connection with its own cache
  const openReader = (): Host => openHost({ role: 'read', ...files, dek: Buffer.from(key), anchorKey: Buffer.from(key), migrationsFolder: resolve('electron/database/migrations'), bootId: 'bench' }, (error) => console.error(error), clock);
  const reader = openReader();
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

  // after each change: an entry more on a line of the year, then the page of this year, which shows the year before as well
  const changed: number[] = [];
  for (let round = 0; round < CALLS + WARM_UP; round += 1) {
    await desk.done('budget.adjustLines', { fromLineId: null, toLineId: line.id, fen: 100, reason: '追加' });
    const one = await timed(() => read('budget.getYearPage', { year }));
    if (round >= WARM_UP) changed.push(one);
  }
  reader.close();
  // first of all: nothing is remembered and no page of the file is open yet
  const opened: number[] = [];
  for (let round = 0; round < OPENINGS; round += 1) {
    const fresh = openReader();
    opened.push(await timed(() => answered<YearPage>(fresh.call(actor, 'budget.getYearPage', { year: year - (round % (YEARS - 1)) }))));
    fresh.close();
  }
  desk.close();
  return [
    p95Row('budget-board', board, `${board.length} first pages in five orders and boards, ${words}`),
    p95Row('budget-year', page, `${page.length} pages of ${YEARS} years, ${words}`),
    p95Row('budget-year-changed', changed, `${changed.length} pages, each after an adjustment, ${words}`),
    p95Row('budget-year-opened', opened, `${opened.length} desks opened, ${words}`),
    pairRow('budget-save', saving, `${saving.measured.length} pairs, ${words}`),
  ];
});

/**
 * What a save cannot do without, by the same repositories: what is free on the line, the next number, the request and its two steps, one entry of the
 * log with all three, the commit, and the anchor that every command leaves beside the file. Without input and answer checked, the rules, and the sheet.
 */
function bareSave(desk: Workstation, line: LineRow): () => void {
  const sqlite = desk.sqlite();
  const { clock, files } = desk;
  const actor = desk.actorOf({});
  const anchorKey = Buffer.alloc(32, 0x67);
  const unit = unitOfWork({ orm: drizzle(sqlite), sqlite }, clock, { bootId: 'bench', mono: () => 0 }, ({ seq, mac }) => writeAnchor(`${files.file}.bench.json`, anchorKey, { seq, head: mac }));
  const like = unit.query(actor, (work) => {
    const [row] = work.fundingRequests.list(actor, work.today, requestFilterSchema.parse({ steps: ['budgeted'] }), { field: 'dueOn', direction: 'asc' }, { offset: 0, limit: 1 });
    const request = row && work.fundingRequests.find(actor, row.id);
    const steps = request ? work.fundingSteps.ofRequest(request.id) : [];
    if (!request || steps.length < 2) throw new Error('no request to write once more');
    return { request, steps: steps.slice(0, 2) };
  });
  return () =>
    unit.command(actor, (work) => {
      const now = work.clock.now().toISOString();
      const stamp = { version: 1, createdAt: now, updatedAt: now };
      const id = work.clock.newId();
      if (work.budgetEntries.freeOf(line.id) < 100) throw new Error('nothing is left on the line');
      const year = work.today.slice(0, 4);
      const no = `${year}-${String(Number(work.fundingRequests.lastNo(actor.communityId, Number(year))?.slice(5) ?? 0) + 1).padStart(5, '0')}`;
      const request = work.rows.creation(work.fundingRequests.insert({ ...like.request, ...stamp, id, no, amountFen: 100 }));
      const steps = like.steps.map((step) => work.rows.creation(work.fundingSteps.insert({ ...step, ...stamp, id: work.clock.newId(), requestId: id })));
      work.record({ action: 'funding-request.created', entity: 'funding_request', entityId: id, detail: { no }, changes: [request, ...steps] });
    });
}
