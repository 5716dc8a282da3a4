import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';

export const headSexes = ['0', '1', '2', '9'] as const;

const buildingShape = {
  estateId: z.uuid().nullable(),
  name: z.string().trim().min(1).max(40),
  address: z.string().trim().max(200),
  /** As built; the layout shows more when rooms lie higher. */
  floors: z.int().min(1).max(200).nullable(),
  units: z.int().min(1).max(50).nullable(),
  /** 楼栋长: a post with a number that is made public, like that of a grid member. */
  headName: z.string().trim().max(50),
  headSex: z.enum(headSexes),
  headPhone: z.string().trim().max(40),
  headBirthOn: dayText.nullable().default(null),
  /** Tables `political` and `education`: asked of who holds the post, and by the form alone. */
  headPolitical: z.string().trim().max(10).default(''),
  headEducation: z.string().trim().max(10).default(''),
  /** Millionths of a degree; both or neither. */
  lngMicro: z.int().min(-180_000_000).max(180_000_000).nullable(),
  latMicro: z.int().min(-90_000_000).max(90_000_000).nullable(),
  note: z.string().trim().max(300),
};
export const buildingDraftSchema = z.strictObject({ ...buildingShape, gridId: z.uuid().nullable() });
export type BuildingDraft = z.infer<typeof buildingDraftSchema>;
/** The grid is not among it: a building moves with everybody in it (moveBuilding). */
export const buildingChangeSchema = z.strictObject({ ...versionedShape, ...buildingShape });

export const buildingSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  ...buildingShape,
  gridId: z.uuid().nullable(),
  gridName: z.string(),
  estateName: z.string(),
  rooms: z.int(),
  dwellings: z.int(),
  persons: z.int(),
  /** Dwellings of the building that are filed in another grid or in none. */
  elsewhere: z.int(),
  updatedAt: instantText,
});
export type Building = z.infer<typeof buildingSchema>;

/** A building whose place lies in another grid than it, or some of its dwellings, are filed in. */
export const misplacedBuildingSchema = z.strictObject({ id: z.uuid(), version: z.int(), title: z.string(), gridName: z.string(), inGridId: z.uuid(), inGridName: z.string(), dwellings: z.int(), /** Dwellings filed anywhere but where it stands. */ elsewhere: z.int() });
export type MisplacedBuilding = z.infer<typeof misplacedBuildingSchema>;

export const buildingFilterSchema = z.strictObject({
  text: z.string().trim().max(60).default(''),
  estateIds: z.array(z.uuid()).max(500).default([]),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  withoutGrid: z.boolean().default(false),
  withoutHead: z.boolean().default(false),
  /** Some dwelling is filed in another grid than the building. */
  divided: z.boolean().default(false),
});
export type BuildingFilter = z.output<typeof buildingFilterSchema>;
export const buildingSortSchema = sortBy(['name', 'updatedAt'], 'name');

/** Its estate and its own name, as people say it. */
export const buildingTitle = ({ estateName, address, name }: Pick<Building, 'estateName' | 'address' | 'name'>): string => `${estateName || address}${name}`;
