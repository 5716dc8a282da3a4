import { useEffect, useState, type FormEvent } from 'react';
import type { Failure } from '#shared/errors/app-error.ts';
import type { Rescue } from '#shared/kernel/session/session.contract.ts';
import { Field, PasswordField } from './Field.tsx';
import { Notice } from './Notice.tsx';
import { ask } from './main-process.ts';
import type { PageProps } from './SignInApp.tsx';

type RestoreOfferProps = PageProps & { readonly onRestored: () => void; readonly onBack: () => void };

/** The file did not open: the newest backup that is whole may take its place, if a second person agrees. */
export default function RestoreOffer({ say, locale, onRestored, onBack }: RestoreOfferProps) {
  const [rescue, setRescue] = useState<Rescue | null | undefined>(undefined);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    void ask('session.getRescue', {}).then((answer) => {
      if ('failure' in answer) setFailure(answer.failure);
      setRescue('data' in answer ? answer.data : null);
    });
  }, []);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || !rescue || (rescue.needsApprover && (name.trim() === '' || password === ''))) return;
    setBusy(true);
    setFailure(null);
    const answer = await ask('session.restoreNewest', { approverName: name.trim(), approverPassword: password });
    setBusy(false);
    setPassword('');
    if ('failure' in answer) setFailure(answer.failure);
    else onRestored();
  };
  const time = rescue ? new Date(rescue.createdAt).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }) : '';
  return (
    <form onSubmit={(event) => void submit(event)}>
      <h1>{say('restore.title')}</h1>
      <p>{say('restore.intro')}</p>
      {rescue === undefined && <p role="status">{say('restore.looking')}</p>}
      {rescue === null && !failure && <Notice kind="warning">{say('restore.none')}</Notice>}
      {rescue && (
        <>
          <Notice kind="information">{say('restore.offer', { time, count: rescue.lostEntries })}</Notice>
          <p>{say('restore.consequence')}</p>
          {rescue.needsApprover && (
            <>
              <Field label={say('restore.approver')} value={name} onChange={setName} hint={say('restore.approver.hint')} autoFocus />
              <PasswordField label={say('restore.approver.password')} value={password} onChange={setPassword} autoComplete="off" say={say} />
            </>
          )}
        </>
      )}
      {failure && <Notice kind="problem" locale={locale} failure={failure} />}
      {rescue && <button type="submit" className="main" disabled={isBusy}>{say(isBusy ? 'restore.busy' : 'restore.submit')}</button>}
      <button type="button" className="quiet" onClick={onBack}>{say('sign-in.back')}</button>
    </form>
  );
}
