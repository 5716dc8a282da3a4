import type { Host } from '#electron/database/host.ts';

export type SamplePerson = { readonly name: string; readonly initials: string; readonly phone: string; readonly idNumber: string; readonly gridId: string; readonly communityId: string };

/** Persons spread evenly over the whole city, in an order that jumps through it: what is looked for next is not what was just read. */
export function samplePersons({ sqlite }: Host, count: number): SamplePerson[] {
  const { n } = sqlite.prepare('SELECT max(row_no) AS n FROM person').get() as { n: number }; // the one column named
  const find = sqlite.prepare("SELECT name, initials, phone, id_number AS idNumber, grid_id AS gridId, community_id AS communityId FROM person WHERE row_no >= ? AND removed_at IS NULL AND grid_id IS NOT NULL AND phone <> '' AND id_number <> '' ORDER BY row_no LIMIT 1");
  const stride = 0.618_033_988_749_895; // the golden ratio's part spreads any number of steps evenly
  const places = Array.from({ length: count }, (_, step) => 1 + Math.floor((((step + 1) * stride) % 1) * n * 0.99));
  return places.map((place) => find.get(place)).filter((person): person is SamplePerson => person !== undefined);
}

/** The first two characters of a name: what is typed to find it. */
export const twoCharacters = (name: string): string => Array.from(name).slice(0, 2).join('');

/** The data of a call that must succeed; the measure ends otherwise. */
export async function answered<T>(call: ReturnType<Host['call']>): Promise<T> {
  const result = await call;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.data as T; // the caller names the operation's output
}
