import type { DwellingDraft } from '#shared/modules/grid/register/dwelling.schema.ts';
import { estateNames, roadNames } from './names/places.ts';
import { fairShare, type Random } from './random.ts';

/** Where an estate stands and what kind it is (table `grid-nature`). */
export type Estate = { readonly name: string; readonly nature: string; readonly address: string };

/** Where a flat is; who owns it and how it is used is known only with its people. */
export type Flat = Pick<DwellingDraft, 'address' | 'certificateAddress' | 'estate' | 'building' | 'unit' | 'floor' | 'room' | 'areaCentiares' | 'rooms' | 'structure' | 'builtYear'>;

type Build = { readonly floors: number; readonly units: number; readonly perFloor: number; readonly structure: string; readonly built: readonly [number, number]; readonly area: readonly [number, number] };
const LOW: Build = { floors: 6, units: 4, perFloor: 2, structure: 'brick-concrete', built: [1982, 1999], area: [46, 78] };
const HIGH: Build = { floors: 18, units: 2, perFloor: 2, structure: 'concrete', built: [2004, 2022], area: [78, 138] };
const builds: Readonly<Record<string, Build>> = {
  'old-estate': LOW,
  'work-unit': { ...LOW, floors: 5, built: [1976, 1996], area: [42, 72] },
  'mixed-housing': { ...LOW, floors: 4, units: 3, built: [1978, 2003] },
  resettlement: { ...HIGH, floors: 11, built: [2003, 2018], area: [60, 110] },
  'new-estate': HIGH,
  'mixed-use': { ...HIGH, units: 1, perFloor: 4, area: [52, 96] },
};

/** What the estates of a community are called that has no list of its own. */
const suffixes: readonly { readonly name: string; readonly nature: string }[] = [
  { name: '一村', nature: 'old-estate' },
  { name: '二村', nature: 'old-estate' },
  { name: '新村', nature: 'old-estate' },
  { name: '小区', nature: 'old-estate' },
  { name: '家园', nature: 'resettlement' },
  { name: '新苑', nature: 'resettlement' },
  { name: '花园', nature: 'new-estate' },
  { name: '雅居', nature: 'new-estate' },
  { name: '名庭', nature: 'new-estate' },
  { name: '府', nature: 'new-estate' },
  { name: '厂宿舍', nature: 'work-unit' },
  { name: '商住楼', nature: 'mixed-use' },
];

/** The estates of a community: the demo's own list for the first one, elsewhere names made from the community's own. */
export function estatesOf(community: { readonly index: number; readonly stem: string }, random: Random): readonly Estate[] {
  const named = community.index === 0 ? estateNames : suffixes.map(({ name, nature }) => ({ name: community.stem + name, nature }));
  return named.map((estate, index) => ({ ...estate, address: `${community.index === 0 ? roadNames[index % roadNames.length] : `${community.stem}${random.pick(['路', '东路', '西路', '街'])}`}${1 + index * 8 + random.between(0, 6)}号` }));
}

/** `wanted` flats of an estate, building by building, unit by unit, floor by floor, so that no two have the same address. */
function flatsOf(estate: Estate, wanted: number, random: Random): Flat[] {
  const build = builds[estate.nature] ?? LOW;
  const perUnit = build.floors * build.perFloor;
  const perBuilding = perUnit * build.units;
  const sizes = Array.from({ length: build.perFloor }, () => random.between(build.area[0] * 100, build.area[1] * 100));
  const built = Array.from({ length: Math.ceil(wanted / perBuilding) }, () => random.between(...build.built));
  return Array.from({ length: wanted }, (_, index): Flat => {
    const building = 1 + Math.floor(index / perBuilding);
    const unit = 1 + Math.floor((index % perBuilding) / perUnit);
    const floor = 1 + Math.floor((index % perUnit) / build.perFloor);
    const door = 1 + (index % build.perFloor);
    const room = `${floor}${String(door).padStart(2, '0')}`;
    const place = `${estate.name}${building}幢${unit}单元${room}室`;
    const areaCentiares = sizes[door - 1] ?? null;
    return {
      address: estate.address + place,
      certificateAddress: random.chance(12) ? place : '',
      estate: estate.name,
      building: `${building}幢`,
      unit: `${unit}单元`,
      floor: String(floor),
      room: `${room}室`,
      areaCentiares,
      rooms: areaCentiares === null ? null : areaCentiares < 6000 ? 2 : areaCentiares < 10_500 ? 3 : 4,
      structure: build.structure,
      builtYear: built[building - 1] ?? null,
    };
  });
}

/** The flats of a grid, spread evenly over its estates. */
export const flatsOfGrid = (estates: readonly Estate[], wanted: number, random: Random): Flat[] => estates.flatMap((estate, index) => flatsOf(estate, fairShare(wanted, estates.length, index), random));
