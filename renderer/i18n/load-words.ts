import type { Preferences } from '#shared/kernel/settings/settings.contract.ts';
import type { MessageId } from './messages.ts';

export type Words = Readonly<Record<MessageId, string>>;

/** One language's words; the other one is not even read from disk. */
export const loadWords = (locale: Preferences['locale']): Promise<Words> =>
  (locale === 'en' ? import('#resources/locales/en.ts') : import('#resources/locales/zh-CN.ts')).then((words) => words.default);
