/** The two readers of the package that are used; it brings no types of its own. */
declare module 'shpjs' {
  /** Geometries in the order of the file; with a projection they are turned into degrees. Throws on one it cannot understand. */
  export function parseShp(bytes: Uint8Array, projection?: string): unknown[];
  /** Rows of the attribute table. */
  export function parseDbf(bytes: Uint8Array, encoding?: string): Record<string, unknown>[];
}
