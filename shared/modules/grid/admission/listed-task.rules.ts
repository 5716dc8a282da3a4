/** What share of a task's title must stand in what is told, in pairs of characters, before it is shown as the same; ours, no norm. */
export const LIKE_SHARE = 0.5;
const LEAST_PAIRS = 2;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[\s\p{P}]/gu, '');
const pairsOf = (text: string): string[] => [...new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))];

/** Which share of a title's pairs of characters stands in a text, from 0 to 1; 0 where too few do to mean anything. */
export function titleShare(text: string, title: string): number {
  const told = plain(text);
  const pairs = pairsOf(plain(title));
  const found = pairs.filter((pair) => told.includes(pair)).length;
  return found < Math.min(LEAST_PAIRS, pairs.length) || pairs.length === 0 ? 0 : found / pairs.length;
}
