/**
 * The middle one of counted values in their order; of an even number the lower of the two, so that it is one that happened. Undefined of none.
 */
export function middleOf<L extends { readonly matters: number }>(lines: readonly L[]): L | undefined {
  let left = Math.ceil(lines.reduce((sum, { matters }) => sum + matters, 0) / 2);
  return lines.find(({ matters }) => matters > 0 && (left -= matters) <= 0);
}
