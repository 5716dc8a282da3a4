import { useState, type FormEvent } from 'react';
import type { Failure } from '#shared/errors/app-error.ts';
import type { RecoverySheet } from '#shared/kernel/session/session.contract.ts';
import { Field } from './Field.tsx';
import { Notice } from './Notice.tsx';
import { ask } from './main-process.ts';
import type { PageProps } from './SignInApp.tsx';

type SheetPageProps = PageProps & { readonly sheet: RecoverySheet };

const inGroups = (key: string): string => key.match(/.{1,8}/g)?.join(' ') ?? '';

/** The sheet, once: to be printed or copied by hand, and three words of it typed back. Its print style leaves only the sheet. */
export default function SheetPage({ say, locale, sheet }: SheetPageProps) {
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isComplete = sheet.challenge.every((position) => (typed[position] ?? '').trim() !== '');

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isBusy || !isComplete) return;
    setBusy(true);
    setFailure(null);
    const answer = await ask('session.confirmRecoverySheet', { words: sheet.challenge.map((position) => ({ position, word: typed[position] ?? '' })) });
    if (!('failure' in answer)) return; // main replaces this page
    setBusy(false);
    setFailure(answer.failure);
  };
  const print = async (): Promise<void> => {
    const answer = await ask('session.printRecoverySheet', {});
    if ('failure' in answer && answer.failure.code !== 'task/cancelled') setFailure(answer.failure);
  };
  return (
    <form className="wide" onSubmit={(event) => void submit(event)}>
      <div className="sheet">
        <h1>{say('sheet.title')}</h1>
        <p>{say('sheet.of', { community: sheet.communityName, date: sheet.createdAt.slice(0, 10) })}</p>
        <p>{say('sheet.intro')}</p>
        <h2>{say('sheet.words')}</h2>
        <ol className="words">{sheet.words.map((word, index) => <li key={`${index + 1} ${word}`}>{word}</li>)}</ol>
        {sheet.auditKey !== '' && (
          <>
            <h2>{say('sheet.audit-key')}</h2>
            <p className="key">{inGroups(sheet.auditKey)}</p>
          </>
        )}
      </div>
      <button type="button" className="second" onClick={() => void print()}>{say('sheet.print')}</button>
      <fieldset>
        <legend>{say('sheet.confirm')}</legend>
        <div className="three">
          {sheet.challenge.map((position, index) => (
            <Field key={position} label={say('sheet.word', { position })} value={typed[position] ?? ''} autoFocus={index === 0} onChange={(word) => setTyped({ ...typed, [position]: word })} />
          ))}
        </div>
      </fieldset>
      {failure && <Notice kind="problem" locale={locale} failure={failure} />}
      <button type="submit" className="main" disabled={isBusy || !isComplete}>{say(isBusy ? 'sheet.busy' : 'sheet.submit')}</button>
    </form>
  );
}
