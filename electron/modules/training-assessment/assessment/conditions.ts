export type Condition = { readonly sql: string; readonly values: readonly (string | number | null)[] };

/** One of these values; of none of them nothing is. */
export const isIn = (column: string, values: readonly string[]): Condition => ({ sql: `${column} IN (${Array.from({ length: Math.max(1, values.length) }, () => '?').join(', ')})`, values: values.length === 0 ? [null] : values });

/** All of these conditions. */
export const allOf = (conditions: readonly Condition[]): Condition => ({ sql: conditions.map(({ sql }) => `(${sql})`).join(' AND ') || '1', values: conditions.flatMap(({ values }) => values) });
