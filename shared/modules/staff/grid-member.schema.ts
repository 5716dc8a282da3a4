import { z } from 'zod';
import { dayText, HAS_WORDS, instantText, versionedShape } from '#shared/contract/list.ts';

/** What the person of the team always had: who it is, and under which number. */
const personShape = {
  name: z.string().trim().min(1).max(50).regex(HAS_WORDS),
  /** A work phone: published on notice boards, so not masked. */
  phone: z.string().trim().max(40),
  sex: z.enum(['0', '1', '2', '9']),
  birthOn: dayText.nullable(),
  idNumber: z.string().trim().max(40),
  employment: z.enum(['full-time', 'part-time']),
  political: z.string().max(10),
  education: z.string().max(10),
  registeredOn: dayText.nullable(),
  gridId: z.uuid().nullable(),
  note: z.string().trim().max(300),
};

export const retirementClasses = ['', 'men-60', 'women-55', 'women-50'] as const;
const code = z.string().max(20);

/** What the work adds (domain.md 2.5); codes are of the tables named. */
const serviceShape = {
  /** `staff-class`. */
  staffClass: code,
  /** The kind of the 4+6 card, `grid-team`; empty for none. */
  teamKind: code,
  employer: z.string().trim().max(60),
  /** `pay-source`. */
  paySource: code,
  /** `staff-profession`. */
  profession: code,
  /** `staff-certificate`. */
  certificates: z.array(code).max(20),
  skills: z.array(z.string().trim().min(1).max(20)).max(20),
  startedOn: dayText.nullable(),
  /** Months of grid work before `startedOn`. */
  earlierMonths: z.int().min(0).max(720),
  retired: z.boolean(),
  retirementClass: z.enum(retirementClasses),
  /** `computer-level`. */
  computerLevel: code,
  /** `staff-grade`. */
  grade: code,
  superiorId: z.uuid().nullable(),
  deskDuty: z.string().trim().max(100),
  publishesPhone: z.boolean(),
  /** The account under which this person signs in; decisions along the chain of command go by it. */
  accountId: z.uuid().nullable(),
};
export const emptyService: z.output<z.ZodObject<typeof serviceShape>> = {
  staffClass: 'grid-member', teamKind: '', employer: '', paySource: '', profession: '', certificates: [], skills: [], startedOn: null, earlierMonths: 0, retired: false, retirementClass: '',
  computerLevel: '', grade: '', superiorId: null, deskDuty: '', publishesPhone: true, accountId: null,
};
const withDefaults = {
  staffClass: code.default('grid-member'), teamKind: code.default(''), employer: serviceShape.employer.default(''), paySource: code.default(''), profession: code.default(''), certificates: serviceShape.certificates.default([]),
  skills: serviceShape.skills.default([]), startedOn: dayText.nullable().default(null), earlierMonths: serviceShape.earlierMonths.default(0), retired: z.boolean().default(false), retirementClass: serviceShape.retirementClass.default(''),
  computerLevel: code.default(''), grade: code.default(''), superiorId: z.uuid().nullable().default(null), deskDuty: serviceShape.deskDuty.default(''), publishesPhone: z.boolean().default(true), accountId: z.uuid().nullable().default(null),
};
const privatePhone = z.string().trim().max(40);

export const gridMemberDraftSchema = z.strictObject({ ...personShape, ...withDefaults, privatePhone: privatePhone.default('') });
export type GridMemberDraft = z.output<typeof gridMemberDraftSchema>;
/** Numbers that are left out stay as stored; so does what the work adds. */
export const gridMemberChangeSchema = z.strictObject({ ...versionedShape, ...personShape, ...z.object(serviceShape).partial().shape, idNumber: personShape.idNumber.optional(), privatePhone: privatePhone.optional() });
export type GridMemberChange = z.output<typeof gridMemberChangeSchema>;

export const gridMemberSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  ...personShape,
  ...serviceShape,
  idNumber: z.null(),
  idNumberMasked: z.string(),
  privatePhoneMasked: z.string(),
  phoneCheckedOn: dayText.nullable(),
  leftOn: dayText.nullable(),
  leftReason: z.string(),
  gridName: z.string(),
  superiorName: z.string(),
  /** The post held now; empty for none. */
  postName: z.string(),
  hasPhoto: z.boolean(),
  /** True when the grid names this person as its one responsible member. */
  isResponsible: z.boolean(),
  updatedAt: instantText,
});
export type GridMember = z.infer<typeof gridMemberSchema>;

/** A work number that nobody confirmed for so many days counts as old. */
export const PHONE_OLD_AFTER_DAYS = 180;
export const gridMemberFilterShape = {
  text: z.string().trim().max(50).default(''),
  gridId: z.uuid().nullable().default(null),
  classes: z.array(code).max(20).default([]),
  grades: z.array(code).max(20).default([]),
  /** Of the 4+6 card. */
  teamKinds: z.array(code).max(20).default([]),
  superiorId: z.uuid().nullable().default(null),
  /** Published work numbers that are missing, or were not confirmed for long. */
  phone: z.enum(['any', 'missing', 'old']).default('any'),
  /** Ages in full years, both ends included. */
  ageFrom: z.int().min(0).max(120).nullable().default(null),
  ageUntil: z.int().min(0).max(120).nullable().default(null),
  sexes: z.array(z.enum(['0', '1', '2', '9'])).max(4).default([]),
  educations: z.array(code).max(60).default([]),
  left: z.boolean().default(false),
};
export const gridMemberFilterSchema = z.strictObject(gridMemberFilterShape);
export type GridMemberFilter = z.output<typeof gridMemberFilterSchema>;
