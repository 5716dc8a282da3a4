import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Say } from './words.ts';

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  readonly lines?: number;
};

/** A label, its field, and below it what helps or what is wrong. */
export function Field({ label, value, onChange, hint, problem, autoFocus = false, autoComplete = 'off', lines }: FieldProps) {
  const id = useId();
  const common = { id, value, autoFocus, autoComplete, spellCheck: false, 'aria-invalid': problem !== undefined, 'aria-describedby': problem ?? hint ? `${id}-more` : undefined, onChange: (event: { target: { value: string } }) => onChange(event.target.value) };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines ? <textarea {...common} rows={lines} /> : <input {...common} type="text" />}
      <More id={id} hint={hint} problem={problem} />
    </div>
  );
}

function More({ id, hint, problem }: { readonly id: string; readonly hint: string | undefined; readonly problem: string | undefined }): ReactNode {
  if (problem !== undefined) return <p id={`${id}-more`} className="problem">{problem}</p>;
  return hint === undefined ? null : <p id={`${id}-more`} className="hint">{hint}</p>;
}

type PasswordProps = Omit<FieldProps, 'lines'> & {
  readonly say: Say;
  /** Shown or hidden together with another field, which has the button. */
  readonly isShown?: boolean;
  readonly onShow?: (isShown: boolean) => void;
};

/** A password field that can be looked at, and says when caps lock is on. */
export function PasswordField({ label, value, onChange, hint, problem, autoFocus = false, autoComplete = 'current-password', say, isShown: isShownElsewhere, onShow }: PasswordProps) {
  const id = useId();
  const [isShownHere, show] = useState(false);
  const isShown = isShownElsewhere ?? isShownHere;
  const [isCaps, setCaps] = useState(false);
  const look = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  return (
    <div className="field password">
      <label htmlFor={id}>{label}</label>
      <input id={id} type={isShown ? 'text' : 'password'} value={value} autoFocus={autoFocus} autoComplete={autoComplete} spellCheck={false} aria-invalid={problem !== undefined} aria-describedby={`${id}-more`} onKeyDown={look} onKeyUp={look} onChange={(event) => onChange(event.target.value)} />
      {(isShownElsewhere === undefined || onShow) && <button type="button" className="quiet" aria-pressed={isShown} onClick={() => (onShow ?? show)(!isShown)}>{say(isShown ? 'sign-in.hide' : 'sign-in.show')}</button>}
      <More id={id} hint={isCaps ? say('sign-in.caps') : hint} problem={problem} />
    </div>
  );
}
