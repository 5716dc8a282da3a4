import { Group, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { SaveButton } from '#renderer/components/form/SaveButton.tsx';
import { passwordProblems } from '#shared/kernel/session/password.rules.ts';
import { useSession } from '../session.ts';
import { PasswordRules } from './PasswordRules.tsx';

type PasswordFormProps = { onChanged: () => void; /** A second button, e.g. to leave. */ besides?: ReactNode };

const NOTHING = { old: '', next: '', again: '' };

/** The own password, old and new; the rules are checked while typing and once more by main. */
export function PasswordForm({ onChanged, besides }: PasswordFormProps) {
  const { formatMessage } = useIntl();
  const { name, displayName, communityName } = useSession();
  const settings = useQuery(api.settings.getSettings({}));
  const [typed, setTyped] = useState(NOTHING);
  const [isSent, setSent] = useState(false);
  const change = useMutation({
    ...api.session.changePassword(),
    onSuccess: () => {
      setTyped(NOTHING);
      onChanged();
    },
  });
  const problems = [...passwordProblems(typed.next, { names: [name, displayName, communityName], complexity: settings.data?.passwordComplexity ?? true }), ...(typed.next !== '' && typed.next === typed.old ? (['same-as-before'] as const) : [])];
  const isDifferent = typed.next !== typed.again;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setSent(true);
    if (typed.old !== '' && problems.length === 0 && !isDifferent) change.mutate({ oldPassword: typed.old, newPassword: typed.next });
  };
  const set = (part: keyof typeof NOTHING) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setTyped((before) => ({ ...before, [part]: value }));
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <ErrorNote error={change.error} />
        <PasswordInput label={formatMessage({ id: 'frame.password.old' })} required autoComplete="off" value={typed.old} onChange={set('old')} error={isSent && typed.old === '' && formatMessage({ id: 'frame.password.old-missing' })} data-autofocus />
        <PasswordInput label={formatMessage({ id: 'frame.password.new' })} required autoComplete="off" value={typed.next} onChange={set('next')} aria-describedby="password-rules" error={isSent && problems.length > 0 && formatMessage({ id: 'frame.password.not-yet' })} />
        <PasswordRules id="password-rules" isTyped={typed.next !== ''} problems={problems} />
        <PasswordInput label={formatMessage({ id: 'frame.password.again' })} required autoComplete="off" value={typed.again} onChange={set('again')} error={(isSent || typed.again !== '') && isDifferent && formatMessage({ id: 'frame.password.differ' })} />
        <Group justify="flex-end" gap="xs">
          {besides}
          <SaveButton pending={change.isPending} savedAt={change.isSuccess ? change.submittedAt : 0}><FormattedMessage id="frame.password" /></SaveButton>
        </Group>
      </Stack>
    </form>
  );
}
