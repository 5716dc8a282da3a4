import { useState } from 'react';
import { passwordProblems } from '#shared/kernel/session/password.rules.ts';
import { PasswordField } from './Field.tsx';
import { reasonWords, type Locale, type Say } from './words.ts';

type NewPasswordProps = {
  readonly label: string;
  readonly names: readonly string[];
  readonly password: string;
  readonly repeated: string;
  readonly onPassword: (value: string) => void;
  readonly onRepeated: (value: string) => void;
  readonly say: Say;
  readonly locale: Locale;
};

/** What keeps a new password from being taken; empty when it is good. */
export const newPasswordProblems = (password: string, names: readonly string[]): string[] => passwordProblems(password, { names, complexity: true });

/** A new password, its rules as they are met while typing, and once more to be sure. */
export function NewPassword({ label, names, password, repeated, onPassword, onRepeated, say, locale }: NewPasswordProps) {
  const problems = newPasswordProblems(password, names);
  const [isShown, show] = useState(false);
  return (
    <>
      <div className="pair">
        <PasswordField label={label} value={password} onChange={onPassword} autoComplete="new-password" isShown={isShown} onShow={show} say={say} />
        <PasswordField label={say('first-run.repeat')} value={repeated} onChange={onRepeated} autoComplete="new-password" problem={repeated !== '' && repeated !== password ? say('first-run.repeat.differs') : undefined} isShown={isShown} say={say} />
      </div>
      {password !== '' && (
        <div className="rules" role="status">
          {problems.length === 0 ? <p className="met">✓ {say('first-run.rules.met')}</p> : problems.map((reason) => <p key={reason}>○ {reasonWords(locale, reason)}</p>)}
        </div>
      )}
    </>
  );
}
