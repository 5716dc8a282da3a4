import type { OrganisationLevel, organisationProblems } from './organisation.schema.ts';

export type OrganisationProblem = (typeof organisationProblems)[number];

/** Digits of a statistical division code by level (NBS rules: 2 province, 4 city, 6 district, 9 street, 12 community). */
const LENGTHS: Readonly<Partial<Record<OrganisationLevel, number>>> = { province: 2, city: 4, district: 6, 'sub-district': 9, community: 12 };
const BY_DEPTH: readonly OrganisationLevel[] = ['province', 'city', 'district', 'sub-district', 'community'];

/** The level of a node: by the length of a sound code, else by its depth in the file (0 is the top). */
export function levelOf(code: string, depth: number): OrganisationLevel {
  const byCode = (Object.keys(LENGTHS) as OrganisationLevel[]).find((level) => LENGTHS[level] === code.length); // own keys of a literal
  return /^\d+$/.test(code) && byCode ? byCode : (BY_DEPTH[depth] ?? 'other');
}

/** What is odd about a node's own code; a node is listed with it and kept, never dropped. */
export function codeProblem(code: string, parentCode: string): OrganisationProblem | null {
  if (code === '') return 'missing-code';
  if (!/^\d+$/.test(code) || !Object.values(LENGTHS).includes(code.length)) return 'broken-code';
  return parentCode !== '' && !code.startsWith(parentCode) ? 'code-not-under-parent' : null;
}
