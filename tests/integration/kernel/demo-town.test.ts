import { createHash } from 'node:crypto';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noControl, type Control } from '#electron/database/unit-of-work.ts';
import type { TownRequest } from '#electron/kernel/demo/fill-town.ts';
import { matterFiguresRepository } from '#electron/modules/grid/matters/matter-figures.repository.ts';
import { isOpen, type MatterState } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const REQUEST: TownRequest = { seed: 20_261_123, size: 'sub-district', share: 0.03, people: { communities: 3, grids: 12, persons: 240, households: 96, dwellings: 108 } };
const fill = (station: Workstation, control: Control = noControl) => station.host().fill(station.actorOf({ roles: ['administrator', 'supervisor'] }), REQUEST, control);

/** Every row of every table but the sealed log, table by table; ids count up, but for those that are drawn by lot (decision 0012; what SQLite itself notes of a person). */
const BY_LOT = ['assessment_peer_rating', 'person_event'];
function digests(station: Workstation): Readonly<Record<string, string>> {
  const tables = station.sqlite().prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT GLOB '*_search*' AND name NOT IN ('audit_entry', 'audit_seal', 'record_change', 'setting', 'migration') ORDER BY name").pluck().all() as string[]; // the one column
  return Object.fromEntries(tables.map((table) => {
    const hash = createHash('sha256');
    const columns = (station.sqlite().prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]).filter((column) => !BY_LOT.includes(table) || column !== 'id'); // as above
    for (const row of station.sqlite().prepare(`SELECT ${columns.join(', ')} FROM ${table} ORDER BY ${columns.join(', ')}`).raw().iterate()) hash.update(JSON.stringify(row));
    return [table, hash.digest('hex')];
  }));
}

describe('a town of the demo', () => {
  let station: Workstation;
  const told = new Set<string>();
  beforeAll(async () => {
    station = await openWorkstation({ demo: true });
    expect(fill(station, { ...noControl, progress: (_done, _total, what = '') => void told.add(what) })).toMatchObject({ ok: true });
  });
  afterAll(() => station.close());
  const none = (from: string): void => expect(station.sqlite().prepare(`SELECT count(*) FROM ${from}`).pluck().get(), from).toBe(0);

  it('has as much of everything as its size asks for, and says which part it makes', () => {
    expect([station.count('person'), station.count('grid', "status = 'active'"), station.count('matter'), station.count('funding_request')]).toEqual([240, 12, 6000, 540]);
    expect(station.count('grid_member', "staff_class IN ('worker', 'administrator') AND community_id <> (SELECT id FROM organisation WHERE own = 1)")).toBe(35);
    expect([...told].toSorted()).toEqual(['assessment', 'budget', 'community', 'matters', 'persons', 'staff', 'training']);
  });

  it('stands in the log whole, and has every index that the migrations make', async () => {
    expect(await station.callAs({ roles: ['auditor'] }, 'audit.verifyAudit', { auditKey: station.auditKey })).toMatchObject({ ok: true, data: { problems: [] } });
    const empty = await openWorkstation();
    const indexes = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name";
    expect(station.sqlite().prepare(indexes).all()).toEqual(empty.sqlite().prepare(indexes).all());
    expect(station.sqlite().pragma('synchronous', { simple: true })).toBe(2);
    empty.close();
  });

  it('is the same for the same seed', async () => {
    const again = await openWorkstation({ demo: true });
    fill(again);
    expect(digests(again)).toEqual(digests(station));
    again.close();
  });

  it('has no matter without a unit, no clock that contradicts its state, and figures that equal a recount', () => {
    none("matter WHERE unit_id = '' OR unit_id IS NULL");
    none("matter m WHERE m.grid_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM grid g WHERE g.id = m.grid_id AND g.status = 'active')");
    expect(station.count('(SELECT DISTINCT grid_id FROM matter)')).toBe(12);
    const rows = station.sqlite().prepare('SELECT state, open, clock, ended_on AS endedOn, due_on AS dueOn, moves, (SELECT count(*) FROM matter_move v WHERE v.matter_id = m.id) AS steps, (SELECT to_state FROM matter_move v WHERE v.matter_id = m.id ORDER BY seq DESC LIMIT 1) AS last FROM matter m').all() as { state: MatterState; open: number; clock: string; endedOn: string | null; dueOn: string | null; moves: number; steps: number; last: string }[]; // columns named
    expect(rows.filter(({ state, open }) => isOpen(state) !== (open === 1))).toEqual([]);
    expect(rows.filter(({ open, clock, dueOn }) => (open === 0 && clock !== 'none') || (clock === 'none') !== (dueOn === null))).toEqual([]);
    expect(rows.filter(({ open, endedOn }) => (endedOn === null) !== (open === 1))).toEqual([]);
    expect(rows.filter(({ state, last, moves, steps }) => state !== last || moves !== steps)).toEqual([]);
    const sums = () => station.sqlite().prepare('SELECT month, dim, key, reported, ended, in_time, returned, reworked, rated FROM matter_month ORDER BY id').all();
    const kept = sums();
    matterFiguresRepository({ orm: drizzle(station.sqlite()), sqlite: station.sqlite() }).recount('2026-03-02T01:00:00.000Z');
    expect(kept.length).toBeGreaterThan(500);
    expect(sums()).toEqual(kept);
  });

  it('has the process maps of its own community and the suggestions of those who work there', () => {
    const own = '(SELECT id FROM organisation WHERE own = 1)';
    expect([station.count('process_map'), station.count('staff_suggestion'), station.count('good_practice')]).toEqual([4, 9, 4]);
    none(`staff_suggestion s LEFT JOIN grid_member m ON m.id = s.doer_id WHERE s.doer_id IS NOT NULL AND m.community_id IS NOT ${own}`);
    none(`good_practice p WHERE p.grid_id NOT IN (SELECT id FROM grid WHERE community_id = ${own} AND status = 'active')`);
    expect(station.count("(SELECT DISTINCT state FROM staff_suggestion)")).toBe(4);
    expect(station.count('practice_adoption')).toBeGreaterThan(0);
  });

  it('gives each grid exactly one responsible member who holds a post, and each post no more people than its quota', () => {
    none("grid g WHERE g.status = 'active' AND (SELECT count(*) FROM appointment a WHERE a.grid_id = g.id AND a.is_responsible = 1 AND a.until_on IS NULL AND a.removed_at IS NULL) <> 1");
    none("grid g WHERE g.status = 'active' AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.grid_id = g.id AND a.is_responsible = 1 AND a.until_on IS NULL AND a.member_id = g.responsible_id)");
    none('post p WHERE p.quota < (SELECT count(*) FROM appointment a WHERE a.post_id = p.id AND a.until_on IS NULL AND a.removed_at IS NULL)');
    expect(station.count('(SELECT id_number FROM grid_member GROUP BY id_number HAVING count(*) > 1)')).toBe(0);
  });

  it('trains everybody for five years, nobody in two classes of one plan, with make-ups for who did not pass', () => {
    none('(SELECT e.member_id, c.plan_id, c.cohort_id FROM training_enrolment e JOIN training_class c ON c.id = e.class_id WHERE c.plan_id IS NOT NULL AND c.cohort_id IS NOT NULL AND e.removed_at IS NULL GROUP BY e.member_id, c.plan_id HAVING count(*) > 1)');
    none('(SELECT class_id, member_id FROM training_enrolment GROUP BY class_id, member_id HAVING count(*) > 1)');
    none('(SELECT number FROM training_certificate GROUP BY number HAVING count(*) > 1)');
    none('(SELECT name FROM training_class WHERE removed_at IS NULL GROUP BY name HAVING count(*) > 1)');
    none('training_score s JOIN training_exam e ON e.id = s.exam_id WHERE s.attempt = 2 AND (SELECT f.score_tenths FROM training_score f WHERE f.exam_id = s.exam_id AND f.member_id = s.member_id AND f.attempt = 1) >= e.pass_tenths');
    expect(station.count('training_score', 'attempt = 2')).toBeGreaterThan(10);
    expect(station.count("(SELECT DISTINCT substr(from_on, 1, 4) FROM training_class WHERE community_id <> (SELECT id FROM organisation WHERE own = 1))")).toBe(5);
  });

  it('has a cycle signed off and one on its way, whose results vary and equal what their frozen rows say', async () => {
    const states = station.sqlite().prepare("SELECT p.year, s.state, count(*) AS n FROM assessment_sheet s JOIN assessment_plan p ON p.id = s.plan_id WHERE s.subject_kind = 'member' AND s.state <> 'excluded' GROUP BY p.year, s.state").all() as { year: number; state: string; n: number }[]; // columns named
    const [last, present] = [2025, 2026].map((year) => states.filter((row) => row.year === year).map(({ state }) => state));
    expect(last).toEqual(['archived']);
    expect(present?.toSorted()).toEqual(['archived', 'reported', 'scored', 'self']);
    expect(station.count("(SELECT DISTINCT total FROM assessment_sheet WHERE state = 'archived' AND subject_kind = 'member')")).toBeGreaterThan(8);
    expect(station.count("(SELECT DISTINCT band FROM assessment_sheet WHERE state = 'archived' AND subject_kind = 'member')")).toBeGreaterThan(1);
    const ids = station.sqlite().prepare("SELECT id FROM assessment_sheet WHERE state = 'archived' ORDER BY id").pluck().all() as string[]; // the one column
    for (const id of ids.slice(0, 20)) {
      const sheet = await station.done<{ total: number; lines: { itemId: string; kind: string; score: number | null; earned: number | null; due: number | null }[] }>('trainingAssessment.getSheet', { id });
      expect(sheet.lines.reduce((sum, { kind, score }) => (kind === 'group' ? sum : sum + (score ?? 0)), 0)).toBe(sheet.total);
    }
  });

  it('lets most of last year’s cycle pass and few fail, each from its records, and leaves nobody without a reason', () => {
    const lastYears = "FROM assessment_sheet s JOIN assessment_plan p ON p.id = s.plan_id WHERE p.year = 2025 AND s.subject_kind = 'member' AND s.grid_id IS NOT NULL";
    const bands = Object.fromEntries(station.sqlite().prepare(`SELECT band, count(*) ${lastYears} AND s.state = 'archived' GROUP BY band`).raw().all() as [string, number][]); // the two columns
    const all = Object.values(bands).reduce((sum, count) => sum + count, 0);
    const shareOf = (band: string): number => (bands[band] ?? 0) / all;
    expect(all).toBeGreaterThan(30);
    expect(shareOf('good') + shareOf('pass'), JSON.stringify(bands)).toBeGreaterThan(0.5);
    expect(shareOf('fail'), JSON.stringify(bands)).toBeLessThan(0.1);
    expect(shareOf('excellent'), JSON.stringify(bands)).toBeGreaterThan(0.1);
    expect(shareOf('excellent'), JSON.stringify(bands)).toBeLessThan(0.45);
    const none = (where: string) => expect(station.sqlite().prepare(`SELECT s.subject_name ${lastYears} AND ${where}`).pluck().all(), where).toEqual([]);
    none("s.state <> 'archived' AND NOT (s.state = 'excluded' AND s.share * 2 < 10000)");
    none("s.state = 'archived' AND s.band = 'fail' AND NOT EXISTS (SELECT 1 FROM assessment_follow f WHERE f.sheet_id = s.id AND f.state = 'confirmed' AND f.reason <> '')");
    none("s.state = 'archived' AND EXISTS (SELECT 1 FROM assessment_item i WHERE i.plan_id = p.id AND i.kind = 'indicator' AND NOT EXISTS (SELECT 1 FROM assessment_frozen z WHERE z.sheet_id = s.id AND z.item_id = i.id))");
  });

  it('has money whose every balance is the sum of its entries, and no line below zero', () => {
    none("funding_request r WHERE r.step IN ('spending', 'accepted', 'settled', 'published') AND (SELECT coalesce(sum(fen), 0) FROM budget_entry e WHERE e.request_id = r.id AND e.kind = 'committed') <> r.amount_fen");
    none("voucher v WHERE v.fen <> (SELECT coalesce(sum(fen), 0) FROM budget_entry e WHERE e.voucher_id = v.id AND e.kind = 'spent')");
    none("budget_line l WHERE (SELECT coalesce(sum(CASE WHEN e.to_account = 'free' THEN e.fen WHEN e.from_account = 'free' THEN -e.fen END), 0) FROM budget_entry e WHERE e.line_id = l.id) < 0");
    none("funding_request r WHERE r.step <> (SELECT s.step FROM funding_step s WHERE s.request_id = r.id ORDER BY s.place DESC LIMIT 1)");
    expect(station.count('(SELECT DISTINCT outcome FROM funding_step)')).toBeGreaterThan(6);
    expect(station.count('funding_step', "days > limit_days")).toBeGreaterThan(20);
  });

  it('is refused at a station where people work, and stopped leaves the rest unmade', async () => {
    const real = await openWorkstation();
    expect(fill(real)).toMatchObject({ ok: false, error: { code: 'auth/forbidden' } });
    expect(real.count('person')).toBe(0);
    real.close();
    const stopped = await openWorkstation({ demo: true });
    let steps = 0;
    expect(fill(stopped, { progress: () => void (steps += 1), cancelled: () => steps >= 3 })).toMatchObject({ ok: false, error: { code: 'task/cancelled' } });
    expect([stopped.count('person'), stopped.count('matter')]).toEqual([240, 0]);
    stopped.close();
  });
});
