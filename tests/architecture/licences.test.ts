import { expect, it } from 'vitest';
import { deliveredLicences } from '#resources/tools/package-licences.mjs';

it('what is delivered inside the desk may be delivered', () => {
  const delivered = deliveredLicences();
  expect(delivered.map(({ name }) => name)).toEqual(expect.arrayContaining(['react', 'better-sqlite3-multiple-ciphers', 'recharts']));
  expect(delivered.filter(({ isAccepted }) => !isAccepted)).toEqual([]);
});
