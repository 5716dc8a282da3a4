import { lazy, Suspense, useEffect, useState } from 'react';
import type { RecoverySheet } from '#shared/kernel/session/session.contract.ts';
import type { Preferences } from '#shared/kernel/settings/settings.contract.ts';
import { ask, boot } from './main-process.ts';
import { SignInPage } from './SignInPage.tsx';
import { sayIn, type Locale, type Say } from './words.ts';

export type PageProps = { readonly say: Say; readonly locale: Locale };

/** Pages of a rare day; the everyday one is in the first bundle. */
const FirstRunPage = lazy(() => import('./FirstRunPage.tsx'));
const MakingPage = lazy(() => import('./MakingPage.tsx'));
const RecoverPage = lazy(() => import('./RecoverPage.tsx'));
const RestoreOffer = lazy(() => import('./RestoreOffer.tsx'));
const SheetPage = lazy(() => import('./SheetPage.tsx'));

function wear({ locale, colorScheme, textSize }: Preferences): void {
  const isDark = colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  const page = document.documentElement;
  page.lang = locale;
  page.dataset['theme'] = isDark ? 'dark' : 'light';
  page.dataset['textSize'] = textSize;
  document.title = sayIn(locale)('sign-in.app');
}

/** What stands before the desk: first run, recovery sheet, sign-in, lock. */
export function SignInApp() {
  const [preferences, setPreferences] = useState(boot.preferences);
  const [station, setStation] = useState(boot.station);
  const [sheet, setSheet] = useState<RecoverySheet | null>(null);
  const [isForgotten, setForgotten] = useState(false);
  const [restore, setRestore] = useState<'offered' | 'file' | 'keystore' | null>(null);
  const { locale } = preferences;
  const say = sayIn(locale);
  useEffect(() => wear(preferences), [preferences]);
  useEffect(() => window.griddesk.ready(), []);
  useEffect(() => {
    // the page was painted before the key store was looked at: what a person must know of it comes afterwards
    void ask('session.getStation', {}).then((answer) => 'data' in answer && setStation(answer.data));
    if (boot.station.state === 'recovery-sheet') void ask('session.getRecoverySheet', {}).then((answer) => 'data' in answer && setSheet(answer.data));
  }, []);

  const prefer = (change: Partial<Preferences>): void => {
    setPreferences({ ...preferences, ...change });
    void ask('settings.updatePreferences', change);
  };
  const isDark = document.documentElement.dataset['theme'] === 'dark';
  const page = sheet ? (
    <SheetPage say={say} locale={locale} sheet={sheet} />
  ) : station.state === 'making' ? (
    <MakingPage say={say} locale={locale} />
  ) : station.state === 'first-run' ? (
    <FirstRunPage say={say} locale={locale} onSheet={setSheet} />
  ) : restore === 'offered' ? (
    <RestoreOffer say={say} locale={locale} onRestored={() => setRestore('file')} onBack={() => setRestore(null)} />
  ) : isForgotten ? (
    <RecoverPage say={say} locale={locale} lastName={station.lastName} onSheet={setSheet} onBack={() => setForgotten(false)} />
  ) : (
    <SignInPage say={say} locale={locale} station={station} restored={restore} onForgotten={() => setForgotten(true)} onDamaged={() => setRestore('offered')} onKeystore={() => {
      setStation({ ...station, warnings: station.warnings.filter((code) => code !== 'keystore/damaged') });
      setRestore('keystore');
    }} />
  );
  return (
    <>
      <header>
        <span className="brand">{say('sign-in.app')}</span>
        <span className="choices">
          <button type="button" className="quiet" lang={locale === 'en' ? 'zh-CN' : 'en'} onClick={() => prefer({ locale: locale === 'en' ? 'zh-CN' : 'en' })}>{say('sign-in.language')}</button>
          <button type="button" className="quiet" onClick={() => prefer({ colorScheme: isDark ? 'light' : 'dark' })}>{say(isDark ? 'sign-in.theme.light' : 'sign-in.theme.dark')}</button>
          <button type="button" className="quiet" onClick={() => prefer({ textSize: preferences.textSize === 'large' ? 'normal' : 'large' })}>{say(preferences.textSize === 'large' ? 'sign-in.text.normal' : 'sign-in.text.large')}</button>
        </span>
      </header>
      <main>
        <Suspense fallback={null}>{page}</Suspense>
      </main>
    </>
  );
}
