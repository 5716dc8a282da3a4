/** Figures of the population summary (domain.md 7, form of the Shanghai ledger), in the order of its columns. */
export const populationFigures = [
  'households', 'registeredHouseholds', 'rentingHouseholds', 'persons', 'male', 'female', 'registered', 'floating', 'leftBehind', 'overseas', 'noHukou', 'tenants', 'permits',
  'upTo3', 'upTo18', 'upTo59', 'upTo59Female', 'from60', 'arrived', 'movedAway', 'died',
] as const;
export type PopulationFigure = (typeof populationFigures)[number];
export type Population = { readonly [F in PopulationFigure]: number };

export const noPopulation: Population = Object.fromEntries(populationFigures.map((figure) => [figure, 0])) as Population; // every figure
/** The sum of all grids, figure by figure. */
export const populationTotal = (rows: readonly { readonly figures: Population }[]): Population =>
  Object.fromEntries(populationFigures.map((figure) => [figure, rows.reduce((sum, row) => sum + row.figures[figure], 0)])) as Population; // every figure

/** Ages in whole years, both ends included, of the columns that are asked by age. */
export const ageColumns = { upTo3: [0, 3], upTo18: [4, 18], upTo59: [19, 59], upTo59Female: [19, 59], from60: [60, null] } as const;

/** The last day of birth of somebody who is at least `age` whole years old on a day. */
export function bornBy(on: string, age: number): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const at = new Date(Date.UTC(year - age, month - 1, day));
  return (at.getUTCMonth() + 1 === month ? at : new Date(Date.UTC(year - age, month, 0))).toISOString().slice(0, 10); // 29 February in a year without one
}
