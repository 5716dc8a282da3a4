import type { ColumnMatch } from '#shared/kernel/imports/imports.contract.ts';
import type { ImportField, MappedColumn } from '../import-profile.ts';
import type { Evidence } from './column-evidence.ts';
import { kindOf, titleFit, type Title, type TitleFit } from './title-words.ts';

/** From here on a proposal is taken without asking; a title that says nothing or only half never gets there. */
export const CERTAIN = 80;
/** Below this a field is not worth naming as a possibility. */
const POSSIBLE = 30;
const MOST_ALTERNATIVES = 4;

const BY_TITLE: Readonly<Record<TitleFit, number>> = { own: 95, synonym: 90, part: 55, none: 0 };
/** What values alone can say; a number of one person looks like that of another, so it is never certain. */
const BY_VALUES: Readonly<Record<string, number>> = { id: 70, phone: 55, day: 40, name: 45, address: 40, number: 0 };
const BY_LIST = 60;
const AGREE = 0.8;
const CONTRADICT = 0.3;

export type ColumnSource = { readonly index: number; readonly title: Title; readonly required: boolean; readonly evidence: Evidence };
type Proposal = { readonly column: ColumnSource; readonly field: string; readonly fit: TitleFit; readonly share: number | null; readonly certainty: number };

function certaintyOf(fit: TitleFit, share: number | null, isList: boolean, alone: number): number {
  const byTitle = BY_TITLE[fit];
  if (byTitle === 0) return share !== null && share >= AGREE ? Math.round(alone * share) : 0;
  if (share === null) return fit === 'part' ? byTitle : byTitle - 5;
  if (share >= AGREE) return fit === 'part' ? byTitle + 20 : Math.min(99, byTitle + 4);
  // words of another dictionary are asked about one by one; values of another kind make the title itself doubtful
  if (isList) return fit === 'part' ? byTitle : byTitle - 8;
  if (share < CONTRADICT) return 35;
  return byTitle - 10;
}

function proposalsFor(column: ColumnSource, fields: readonly ImportField[]): Proposal[] {
  return fields
    .map((field): Proposal => {
      const kind = kindOf(field.field);
      const fit = titleFit(column.title, field);
      const isList = field.list !== undefined;
      const share = isList ? column.evidence.ofList(field.list) : kind === null ? null : column.evidence.ofKind(kind);
      return { column, field: field.field, fit, share, certainty: certaintyOf(fit, share, isList, isList ? (field.list === 'yes-no' ? 0 : BY_LIST) : kind === null ? 0 : (BY_VALUES[kind] ?? 0)) };
    })
    .filter(({ certainty }) => certainty >= POSSIBLE)
    .toSorted((a, b) => b.certainty - a.certainty);
}

const howOf = (fit: TitleFit): ColumnMatch['how'] => (fit === 'none' ? 'values' : fit === 'own' ? 'title' : fit);

/**
 * Columns by meaning: the surest proposal of all is taken first, a column serves one field and a field takes one column. What is not
 * certain stays without a field and asks; so does a column that bears the title of a field which another one took.
 */
export function matchColumns(columns: readonly ColumnSource[], fields: readonly ImportField[]): { readonly columns: MappedColumn[]; readonly proposed: ReadonlySet<string>; readonly score: number } {
  const all = new Map(columns.map((column) => [column, proposalsFor(column, fields)]));
  const taken = new Map<ColumnSource, Proposal>();
  const used = new Set<string>();
  for (const proposal of [...all.values()].flat().toSorted((a, b) => b.certainty - a.certainty || a.column.index - b.column.index)) {
    if (taken.has(proposal.column) || used.has(proposal.field)) continue;
    taken.set(proposal.column, proposal);
    used.add(proposal.field);
  }
  const mapped = columns.map((column): MappedColumn => {
    const mine = taken.get(column);
    const best = mine ?? all.get(column)?.find(({ fit }) => fit === 'own' || fit === 'synonym');
    const alternatives = (all.get(column) ?? []).slice(0, MOST_ALTERNATIVES).map(({ field, certainty }) => ({ field, certainty }));
    const isSure = mine !== undefined && mine.certainty >= CERTAIN;
    const asks = !column.evidence.isEmpty && !isSure && best !== undefined;
    const match: ColumnMatch = { how: best ? howOf(best.fit) : 'aside', certainty: best?.certainty ?? 0, share: best?.share === null || best === undefined ? null : Math.round(best.share * 100), asks, alternatives };
    return { index: column.index, title: column.title.text, required: column.required, field: isSure ? mine.field : null, match };
  });
  return { columns: mapped, proposed: used, score: [...taken.values()].reduce((sum, { certainty }) => sum + certainty, 0) };
}
