import { CITY_SIZE, type CitySize } from '#electron/kernel/demo/fill-city.ts';
import type { CityOptions } from '#tests/support/city.ts';

const persons = Number(process.env['GRIDDESK_BENCH_PERSONS'] ?? CITY_SIZE.persons);

/** False when GRIDDESK_BENCH_PERSONS asks for a smaller city: enough to see that a measure works, not for a figure. */
export const isWholeCity = persons === CITY_SIZE.persons;

const scaled = (count: number): number => Math.max(1, Math.round((count * persons) / CITY_SIZE.persons));
const smaller: CitySize = { grids: scaled(CITY_SIZE.grids), persons, households: scaled(CITY_SIZE.households), dwellings: scaled(CITY_SIZE.dwellings) };

/** The city that every measure asks for; a smaller one lies apart, so that it does not replace the whole one. */
export const cityOptions: CityOptions = isWholeCity ? {} : { size: smaller, folder: '.cache/bench/small' };

export const cityWords = `${persons.toLocaleString('en')} persons`;
