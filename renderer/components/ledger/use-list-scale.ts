import { usePreferences } from '#renderer/app/preferences.ts';

/** What a row or a column gains: large type is 16 px where the usual is 14 px (desk.css), English needs more room than Chinese for the same thing. */
export type ListScale = { readonly text: number; readonly column: number };

export function useListScale(): ListScale {
  const { textSize, locale } = usePreferences();
  const text = textSize === 'large' ? 16 / 14 : 1;
  return { text, column: text * (locale === 'en' ? 1.25 : 1) };
}
