import { z } from 'zod';
import { dayText, HAS_WORDS, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';
import { cards, markKinds, matterMoves, matterStates, unitKinds } from './matter-machine.rules.ts';
import { clockStates } from '#shared/kernel/calendar/clock.rules.ts';

export const matterLevels = ['general', 'major', 'urgent', 'major-urgent'] as const;
export const matterScales = ['individual', 'group'] as const;
export const matterOrigins = ['found', 'complained', 'assigned'] as const;
export const matterOutcomes = ['closed', 'recorded', 'not-filed', 'returned', 'merged', 'void'] as const;

const text = (max: number) => z.string().trim().max(max);
/** Whose hands a matter is in: a station or centre by its code, everything else by its id. */
export const unitRefSchema = z.strictObject({ kind: z.enum(unitKinds), id: z.string().trim().min(1).max(60) });
export type UnitRef = z.infer<typeof unitRefSchema>;

/** Who, what, where; the rest the desk knows itself. */
export const matterShape = {
  subject: z.string().trim().min(2).max(100).regex(HAS_WORDS),
  content: text(3000),
  /** A value of table `matter-kind`. */
  kind: z.string().trim().min(1).max(20),
  /** A value of table `matter-channel`. */
  channel: z.string().trim().min(1).max(20),
  level: z.enum(matterLevels),
  scale: z.enum(matterScales),
  peopleCount: z.int().min(0).max(1_000_000).nullable(),
  /** Money the matter is about, in fen. */
  amountFen: z.int().min(0).max(1_000_000_000_000).nullable(),
  occurredOn: dayText.nullable(),
  place: text(200),
  gridId: z.uuid().nullable(),
  buildingId: z.uuid().nullable(),
  dwellingId: z.uuid().nullable(),
  /** A point picked on the map, in millionths of a degree (WGS-84); without one the building's own is taken over. */
  lngMicro: z.int().min(-180_000_000).max(180_000_000).nullable().default(null),
  latMicro: z.int().min(-90_000_000).max(90_000_000).nullable().default(null),
  /** A resident of the register, or a name and a phone as typed. */
  personId: z.uuid().nullable(),
  partyName: text(50),
};
export const matterDraftSchema = z.strictObject({
  ...matterShape,
  partyPhone: text(40),
  /** Who brought it, when it was not the desk: the department or superior that hands it over. */
  fromUnit: unitRefSchema.nullable(),
  /** False keeps it as a draft of the desk, without a number and without a clock. */
  submit: z.boolean(),
});
export type MatterDraft = z.infer<typeof matterDraftSchema>;
/** `partyPhone` absent: it stays what it is, because a form never shows it whole. */
export const matterChangeSchema = z.strictObject({ ...versionedShape, ...matterShape, partyPhone: text(40).optional() });
export type MatterChange = z.infer<typeof matterChangeSchema>;

export const matterRowSchema = z.strictObject({
  ...versionedShape,
  number: z.string(),
  subject: z.string(),
  kind: z.string(),
  channel: z.string(),
  level: z.enum(matterLevels),
  place: z.string(),
  gridId: z.string().nullable(),
  gridName: z.string(),
  partyName: z.string(),
  station: z.string(),
  unitKind: z.enum(unitKinds),
  unitId: z.string(),
  /** Empty for a station or centre, whose words are the window's. */
  unitName: z.string(),
  ownerId: z.string().nullable(),
  ownerName: z.string(),
  state: z.enum(matterStates),
  stateAt: instantText,
  card: z.enum(cards),
  reportedAt: z.string().nullable(),
  endedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  promisedOn: z.string().nullable(),
  /** Working days this step has used, and its limit; null while nothing runs. */
  used: z.int().nullable(),
  limit: z.int().nullable(),
  clock: z.enum(clockStates),
  /** The due day lies in a year whose working days were not published yet. */
  isEstimate: z.boolean(),
  untouched: z.boolean(),
  pinned: z.boolean(),
  isModel: z.boolean(),
  isLegacy: z.boolean(),
  isJoint: z.boolean(),
  returns: z.int(),
  reworks: z.int(),
  urges: z.int(),
  rating: z.int().nullable(),
  updatedAt: instantText,
});
export type MatterRow = z.infer<typeof matterRowSchema>;

export const matterStepSchema = z.strictObject({
  id: z.string(),
  state: z.enum(matterStates),
  phase: z.enum(['done', 'now', 'ahead']),
  unit: unitRefSchema.extend({ name: z.string() }).nullable(),
  person: z.string(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  days: z.int().nullable(),
  limit: z.int().nullable(),
  clock: z.enum(clockStates),
});
export type MatterStep = z.infer<typeof matterStepSchema>;

export const matterMoveSchema = z.strictObject({
  id: z.string(),
  seq: z.int(),
  move: z.enum(matterMoves),
  fromState: z.enum(matterStates),
  toState: z.enum(matterStates),
  movedAt: instantText,
  byName: z.string(),
  unit: unitRefSchema.extend({ name: z.string() }),
  toUnit: unitRefSchema.extend({ name: z.string() }),
  said: z.string(),
  days: z.int().nullable(),
});
export type MatterMoveRow = z.infer<typeof matterMoveSchema>;

const besideSchema = z.strictObject({ id: z.string(), version: z.int(), role: z.enum(['joint', 'copy']), unit: unitRefSchema.extend({ name: z.string() }), readAt: z.string().nullable(), readBy: z.string() });
const markSchema = z.strictObject({ id: z.string(), kind: z.enum(markKinds), markedOn: z.string(), points: z.int(), automatic: z.boolean(), unit: unitRefSchema.extend({ name: z.string() }) });
export type UnitMark = z.infer<typeof markSchema>;

/** One matter whole: its facts, its way, what may be done now. */
export const matterSheetSchema = matterRowSchema.extend({
  content: z.string(),
  scale: z.enum(matterScales),
  peopleCount: z.int().nullable(),
  amountFen: z.int().nullable(),
  occurredOn: z.string().nullable(),
  buildingId: z.string().nullable(),
  dwellingId: z.string().nullable(),
  lngMicro: z.int().nullable(),
  latMicro: z.int().nullable(),
  personId: z.string().nullable(),
  partyPhoneMasked: z.string(),
  originUnit: unitRefSchema.extend({ name: z.string() }),
  reportedByName: z.string(),
  redOn: z.string().nullable(),
  promisedFirst: z.string().nullable(),
  extraDays: z.int(),
  extension: z.enum(['none', 'asked', 'granted', 'refused']),
  askedDays: z.int(),
  suspendedUntil: z.string().nullable(),
  reopens: z.int(),
  result: z.string(),
  ratingText: z.string(),
  mergedInto: z.strictObject({ id: z.string(), number: z.string() }).nullable(),
  merged: z.array(z.strictObject({ id: z.string(), number: z.string(), subject: z.string() })),
  steps: z.array(matterStepSchema),
  moves: z.array(matterMoveSchema),
  beside: z.array(besideSchema),
  marks: z.array(markSchema),
  /** What the machine lets this person do now. */
  legal: z.array(z.enum(matterMoves)),
  editable: z.boolean(),
  escalationDue: z.boolean(),
});
export type MatterSheet = z.infer<typeof matterSheetSchema>;

export const matterFilterSchema = z.strictObject({
  text: text(60).default(''),
  /** `open`: somebody still has to do something. */
  life: z.enum(['open', 'ended', 'draft', 'all']).default('open'),
  states: z.array(z.enum(matterStates)).max(20).default([]),
  kinds: z.array(z.string().max(20)).max(100).default([]),
  channels: z.array(z.string().max(20)).max(50).default([]),
  gridIds: z.array(z.uuid()).max(2000).default([]),
  withoutGrid: z.boolean().default(false),
  stations: z.array(z.string().max(40)).max(10).default([]),
  unitIds: z.array(z.string().max(60)).max(500).default([]),
  ownerIds: z.array(z.uuid()).max(200).default([]),
  mine: z.boolean().default(false),
  cards: z.array(z.enum(cards)).max(4).default([]),
  levels: z.array(z.enum(matterLevels)).max(4).default([]),
  /** Past the due day by so many working days and more; 0: past it at all. */
  overdueDays: z.int().min(0).max(400).nullable().default(null),
  dueUntil: dayText.nullable().default(null),
  untouched: z.boolean().default(false),
  mark: z.enum(['model', 'legacy', 'joint']).nullable().default(null),
  personId: z.uuid().nullable().default(null),
  reportedFrom: dayText.nullable().default(null),
  reportedUntil: dayText.nullable().default(null),
  endedFrom: dayText.nullable().default(null),
  endedUntil: dayText.nullable().default(null),
  /** The rows of one figure of the statistics. */
  figure: z.enum(['reported', 'single', 'found', 'complained', 'settled', 'in-time', 'late', 'returned', 'wrong', 'reworked', 'first-level', 'rated', 'satisfied', 'dissatisfied']).nullable().default(null),
  departmentId: z.uuid().nullable().default(null),
});
export type MatterFilter = z.infer<typeof matterFilterSchema>;
export const matterSortSchema = sortBy(['dueOn', 'reportedAt'], 'dueOn');

/** What is typed so far, for what could be meant and whether somebody brought it before. */
export const matterTypedSchema = z.strictObject({ subject: text(100), content: text(3000).default(''), place: text(200).default(''), gridId: z.uuid().nullable().default(null), kind: text(20).default(''), exceptId: z.uuid().nullable().default(null) });
export const matterPlaceSchema = z.strictObject({ kind: z.enum(['building', 'dwelling']), id: z.string(), buildingId: z.string().nullable(), label: z.string(), gridId: z.string().nullable(), gridName: z.string() });
export type MatterPlace = z.infer<typeof matterPlaceSchema>;
export const matterSuggestionSchema = z.strictObject({ kind: z.string(), station: z.string(), urgent: z.boolean(), words: z.array(z.string()) });
export type MatterSuggestion = z.infer<typeof matterSuggestionSchema>;
export const matterDuplicateSchema = z.strictObject({ row: matterRowSchema, samePlace: z.boolean(), sameKind: z.boolean(), likeness: z.int().min(0).max(100) });
export type MatterDuplicate = z.infer<typeof matterDuplicateSchema>;
