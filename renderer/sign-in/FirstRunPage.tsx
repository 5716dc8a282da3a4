import { useState, type FormEvent } from 'react';
import type { Failure } from '#shared/errors/app-error.ts';
import type { RecoverySheet } from '#shared/kernel/session/session.contract.ts';
import { Field } from './Field.tsx';
import { NewPassword, newPasswordProblems } from './NewPassword.tsx';
import { Notice } from './Notice.tsx';
import { ask } from './main-process.ts';
import type { PageProps } from './SignInApp.tsx';

type FirstRunPageProps = PageProps & { readonly onSheet: (sheet: RecoverySheet) => void };

/** The first start on a PC: the community, its administrator, a password. */
export default function FirstRunPage({ say, locale, onSheet }: FirstRunPageProps) {
  const [communityName, setCommunityName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [wasTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const names = [communityName, displayName, name].map((text) => text.trim()).filter(Boolean);
  const missing = (text: string, least = 1): string | undefined => (wasTried && text.trim().length < least ? say('first-run.required') : undefined);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const isComplete = communityName.trim().length >= 2 && displayName.trim() !== '' && name.trim() !== '' && password === repeated && newPasswordProblems(password, names).length === 0;
    if (isBusy || !isComplete) return;
    setBusy(true);
    setFailure(null);
    const answer = await ask('session.setUp', { communityName, name, displayName, password });
    setBusy(false);
    if ('failure' in answer) setFailure(answer.failure);
    else onSheet(answer.data);
  };
  return (
    <form className="middle" onSubmit={(event) => void submit(event)}>
      <h1>{say('first-run.title')}</h1>
      <p>{say('first-run.intro')}</p>
      <Field label={say('first-run.community')} value={communityName} onChange={setCommunityName} hint={say('first-run.community.hint')} problem={missing(communityName, 2)} autoFocus />
      <div className="pair">
        <Field label={say('first-run.display-name')} value={displayName} onChange={setDisplayName} problem={missing(displayName)} />
        <Field label={say('first-run.name')} value={name} onChange={setName} hint={say('first-run.name.hint')} problem={missing(name)} autoComplete="username" />
      </div>
      <NewPassword label={say('sign-in.password')} names={names} password={password} repeated={repeated} onPassword={setPassword} onRepeated={setRepeated} say={say} locale={locale} />
      {failure && <Notice kind="problem" locale={locale} failure={failure} />}
      <button type="submit" className="main" disabled={isBusy}>{say(isBusy ? 'first-run.busy' : 'first-run.submit')}</button>
    </form>
  );
}
