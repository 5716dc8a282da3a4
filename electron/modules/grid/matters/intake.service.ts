import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import { likenessOf, placeKeyOf, suggestKinds } from '#shared/modules/grid/matters/matter-words.rules.ts';
import type { MatterDuplicate, MatterPlace, matterTypedSchema, MatterSuggestion } from '#shared/modules/grid/matters/matter.schema.ts';
import { afterPrefix, phraseOf } from '#shared/modules/grid/register/search-text.rules.ts';
import { buildingFilterSchema, buildingTitle } from '#shared/modules/grid/territory/buildings/building.schema.ts';
import { workingDays } from './matter-clock.ts';
import { shownMatter } from './matter-sheet.ts';
import type { ListedMatter } from './matters.repository.ts';

type Typed = z.output<typeof matterTypedSchema>;
const MOST_PLACES = 6;
const MOST_BUILDINGS = 3;
const MOST_KINDS = 4;
const MOST_DUPLICATES = 5;
/** So many of each way of being alike are compared word by word. */
const COMPARED = 60;
/** Alike enough to be shown, of a hundred. */
const ALIKE = 45;
const BUILDING = /^(.*?\d+(?:幢|栋|号楼|座))/;

/** Buildings and dwellings an address could mean, the closest first; each brings its grid along. */
export function findMatterPlaces(work: Work, { text }: { readonly text: string }): MatterPlace[] {
  const typed = text.normalize('NFKC').replaceAll(/\s/g, '');
  if (typed.length < 2) return [];
  const everywhere = { ...work.actor, scope: 'all' as const };
  const building = BUILDING.exec(typed)?.[1]?.replace(/(栋|号楼|座)$/, '幢') ?? typed;
  const buildings = work.buildings
    .list(everywhere, buildingFilterSchema.parse({ text: building }), { field: 'name', direction: 'asc' }, { offset: 0, limit: MOST_BUILDINGS })
    .map((one): MatterPlace => ({ kind: 'building', id: one.id, buildingId: one.id, label: buildingTitle(one), gridId: one.gridId, gridName: one.gridName }));
  const phrase = phraseOf(typed);
  const dwellings = phrase === '' ? [] : work.dwellings.some(everywhere, phrase, MOST_PLACES).flatMap(({ id, address, gridName }): MatterPlace[] => {
    const gridId = work.dwellings.find(everywhere, id)?.gridId ?? null;
    return [{ kind: 'dwelling', id, buildingId: null, label: address, gridId, gridName }];
  });
  const exact = dwellings.filter(({ label }) => placeKeyOf(label) === placeKeyOf(typed));
  return [...exact, ...buildings, ...dwellings.filter((one) => !exact.includes(one))].slice(0, MOST_PLACES);
}

/** The kinds the typed words speak of, with the station each is routed to. */
export const suggestMatterKinds = (work: Work, { subject, content }: Typed): MatterSuggestion[] =>
  suggestKinds(`${subject} ${content}`, work.matterSettings.kinds(), MOST_KINDS).map(({ kind: { code, station, urgent }, words }) => ({ kind: code, station, urgent, words: [...words] }));

/**
 * Matters that could be the same one, the newest of each way of being alike: ever at this very place, open at a place that begins so, open in the same
 * grid, lately of the same kind. Each way is one index; the words are compared afterwards.
 */
function candidates(work: Work, { place, gridId, kind }: Typed): ListedMatter[] {
  const key = placeKeyOf(place);
  const isPlace = key.length >= 3;
  const atPlace = isPlace ? work.matters.some(work.actor, { sql: "m.place_key = ? AND m.place_key <> ''", values: [key] }, COMPARED, 'matter_by_place') : [];
  const nearPlace = isPlace ? work.matters.some(work.actor, { sql: 'm.open = 1 AND m.place_key >= ? AND m.place_key < ?', values: [key, afterPrefix(key)] }, COMPARED, 'matter_queue') : [];
  const sameGrid = gridId === null ? [] : work.matters.some(work.actor, { sql: 'm.open = 1 AND m.grid_id = ?', values: [gridId] }, COMPARED, 'matter_queue');
  const sameKind = kind === '' ? [] : work.matters.some(work.actor, { sql: 'm.kind = ?', values: [kind] }, COMPARED, 'matter_by_kind');
  return [...new Map([...atPlace, ...nearPlace, ...sameGrid, ...sameKind].map((row) => [row.id, row])).values()];
}

/** What has ended is the same matter only at the same place; what is open elsewhere may be, unless both grids are known and differ. */
const couldBe = (samePlace: boolean, row: ListedMatter, gridId: string | null): boolean => samePlace || (row.open === 1 && (gridId === null || row.gridId === null || row.gridId === gridId));

/** Possible duplicates while somebody types: by place, kind and words, what is still open first among equals. */
export function findMatterDuplicates(work: Work, typed: Typed): MatterDuplicate[] {
  if (typed.subject.length < 2 && placeKeyOf(typed.place).length < 3) return [];
  const key = placeKeyOf(typed.place);
  const days = workingDays(work);
  return candidates(work, typed)
    .filter(({ id }) => id !== typed.exceptId)
    .map((row) => {
      const samePlace = key.length >= 3 && placeKeyOf(row.place).startsWith(key);
      const sameKind = typed.kind !== '' && row.kind === typed.kind;
      const words = likenessOf(typed.subject, row.subject);
      return { row, samePlace, sameKind, likeness: Math.round(words * 50 + (samePlace ? 30 : 0) + (sameKind ? 15 : 0) + (row.open === 1 ? 5 : 0)) };
    })
    .filter(({ row, samePlace, likeness }) => likeness >= ALIKE && couldBe(samePlace, row, typed.gridId))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_DUPLICATES)
    .map(({ row, ...found }) => ({ row: shownMatter(days, work.today, row), ...found }));
}
