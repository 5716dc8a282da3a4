import { expect, it } from 'vitest';
import { isNumbering } from '#electron/kernel/imports/matching/ledger-rows.ts';

it('a line that numbers the columns is told from a record', () => {
  expect(isNumbering(['1', '2', '3', '4'])).toBe(true);
  expect(isNumbering(['栏次', '', '1', '2', '3'])).toBe(true);
  expect(isNumbering(['1', '办公费', '3', '4'])).toBe(false);
  expect(isNumbering(['1', '3', '4'])).toBe(false);
});
