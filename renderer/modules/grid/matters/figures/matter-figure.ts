import type { MatterSums } from '#shared/modules/grid/matters/matter-figures.schema.ts';
import type { MatterFilter } from '#shared/modules/grid/matters/matter.schema.ts';
import { lastDayOf, mattersPlace } from '../matter-words.ts';

/** The figures of domain.md G3, G4, H5 and G12, each as one part of another, with the rows of its numerator. */
export const SHARES = {
  proactive: { part: 'found', of: (sums: MatterSums) => sums.found + sums.complained, figure: 'found', by: 'reported' },
  inTime: { part: 'inTime', of: (sums: MatterSums) => sums.settled, figure: 'in-time', by: 'ended' },
  returned: { part: 'returned', of: (sums: MatterSums) => sums.ended, figure: 'returned', by: 'ended' },
  reworked: { part: 'reworked', of: (sums: MatterSums) => sums.settled, figure: 'reworked', by: 'ended' },
  wrong: { part: 'wrong', of: (sums: MatterSums) => sums.ended, figure: 'wrong', by: 'ended' },
  firstLevel: { part: 'firstLevel', of: (sums: MatterSums) => sums.settled, figure: 'first-level', by: 'ended' },
  satisfied: { part: 'satisfied', of: (sums: MatterSums) => sums.rated, figure: 'satisfied', by: 'ended' },
} as const satisfies Readonly<Record<string, { readonly part: keyof MatterSums; readonly of: (sums: MatterSums) => number; readonly figure: NonNullable<MatterFilter['figure']>; readonly by: 'reported' | 'ended' }>>;
export type Share = keyof typeof SHARES;
export const shares = Object.keys(SHARES) as Share[]; // own keys of the literal above

/** A share between 0 and 1; null of nothing. */
export function shareOf(sums: MatterSums, name: Share): number | null {
  const { part, of } = SHARES[name];
  const whole = of(sums);
  return whole === 0 ? null : sums[part] / whole;
}

/** The queue with the rows of months, by arrival or by end. */
export function rowsOf(from: string, until: string, by: 'reported' | 'ended', more: Partial<MatterFilter> = {}): string {
  const days = by === 'reported' ? { reportedFrom: `${from}-01`, reportedUntil: lastDayOf(until) } : { endedFrom: `${from}-01`, endedUntil: lastDayOf(until) };
  return mattersPlace({ life: by === 'reported' ? 'all' : 'ended', ...days, ...more });
}
