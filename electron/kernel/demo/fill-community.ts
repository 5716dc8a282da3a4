import type { Work } from '#electron/database/unit-of-work.ts';
import { demoParts } from '#electron/modules.ts';
import { fail } from '#shared/errors/app-error.ts';
import { TWICE, writeCare } from './care.ts';
import { estatesOf } from './estates.ts';
import { fillGround, makeDisorder } from './ground.ts';
import { planGrid, type PlannedHousehold } from './grid-plan.ts';
import { inventedNumbers } from './invented-numbers.ts';
import { writeGridMember, writeGridRecord } from './invented-grids.ts';
import { writeInventedMap } from './invented-map.ts';
import { writeTerritory } from './invented-territory.ts';
import { fairShare, randomOfPart, slicePart } from './random.ts';
import { writeBuildings } from './invented-buildings.ts';
import { writeGrid } from './write-grid.ts';
import { writtenRecords } from './written-records.ts';

/** A community of usual size (domain.md 6). */
export const DEMO_SIZE = { grids: 8, persons: 8000, households: 3200, dwellings: 3600 } as const;
/** Work left over so that Today has something to show: single newcomers without a grid, and a last grid nobody answers for. */
export const PERSONS_WITHOUT_GRID = 6;
/** Points on the map for the blocks of a grid. */
const BUILDINGS_OF_A_GRID = 24;
/** Grids, counted from 1, that also have a part-time member. */
const WITH_HELPER = [2, 5];

/**
 * Refuses to invent people anywhere but in a demo that is still empty.
 * Errors: `auth/forbidden` at a real station, `session/already-set-up` when grids exist.
 */
export function checkMayInvent(work: Work): void {
  if (!work.settings.station().demo) fail('auth/forbidden', { permission: 'session.fillDemo' });
  if (work.grids.list({ text: '', offset: 0, limit: 1 }).count > 0) fail('session/already-set-up', {});
}

/**
 * Fills the demo's station with an invented community: its place in a tree, grids, grid members, dwellings, households and people. One
 * transaction with one entry, which lists every record, so that the history of an invented person begins like that of an imported one;
 * all of it takes between one and two seconds.
 * The same seed on the same day invents the same people. Errors: see checkMayInvent; `task/cancelled`.
 */
export function fillDemo(work: Work, { seed }: { readonly seed: number }): { readonly persons: number } {
  checkMayInvent(work);
  const now = work.clock.now().toISOString();
  const numbers = inventedNumbers(seed);
  const random = randomOfPart(seed, -1);
  const ownBefore = work.rows.read('organisation', work.actor.communityId);
  const { communities, nodeIds } = writeTerritory(work, now);
  const own = communities[0] ?? fail('record/not-found', {});
  const records = writtenRecords(work);
  const { written } = records;
  records.add(work.rows.change('organisation', own.id, ownBefore), ...nodeIds.map((id) => work.rows.change('organisation', id, undefined)));

  const estates = estatesOf(own, random);
  const codes: string[] = [];
  const gridIds: string[] = [];
  for (let part = 0; part < DEMO_SIZE.grids; part += 1) {
    work.step(part, DEMO_SIZE.grids);
    const no = part + 1;
    const gridId = work.clock.newId();
    const isAnswered = no < DEMO_SIZE.grids;
    const member = (employment: 'full-time' | 'part-time'): string => {
      const id = writeGridMember(work, random, numbers, { gridId, employment, communityId: own.id, now });
      written('grid_member', id);
      return id;
    };
    const responsibleId = isAnswered ? member('full-time') : null;
    if (WITH_HELPER.includes(no)) member('part-time');
    const mine = slicePart(estates, DEMO_SIZE.grids, part);
    codes.push(writeGridRecord(work, own, { id: gridId, no, responsibleId, estates: mine, used: codes, now }));
    written('grid', gridId);
    gridIds.push(gridId);

    const size = { persons: share('persons', part), households: share('households', part), dwellings: share('dwellings', part) };
    const plan = planGrid(randomOfPart(seed, part), numbers, work.today, { communityCode: own.code, gridNo: no, estates: mine }, size);
    const loose = part < PERSONS_WITHOUT_GRID ? plan.households.find(isSingleNewcomer) : undefined;
    writeGrid(work, plan, { communityId: own.id, gridId, now, isLoose: (household) => household === loose, written });
  }
  writeCare(work, seed, written);
  writeInventedMap(work, { seed, community: own, gridIds, buildings: () => BUILDINGS_OF_A_GRID, now, written });
  records.add(...fillGround(work, own, { random: randomOfPart(seed, DEMO_SIZE.grids), numbers }), ...makeDisorder(work), ...writeBuildings(work, seed, numbers));
  for (const { demo } of demoParts) demo?.(work, { seed, gridIds, written, inserted: records.inserted });
  const { grids, persons, households, dwellings } = DEMO_SIZE;
  work.record({ action: 'demo.filled', entity: 'organisation', entityId: own.id, detail: { seed: String(seed), grids, persons, households, dwellings }, changes: records.all() });
  work.step(grids, grids);
  return { persons };
}

const share = (what: 'persons' | 'households' | 'dwellings', part: number): number => fairShare(what === 'persons' ? DEMO_SIZE.persons - TWICE : DEMO_SIZE[what], DEMO_SIZE.grids, part);
const isSingleNewcomer = ({ members }: PlannedHousehold): boolean => members.length === 1 && members[0]?.category === 'floating';
