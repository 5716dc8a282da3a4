import { CITY_ACTOR, openCity } from '#tests/support/city.ts';
import type { SearchHit } from '#shared/kernel/search/search.contract.ts';
import { cityOptions, cityWords } from './city-size.ts';
import { answered, samplePersons, twoCharacters, type SamplePerson } from './city-samples.ts';
import { p95Row, report } from './rows.ts';
import { timed } from './timing.ts';

const CALLS = 300;
const WARM_UP = 10;

const end = (text: string, length: number): string => text.slice(-length);

/** What is typed to find a person of the city; every call looks for another one. */
const KINDS: Readonly<Record<string, (person: SamplePerson) => string>> = {
  'search-han': ({ name }) => twoCharacters(name),
  'search-initials': ({ initials }) => initials,
  'search-phone': ({ phone }) => end(phone, 4),
  'search-id': ({ idNumber }) => end(idNumber, 6),
};

await report('search', async () => {
  const host = await openCity('read', cityOptions);
  const people = samplePersons(host, CALLS + WARM_UP);
  const find = (text: string) => answered<SearchHit[]>(host.call(CITY_ACTOR, 'search.findEverywhere', { text, limit: 20 }));

  const times = new Map(Object.keys(KINDS).map((kind): [string, number[]] => [kind, []]));
  const found = new Map<string, number>();
  for (const [round, person] of people.entries()) {
    for (const [kind, textOf] of Object.entries(KINDS)) {
      let hits: readonly SearchHit[] = [];
      const time = await timed(async () => (hits = await find(textOf(person))));
      if (round < WARM_UP) continue;
      times.get(kind)?.push(time);
      if (hits.length > 0) found.set(kind, (found.get(kind) ?? 0) + 1);
    }
  }
  host.close();

  return [...times].map(([kind, list]) => {
    // somebody is there for every text, so a search without an answer is one that was not made
    if (found.get(kind) !== list.length) throw new Error(`${kind} found nobody in ${list.length - (found.get(kind) ?? 0)} of ${list.length} calls`);
    return p95Row(kind, list, `${list.length} texts, ${cityWords}`);
  });
});
