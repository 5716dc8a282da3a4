import type { SearchHit } from '#shared/kernel/search/search.contract.ts';

type Part = SearchHit['matched'];

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * Which part of a find answered: the first whose text holds what was typed. Where none does, letters alone were read as pinyin if the source reads
 * them so, and anything else stood in what the find does not show: `otherwise`.
 */
export function matchedPart(typed: string, parts: Readonly<Partial<Record<Part, string>>>, { readsPinyin = false, otherwise = 'text' }: { readonly readsPinyin?: boolean; readonly otherwise?: Part } = {}): Part {
  const sought = plain(typed.trim());
  const holding = (Object.entries(parts) as [Part, string][]).find(([, text]) => plain(text).includes(sought)); // keys of the record above
  if (holding) return holding[0];
  return readsPinyin && /^[a-z]+$/.test(sought) ? 'pinyin' : otherwise;
}
