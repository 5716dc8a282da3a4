import { begunRemovable } from '#electron/database/record-store.ts';
import { createHash } from 'node:crypto';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import { groupedBy } from '#shared/modules/grid/territory/buildings/grouped.rules.ts';
import { placeRooms } from '#shared/modules/grid/territory/buildings/room-layout.rules.ts';
import { proposeRooms, type ProposedBuilding } from '#shared/modules/grid/territory/buildings/room-proposal.rules.ts';
import { UNPLACED_SHOWN, type EstateProposal, type ShownProposal } from '#shared/modules/grid/territory/buildings/room.schema.ts';
import { tie } from './rooms.service.ts';

type Proposal = ReturnType<typeof proposeRooms>;

const dwellingsIn = ({ rooms }: ProposedBuilding): number => rooms.reduce((sum, { dwellingIds }) => sum + dwellingIds.length, 0);
const estatesIn = ({ buildings }: Proposal): Map<string, ProposedBuilding[]> => groupedBy(buildings, ({ estate }) => estate);
const propose = (work: Work): Proposal => proposeRooms(work.rooms.untied(work.actor.communityId));

/** Stands for everything that would be written for an estate. */
const markOf = (buildings: readonly ProposedBuilding[]): string => createHash('sha256').update(JSON.stringify(buildings)).digest('hex');

const standing = (work: Work, estateId: string | null, { address, name }: ProposedBuilding) => work.buildings.findByName(work.actor.communityId, { estateId, address, name });

function shownEstate(work: Work, estate: string, buildings: readonly ProposedBuilding[]): EstateProposal {
  const known = estate === '' ? undefined : work.estates.findByName(work.actor.communityId, estate);
  return {
    estate,
    mark: markOf(buildings),
    isNew: estate !== '' && known === undefined,
    dwellings: buildings.reduce((sum, building) => sum + dwellingsIn(building), 0),
    buildings: buildings.map((building) => {
      const present = estate !== '' && !known ? undefined : standing(work, known?.id ?? null, building);
      const gridId = present ? present.gridId : building.gridId;
      return {
        name: building.name,
        address: building.address,
        isNew: present === undefined,
        gridName: (gridId !== null && work.grids.find(gridId)?.name) || '',
        grids: building.grids,
        units: new Set(building.rooms.map(({ unit }) => unit)).size,
        floors: Math.max(1, ...building.rooms.map(({ floor }) => floor)),
        rooms: building.rooms.length,
        dwellings: dwellingsIn(building),
      };
    }),
  };
}

/** What the addresses of dwellings without a room make, estate by estate, with what found no place. */
export function shownProposal(work: Work): ShownProposal {
  const proposal = propose(work);
  return {
    estates: [...estatesIn(proposal)].map(([estate, buildings]) => shownEstate(work, estate, buildings)),
    unplaced: proposal.unplaced.slice(0, UNPLACED_SHOWN),
    unplacedCount: proposal.unplaced.length,
  };
}

type Taken = { readonly ties: RecordChange[]; readonly rooms: RecordChange[]; readonly buildings: RecordChange[]; readonly estates: RecordChange[] };

function takeEstate(work: Work, name: string, address: string, taken: Taken): string | null {
  if (name === '') return null;
  const known = work.estates.findByName(work.actor.communityId, name);
  if (known) return known.id;
  const estate = { ...begunRemovable(work), name: name.slice(0, 60), address, propertyCompany: '', propertyPhone: '', committee: '', note: '' };
  taken.estates.push(work.rows.creation(work.estates.insert(estate)));
  return estate.id;
}

function takeBuilding(work: Work, estateId: string | null, proposed: ProposedBuilding, taken: Taken): string {
  const known = standing(work, estateId, proposed);
  if (known) return known.id;
  const units = new Set(proposed.rooms.map(({ unit }) => unit)).size;
  const floors = Math.max(1, ...proposed.rooms.map(({ floor }) => floor));
  const { name, address, gridId } = proposed;
  const building = { ...begunRemovable(work), estateId, gridId, name, address, floors, units, headName: '', headSex: '0' as const, headBirthOn: null, headPolitical: '', headEducation: '', headPhone: '', lngMicro: null, latMicro: null, note: '' };
  taken.buildings.push(work.rows.creation(work.buildings.insert(building)));
  return building.id;
}

function takeBuildingRooms(work: Work, buildingId: string, proposed: ProposedBuilding, taken: Taken): void {
  const present = work.rooms.ofBuilding(buildingId);
  const known = new Map(present.map((room) => [JSON.stringify([room.unit, room.floor, room.name]), room.id]));
  const idOf = (room: ProposedBuilding['rooms'][number]): string | undefined => known.get(JSON.stringify([room.unit, room.floor, room.name]));
  const wanted = proposed.rooms.filter((room) => idOf(room) === undefined);
  const places = placeRooms(present, wanted);
  wanted.forEach(({ name }, index) => {
    const place = places[index];
    if (!place) return;
    const room = { ...begunRemovable(work), buildingId, use: '', ...place, name };
    taken.rooms.push(work.rows.creation(work.rooms.insert(room)));
    known.set(JSON.stringify([room.unit, room.floor, name]), room.id);
  });
  for (const room of proposed.rooms) {
    const roomId = idOf(room);
    if (roomId !== undefined) taken.ties.push(...room.dwellingIds.map((dwellingId) => tie(work, dwellingId, roomId)));
  }
}

/** Writes proposed buildings with their estates and rooms. */
export function writeProposal(work: Work, buildings: readonly ProposedBuilding[]): Taken & { readonly changes: RecordChange[] } {
  const taken: Taken = { ties: [], rooms: [], buildings: [], estates: [] };
  for (const building of buildings) {
    const estateId = takeEstate(work, building.estate, building.address, taken);
    takeBuildingRooms(work, takeBuilding(work, estateId, building, taken), building, taken);
  }
  return { ...taken, changes: [...taken.ties, ...taken.rooms, ...taken.buildings, ...taken.estates] };
}

/** Takes the proposal of the chosen estates. Error: `room/proposal-changed` when it is not any more what was shown. */
export function takeRooms(work: Work, { estates }: { readonly estates: readonly { readonly estate: string; readonly mark: string }[] }) {
  const proposed = estatesIn(propose(work));
  const buildings = estates.flatMap(({ estate, mark }) => {
    const shown = proposed.get(estate) ?? [];
    return markOf(shown) === mark ? shown : fail('room/proposal-changed', { estate });
  });
  const { changes, ties, rooms, buildings: made } = writeProposal(work, buildings);
  const figures = { buildings: made.length, rooms: rooms.length, dwellings: ties.length };
  const entity = made.length > 0 ? 'building' : 'room';
  work.record({ action: 'rooms.taken', entity, entityId: made[0]?.entityId ?? rooms[0]?.entityId ?? '', detail: figures, changes });
  return figures;
}
