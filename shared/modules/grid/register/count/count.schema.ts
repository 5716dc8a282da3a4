import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';

const text = (max: number) => z.string().trim().max(max);

/** What came of a visit (domain.md 4, Y9): counted, nobody in, refused, nobody lives there, no such dwelling, to be visited again. */
export const outcomes = ['counted', 'nobody', 'refused', 'vacant', 'gone', 'revisit'] as const;
export type Outcome = (typeof outcomes)[number];
/** `open`: nobody wrote down a visit yet. */
export const doorStates = ['open', ...outcomes] as const;
export type DoorState = (typeof doorStates)[number];

/** What is counted behind a door. Persons by the five categories of the register. */
export const countedFields = ['households', 'registered', 'floating', 'leftBehind', 'overseas', 'noHukou', 'businesses'] as const;
export type CountedField = (typeof countedFields)[number];
/** More than any one door of a community holds; a dormitory of a whole factory fits. */
const MOST_BEHIND_A_DOOR = 5000;
const number = z.int().min(0).max(MOST_BEHIND_A_DOOR);
const numbersShape = { households: number, registered: number, floating: number, leftBehind: number, overseas: number, noHukou: number, businesses: number };
export type Numbers = { readonly [F in CountedField]: number };

/** One visit as it is written down. Numbers count only with the outcome `counted`. */
export const visitShape = {
  outcome: z.enum(outcomes),
  ...numbersShape,
  /** What the dwelling is used for, table `dwelling-use`; empty: not said. */
  foundUse: text(20),
  countedOn: dayText,
  countedBy: text(50),
  note: text(300),
};
export const visitSchema = z.strictObject({ ...versionedShape, ...visitShape });
export type Visit = z.infer<typeof visitSchema>;
/** Visits that one command takes: all doors of a large community. */
export const MOST_VISITS = 6000;

const campaignShape = { name: z.string().trim().min(2).max(60), startsOn: dayText, endsOn: dayText, note: text(300) };
const inOrder = ({ startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string }): boolean => startsOn <= endsOn;
export const campaignDraftSchema = z.strictObject({ ...campaignShape, gridIds: z.array(z.uuid()).min(1).max(200) }).refine(inOrder, { path: ['endsOn'] });
export type CampaignDraft = z.infer<typeof campaignDraftSchema>;
export const campaignChangeSchema = z.strictObject({ ...versionedShape, ...campaignShape }).refine(inOrder, { path: ['endsOn'] });
export type CampaignChange = z.infer<typeof campaignChangeSchema>;

/** Figures of one grid: doors by state, what was counted, and the same doors in the register at the start and in the count before. */
const stateShape = { open: z.int(), counted: z.int(), nobody: z.int(), refused: z.int(), vacant: z.int(), gone: z.int(), revisit: z.int() };
export const gridFiguresSchema = z.strictObject({
  gridId: z.uuid(),
  gridName: z.string(),
  doors: z.int(),
  ...stateShape,
  households: z.int(),
  registered: z.int(),
  floating: z.int(),
  leftBehind: z.int(),
  overseas: z.int(),
  noHukou: z.int(),
  businesses: z.int(),
  /** Of the doors that are settled: what the register said of them when the count began. */
  registerPersons: z.int(),
  registerHouseholds: z.int(),
  /** Of the settled doors that the count before settled too: both counts. */
  againPersons: z.int(),
  lastPersons: z.int(),
  againHouseholds: z.int(),
  lastHouseholds: z.int(),
});
export type GridFigures = z.infer<typeof gridFiguresSchema>;
/** Dwellings by use, of those that were counted or found vacant. */
export const useFiguresSchema = z.strictObject({ gridId: z.uuid(), use: z.string(), dwellings: z.int() });
export const countFiguresSchema = z.strictObject({ grids: z.array(gridFiguresSchema), uses: z.array(useFiguresSchema) });
export type CountFigures = z.infer<typeof countFiguresSchema>;

export const campaignRowSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  ...campaignShape,
  gridNames: z.array(z.string()),
  status: z.enum(['open', 'closed']),
  closedOn: dayText.nullable(),
  doors: z.int(),
  /** Doors that still wait for a visit. */
  left: z.int(),
  settled: z.int(),
  updatedAt: instantText,
});
export type CampaignRow = z.infer<typeof campaignRowSchema>;
export const campaignSheetSchema = z.strictObject({ ...campaignRowSchema.shape, gridIds: z.array(z.uuid()), previous: z.strictObject({ id: z.uuid(), name: z.string(), closedOn: dayText.nullable() }).nullable(), figures: countFiguresSchema });
export type CampaignSheet = z.infer<typeof campaignSheetSchema>;

export const doorRowSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  campaignId: z.uuid(),
  gridId: z.uuid(),
  gridName: z.string(),
  /** Place in the walk through the grid, from 1. */
  no: z.int(),
  /** Null for a door that the register does not know. */
  dwellingId: z.uuid().nullable(),
  address: z.string(),
  /** Estate and building, as far as the address names them. */
  block: z.string(),
  state: z.enum(doorStates),
  ...numbersShape,
  persons: z.int(),
  foundUse: z.string(),
  countedOn: dayText.nullable(),
  countedBy: z.string(),
  note: z.string(),
  registerPersons: z.int(),
  registerHouseholds: z.int(),
  /** What the register says now, after what was put right since. */
  personsNow: z.int(),
  lastPersons: z.int().nullable(),
  lastHouseholds: z.int().nullable(),
  updatedAt: instantText,
});
export type DoorRow = z.infer<typeof doorRowSchema>;

/** `register`: counted otherwise than the register said at the start; `last`: otherwise than in the count before. */
export const differenceKinds = ['register', 'last'] as const;
export const doorFilterSchema = z.strictObject({
  campaignId: z.uuid().nullable().default(null),
  text: text(60).default(''),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  blocks: z.array(z.string().max(90)).max(200).default([]),
  states: z.array(z.enum(doorStates)).default([]),
  differs: z.array(z.enum(differenceKinds)).default([]),
});
export type DoorFilter = z.output<typeof doorFilterSchema>;
export const doorSortSchema = sortBy(['no', 'address', 'persons', 'updatedAt'], 'no');

/** What the register says now of a door, as it could be written down: a visit that found nothing new takes it over. */
export const doorResidentsSchema = z.strictObject({ doorId: z.uuid(), households: z.int(), registered: z.int(), floating: z.int(), leftBehind: z.int(), overseas: z.int(), noHukou: z.int() });
export type DoorResidents = z.infer<typeof doorResidentsSchema>;

export const blockRowSchema = z.strictObject({ gridId: z.uuid(), gridName: z.string(), block: z.string(), doors: z.int(), left: z.int() });
export type BlockRow = z.infer<typeof blockRowSchema>;
