/** The parts of an address of which a room is made (domain.md 1.1: XX小区XX幢XX单元XX室), as a dwelling of the register holds them. */
export type AddressParts = { readonly address: string; readonly estate: string; readonly building: string; readonly unit: string; readonly floor: string; readonly room: string };
export type RoomAddress = { readonly estate: string; readonly building: string; readonly unit: string; readonly floor: number; readonly room: string; /** Of the building: what stands before it. */ readonly street: string };

/** Why an address gives no room. */
export const unplacedReasons = ['no-building', 'no-room'] as const;
export type UnplacedReason = (typeof unplacedReasons)[number];

const BUILDING = /(\d+|[A-Za-z])\s*(?:号楼|幢|栋|座|号房)/;
const UNIT = /(\d+|[A-Za-z甲乙丙丁])\s*(?:单元|梯|门洞)/;
const ROOM = /([A-Z]?-?\d+[A-Z]?)\s*(?:室|房|户)?\s*$/;
/** 清波路9号, the part of an address before the name of an estate. */
const STREET = /^(.*?(?:路|街|道|巷|弄|里)\d+(?:-\d+)?号?)/;

const tidy = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
const bare = (text: string, ending: RegExp): string => tidy(text).replace(ending, '');
const numbered = (text: string, word: string): string => (/^(\d+|[A-Z])$/.test(text) ? `${text.replace(/^0+(?=\d)/, '')}${word}` : text);

/** 3 of floor 3, 303 or 1203; -1 of B1, 负1层 and -1; null when neither says. */
export function floorOf(floor: string, room: string): number | null {
  const written = tidy(floor).replace(/^(负|B|地下)/, '-').replace(/[层楼F]$/, '');
  if (/^-?\d{1,3}$/.test(written)) return Number(written);
  const door = /^(-?\d{1,2})\d{2}\D?$/.exec(tidy(room))?.[1];
  return door === undefined ? null : Number(door);
}

/**
 * Where an address lies. What the dwelling's own fields say goes before what its address says; numbers take one form (17幢, 4单元, 303), so
 * that the same house written in two ways is one house. A room without a known floor is put on the first. Answers the reason when the
 * building or the room is not named.
 */
export function roomAddress(parts: AddressParts): RoomAddress | UnplacedReason {
  const address = tidy(parts.address);
  const named = BUILDING.exec(address);
  const before = named ? address.slice(0, named.index) : '';
  const after = named ? address.slice(named.index + named[0].length) : address;
  const building = bare(parts.building, /(号楼|幢|栋|座|楼|号)$/) || (named?.[1] ?? '');
  if (building === '') return 'no-building';
  const unit = bare(parts.unit, /(单元|梯|门洞)$/) || (UNIT.exec(after)?.[1] ?? '');
  const room = bare(parts.room, /(室|房|户|号)$/) || (ROOM.exec(after.replace(UNIT, ''))?.[1] ?? '');
  if (room === '') return 'no-room';
  const street = STREET.exec(before)?.[1] ?? '';
  return {
    estate: tidy(parts.estate) || before.slice(street.length),
    building: numbered(building, '幢'),
    unit: unit === '' ? '' : numbered(unit, '单元'),
    floor: floorOf(parts.floor, room) ?? 1,
    room,
    street,
  };
}
