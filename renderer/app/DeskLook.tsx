import 'dayjs/locale/zh-cn';
import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { useMediaQuery } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { loadWords, type Words } from '#renderer/i18n/load-words.ts';
import { deskTheme } from '#renderer/theme/theme.ts';
import type { Preferences } from '#shared/kernel/settings/settings.contract.ts';
import { styleNonce } from './boot.ts';
import { useFollowPreferences, usePreferences } from './preferences.ts';

export type LoadedWords = { readonly locale: Preferences['locale']; readonly words: Words };

/** Words, colours and sizes as this PC's preferences say; a changed one is followed without losing anything on screen. */
export function DeskLook({ firstWords, children }: { firstWords: LoadedWords; children: ReactNode }) {
  useFollowPreferences();
  const { colorScheme } = usePreferences();
  const isDarkOutside = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  const { locale, words } = useLoadedWords(firstWords);
  const theme = useMemo(() => deskTheme(words['common.close']), [words]);
  const dates = useMemo(() => ({ locale: locale === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 as const }), [locale]);
  return (
    <IntlProvider locale={locale} messages={words} defaultLocale="zh-CN" onError={reportWords}>
      <MantineProvider theme={theme} forceColorScheme={colorScheme === 'auto' ? (isDarkOutside ? 'dark' : 'light') : colorScheme} getStyleNonce={() => styleNonce}>
        <DatesProvider settings={dates}>
          {/* in the middle: the right end belongs to the buttons of the side panels, the left to the bar of a list */}
          <Notifications position="bottom-center" limit={3} autoClose={10_000} containerWidth="min(27rem, 60vw)" />
          {children}
        </DatesProvider>
      </MantineProvider>
    </IntlProvider>
  );
}

/** A sentence without words is a fault of the program; the key stands in its place and the log says which. */
const reportWords = (error: Error): void => console.error(error.message);

/** The chosen language's words; the former ones stay until the new are read. */
function useLoadedWords(first: LoadedWords): LoadedWords {
  const { locale } = usePreferences();
  const [loaded, setLoaded] = useState(first);
  useEffect(() => {
    if (locale === loaded.locale) return undefined;
    let isWanted = true;
    void loadWords(locale).then((words) => isWanted && setLoaded({ locale, words }));
    return () => {
      isWanted = false;
    };
  }, [locale, loaded.locale]);
  return loaded;
}
