import { useState, type FormEvent } from 'react';
import type { Failure } from '#shared/errors/app-error.ts';
import type { RecoverySheet } from '#shared/kernel/session/session.contract.ts';
import { Field } from './Field.tsx';
import { NewPassword, newPasswordProblems } from './NewPassword.tsx';
import { Notice } from './Notice.tsx';
import { ask } from './main-process.ts';
import type { PageProps } from './SignInApp.tsx';

type RecoverPageProps = PageProps & { readonly lastName: string; readonly onSheet: (sheet: RecoverySheet) => void; readonly onBack: () => void };

/** Every password lost: the words open the file, one account gets a new password, the station a new sheet. */
export default function RecoverPage({ say, locale, lastName, onSheet, onBack }: RecoverPageProps) {
  const [words, setWords] = useState('');
  const [name, setName] = useState(lastName);
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [wasTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const missing = (text: string): string | undefined => (wasTried && text.trim() === '' ? say('first-run.required') : undefined);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (isBusy || words.trim() === '' || name.trim() === '' || password !== repeated || newPasswordProblems(password, [name]).length > 0) return;
    setBusy(true);
    setFailure(null);
    const answer = await ask('session.recover', { words, name, newPassword: password });
    setBusy(false);
    if ('failure' in answer) setFailure(answer.failure);
    else onSheet(answer.data);
  };
  return (
    <form className="middle" onSubmit={(event) => void submit(event)}>
      <h1>{say('recover.title')}</h1>
      <p>{say('recover.intro')}</p>
      <Field label={say('recover.words')} value={words} onChange={setWords} problem={missing(words)} lines={4} autoFocus />
      <Field label={say('recover.name')} value={name} onChange={setName} problem={missing(name)} autoComplete="username" />
      <NewPassword label={say('recover.password')} names={[name.trim()].filter(Boolean)} password={password} repeated={repeated} onPassword={setPassword} onRepeated={setRepeated} say={say} locale={locale} />
      {failure && <Notice kind="problem" locale={locale} failure={failure} />}
      <button type="submit" className="main" disabled={isBusy}>{say(isBusy ? 'recover.busy' : 'recover.submit')}</button>
      <button type="button" className="quiet" onClick={onBack}>{say('sign-in.back')}</button>
    </form>
  );
}
