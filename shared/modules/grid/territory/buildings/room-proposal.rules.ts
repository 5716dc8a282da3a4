import { groupedBy } from './grouped.rules.ts';
import { roomAddress, type AddressParts, type RoomAddress, type UnplacedReason } from './room-address.rules.ts';

export type UntiedDwelling = AddressParts & { readonly id: string; readonly gridId: string | null };
export type ProposedRoom = { readonly unit: string; readonly floor: number; readonly name: string; readonly dwellingIds: string[] };
export type ProposedBuilding = {
  readonly estate: string;
  readonly name: string;
  /** Road and number, where the addresses agree on it. */
  readonly address: string;
  /** Of most of its dwellings. */
  readonly gridId: string | null;
  /** In how many grids its dwellings lie; more than one asks for a decision. */
  readonly grids: number;
  readonly rooms: readonly ProposedRoom[];
};
export type Unplaced = { readonly id: string; readonly address: string; readonly reason: UnplacedReason };
export type RoomProposal = { readonly buildings: readonly ProposedBuilding[]; readonly unplaced: readonly Unplaced[] };

type Placed = { readonly dwelling: UntiedDwelling; readonly at: RoomAddress };

/** The value most of them have; the first of equals. */
function mostOf<T>(values: readonly T[]): T | undefined {
  return [...groupedBy(values, String).values()].toSorted((a, b) => b.length - a.length)[0]?.[0];
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

function buildingOf(placed: readonly Placed[]): ProposedBuilding {
  const [first] = placed;
  const rooms = [...groupedBy(placed, ({ at }) => JSON.stringify([at.unit, at.floor, at.room])).values()].map((group): ProposedRoom => {
    const { unit = '', floor = 1, room = '' } = group[0]?.at ?? {};
    return { unit, floor, name: room, dwellingIds: group.map(({ dwelling }) => dwelling.id) };
  });
  const gridIds = placed.map(({ dwelling }) => dwelling.gridId);
  return {
    estate: first?.at.estate ?? '',
    name: first?.at.building ?? '',
    address: mostOf(placed.map(({ at }) => at.street)) ?? '',
    gridId: mostOf(gridIds.filter((id) => id !== null)) ?? null,
    grids: new Set(gridIds).size,
    rooms: rooms.toSorted((a, b) => collator.compare(a.unit, b.unit) || a.floor - b.floor || collator.compare(a.name, b.name)),
  };
}

/** The buildings and rooms that the addresses of dwellings make. Every dwelling is in exactly one room, or among the unplaced with its reason. */
export function proposeRooms(dwellings: readonly UntiedDwelling[]): RoomProposal {
  const placed: Placed[] = [];
  const unplaced: Unplaced[] = [];
  for (const dwelling of dwellings) {
    const at = roomAddress(dwelling);
    if (typeof at === 'string') unplaced.push({ id: dwelling.id, address: dwelling.address, reason: at });
    else placed.push({ dwelling, at });
  }
  // without an estate the road and number tell two houses of the same number apart
  const houses = groupedBy(placed, ({ at }) => JSON.stringify([at.estate, at.estate === '' ? at.street : '', at.building]));
  const buildings = [...houses.values()].map(buildingOf);
  return { buildings: buildings.toSorted((a, b) => collator.compare(a.estate, b.estate) || collator.compare(a.name, b.name)), unplaced };
}
