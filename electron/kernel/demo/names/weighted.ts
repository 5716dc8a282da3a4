/** Values drawn with the same chance each; `weight` is the chance of one value of the group against one value of another group. */
export type WeightedGroup = { readonly weight: number; readonly values: readonly string[] };
