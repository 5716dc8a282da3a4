/** Square metres as typed, in hundredths: the register keeps whole numbers. Null for nothing typed; NaN for what is no number. */
export function centiaresOf(squareMetres: number | string): number | null {
  if (squareMetres === '') return null;
  return Math.round(Number(squareMetres) * 100);
}

/** Hundredths of a square metre as square metres with two decimals. */
export const squareMetresOf = (centiares: number | null): string => (centiares === null ? '' : (centiares / 100).toFixed(2));
