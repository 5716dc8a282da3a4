/**
 * A free code for a new value: the next number where codes are numbers (kept at their width), else `own-1`, `own-2` and so on. A person
 * may type another.
 */
export function nextCode(taken: readonly string[]): string {
  const numbers = taken.filter((code) => /^\d+$/.test(code));
  if (numbers.length > 0 && numbers.length === taken.length) {
    const width = Math.max(...numbers.map((code) => code.length));
    return String(Math.max(...numbers.map(Number)) + 1).padStart(width, '0');
  }
  let own = 1;
  while (taken.includes(`own-${own}`)) own += 1;
  return `own-${own}`;
}
