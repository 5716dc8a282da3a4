import type { Work } from '#electron/database/unit-of-work.ts';
import { provinceOf } from '#shared/modules/grid/register/division.rules.ts';
import type { Organisation } from '#shared/modules/grid/territory/organisation.schema.ts';

/** As many nodes as can share the first digits and still be the place itself. */
const LOOKED_AT = 50;

const nodeOf = (work: Work, code: string): Organisation | undefined => work.organisations.search(code, LOOKED_AT).find((node) => node.code === code || node.code === code.padEnd(12, '0'));

/**
 * The place that the first six digits of an identity number name: district or city with all above it when the station's own tree of
 * organisations knows them, else the province. Empty when the digits name nothing.
 */
export function findRegisteredPlace(work: Work, { division }: { readonly division: string }): { place: string } {
  const province = provinceOf(division);
  const node = nodeOf(work, division) ?? nodeOf(work, division.slice(0, 4));
  if (!node) return { place: province };
  const names = [...work.organisations.pathTo(node.id), node.name];
  const from = names.findIndex((name) => province !== '' && (province.startsWith(name) || name.startsWith(province)));
  const below = from < 0 ? names.slice(-1) : names.slice(from + 1);
  return { place: [...new Set([province, ...below])].join('') };
}
