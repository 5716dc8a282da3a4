import { performance } from 'node:perf_hooks';
import { CITY_ACTOR, openCity } from '#tests/support/city.ts';
import type { PersonFilter, PersonRow } from '#shared/modules/grid/register/person.schema.ts';
import { cityOptions, cityWords } from './city-size.ts';
import { answered, samplePersons, twoCharacters, type SamplePerson } from './city-samples.ts';
import { listenTo } from './heard-statement.ts';
import { p95Row, ratioRow, report } from './rows.ts';
import { median, percentile, sum } from './statistics.ts';
import { inTurn, timed } from './timing.ts';

type Query = { readonly filter: Partial<PersonFilter>; readonly sort: { readonly field: string; readonly direction: 'asc' | 'desc' } };

const ROUNDS = 60;
const WARM_UP = 2;
/** A filter that is slow gets fewer rounds: none begins after this time, when at least the least are there. */
const BUDGET_MS = 15_000;
const LEAST_ROUNDS = 10;
/** What a window of the list asks for (renderer/components/ledger/use-row-windows.ts). */
const FIRST_PAGE = { offset: 0, limit: 200 } as const;

const by = (field: string, direction: 'asc' | 'desc' = 'asc'): Query['sort'] => ({ field, direction });

const bornInMonth = (round: number): Partial<PersonFilter> => ({ bornFrom: `${1940 + round}-03-01`, bornUntil: `${1940 + round}-03-31` });

/** What people filter and sort by, with values that another person of the city gives in each round. */
const KINDS: Readonly<Record<string, (person: SamplePerson, round: number) => Query>> = {
  'all by name': () => ({ filter: {}, sort: by('name') }),
  'one grid by name': ({ gridId }) => ({ filter: { gridIds: [gridId] }, sort: by('name') }),
  'one community by birth': ({ communityId }) => ({ filter: { communityIds: [communityId] }, sort: by('birthOn', 'desc') }),
  'floating by name': () => ({ filter: { categories: ['floating'] }, sort: by('name') }),
  'women over 60 by birth': () => ({ filter: { sexes: ['2'], bornUntil: '1966-03-02' }, sort: by('birthOn') }),
  'women over 60 by name': () => ({ filter: { sexes: ['2'], bornUntil: '1966-03-02' }, sort: by('name') }),
  'two characters by name': ({ name }) => ({ filter: { text: twoCharacters(name) }, sort: by('name') }),
  'floating of a grid by change': ({ gridId }) => ({ filter: { gridIds: [gridId], categories: ['floating'] }, sort: by('updatedAt', 'desc') }),
  'all by address': () => ({ filter: {}, sort: by('presentAddress') }),
  'one grid by address': ({ gridId }) => ({ filter: { gridIds: [gridId] }, sort: by('presentAddress') }),
  'women of a community by change': ({ communityId }) => ({ filter: { communityIds: [communityId], sexes: ['2'] }, sort: by('updatedAt', 'desc') }),
  'left behind by grid': () => ({ filter: { categories: ['left-behind'] }, sort: by('gridName') }),
  'born in a month by name': (_person, round) => ({ filter: bornInMonth(round), sort: by('name') }),
  'initials by birth': ({ initials }) => ({ filter: { text: initials }, sort: by('birthOn') }),
};

/** The first call of a round reads values nobody asked for before and is the one a person waits for; call and bare statement then take turns. */
await report('list', async () => {
  const host = await openCity('read', cityOptions);
  const people = samplePersons(host, ROUNDS + WARM_UP);
  const statement = listenTo(host.sqlite);
  const call = (query: Query) => answered<PersonRow[]>(host.call(CITY_ACTOR, 'grid.listPersons', { ...query, ...FIRST_PAGE }));

  const kinds = [];
  for (const [kind, queryOf] of Object.entries(KINDS)) {
    const times = { first: [] as number[], product: [] as number[], bare: [] as number[] };
    const end = performance.now() + BUDGET_MS;
    for (const [round, person] of people.entries()) {
      if (times.first.length >= LEAST_ROUNDS && performance.now() > end) break;
      const query = queryOf(person, round);
      const first = await timed(() => call(query));
      const { sql, values } = statement.last();
      const pair = await inTurn({ rounds: 2, warmUp: 0 }, () => call(query), () => host.sqlite.prepare(sql).all(...values));
      if (round < WARM_UP) continue;
      times.first.push(first);
      times.product.push(...pair.measured);
      times.bare.push(...pair.reference);
    }
    kinds.push({ kind, ...times });
    console.log(`  ${kind}: ${median(times.product).toFixed(2)} against ${median(times.bare).toFixed(2)} ms, p95 of the first time ${percentile(times.first, 0.95).toFixed(2)} ms`);
  }
  host.close();

  const slowest = kinds.toSorted((one, other) => percentile(other.first, 0.95) - percentile(one.first, 0.95))[0];
  if (!slowest) throw new Error('no kind of list was measured');
  const words = `${kinds.length} filters, ${cityWords}`;
  const worst = Math.max(...kinds.map(({ product, bare }) => median(product) / median(bare)));
  return [
    ratioRow('list', sum(kinds.map(({ product }) => median(product))), sum(kinds.map(({ bare }) => median(bare))), `sum of the medians of ${words}, up to ${ROUNDS * 2} pairs each; largest ratio of one filter ${worst.toFixed(2)}`),
    p95Row('list-p95', slowest.first, `"${slowest.kind}", slowest of ${words}, ${slowest.first.length} calls`),
  ];
});
