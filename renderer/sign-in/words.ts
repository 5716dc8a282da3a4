import english from '#resources/locales/en/sign-in.json';
import englishFailures from '#resources/locales/en/vault.json';
import chinese from '#resources/locales/zh-CN/sign-in.json';
import chineseFailures from '#resources/locales/zh-CN/vault.json';
import type { Failure } from '#shared/errors/app-error.ts';

export type Word = keyof typeof chinese;
export type Locale = 'zh-CN' | 'en';
export type Say = (id: Word, values?: Readonly<Record<string, string | number>>) => string;

const catalogues: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { 'zh-CN': { ...chineseFailures, ...chinese }, en: { ...englishFailures, ...english } };

const filled = (pattern: string, values: Readonly<Record<string, unknown>>): string =>
  pattern.replaceAll(/\{(\w+)(?:, number)?\}/g, (_place, name: string) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });

/** The words of these few pages, without the formatter of the desk: this bundle decides how soon the first screen is there. */
export const sayIn = (locale: Locale): Say => (id, values = {}) => filled(catalogues[locale][id] ?? id, values);

const rare: Partial<Record<Locale, Readonly<Record<string, string>>>> = {};
/** Reads the sentences of what seldom happens at this door (a full disk, a newer file), which the first bundle leaves out. */
export async function readRareFailures(): Promise<void> {
  const [zh, en] = await Promise.all([import('#resources/locales/zh-CN/errors.json'), import('#resources/locales/en/errors.json')]);
  Object.assign(rare, { 'zh-CN': zh.default, en: en.default });
}
export const knowsFailure = (locale: Locale, code: string): boolean => `error.${code}` in catalogues[locale] || rare[locale] !== undefined;

export function failureWords(locale: Locale, failure: Failure): string {
  const key = `error.${failure.code}`;
  const pattern = catalogues[locale][key] ?? rare[locale]?.[key] ?? catalogues[locale]['sign-in.unexpected'] ?? '';
  return filled(pattern, 'reference' in failure.params ? failure.params : { reference: failure.code, ...failure.params });
}

export const reasonWords = (locale: Locale, reason: string): string => catalogues[locale][`password.reason.${reason}`] ?? reason;
