export type StaffTotal = { readonly totalFen: number; readonly people: number; readonly months: number };
export type Norm = { readonly normFen: number; readonly quantity: number; readonly unit: '人' | '人月' | '年' };

/**
 * Norm and quantity whose product is exactly what staff reckons for a year: per head where that is whole fen, else per month of service, else the
 * year as one. Ours: a rounded average would ask for other money than the roster makes.
 */
export function normOfStaff({ totalFen, people, months }: StaffTotal): Norm {
  if (people > 0 && totalFen % people === 0) return { normFen: totalFen / people, quantity: people, unit: '人' };
  if (months > 0 && totalFen % months === 0) return { normFen: totalFen / months, quantity: months, unit: '人月' };
  return { normFen: totalFen, quantity: 1, unit: '年' };
}
