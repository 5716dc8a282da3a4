import { z } from 'zod';

/** Levels of the management chain (domain.md 1.1); a tree may be shallower or deeper, so `other` exists. */
export const organisationLevels = ['nation', 'province', 'city', 'district', 'sub-district', 'community', 'other'] as const;
export type OrganisationLevel = (typeof organisationLevels)[number];

export const organisationProblems = ['duplicate-code', 'broken-code', 'missing-code', 'code-not-under-parent', 'duplicate-name'] as const;

export const organisationSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  parentId: z.uuid().nullable(),
  /** Kept as text exactly as the file gives it; may be empty. */
  code: z.string(),
  name: z.string(),
  level: z.enum(organisationLevels),
  children: z.int(),
  problem: z.enum(organisationProblems).nullable(),
  own: z.boolean(),
});
export type Organisation = z.infer<typeof organisationSchema>;

/** A node with the names above it, top first: 浙江 › 杭州市 › 上城区 › 清波街道. */
export const organisationPathSchema = organisationSchema.extend({ path: z.array(z.string()) });
