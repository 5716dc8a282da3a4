import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { isDirectlyBelow, LEVEL_OF } from '#shared/modules/grid/matters/matter-machine.rules.ts';
import { isStationCode, stationCodes, type MatterUnit } from '#shared/modules/grid/matters/matter-routes.schema.ts';
import { centreOf } from '#shared/modules/grid/matters/matter-words.rules.ts';
import type { MatterRow, UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';
import { bodyFilterSchema } from '#shared/modules/grid/territory/bodies/body.schema.ts';

export type NamedUnit = UnitRef & { readonly name: string };
const MOST = 500;

/** The name of a unit; empty for a station or centre, whose words are the window's, and for one that is not known any more. */
export function unitNamed(work: Work, { kind, id }: UnitRef): NamedUnit {
  const name = kind === 'grid' ? work.grids.find(id)?.name : kind === 'department' ? work.bodies.find(id)?.name : kind === 'superior' ? work.organisations.find(id)?.name : '';
  return { kind, id, name: name ?? '' };
}

/** The level above the stations' centres: the organisation the community belongs to. Error: `matter/no-superior`. */
export function superiorOf(work: Work): UnitRef {
  const id = work.organisations.find(work.actor.communityId)?.parentId ?? fail('matter/no-superior', {});
  return { kind: 'superior', id };
}

/** A unit that is there and still works. Errors: `matter/unit-ended` for a department or grid that was closed, `matter/unit-unknown`. */
export function checkUnit(work: Work, unit: UnitRef): UnitRef {
  switch (unit.kind) {
    case 'station':
    case 'centre':
      return isStationCode(unit.id) && unit.id.endsWith(`-${unit.kind}`) ? unit : fail('matter/unit-unknown', {});
    case 'grid': {
      const grid = work.grids.find(unit.id) ?? fail('matter/unit-unknown', {});
      return grid.status === 'active' ? unit : fail('matter/unit-ended', { name: grid.name });
    }
    case 'department': {
      const body = work.bodies.find(unit.id) ?? fail('matter/unit-unknown', {});
      if (body.kind !== 'department') fail('matter/unit-unknown', {});
      return body.isActive ? unit : fail('matter/unit-ended', { name: body.name });
    }
    case 'superior':
      return work.organisations.find(unit.id) ? unit : fail('matter/unit-unknown', {});
  }
}

type Placed = { readonly unitKind: UnitRef['kind']; readonly unitId: string; readonly station: string; readonly level: MatterRow['level'] };

/** An urgent matter may skip a level (the skip rule of provincial platforms); any other goes one step at a time. */
const maySkip = ({ level }: Placed): boolean => level === 'urgent' || level === 'major-urgent';

/** Error `matter/skip-level` where a matter would be handed to more than the level directly below. A grid hands on to nobody. */
export function checkBelow(matter: Placed, unit: UnitRef): void {
  const isBelow = isDirectlyBelow(unit.kind, matter.unitKind) || (maySkip(matter) && LEVEL_OF[unit.kind] < LEVEL_OF[matter.unitKind]);
  if (!isBelow) fail('matter/skip-level', {});
}

/** Dispatch reaches grids, stations and departments; what lies above is reported up to, unless the matter is urgent. */
export function checkDispatch(matter: Placed, unit: UnitRef): void {
  if (LEVEL_OF[unit.kind] > LEVEL_OF.station && !maySkip(matter)) fail('matter/skip-level', {});
}

/** The unit directly above the one that has a matter. Error: `matter/no-superior`. */
export function directlyAbove(work: Work, matter: Placed): UnitRef {
  const station = isStationCode(matter.station) ? matter.station : 'grid-station';
  switch (matter.unitKind) {
    case 'grid':
      return { kind: 'station', id: station };
    case 'station':
      return { kind: 'centre', id: isStationCode(matter.unitId) ? centreOf(matter.unitId) : centreOf(station) };
    case 'department':
      return { kind: 'centre', id: centreOf(station) };
    case 'centre':
    case 'superior': {
      const above = superiorOf(work);
      return above.id === matter.unitId ? fail('matter/no-superior', {}) : above;
    }
  }
}

/** Everybody a matter can be given to, the stations first. */
export function listMatterUnits(work: Work): MatterUnit[] {
  const stations = stationCodes.map((id): MatterUnit => ({ kind: id.endsWith('-centre') ? 'centre' : 'station', id, name: '' }));
  const grids = work.grids.ofCommunity(work.actor.communityId).filter(({ status }) => status === 'active').map(({ id, name }): MatterUnit => ({ kind: 'grid', id, name }));
  const departments = work.bodies.list(bodyFilterSchema.parse({ kinds: ['department'] }), work.today, { field: 'name', direction: 'asc' }, { offset: 0, limit: MOST }).map(({ id, name }): MatterUnit => ({ kind: 'department', id, name }));
  const parentId = work.organisations.find(work.actor.communityId)?.parentId;
  return [...stations, ...departments, ...grids, ...(parentId ? [unitNamed(work, { kind: 'superior', id: parentId })] : [])];
}
