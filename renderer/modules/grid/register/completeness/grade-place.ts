import { filterSearch } from '#renderer/components/ledger/use-ledger-place.ts';
import { completenessFilterSchema, type Band } from '#shared/modules/grid/register/completeness/completeness.contract.ts';

export type GridGrade = { readonly gridId: string | null; readonly gridName: string; readonly score: number } & Readonly<Record<Band, number>>;

/** The people behind one part of a grid's bar. */
export function gradePlace(gridId: string | null, band: Band): string {
  const { f } = filterSearch(completenessFilterSchema, { ...(gridId === null ? { withoutGrid: true } : { gridIds: [gridId] }), bands: [band] });
  return `/grid/completeness?f=${encodeURIComponent(JSON.stringify(f))}`;
}
