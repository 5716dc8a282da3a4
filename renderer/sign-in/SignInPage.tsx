import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { Failure } from '#shared/errors/app-error.ts';
import type { Station } from '#shared/kernel/session/session.contract.ts';
import { Field, PasswordField } from './Field.tsx';
import { Notice } from './Notice.tsx';
import { ask } from './main-process.ts';
import type { PageProps } from './SignInApp.tsx';

type SignInPageProps = PageProps & { readonly station: Station; readonly restored: 'file' | 'keystore' | null; readonly onForgotten: () => void; readonly onDamaged: () => void; readonly onKeystore: () => void };

/** Codes of a file that does not hold what was written to it (electron/kernel/session/open-file.ts). */
const DAMAGED: ReadonlySet<string> = new Set(['database/cannot-open', 'database/damaged']);

const clockText = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Seconds left of a throttled form, counted down. */
function useWait(failure: Failure | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (failure?.code !== 'session/throttled') return undefined;
    const until = performance.now() + failure.params.seconds * 1000;
    const count = (): void => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    count();
    const timer = setInterval(count, 500);
    return () => clearInterval(timer);
  }, [failure]);
  return left;
}

/** Name and password; on most days only the password. Main opens the desk itself when they are right. */
export function SignInPage({ station, say, locale, restored, onForgotten, onDamaged, onKeystore }: SignInPageProps) {
  const [name, setName] = useState(station.lastName);
  const [password, setPassword] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const [wasTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [warnings, setWarnings] = useState(station.warnings);
  const [isStartedAgain, setStartedAgain] = useState(false);
  const missing = (text: string): string | undefined => (wasTried && !isBusy && text.trim() === '' ? say('first-run.required') : undefined);
  const wait = useWait(failure);
  const isWaiting = failure?.code === 'session/throttled' && wait > 0;

  // the first page is painted before the key store was looked at
  useEffect(() => void ask('session.getStation', {}).then((answer) => 'data' in answer && setWarnings(answer.data.warnings)), []);
  useEffect(() => window.griddesk.onEvent((event) => event.type === 'startedAgain' && setStartedAgain(true)), []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (isBusy || isWaiting || name.trim() === '' || password === '') return;
    setBusy(true);
    setFailure(null);
    const answer = await ask('session.signIn', { name, password });
    if (!('failure' in answer)) return; // main replaces this page
    setBusy(false);
    setFailure(answer.failure);
    setPassword('');
    form.current?.querySelector<HTMLInputElement>('input[autocomplete=current-password]')?.focus(); // the button that was pressed could not keep the keyboard
  };
  const takeBackup = async (): Promise<void> => {
    const answer = await ask('session.useBackupKeystore', {});
    if ('failure' in answer) setFailure(answer.failure);
    else {
      setWarnings([]);
      setFailure(null);
      onKeystore();
    }
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)}>
      <h1>{say('sign-in.title')}</h1>
      {station.lockedBecause && <Notice kind="information">{say(`sign-in.locked.${station.lockedBecause}`)}</Notice>}
      {restored && <Notice kind="information">{say(`restore.done.${restored}`)}</Notice>}
      {isStartedAgain && <Notice kind="information">{say('sign-in.started-again')}</Notice>}
      {station.demo && <Notice kind="information">{say('sign-in.demo')}</Notice>}
      {warnings.map((code) => <Notice key={code} kind="warning" locale={locale} failure={{ code, params: {} } as Failure} />)}
      {warnings.includes('keystore/damaged') && <button type="button" className="second" onClick={() => void takeBackup()}>{say('keystore.use-backup')}</button>}
      <Field label={say('sign-in.name')} value={name} onChange={setName} problem={missing(name)} autoFocus={station.lastName === ''} autoComplete="username" />
      <PasswordField label={say('sign-in.password')} value={password} onChange={setPassword} problem={failure ? undefined : missing(password)} autoFocus={station.lastName !== ''} say={say} />
      {isWaiting && <Notice kind="problem">{say('sign-in.wait', { time: clockText(wait) })}</Notice>}
      {failure && failure.code !== 'session/throttled' && <Notice kind="problem" locale={locale} failure={failure} />}
      {failure && DAMAGED.has(failure.code) && <button type="button" className="second" onClick={onDamaged}>{say('restore.open')}</button>}
      <button type="submit" className="main" disabled={isBusy || isWaiting}>{say(isBusy ? 'sign-in.busy' : 'sign-in.submit')}</button>
      <button type="button" className="quiet" onClick={onForgotten}>{say('sign-in.forgot')}</button>
    </form>
  );
}
