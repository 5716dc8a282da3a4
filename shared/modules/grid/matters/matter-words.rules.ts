import type { MatterKind, MatterRules, StationCode } from './matter-routes.schema.ts';
import { afterPrefix } from '#shared/modules/grid/register/search-text.rules.ts';

type Origin = 'found' | 'complained' | 'assigned';
/** Found by the grid itself, brought by a resident, or handed down: what the proactive share (G3) rests on. A channel of the station's own counts as brought. */
const ORIGINS: Readonly<Record<string, Origin>> = { visit: 'found', inspection: 'found', department: 'assigned', superior: 'assigned' };
export const originOf = (channel: string): Origin => ORIGINS[channel] ?? 'complained';

/** An address as it is compared: width, spaces, marks and the words for a building made one. */
export const placeKeyOf = (place: string): string =>
  place.normalize('NFKC').toLowerCase().replaceAll(/[\s,.;:、，。；：()（）#_-]/g, '').replaceAll(/号楼|栋|座/g, '幢').replace(/室$/, '');

const pairsOf = (text: string): Set<string> => {
  const characters = [...text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')];
  return new Set(characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`));
};
/** How alike two texts are, 0 to 1: shared pairs of neighbouring characters (Dice's coefficient), which needs no dictionary of Chinese words. */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size + b.size === 0) return 0;
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size);
}

/** The kinds a text speaks of, the one with the most and longest of its words first, an urgent one before another. */
export function suggestKinds(text: string, kinds: readonly MatterKind[], most: number): { readonly kind: MatterKind; readonly words: readonly string[] }[] {
  const typed = text.normalize('NFKC');
  return kinds
    .map((kind) => ({ kind, words: kind.words.filter((word) => typed.includes(word)) }))
    .filter(({ words }) => words.length > 0)
    .toSorted((a, b) => b.words.join('').length - a.words.join('').length || Number(b.kind.urgent) - Number(a.kind.urgent))
    .slice(0, most);
}

/** The centre above a station. */
export const centreOf = (station: StationCode): StationCode => (station.replace(/-station$/, '-centre') as StationCode); // both names of each pair are in the list

const WIDTHS = { day4: 4, month5: 5, year6: 6 } as const;
/** The first part of a number on a day: `20261126-`, `202611-` or `2026-`. */
export const numberStart = (rule: MatterRules['numberRule'], day: string): string => `${day.replaceAll('-', '').slice(0, rule === 'day4' ? 8 : rule === 'month5' ? 6 : 4)}-`;
/** The number after `last` under a rule; `last` null begins with 1. When the digits run out they grow. */
export function nextNumber(rule: MatterRules['numberRule'], day: string, last: string | null): string {
  const start = numberStart(rule, day);
  const count = last?.startsWith(start) ? Number(last.slice(start.length)) : 0;
  return `${start}${String(count + 1).padStart(WIDTHS[rule], '0')}`;
}
export const numberEnd = (rule: MatterRules['numberRule'], day: string): string => afterPrefix(numberStart(rule, day));
