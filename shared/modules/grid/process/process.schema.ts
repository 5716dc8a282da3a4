import { z } from 'zod';
import { dayText, instantText, sortBy, versionedShape } from '#shared/contract/list.ts';
import { unitRefSchema } from '../matters/matter.schema.ts';
import { processMapStates, stepVerdicts } from './process.rules.ts';

const text = (max: number) => z.string().trim().max(max);

const stepShape = {
  name: text(120).min(1),
  /** A unit of the desk; null where `who` names somebody else. */
  unit: unitRefSchema.nullable(),
  who: text(60),
  /** Working days. */
  days: z.int().min(0).max(366),
  /** What the resident must bring, each by its name. */
  documents: z.array(text(60).min(1)).max(30),
  verdict: z.enum(stepVerdicts),
  /** Working days in the simpler way, of a step that is shortened. */
  shortenedTo: z.int().min(0).max(365).optional(),
};
export const processStepSchema = z
  .strictObject({ ...stepShape, reason: text(200) })
  .refine(({ unit, who }) => (unit === null) === (who !== ''), { path: ['who'] })
  .refine(({ verdict, shortenedTo }) => (verdict === 'shorten') === (shortenedTo !== undefined), { path: ['shortenedTo'] });
export type ProcessStep = z.infer<typeof processStepSchema>;

const mapShape = {
  title: text(80).min(2),
  /** A value of table `matter-kind`; empty where it is about no kind of matter. */
  kind: text(20),
  /** The law, notice or body that laid it down. */
  basis: text(200),
  note: text(1000),
  steps: z.array(processStepSchema).min(1).max(40),
};
export const processMapDraftSchema = z.strictObject(mapShape);
export type ProcessMapDraft = z.infer<typeof processMapDraftSchema>;
export const processMapChangeSchema = z.strictObject({ ...versionedShape, ...mapShape });
export type ProcessMapChange = z.infer<typeof processMapChangeSchema>;

export const enableProcessMapSchema = z.strictObject({ ...versionedShape, inForceOn: dayText });
export const endProcessMapSchema = z.strictObject({ ...versionedShape, endedOn: dayText, reason: text(300).min(2) });

export const stepTotalsSchema = z.strictObject({ steps: z.int().min(0), days: z.int().min(0), handOvers: z.int().min(0), documents: z.int().min(0) });

export const processMapRowSchema = z.strictObject({
  ...versionedShape,
  lineId: z.uuid(),
  edition: z.int().min(1),
  title: z.string(),
  kind: z.string(),
  basis: z.string(),
  note: z.string(),
  /** On the day it is read. */
  state: z.enum(processMapStates),
  /** Ahead while it is announced. */
  inForceOn: dayText.nullable(),
  /** The first day on which it is no longer in force; ahead where the next edition is announced. */
  endedOn: dayText.nullable(),
  endReason: z.string(),
  before: stepTotalsSchema,
  after: stepTotalsSchema,
  updatedAt: instantText,
});
export type ProcessMapRow = z.infer<typeof processMapRowSchema>;

/** A step with the name of its unit; empty for a station or centre, whose words are the window's. */
export const shownStepSchema = z.strictObject({ ...stepShape, unitName: z.string(), reason: z.string() });
export type ShownStep = z.infer<typeof shownStepSchema>;
export const processMapSheetSchema = z.strictObject({
  ...processMapRowSchema.shape,
  steps: z.array(shownStepSchema),
  /** Every edition of the same map, the newest first. */
  editions: z.array(z.strictObject({ id: z.uuid(), edition: z.int(), state: z.enum(processMapStates), inForceOn: dayText.nullable(), endedOn: dayText.nullable() })),
});
export type ProcessMapSheet = z.infer<typeof processMapSheetSchema>;

export const processMapFilterSchema = z.strictObject({ text: text(60).default(''), states: z.array(z.enum(processMapStates)).max(processMapStates.length).default([]), kinds: z.array(z.string().max(20)).max(100).default([]) });
export type ProcessMapFilter = z.output<typeof processMapFilterSchema>;
export const processMapSortSchema = sortBy(['title', 'inForceOn', 'daysSaved', 'stepsSaved', 'updatedAt'], 'title');

/** How many maps are announced, and sums over those that are in force. */
export const processFiguresSchema = z.strictObject({ announced: z.int(), inForce: z.int(), steps: z.int(), days: z.int(), documents: z.int() });
export type ProcessFigures = z.infer<typeof processFiguresSchema>;

const sideSchema = z.strictObject({ from: dayText, until: dayText, matters: z.int(), inTime: z.int(), medianDays: z.number().nullable() });
/** What the matters of its kind say, ninety days before and since; null for a map without a kind or never in force. */
export const processEvidenceSchema = z
  .strictObject({
    before: sideSchema,
    after: sideSchema,
    claim: z.enum(['too-few', 'no-difference', 'better', 'worse']),
    /** Of the share in time, after minus before, with its 95 % interval. */
    difference: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
    /** The ninety days since are over. */
    isComplete: z.boolean(),
  })
  .nullable();
export type ProcessEvidence = z.infer<typeof processEvidenceSchema>;
