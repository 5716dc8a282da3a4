/** Who stands above whom. */
export type SuperiorOf = (id: string) => string | null;

/** More steps than any office has; a ring in the chain ends here. */
const LONGEST = 20;

/** Everybody above a person, the nearest first. A ring is walked once (domain.md D7). */
export function chainAbove(id: string, superiorOf: SuperiorOf): string[] {
  const chain: string[] = [];
  for (let next = superiorOf(id); next !== null && next !== id && !chain.includes(next) && chain.length < LONGEST; next = superiorOf(next)) chain.push(next);
  return chain;
}

/** Whether a person may decide about another: only somebody above, so never about oneself. */
export const mayDecideAbout = (deciderId: string, id: string, superiorOf: SuperiorOf): boolean => deciderId !== id && chainAbove(id, superiorOf).includes(deciderId);

/** Whether making `superiorId` the superior of `id` would close a ring. */
export const wouldRing = (id: string, superiorId: string | null, superiorOf: SuperiorOf): boolean => superiorId !== null && (superiorId === id || chainAbove(superiorId, superiorOf).includes(id));
