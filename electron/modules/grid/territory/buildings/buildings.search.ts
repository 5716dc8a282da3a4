import type { Work } from '#electron/database/unit-of-work.ts';
import { matchedPart } from '#electron/kernel/search/matched-part.ts';
import type { SearchSource } from '#electron/kernel/search/search-source.ts';
import type { SearchHit } from '#shared/kernel/search/search.contract.ts';
import { buildingFilterSchema, buildingTitle, type Building } from '#shared/modules/grid/territory/buildings/building.schema.ts';

const BY_NAME = { field: 'name', direction: 'asc' } as const;
/** 青山小区3幢2单元303 → the building, and what is said of the room. */
const BUILDING_AND_ROOM = /^(.*?\d+幢)(.+)$/;
const FEW = 5;

const buildingsNamed = (work: Work, text: string, limit: number): Building[] => work.buildings.list(work.actor, buildingFilterSchema.parse({ text }), BY_NAME, { offset: 0, limit });

const findBuildings = (work: Work, text: string, limit: number): SearchHit[] =>
  buildingsNamed(work, text, Math.min(limit, FEW)).map((building) => ({
    entity: 'building', id: building.id, title: buildingTitle(building), detail: [building.gridName, building.address].filter(Boolean).join(' · '), matched: matchedPart(text, { name: buildingTitle(building), address: `${building.address}${building.name}` }, { readsPinyin: true }), to: `/grid/buildings/${building.id}`,
  }));

function findRooms(work: Work, text: string, limit: number): SearchHit[] {
  const [, building, room] = BUILDING_AND_ROOM.exec(text.normalize('NFKC').replaceAll(/\s/g, '')) ?? [];
  const found = building !== undefined && room !== undefined
    ? work.rooms.some(work.actor, room.replace(/室$/, ''), buildingsNamed(work, building, FEW).map(({ id }) => id), Math.min(limit, FEW))
    : work.rooms.some(work.actor, text, null, Math.min(limit, FEW));
  return found.map((one) => ({ entity: 'room', id: one.id, title: `${one.unit}${one.name}`, detail: one.building, matched: 'name', to: `/grid/buildings/${one.buildingId}?room=${one.id}` }));
}

export const buildingsSearch: readonly SearchSource[] = [
  { permission: 'buildings.read', find: findBuildings },
  { permission: 'buildings.read', find: findRooms },
];
