import { drizzle } from 'drizzle-orm/better-sqlite3';
import { unitOfWork } from '#electron/database/unit-of-work.ts';
import { seededRandom } from '#electron/kernel/demo/random.ts';
import type { MisplacedBuilding } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import type { StoredShape } from '#shared/modules/grid/territory/map/map.contract.ts';
import { rounded } from '#shared/modules/grid/territory/map/position.rules.ts';
import type { Position, Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { gridDraft } from '#tests/support/grids.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';
import { p95Row, report } from './rows.ts';
import { timed } from './timing.ts';

const SEED = 20_261_123;
const DWELLINGS = Number(process.env['GRIDDESK_BENCH_DWELLINGS'] ?? 1_000_000);
const GRIDS = 1110;
const BUILDINGS_OF_A_GRID = 27;
const CALLS = 12;

type Answer = { readonly looked: number; readonly misplaced: readonly MisplacedBuilding[] };

/** Degrees of a grid, about 300 by 220 metres, so many side by side, out at sea. */
const [WIDTH, HEIGHT, IN_A_LINE] = [0.003, 0.002, 37];
const placeIn = (at: number, x: number, y: number): Position => rounded([130 + ((at % IN_A_LINE) + x) * WIDTH, 20 - (Math.floor(at / IN_A_LINE) + y) * HEIGHT]);
const groundOf = (at: number): Shape => [[[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]].map(([x = 0, y = 0]) => placeIn(at, x, y))]];

/** Grids side by side with their borders, buildings within them, and so many dwellings in their rooms. */
function fill(desk: Workstation): string[] {
  const sqlite = desk.sqlite();
  const template = sqlite.prepare('SELECT * FROM grid LIMIT 1').get() as Record<string, unknown>; // the grid just made
  const columns = Object.keys(template);
  const insert = sqlite.prepare(`INSERT INTO grid (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  const gridIds = [String(template['id'])];
  const actor = desk.actorOf({});
  unitOfWork({ orm: drizzle(sqlite), sqlite }, desk.clock, { bootId: 'bench', mono: () => 0 }).command(actor, (work) => {
    for (let at = 1; at < GRIDS; at += 1) {
      const id = work.clock.newId();
      gridIds.push(id);
      insert.run(...columns.map((column) => (column === 'id' ? id : column === 'code' ? `9${String(at).padStart(14, '0')}` : template[column])));
    }
    const now = work.clock.now().toISOString();
    const random = seededRandom(SEED);
    gridIds.forEach((gridId, at) => {
      work.shapes.insert({ id: work.clock.newId(), communityId: actor.communityId, gridId, shape: groundOf(at), sourceSystem: 'wgs84', sourceFile: '', now });
      for (let no = 1; no <= BUILDINGS_OF_A_GRID; no += 1) work.points.insert({ id: work.clock.newId(), communityId: actor.communityId, gridId, label: `${String(no)}幢`, at: placeIn(at, 0.05 + 0.9 * random.next(), 0.05 + 0.9 * random.next()), now });
    });
    sqlite.prepare(`INSERT INTO building (id, community_id, created_at, updated_at, grid_id, name, sort_key, address, head_name, head_sex, head_phone, lng_micro, lat_micro, note)
      SELECT id, community_id, created_at, updated_at, grid_id, label, label, id, '', '0', '', lon_e7 / 10, lat_e7 / 10, '' FROM building_point`).run();
    sqlite.prepare(`INSERT INTO room (id, community_id, created_at, updated_at, building_id, unit, floor, name, left_edge, width, use) SELECT 'r' || id, community_id, created_at, updated_at, id, '1', 1, '101', 0, 12, '' FROM building`).run();
    const perRoom = Math.ceil(DWELLINGS / (GRIDS * BUILDINGS_OF_A_GRID));
    sqlite.prepare(`INSERT INTO dwelling (id, community_id, created_at, updated_at, grid_id, dwelling_no, address, certificate_address, estate, building, unit, floor, room, use, structure, category, owner_name, owner_phone, note)
      WITH RECURSIVE no(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM no WHERE n < ${String(perRoom)})
      SELECT b.id || '/' || n, b.community_id, b.created_at, b.updated_at, b.grid_id, '', b.id || n, '', '', '', '', '', '', '', '', '', '', '', '' FROM building b, no`).run();
    sqlite.prepare(`INSERT INTO dwelling_room (id, community_id, created_at, updated_at, dwelling_id, room_id) SELECT 'l' || id, community_id, created_at, updated_at, id, 'r' || substr(id, 1, instr(id, '/') - 1) FROM dwelling`).run();
    work.record({ action: 'demo.filled', entity: 'organisation', entityId: actor.communityId });
  });
  return gridIds;
}

/** Two neighbours exchange their ground: every building of both stands in the other grid then. */
async function exchange(desk: Workstation, gridIds: readonly string[]): Promise<void> {
  const { shapes } = await desk.done<{ shapes: StoredShape[] }>('grid.getMap', {});
  const [one, other] = gridIds.map((id) => shapes.find(({ gridId }) => gridId === id));
  if (!one || !other) throw new Error('the grids have no borders');
  const entry = (stored: StoredShape, shape: StoredShape['shape']) => ({ gridId: stored.gridId, version: stored.version, shape, sourceSystem: 'wgs84', sourceFile: '' });
  await desk.done('grid.saveMapShapes', { shapes: [entry(one, other.shape), entry(other, one.shape)] });
}

/** After a border moved: which buildings, and with them which dwellings, now lie in another grid. */
await report('point-in-grid', async () => {
  const desk = await openWorkstation({ roles: ['supervisor'], demo: true });
  try {
    await desk.done('grid.createGrid', gridDraft('第一网格'));
    const gridIds = fill(desk);
    const dwellings = desk.count('dwelling_room');
    const times: number[] = [];
    let found: Answer = { looked: 0, misplaced: [] };
    for (let call = 0; call < CALLS; call += 1) {
      const pair = gridIds.slice(call * 6, call * 6 + 2);
      await exchange(desk, pair);
      times.push(await timed(async () => (found = await desk.done<Answer>('grid.listMisplaced', { gridIds: pair }))));
      if (found.misplaced.length !== 2 * BUILDINGS_OF_A_GRID) throw new Error(`${String(found.misplaced.length)} buildings were found instead of ${String(2 * BUILDINGS_OF_A_GRID)}`);
    }
    const all = await timed(() => desk.done<Answer>('grid.listMisplaced', {}));
    return [p95Row('point-in-grid', times, `${String(CALLS)} borders of ${String(GRIDS)} grids, ${String(found.looked)} buildings looked at each time, ${dwellings.toLocaleString('en')} dwellings; all of them at once ${(all / 1000).toFixed(2)} s`)];
  } finally {
    desk.close();
  }
});
