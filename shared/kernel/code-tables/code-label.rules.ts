/**
 * The form in which two writings of one label are the same: width and compatibility forms folded (NFKC), every space taken out, lower
 * case, so that `（女）`, `(女)` and ` ( 女 ) ` meet. It decides nothing about meaning; other words for a value are aliases of its table.
 */
export const foldLabel = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();
