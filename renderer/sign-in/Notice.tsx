import { useEffect, useState, type ReactNode } from 'react';
import type { Failure } from '#shared/errors/app-error.ts';
import { failureWords, knowsFailure, readRareFailures, type Locale } from './words.ts';

type Kind = 'information' | 'warning' | 'problem';
type FailureProps = { readonly failure: Failure; readonly locale: Locale };
type NoticeProps = { readonly kind: Kind } & ({ readonly children: ReactNode } | FailureProps);

/** Sign and colour together: nobody has to see the colour. */
const SIGNS: Readonly<Record<Kind, string>> = { information: 'i', warning: '!', problem: '×' };

export function Notice(props: NoticeProps) {
  return (
    <p className="notice" data-kind={props.kind} role={props.kind === 'problem' ? 'alert' : 'status'}>
      <span className="sign" aria-hidden>{SIGNS[props.kind]}</span>
      <span>{'failure' in props ? <FailureWords {...props} /> : props.children}</span>
    </p>
  );
}

function FailureWords({ failure, locale }: FailureProps) {
  const [, setRead] = useState(false);
  const isKnown = knowsFailure(locale, failure.code);
  useEffect(() => {
    if (!isKnown) void readRareFailures().finally(() => setRead(true));
  }, [isKnown]);
  return isKnown ? failureWords(locale, failure) : null;
}
