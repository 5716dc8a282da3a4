/** The largest 1, 2 or 5 times a power of ten that is not above `most`. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1e-6)));
  return [5, 2, 1].map((times) => times * power).find((length) => length <= most) ?? power;
}
