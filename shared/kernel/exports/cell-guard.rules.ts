const ACTIVE_START = /^[=+\-@\t\r＝＋－＠]/u;

/**
 * What may stand in a cell that leaves the desk. Text that a spreadsheet could take for a formula gets a leading apostrophe
 * (ASVS 1.2.10); numbers stay numbers, and every number-like text stays text because it is written as a string cell.
 */
export function guardCell(value: string | number | null): string | number | null {
  return typeof value === 'string' && ACTIVE_START.test(value) ? `'${value}` : value;
}
