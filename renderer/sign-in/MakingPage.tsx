import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '#shared/errors/app-error.ts';
import { Notice } from './Notice.tsx';
import { makeDemo, type MakingStep } from './main-process.ts';
import type { PageProps } from './SignInApp.tsx';
import type { Word } from './words.ts';

const SECOND_MS = 1000;
const clockText = (seconds: number): string => `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;

/** The first start of a large demo: what is being made, how far it is, and the way to stop it. Main opens the desk itself when it is made. */
export default function MakingPage({ say, locale }: PageProps) {
  const [step, setStep] = useState<MakingStep | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [seconds, setSeconds] = useState(0);
  const [isStopping, setStopping] = useState(false);
  const stop = useRef<() => void>(() => {});
  const percent = step && step.total > 0 ? Math.min(100, (100 * step.done) / step.total) : 0;
  const format = (value: number): string => value.toLocaleString(locale);

  const make = useCallback((): void => {
    const making = makeDemo(setStep);
    stop.current = making.stop;
    void making.ended.then((answer) => 'failure' in answer && answer.failure.code !== 'task/cancelled' && setFailure(answer.failure));
  }, []);
  useEffect(make, [make]);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), SECOND_MS);
    return () => clearInterval(timer);
  }, []);

  return (
    <form className="middle" onSubmit={(event) => event.preventDefault()}>
      <h1>{say('making.title')}</h1>
      <p>{say('making.intro')}</p>
      {failure ? (
        <>
          <Notice kind="problem" locale={locale} failure={failure} />
          <button type="button" className="main" onClick={() => {
            setFailure(null);
            make();
          }}>
            {say('making.again')}
          </button>
        </>
      ) : (
        <>
          <p role="status">{step ? say('making.step', { what: say(`making.${step.what}` as Word), done: format(step.done), total: format(step.total) }) : say('making.begins')}</p>
          <progress max={100} value={percent} aria-label={say('making.title')} />
          <p className="quiet-line">{say('making.elapsed', { time: clockText(seconds) })}</p>
          <button type="button" className="second" disabled={isStopping} onClick={() => {
            setStopping(true);
            stop.current();
          }}>
            {say(isStopping ? 'making.stopping' : 'making.stop')}
          </button>
        </>
      )}
    </form>
  );
}
