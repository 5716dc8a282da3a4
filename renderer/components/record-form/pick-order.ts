import type { CodeOption } from '#renderer/components/codes/use-codes.ts';

/** A choice with the letters of its words: whole reading and initials, as main spells them. */
export type SpelledOption = CodeOption & { readonly letters: readonly string[] };

/**
 * The choices that typed words may mean, in the given order: part of the label, the beginning of its reading or initials, or the
 * beginning of its code. Nothing typed: all of them.
 */
export function matching<T extends SpelledOption>(options: readonly T[], typed: string): readonly T[] {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (text === '') return options;
  const letters = text.replaceAll(/[\s']/g, '');
  return options.filter(({ label, value, letters: spelled }) => label.toLowerCase().includes(text) || value.toLowerCase().startsWith(text) || spelled.some((reading) => reading.startsWith(letters)));
}

/** The choices used lately, the last first, apart from the others. */
export function lastUsedFirst<T extends CodeOption>(options: readonly T[], used: readonly string[]): { readonly lately: readonly T[]; readonly others: readonly T[] } {
  const lately = used.flatMap((value) => options.filter((option) => option.value === value));
  return { lately, others: options.filter((option) => !lately.includes(option)) };
}

/** What to remember after a choice; `most` is how many stay. */
export const rememberUse = (used: readonly string[], value: string, most: number): readonly string[] => [value, ...used.filter((other) => other !== value)].slice(0, most);
