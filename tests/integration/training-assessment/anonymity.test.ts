import { afterEach, describe, expect, it } from 'vitest';
import { operations } from '#electron/ipc/dispatcher.ts';
import { exportLists, historyGuards, undoSources } from '#electron/modules.ts';
import type { Sheet } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import type { Result } from '#shared/errors/app-error.ts';
import { roles } from '#shared/contract/roles.ts';
import { accountOf, enabled, grid, member, sheetOf, versioned } from '#tests/support/assessment.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const A = 'trainingAssessment';
const RATERS = [4, 5, 6, 7] as const;
const TRAINER = { roles: ['trainer'], userId: accountOf(2) } as const;
const desks: Workstation[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
});

/** One and the same cycle; only who gave which rating differs from run to run. */
async function cycle(ratings: readonly number[], rounds: 'open' | 'scored' | 'returned'): Promise<{ desk: Workstation; sheet: Sheet }> {
  const desk = await openWorkstation({ roles: ['supervisor'] });
  desks.push(desk);
  for (const no of [2, ...RATERS]) desk.sqlite().prepare(`INSERT INTO account (id, community_id, created_at, updated_at, name, display_name, roles, grid_ids, status, must_change_password) VALUES (?, 'c', '', '', ?, ?, '["clerk"]', '[]', 'active', 0)`).run(accountOf(no), `u${String(no)}`, `用户${String(no)}`);
  const { id: gridId } = await desk.done<{ id: string }>('grid.createGrid', grid('北网格'));
  await desk.done('staff.createGridMember', member('张磊', gridId));
  const { sheets: [row] } = await enabled(desk);
  const id = row?.id ?? '';
  for (const [at, no] of RATERS.entries()) {
    desk.advance(60_000);
    const answer = await desk.callAs({ roles: ['clerk'], userId: accountOf(no) }, `${A}.ratePeer`, { sheetId: id, rating: ratings[at] });
    expect(answer).toEqual({ ok: true, data: {} });
  }
  if (rounds === 'open') return { desk, sheet: await sheetOf(desk, id) };
  const act = async (name: string, more: Record<string, unknown> = {}) => {
    const answer = await desk.callAs(TRAINER, `${A}.${name}`, { ...versioned(await sheetOf(desk, id)), ...more });
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  };
  const line = (await sheetOf(desk, id)).lines.find(({ title }) => title === '上级评分')?.itemId;
  await act('reportSheet');
  await desk.callAs(TRAINER, `${A}.recordReview`, { sheetId: id, heldOn: '2026-03-01', place: '活动室', satisfied: 10, fair: 0, unsatisfied: 0, note: '' });
  await act('saveSuperior', { marks: [{ itemId: line, score: 20_000, basis: '台账', matterNo: '' }] });
  await act('scoreSheet');
  if (rounds === 'returned') await act('returnSheet', { reason: '再核对' });
  return { desk, sheet: await sheetOf(desk, id) };
}

const SEALS = /^(audit_seal|assessment_peer_rating|schema_migration)$/;
/** Every row of every table, seals and time since the start apart; of the ratings what is not drawn by lot, in order of size. */
function stored({ sqlite }: Workstation): Readonly<Record<string, unknown>> {
  const tables = (sqlite().prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_text%'").pluck().all() as string[]).filter((name) => !SEALS.test(name)); // the one column named
  const rows = Object.fromEntries(tables.map((table) => [table, (sqlite().prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]).map(({ mac: _mac, mono: _mono, ...row }) => row)]));
  return { ...rows, ratings: sqlite().prepare('SELECT community_id, version, created_at, updated_at, sheet_id, rating FROM assessment_peer_rating ORDER BY sheet_id, rating').all() };
}

/** A failure names its entry in the diary by a number drawn by lot. */
const bare = (answer: Result<unknown>): unknown => (answer.ok || answer.error.code !== 'internal/unexpected' ? answer : 'unexpected');

/** What every reading answers to everybody, asked about everything there is. */
async function told({ callAs, sqlite }: Workstation, sheet: Sheet): Promise<readonly unknown[]> {
  const known = sqlite().prepare('SELECT DISTINCT entity, entity_id AS id FROM record_change UNION SELECT \'assessment_peer_turn\', id FROM assessment_peer_turn').all() as { entity: string; id: string }[]; // columns named
  const ratings = sqlite().prepare('SELECT id FROM assessment_peer_rating').pluck().all() as string[]; // as above
  const inputs: unknown[] = [{}, { id: sheet.id }, { id: sheet.planId }, { planId: sheet.planId }, { year: 2026 }, ...sheet.lines.map(({ itemId }) => ({ sheetId: sheet.id, itemId }))];
  const answers: unknown[] = [];
  for (const [name, { kind, permission, internal }] of operations) {
    if ((kind !== 'query' && kind !== 'report') || permission === 'public' || internal) continue;
    for (const role of roles) for (const input of name === 'audit.verifyAudit' ? [] : inputs) answers.push([name, role, input, bare(await callAs({ roles: [role], userId: accountOf(role === 'clerk' ? 4 : 2) }, name, input))]);
  }
  for (const { entity, id } of [...known, ...ratings.map((id) => ({ entity: 'assessment_peer_rating', id }))]) {
    const answer = await callAs({ roles: ['supervisor'] }, 'audit.listChanges', { entity, id });
    if (entity.startsWith('assessment_peer')) expect(answer).toMatchObject({ ok: false, error: { code: 'record/not-found' } });
    else answers.push([entity, answer]);
  }
  return answers;
}

/** What every command answers to who may score, sign off or take part, tried on the sheet in turn; what it does is done in both files alike. */
async function acted({ callAs, sqlite }: Workstation, { id, planId, lines }: Sheet): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (const [name, { kind, permission, internal }] of operations) {
    if (kind !== 'command' || permission === 'public' || internal) continue;
    const version = Number(sqlite().prepare('SELECT version FROM assessment_sheet WHERE id = ?').pluck().get(id));
    const marks = lines.filter((line) => line.kind === 'scored').map(({ itemId }) => ({ itemId, score: 15_000, basis: '台账', matterNo: '' }));
    const inputs = [{}, { id }, { id, version }, { id, version, reason: '再核对' }, { id, version, marks }, { id, version, marks: [] }, { planId }, { sheetId: id, rating: 50 }, { seq: 1 }];
    for (const [role, no] of [['trainer', 2], ['supervisor', 8], ['clerk', 4]] as const) for (const input of inputs) answers.push([name, role, input, bare(await callAs({ roles: [role], userId: accountOf(no) }, name, input))]);
  }
  return answers;
}

describe('peer assessment', () => {
  it.each(['open', 'scored', 'returned'] as const)('leaves the same file and the same answers whoever gave which rating, while it is %s, through every reading and every command', async (rounds) => {
    const one = await cycle([90, 80, 70, 10], rounds);
    const other = await cycle([10, 70, 90, 80], rounds);
    expect(stored(other.desk)).toEqual(stored(one.desk));
    const answers = await told(one.desk, one.sheet);
    expect(await told(other.desk, other.sheet)).toEqual(answers);
    expect(answers.length).toBeGreaterThan(200);
    const acts = await acted(one.desk, one.sheet);
    expect(await acted(other.desk, other.sheet)).toEqual(acts);
    expect(acts.filter((act) => JSON.stringify(act).includes('"ok":true')).length).toBeGreaterThan(0);
    expect(stored(other.desk)).toEqual(stored(one.desk));
  });

  it('draws the place of a rating by lot, so that neither order nor time in the file tells anything', async () => {
    const orders = new Set<string>();
    for (let run = 0; run < 8 && orders.size < 2; run += 1) {
      const { desk } = await cycle([90, 80, 70, 10], 'open');
      orders.add((desk.sqlite().prepare('SELECT rating FROM assessment_peer_rating ORDER BY id').pluck().all() as number[]).join()); // the one column
      expect(desk.sqlite().prepare('SELECT count(DISTINCT created_at) AS times, count(DISTINCT updated_at) AS changes FROM assessment_peer_rating').get()).toEqual({ times: 1, changes: 1 });
      expect(desk.count('record_change', "entity LIKE 'assessment_peer%'")).toBe(0);
    }
    expect(orders.size).toBe(2);
  });

  it('is told only as a whole: no total and no mean before it is closed, and nobody rates after', async () => {
    const { desk, sheet } = await cycle([90, 80, 70, 10], 'open');
    expect(sheet).toMatchObject({ total: null, peers: 4 });
    expect(sheet.lines.find(({ kind }) => kind === 'peer')).toMatchObject({ earned: null, due: null, score: null });
    expect(await desk.callAs({ roles: ['clerk'], userId: accountOf(4) }, `${A}.ratePeer`, { sheetId: sheet.id, rating: 50 })).toMatchObject({ error: { code: 'assessment/already-rated' } });
    const closed = await cycle([90, 80, 70, 10], 'returned');
    expect(await closed.desk.callAs({ roles: ['clerk'], userId: accountOf(9) }, `${A}.ratePeer`, { sheetId: closed.sheet.id, rating: 50 })).toMatchObject({ error: { code: 'assessment/nothing-to-rate' } });
  });

  it('has no history, no undo and no list that leaves the desk', () => {
    expect([...Object.keys(historyGuards), ...Object.keys(undoSources)].filter((table) => table.includes('peer'))).toEqual([]);
    expect(Object.values(exportLists).flatMap(({ fields }) => fields).filter((field) => /peer|rater/i.test(field))).toEqual([]);
    const outputs = [...operations].filter(([name]) => name.startsWith(A)).map(([name, { output }]) => [name, JSON.stringify(output)] as const);
    expect(outputs.filter(([, shape]) => /raterId|"rating"/.test(shape))).toEqual([]);
  });

});
