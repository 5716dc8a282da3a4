import { useEffect, useState, type FormEvent } from 'react';
import type { Failure } from '#shared/errors/app-error.ts';
import type { Station } from '#shared/kernel/session/session.contract.ts';
import { Field, PasswordField } from './Field.tsx';
import { Notice } from './Notice.tsx';
import { ask } from './main-process.ts';
import type { PageProps } from './SignInApp.tsx';

type SignInPageProps = PageProps & { readonly station: Station; readonly onForgotten: () => void };

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
export function SignInPage({ station, say, locale, onForgotten }: SignInPageProps) {
  const [name, setName] = useState(station.lastName);
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [warnings, setWarnings] = useState(station.warnings);
  const [isStartedAgain, setStartedAgain] = useState(false);
  const wait = useWait(failure);
  const isWaiting = failure?.code === 'session/throttled' && wait > 0;

  // the first page is painted before the key store was looked at
  useEffect(() => void ask('session.getStation', {}).then((answer) => 'data' in answer && setWarnings(answer.data.warnings)), []);
  useEffect(() => window.griddesk.onEvent((event) => event.type === 'startedAgain' && setStartedAgain(true)), []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || isWaiting || name.trim() === '' || password === '') return;
    setBusy(true);
    setFailure(null);
    const answer = await ask('session.signIn', { name, password });
    if (!('failure' in answer)) return; // main replaces this page
    setBusy(false);
    setFailure(answer.failure);
    setPassword('');
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <h1>{say('sign-in.title')}</h1>
      {station.lockedBecause && <Notice kind="information">{say(`sign-in.locked.${station.lockedBecause}`)}</Notice>}
      {isStartedAgain && <Notice kind="information">{say('sign-in.started-again')}</Notice>}
      {station.demo && <Notice kind="information">{say('sign-in.demo')}</Notice>}
      {warnings.map((code) => <Notice key={code} kind="warning" locale={locale} failure={{ code, params: {} } as Failure} />)}
      <Field label={say('sign-in.name')} value={name} onChange={setName} autoFocus={station.lastName === ''} autoComplete="username" />
      <PasswordField label={say('sign-in.password')} value={password} onChange={setPassword} autoFocus={station.lastName !== ''} say={say} />
      {failure && (failure.code !== 'session/throttled' || isWaiting) && <Notice kind="problem" locale={locale} failure={failure.code === 'session/throttled' ? { code: failure.code, params: { seconds: wait } } : failure} />}
      <button type="submit" className="main" disabled={isBusy || isWaiting}>{say(isBusy ? 'sign-in.busy' : 'sign-in.submit')}</button>
      <button type="button" className="quiet" onClick={onForgotten}>{say('sign-in.forgot')}</button>
    </form>
  );
}
