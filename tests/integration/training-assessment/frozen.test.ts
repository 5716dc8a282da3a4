import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FactRow, FactRows, Sheet, SheetRow } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { enabled, grid, member, sheetOf, versioned } from '#tests/support/assessment.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const A = 'trainingAssessment';
const PAGE = 2;
let desk: Workstation;
let gridId: string;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['supervisor'] });
  gridId = (await desk.done<{ id: string }>('grid.createGrid', grid('北网格'))).id;
  await desk.done('staff.createGridMember', member('张磊', gridId));
});
afterEach(() => desk.close());

const needy = async (at: number): Promise<string> => {
  const { id } = await desk.done<{ id: string }>('grid.createPerson', personDraft({ name: `居民${String(at)}`, idNumber: '', gridId }));
  await desk.done('grid.addToCareGroup', { personId: id, kind: 'living-alone', fromOn: '2026-01-05', untilOn: null, level: '', allowanceFen: null, helper: '', nextVisitOn: '2026-02-20', note: '' });
  return id;
};
const visit = (personId: string) => desk.done('grid.recordService', { servedOn: '2026-03-02', place: '', kind: 'visit', staff: ['张磊'], personIds: [personId], content: '看望', followUp: '', nextVisitOn: null });

/** All rows of a line, read page by page. */
async function rowsOf(sheetId: string, itemId: string): Promise<{ readonly rows: readonly FactRow[]; readonly sum: FactRows }> {
  const rows: FactRow[] = [];
  for (;;) {
    const sum = await desk.done<FactRows>(`${A}.listFactRows`, { sheetId, itemId, offset: rows.length, limit: PAGE });
    rows.push(...sum.rows);
    if (sum.rows.length < PAGE) return { rows, sum };
  }
}

/** Every computed line says what its rows add up to, every score stays within its line, and the total is their sum. */
async function holds(sheetId: string): Promise<{ readonly sheet: Sheet; readonly rows: readonly (readonly FactRow[])[] }> {
  const sheet = await sheetOf(desk, sheetId);
  const all: (readonly FactRow[])[] = [];
  for (const { itemId, kind, earned, due, score, fullScore } of sheet.lines) {
    if (kind !== 'adjust') expect(score === null || (score >= 0 && score <= fullScore)).toBe(true);
    if (kind !== 'indicator') continue;
    const { rows, sum } = await rowsOf(sheetId, itemId);
    const added = { earned: rows.reduce((total, row) => total + row.earned, 0), due: rows.reduce((total, row) => total + row.due, 0), count: rows.length };
    expect(sum).toMatchObject(added);
    expect([earned, due]).toEqual([added.earned, added.due]);
    all.push(rows);
  }
  if (sheet.total !== null) expect(sheet.total).toBe(sheet.lines.reduce((total, { score }) => total + (score ?? 0), 0));
  return { sheet, rows: all };
}

describe('a sheet, whatever becomes of the records', () => {
  it('always adds up to its rows and stays in bounds; locked, it stands still with all of them until it is returned', async () => {
    const act = fc.oneof(fc.constant({ kind: 'person' as const }), fc.record({ kind: fc.constant('visit' as const), at: fc.nat(20) }));
    const acts = fc.array(act, { minLength: 1, maxLength: 5 });
    let people = 0;
    await fc.assert(
      fc.asyncProperty(acts, acts, async (before, after) => {
        const { sheets } = await enabled(desk, { title: `考评${String((people += 1))}` });
        const row = sheets.find(({ subjectName }) => subjectName === '张磊') as SheetRow; // the one member of the team
        const known: string[] = [];
        const change = async (one: (typeof before)[number]): Promise<void> => {
          if (one.kind === 'person') known.push(await needy((people += 1)));
          else if (known.length > 0) await visit(known[one.at % known.length] ?? '');
        };
        for (const one of before) {
          await change(one);
          await holds(row.id);
        }
        await desk.done(`${A}.reportSheet`, versioned((await holds(row.id)).sheet));
        const locked = await holds(row.id);
        for (const one of [...after, { kind: 'person' as const }]) {
          await change(one);
          expect(await holds(row.id)).toEqual(locked);
        }
        await desk.done(`${A}.returnSheet`, { ...versioned(locked.sheet), reason: '补充说明' });
        expect((await holds(row.id)).rows).not.toEqual(locked.rows);
      }),
      { numRuns: 8 },
    );
  });
});
