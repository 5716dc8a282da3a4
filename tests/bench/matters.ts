import type { MatterFigures } from '#shared/modules/grid/matters/matter-figures.schema.ts';
import type { MatterDuplicate, MatterRow, MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import { CITY_ACTOR } from '#tests/support/city.ts';
import { answered } from './city-samples.ts';
import { mattersWords, openMattersFile, type MattersFile } from './matters-file.ts';
import { p95Row, ratioRow, report } from './rows.ts';
import { median, percentile } from './statistics.ts';
import { inTurn, timed } from './timing.ts';

const ROUNDS = 40;
const WARM_UP = 3;
const FIRST_PAGE = { offset: 0, limit: 200 } as const;
const SUBJECTS = ['楼道路灯不亮', '下水道堵塞返水', '消防通道停车', '邻居因漏水争执', '电梯停在三楼不动', '垃圾桶满溢没有清运'];
const KINDS = ['lighting', 'drainage', 'parking', 'neighbour', 'lift', 'garbage'];

/** What people filter the queue by; every filter that a chip offers and that reads more than a few rows. */
const filters = (gridId: string, unitId: string, round: number): Readonly<Record<string, object>> => ({
  'all open': {},
  'late by three days': { overdueDays: 3 },
  'of a grid': { gridIds: [gridId] },
  'of a unit': { unitIds: [unitId] },
  'of a kind': { kinds: [KINDS[round % KINDS.length]] },
  'nobody touched': { untouched: true },
  'with a red card': { cards: ['red'] },
  'of a station, handled': { stations: ['grid-station'], states: ['handling'] },
  'ended of a grid and kind': { life: 'ended', gridIds: [gridId], kinds: [KINDS[round % KINDS.length]] },
  'words': { text: SUBJECTS[round % SUBJECTS.length]?.slice(0, 4) },
});

async function times(work: (round: number) => Promise<unknown>): Promise<number[]> {
  const kept: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const time = await timed(() => work(round + WARM_UP));
    if (round >= 0) kept.push(time);
  }
  return kept;
}

async function queue({ host }: MattersFile) {
  const grids = host.sqlite.prepare("SELECT id FROM grid WHERE status = 'active' ORDER BY code").pluck().all() as string[]; // the one column named
  const units = host.sqlite.prepare("SELECT id FROM body WHERE kind = 'department'").pluck().all() as string[]; // as above
  const kinds = Object.keys(filters('', '', 0));
  const measured = [];
  for (const kind of kinds) {
    const first = await times((round) => answered<MatterRow[]>(host.call(CITY_ACTOR, 'grid.listMatters', { filter: filters(grids[round % grids.length] ?? '', units[round % units.length] ?? '', round)[kind], ...FIRST_PAGE })));
    console.log(`  ${kind}: median ${median(first).toFixed(2)}, p95 ${percentile(first, 0.95).toFixed(2)} ms`);
    measured.push({ kind, first });
  }
  const slowest = measured.toSorted((one, other) => percentile(other.first, 0.95) - percentile(one.first, 0.95))[0];
  if (!slowest) throw new Error('no filter was measured');
  return p95Row('matters-queue', slowest.first, `"${slowest.kind}", slowest of ${kinds.length} filters, ${mattersWords}, ${ROUNDS} calls each`);
}

/** A step and its bare statements: the same rows written by the same repositories with the same entry, without the machine, its guards and the sheet that is answered. */
async function moving({ host, unit }: MattersFile) {
  const ids = host.sqlite.prepare("SELECT id FROM matter WHERE state = 'handling' ORDER BY row_no DESC LIMIT 400").pluck().all() as string[]; // the one column named
  let at = 0;
  const next = (): string => ids[(at += 1) % ids.length] ?? '';
  const product = async () => {
    const matter = host.sqlite.prepare('SELECT id, version FROM matter WHERE id = ?').get(next()) as { id: string; version: number }; // the columns named
    await answered<MatterSheet>(host.call(CITY_ACTOR, 'grid.moveMatter', { ...matter, move: 'note', text: '已到现场查看' }));
  };
  const bare = () =>
    unit.command(CITY_ACTOR, (work) => {
      const matter = work.matters.find(CITY_ACTOR, next());
      if (!matter) throw new Error('a matter is gone');
      const now = work.clock.now().toISOString();
      const before = work.rows.read('matter', matter.id);
      work.matters.move({ ...matter, touchedAt: now, moves: matter.moves + 1, version: matter.version + 1, updatedAt: now });
      const step = work.rows.creation(work.matterMoves.insert({
        id: `${matter.id}/${String(matter.moves + 1).padStart(5, '0')}`, communityId: matter.communityId, version: 1, createdAt: now, updatedAt: now, matterId: matter.id, seq: matter.moves + 1, move: 'note', fromState: matter.state, toState: matter.state, movedAt: now, movedOn: work.today,
        byId: CITY_ACTOR.userId, byName: CITY_ACTOR.displayName, unitKind: matter.unitKind, unitId: matter.unitId, toUnitKind: matter.unitKind, toUnitId: matter.unitId, ownerId: matter.ownerId, said: '已到现场查看', days: null, hours: null, limitDays: matter.limitDays, extra: {},
      }));
      work.record({ action: 'matter.note', entity: 'matter', entityId: matter.id, detail: { number: matter.number }, changes: [work.rows.change('matter', matter.id, before), step] });
    });
  const { measured, reference } = await inTurn({ rounds: ROUNDS * 3, warmUp: WARM_UP }, product, bare);
  return ratioRow('matters-move', median(measured), median(reference), `${measured.length} steps in turn with their bare statements and entry, ${mattersWords}`);
}

await report('matters', async () => {
  const opened = await openMattersFile();
  const { host } = opened;
  const places = host.sqlite.prepare("SELECT place, grid_id AS gridId FROM matter WHERE place <> '' ORDER BY row_no LIMIT 500").all() as { place: string; gridId: string }[]; // the columns named
  const figures = await times((round) => answered<MatterFigures>(host.call(CITY_ACTOR, 'grid.summariseMatters', { from: `2026-${String((round % 10) + 1).padStart(2, '0')}`, until: `2026-${String((round % 10) + 1).padStart(2, '0')}` })));
  const alike = await times((round) => {
    const { place, gridId } = places[(round * 7) % places.length] ?? { place: '', gridId: null };
    return answered<MatterDuplicate[]>(host.call(CITY_ACTOR, 'grid.findMatterDuplicates', { subject: SUBJECTS[round % SUBJECTS.length], place: place.slice(0, 4 + (round % 12)), gridId: round % 3 === 0 ? null : gridId, kind: KINDS[round % KINDS.length] }));
  });
  const rows = [await queue(opened), p95Row('matters-figures', figures, `months of ${mattersWords}`), p95Row('matters-duplicates', alike, `typed so far, ${mattersWords}`), await moving(opened)];
  host.close();
  return rows;
});
