import { z } from 'zod';
import { dayText } from '#shared/contract/list.ts';
import type { PersonDraft } from '../person.schema.ts';

const text = (max: number) => z.string().trim().max(max).default('');
const day = dayText.nullable().default(null);
/** Money is whole fen; no income of a year reaches this ceiling. */
const fen = z.int().min(0).max(10_000_000_000).nullable().default(null);

/** What is asked of a person beyond the common block (domain.md 2.3). Codes are values of the tables in `blockTables`. */
export const blockShape = {
  religion: text(40),
  registrationType: text(20),
  residenceStatus: text(20),
  absenceReason: text(20),
  inflowReason: text(20),
  permitType: text(20),
  permitNumber: text(40),
  permitOn: day,
  permitUntilOn: day,
  stayPlace: text(20),
  stayLength: text(20),
  leftBehindKind: text(20),
  health: text(60),
  incomeFen: fen,
  familyName: text(50),
  familyIdNumber: text(40),
  familyHealth: text(60),
  familyRelation: text(20),
  familyPhone: text(40),
  familyWorkplace: text(100),
  familyIncomeFen: fen,
  difficulties: text(300),
  helpGiven: text(300),
  foreignSurname: text(50),
  foreignGivenName: text(50),
  nationality: text(40),
  documentUntilOn: day,
  entryPurpose: text(20),
  arrivedOn: day,
  leavesOn: day,
  noHukouReason: text(20),
};
export const blockSchema = z.strictObject(blockShape);
export type Block = z.infer<typeof blockSchema>;
export type BlockField = keyof Block;

/** The fields of each category in the order of its form. Nothing here is a mark of watchfulness: `是否重点关注` of the floating form is not kept. */
export const blockParts: Readonly<Record<PersonDraft['category'], readonly BlockField[]>> = {
  registered: ['registrationType', 'residenceStatus', 'absenceReason', 'religion'],
  floating: ['inflowReason', 'permitType', 'permitNumber', 'permitOn', 'permitUntilOn', 'stayPlace', 'stayLength', 'religion'],
  'left-behind': ['leftBehindKind', 'familyName', 'familyRelation', 'familyIdNumber', 'familyPhone', 'familyWorkplace', 'difficulties', 'helpGiven', 'health', 'incomeFen', 'familyHealth', 'familyIncomeFen', 'religion'],
  overseas: ['foreignSurname', 'foreignGivenName', 'nationality', 'documentUntilOn', 'entryPurpose', 'arrivedOn', 'leavesOn', 'religion'],
  'no-hukou': ['noHukouReason', 'religion'],
};

/** Belief, health and income are sensitive by law (PIPL art. 28): kept only where the station switched them on for a form that asks for them. */
export const sensitiveBlockFields = ['religion', 'health', 'incomeFen', 'familyHealth', 'familyIncomeFen'] as const satisfies readonly BlockField[];
const SENSITIVE: ReadonlySet<string> = new Set(sensitiveBlockFields);
export const isSensitive = (field: BlockField): boolean => SENSITIVE.has(field);

/** Numbers that leave main only masked; a value that comes back as its own mask is left as it is stored. */
export const maskedBlockFields = ['permitNumber', 'familyIdNumber', 'familyPhone'] as const satisfies readonly BlockField[];

export const blockTables: Readonly<Partial<Record<BlockField, string>>> = {
  registrationType: 'registration-type',
  residenceStatus: 'residence-status',
  absenceReason: 'absence-reason',
  inflowReason: 'inflow-reason',
  permitType: 'stay-permit',
  stayPlace: 'stay-place',
  stayLength: 'stay-length',
  leftBehindKind: 'left-behind-kind',
  familyRelation: 'family-relation',
  nationality: 'nationality',
  entryPurpose: 'entry-purpose',
  noHukouReason: 'no-hukou-reason',
};

export const emptyBlock: Block = blockSchema.parse({});

/** The fields asked of a category, without the sensitive ones while they are switched off. */
export const fieldsAsked = (category: PersonDraft['category'], sensitive: boolean): readonly BlockField[] => blockParts[category].filter((field) => sensitive || !isSensitive(field));
