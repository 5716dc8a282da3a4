import type { DwellingDraft } from '#shared/modules/grid/register/dwelling.schema.ts';
import type { HouseholdDraft } from '#shared/modules/grid/register/household.schema.ts';
import type { PersonDraft } from '#shared/modules/grid/register/person.schema.ts';
import { flatsOfGrid, type Estate, type Flat } from './estates.ts';
import { colleagues, family, householdSizes, leftBehind, type Member } from './households.ts';
import type { InventedNumbers } from './invented-numbers.ts';
import { districtName } from './names/communities.ts';
import { city, DISTRICT_CODE, otherRegions, province, type Region } from './names/regions.ts';
import { inventPerson } from './people.ts';
import { pickGivenName, pickSurname } from './person-names.ts';
import type { Random } from './random.ts';

type Ids = 'gridId' | 'householdId' | 'dwellingId' | 'headId';
export type PlannedPerson = Omit<PersonDraft, Ids>;
export type PlannedHousehold = Omit<HouseholdDraft, Ids> & {
  /** Which dwelling of the plan the household is registered at or lives in. */
  readonly home: number;
  /** The head first; a collective household has people but no head. */
  readonly members: readonly PlannedPerson[];
};
export type PlannedDwelling = Omit<DwellingDraft, Ids>;
export type GridPlan = { readonly dwellings: readonly PlannedDwelling[]; readonly households: readonly PlannedHousehold[] };

export type GridSize = { readonly persons: number; readonly households: number; readonly dwellings: number };
export type GridSite = {
  /** Twelve digits; register and dwelling numbers are built on its last six. */
  readonly communityCode: string;
  /** Number of the grid in its community, from 1. */
  readonly gridNo: number;
  readonly estates: readonly Estate[];
};

type Kind = 'registered' | 'vacant' | 'floating' | 'collective' | 'left-behind';
const homeRegion: Region = { code: DISTRICT_CODE, name: province.name + city.name + districtName };

/** About a quarter of the households moved in; a few are registered and live elsewhere, share a flat of an employer, or were left behind. */
function kindOf(random: Random, size: number): Kind {
  const at = random.next() * 100;
  if (at < 5) return 'vacant';
  if (at < 7) return size === 2 || size === 3 ? 'left-behind' : 'registered';
  if (at < 30) return size >= 4 && random.chance(25) ? 'collective' : 'floating';
  return 'registered';
}

function membersOf(random: Random, kind: Kind, size: number): Member[] {
  if (kind === 'left-behind') return leftBehind(random, size === 2 ? 2 : 3);
  if (kind === 'collective') return colleagues(random, size);
  return family(random, size, kind === 'floating');
}

const categoryOf = (kind: Kind): PersonDraft['category'] => (kind === 'floating' || kind === 'collective' ? 'floating' : kind === 'left-behind' ? 'left-behind' : 'registered');

/** An owner who lives somewhere else. */
const strangerOwner = (random: Random, numbers: InventedNumbers) => ({ ownerName: pickSurname(random) + pickGivenName(random, random.chance(60) ? '1' : '2', random.between(1950, 1990)), ownerPhone: numbers.phone() });

function planHousehold(random: Random, numbers: InventedNumbers, today: string, flat: Flat, home: number, size: number, registerNo: string): { readonly household: PlannedHousehold; readonly kind: Kind } {
  const kind = kindOf(random, size);
  const category = categoryOf(kind);
  const isFromHere = category !== 'floating';
  const region = isFromHere ? homeRegion : random.pick(otherRegions);
  const registeredAddress = isFromHere ? flat.address : `${region.name}${random.pick(['东街', '河沿街', '新桥路', '南园路', '桑园村', '石埠村'])}${random.between(1, 180)}号`;
  const presentAddress = kind === 'vacant' ? `${random.pick(otherRegions).name}${random.pick(['新桥路', '南园路'])}${random.between(1, 180)}号` : flat.address;
  const lines = { head: pickSurname(random), spouse: pickSurname(random) };
  const members = membersOf(random, kind, size).map((member) =>
    inventPerson(random, numbers, today, member, {
      surname: member.line === 'own' ? pickSurname(random) : lines[member.line],
      region: kind === 'collective' ? random.pick(otherRegions) : region,
      category,
      registeredAddress,
      presentAddress,
    }),
  );
  const isCollective = kind === 'collective';
  return {
    kind,
    household: {
      home,
      members: isCollective ? members.map((person) => ({ ...person, relationToHead: '', registeredAddress: person.registeredPlace })) : members,
      registerNo,
      type: isCollective ? 'collective' : 'family',
      homePhone: '',
      registeredAddress,
      isVacant: kind === 'vacant',
      note: '',
    },
  };
}

/** A flat no household of the plan belongs to: mostly empty, on the ground floor often a shop. */
function spareUse(random: Random, flat: Flat): Pick<PlannedDwelling, 'use' | 'category'> {
  if (flat.floor === '1' && random.chance(60)) return { use: 'commerce', category: 'rented' };
  return { use: random.chance(94) ? 'housing' : 'storage', category: random.chance(85) ? 'vacant' : 'other' };
}

/**
 * One grid's dwellings, households and people, exactly as many as wanted and without any id: the same random source, numbers and day give
 * the same plan. Throws when the households outnumber the dwellings or the people do not fit into them.
 */
export function planGrid(random: Random, numbers: InventedNumbers, today: string, site: GridSite, size: GridSize): GridPlan {
  if (size.dwellings < size.households) throw new Error(`${size.households} households in ${size.dwellings} dwellings`);
  const flats = flatsOfGrid(site.estates, size.dwellings, random);
  const prefix = `${site.communityCode.slice(6)}${String(site.gridNo).padStart(2, '0')}`;
  const skipped = size.dwellings - size.households;
  const planned = householdSizes(random, size.households, size.persons).map((people, index) => {
    const home = index + Math.floor((index * skipped) / size.households); // the flats left out are spread over the whole grid
    const flat = flats[home];
    if (!flat) throw new Error('a household without a flat');
    return planHousehold(random, numbers, today, flat, home, people, `${prefix}${String(index + 1).padStart(4, '0')}`);
  });
  const byHome = new Map(planned.map((one) => [one.household.home, one]));
  const dwellings = flats.map((flat, index): PlannedDwelling => {
    const there = byHome.get(index);
    const head = there?.household.members[0];
    const isOwn = head !== undefined && (there?.kind === 'registered' || there?.kind === 'left-behind' || there?.kind === 'vacant') && random.chance(92);
    const category = there?.kind === 'vacant' ? 'vacant' : there?.kind === 'collective' ? 'collective' : isOwn ? 'self' : 'rented';
    return {
      ...flat,
      dwellingNo: random.chance(90) ? `${prefix}D${String(index + 1).padStart(4, '0')}` : '',
      ...(there ? { use: there.kind === 'collective' ? 'dormitory' : 'housing', category } : spareUse(random, flat)),
      ...(isOwn && head ? { ownerName: head.name, ownerPhone: head.phone } : strangerOwner(random, numbers)),
      note: '',
    };
  });
  return { dwellings, households: planned.map(({ household }) => household) };
}
