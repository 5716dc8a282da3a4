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

type PasswordProps = Omit<FieldProps, 'lines'> & { readonly say: Say };

/** A password field that can be looked at, and says when caps lock is on. */
export function PasswordField({ label, value, onChange, hint, problem, autoFocus = false, autoComplete = 'current-password', say }: PasswordProps) {
  const id = useId();
  const [isShown, show] = useState(false);
  const [isCaps, setCaps] = useState(false);
  const look = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="password">
        <input id={id} type={isShown ? 'text' : 'password'} value={value} autoFocus={autoFocus} autoComplete={autoComplete} spellCheck={false} aria-invalid={problem !== undefined} aria-describedby={`${id}-more`} onKeyDown={look} onKeyUp={look} onChange={(event) => onChange(event.target.value)} />
        <button type="button" className="quiet" aria-pressed={isShown} onClick={() => show(!isShown)}>{say(isShown ? 'sign-in.hide' : 'sign-in.show')}</button>
      </div>
      <More id={id} hint={isCaps ? say('sign-in.caps') : hint} problem={problem} />
    </div>
  );
}
