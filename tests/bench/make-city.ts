import { buildCity } from '#tests/support/city.ts';
import { cityOptions, cityWords } from './city-size.ts';

/** Makes the city that the measures open, before the first of them: none of them is charged for it. */
const STEP = 100_000;
let told = 0;
const city = await buildCity({
  ...cityOptions,
  progress: (persons) => {
    if (persons < told + STEP) return;
    told = persons - (persons % STEP);
    console.log(`  ${told.toLocaleString('en')} of ${cityWords}`);
  },
});
console.log(`  ${city.file}, ${city.isNew ? 'new' : 'left by an earlier run'}`);
