/** A piece of a WHERE with the values of its marks. */
export type Condition = { readonly sql: string; readonly values: readonly (string | number | null)[] };

/** Nothing is in an empty list. It is written as one that holds only NULL, because SQLite finds no way along a named index for `IN ()`. */
export const isIn = (column: string, values: readonly (string | number)[]): Condition => ({ sql: `${column} IN (${Array.from({ length: Math.max(1, values.length) }, () => '?').join(', ')})`, values: values.length === 0 ? [null] : values });

/** Limits a column to chosen values; nothing chosen does not limit. */
export const oneOf = (column: string, values: readonly string[]): Condition[] => (values.length === 0 ? [] : [isIn(column, values)]);

/** A condition on one value that may be absent, which does not limit. */
export const only = (sql: string, value: string | number | null): Condition[] => (value === null ? [] : [{ sql, values: [value] }]);

export const allOf = (conditions: readonly Condition[]): Condition => ({ sql: conditions.map(({ sql }) => `(${sql})`).join(' AND ') || '1', values: conditions.flatMap(({ values }) => values) });
