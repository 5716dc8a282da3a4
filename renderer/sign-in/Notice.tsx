import type { ReactNode } from 'react';
import type { Failure } from '#shared/errors/app-error.ts';
import { failureWords, type Locale } from './words.ts';

type Kind = 'information' | 'warning' | 'problem';
type NoticeProps = { readonly kind: Kind } & ({ readonly children: ReactNode } | { readonly failure: Failure; readonly locale: Locale });

/** Sign and colour together: nobody has to see the colour. */
const SIGNS: Readonly<Record<Kind, string>> = { information: 'i', warning: '!', problem: '×' };

export function Notice(props: NoticeProps) {
  return (
    <p className="notice" data-kind={props.kind} role={props.kind === 'problem' ? 'alert' : 'status'}>
      <span className="sign" aria-hidden>{SIGNS[props.kind]}</span>
      <span>{'failure' in props ? failureWords(props.locale, props.failure) : props.children}</span>
    </p>
  );
}
