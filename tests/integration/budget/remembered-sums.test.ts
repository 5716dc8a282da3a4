import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHost, type Host } from '#electron/database/host.ts';
import type { LineRow, YearPage } from '#shared/modules/budget/year/year.schema.ts';
import { budgetDesk, FINANCE, YEAR, requestDraft, type BudgetDesk } from '#tests/support/budget.ts';
import { COMMUNITY_ID, openWorkstation, type Workstation } from '#tests/support/workstation.ts';

let desk: Workstation;
let money: BudgetDesk;
let reader: Host;
let sourceId: string;
let lines: readonly LineRow[];
const openReader = (): Host => openHost({ role: 'read', ...desk.files, dek: Buffer.from(desk.key), anchorKey: Buffer.from(desk.key), migrationsFolder: resolve('electron/database/migrations'), bootId: 'reader' }, (error) => desk.logged.push(error), desk.clock);
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  money = budgetDesk(desk);
  sourceId = (await money.source()).id;
  for (const year of [YEAR - 1, YEAR]) await money.by(FINANCE, 'openYear', { year, sourceId, copyLines: false });
  lines = [await money.line(sourceId, 500_000), await money.line(sourceId, 200_000, { code: 'P02', name: '邻里节' })];
  reader = openReader();
});
afterEach(() => {
  reader.close();
  desk.close();
});

const read = async (year: number): Promise<YearPage> => {
  const result = await reader.call(desk.actorOf(FINANCE), 'budget.getYearPage', { year });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.data as YearPage; // the output of the operation
};
/** What remembers against what sums every entry anew, because it writes. */
const expectSame = async (): Promise<void> => {
  for (const year of [YEAR, YEAR + 1]) expect((await read(year).catch(() => null))?.lines).toEqual((await money.by<YearPage>(FINANCE, 'getYearPage', { year }).catch(() => null))?.lines);
};
/** Entries that no command of the desk wrote: another program, or a restored file. */
const insertEntries = (count: number, fen: number): void =>
  desk.sqlite().transaction(() => {
    const put = desk.sqlite().prepare("INSERT INTO budget_entry (id, community_id, created_at, updated_at, posting_id, posted_on, year, kind, from_account, to_account, fen, source_id, line_id, actor_id, actor_name, memo) VALUES (?, ?, '2026-03-02T01:00:00.000Z', '2026-03-02T01:00:00.000Z', 'p', '2026-03-02', ?, 'approved', 'authority', 'free', ?, ?, ?, 'a', '王芳', '')");
    for (let at = 0; at < count; at += 1) put.run(randomUUID(), COMMUNITY_ID, YEAR, fen, sourceId, lines[0]?.id);
  })();

const act = fc.oneof(
  fc.record({ what: fc.constant('adjust' as const), to: fc.nat(1), fen: fc.integer({ min: 1, max: 90_000 }) }),
  fc.record({ what: fc.constant('move' as const), to: fc.nat(1), fen: fc.integer({ min: 1, max: 300_000 }) }),
  fc.record({ what: fc.constant('ask' as const), to: fc.nat(1), fen: fc.integer({ min: 0, max: 900_000 }) }),
  fc.record({ what: fc.constant('request' as const), to: fc.nat(1), fen: fc.integer({ min: 1, max: 250_000 }) }),
  fc.record({ what: fc.constant('pack' as const), to: fc.constant(0), fen: fc.constant(0) }),
  fc.record({ what: fc.constant('look' as const), to: fc.constant(0), fen: fc.constant(0) }),
);
/** Refused acts are part of a history: what they began is rolled back and must not be seen. */
async function take({ what, to, fen }: { readonly what: string; readonly to: number; readonly fen: number }): Promise<void> {
  const [line, other] = [lines[to], lines[1 - to]];
  if (!line || !other) return;
  if (what === 'adjust') await desk.callAs(FINANCE, 'budget.adjustLines', { fromLineId: null, toLineId: line.id, fen, reason: '追加' });
  else if (what === 'move') await desk.callAs(FINANCE, 'budget.adjustLines', { fromLineId: other.id, toLineId: line.id, fen, reason: '调剂' });
  else if (what === 'ask') await desk.callAs(FINANCE, 'budget.askForLine', { ...money.at(await money.lineNow(line.id)), fen });
  else if (what === 'request') await desk.callAs(FINANCE, 'budget.createRequest', requestDraft({ lineId: line.id, amountFen: fen }));
  else if (what === 'pack') desk.sqlite().exec('VACUUM');
  else await expectSame();
}

describe('sums that a reading connection remembers', () => {
  it('are after any history what every entry summed anew comes to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
        for (const one of acts) await take(one);
        await expectSame();
      }),
      { numRuns: 12 },
    );
    expect((await read(YEAR)).lines.flatMap(({ figures }) => [figures.free, figures.asked]).some((fen) => fen > 0)).toBe(true);
  });

  it('take in what others wrote, few entries or more than are read one by one, and lines of a year opened meanwhile', async () => {
    const free = async () => (await read(YEAR)).lines.find(({ id }) => id === lines[0]?.id)?.figures.free;
    expect(await free()).toBe(500_000);
    insertEntries(3, 7);
    expect(await free()).toBe(500_021);
    insertEntries(20_001, 1);
    expect(await free()).toBe(520_022);
    await money.by(FINANCE, 'openYear', { year: YEAR + 1, sourceId, copyLines: true });
    await expectSame();
  });

  it('are forgotten with the connection: a copy put back in its place is read as it is', async () => {
    await read(YEAR);
    reader.close();
    insertEntries(1, 11);
    reader = openReader();
    await expectSame();
  });
});
