const STEP = 1024;
const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** Bytes in the unit a person would say them in; kilobytes are the smallest. `unit` is one of Intl's own. */
export function fileSize(bytes: number): { readonly value: number; readonly unit: (typeof UNITS)[number] } {
  const power = Math.min(UNITS.length, Math.max(1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(STEP))));
  return { value: bytes / STEP ** power, unit: UNITS[power - 1] ?? 'kilobyte' };
}
