import { Alert, Button, Checkbox, Group, List, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { Backup } from '#shared/kernel/backup/backup.contract.ts';

type RestoreFormProps = { readonly backup: Backup; readonly time: string; readonly lostEntries: number; readonly onClose: () => void };
type Field = 'name' | 'password' | 'understood';

/**
 * What would be lost, then the second person's own name and password. The password stays in this form only: it is neither kept as a
 * draft nor remembered after the attempt. When it succeeds, main ends the session and this window with it.
 */
export function RestoreForm({ backup, time, lostEntries, onClose }: RestoreFormProps) {
  const { formatMessage } = useIntl();
  const own = useSession();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isUnderstood, setUnderstood] = useState(lostEntries === 0);
  const [tries, setTries] = useState(0);
  const summary = useRef<HTMLDivElement>(null);
  const restore = useMutation({ ...api.backup.restoreBackup(), gcTime: 0 });
  const isOwn = name.trim().toLowerCase() === own.name.toLowerCase();
  const wrong: Partial<Record<Field, string>> = {
    ...(name.trim() === '' ? { name: formatMessage({ id: 'backup.restore.name.missing' }) } : isOwn ? { name: formatMessage({ id: 'backup.restore.name.own' }) } : {}),
    ...(password === '' && { password: formatMessage({ id: 'backup.restore.password.missing' }) }),
    ...(!isUnderstood && { understood: formatMessage({ id: 'backup.restore.understood.missing' }) }),
  };
  const problems = Object.values(wrong);
  const shown: Partial<Record<Field, string>> = tries > 0 ? wrong : {};
  useEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries, restore.error]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (restore.isPending) return;
    setTries((count) => count + 1);
    if (problems.length > 0) return;
    restore.mutate({ name: backup.name, approverName: name.trim(), approverPassword: password });
    setPassword('');
  };
  const isRefused = restore.error !== null || (tries > 0 && problems.length > 0 && !restore.isPending);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div ref={summary} tabIndex={-1}>
          {restore.error && <ErrorNote error={restore.error} />}
          {isRefused && !restore.error && (
            <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle size={18} aria-hidden />} title={formatMessage({ id: 'backup.restore.problems' }, { count: problems.length })}>
              <List size="sm">{problems.map((problem) => <List.Item key={problem}>{problem}</List.Item>)}</List>
            </Alert>
          )}
        </div>
        <Alert variant="light" color={lostEntries > 0 ? 'red' : 'gray'} icon={lostEntries > 0 ? <IconAlertTriangle size={18} aria-hidden /> : <IconInfoCircle size={18} aria-hidden />} title={formatMessage({ id: 'backup.restore.lost' }, { count: lostEntries, time })}>
          <List size="sm" spacing={4}>
            {(['present', 'passwords', 'sign-out'] as const).map((point) => <List.Item key={point}><FormattedMessage id={`backup.restore.point.${point}`} /></List.Item>)}
          </List>
        </Alert>
        {lostEntries > 0 && (
          <Checkbox
            label={formatMessage({ id: 'backup.restore.understood' }, { count: lostEntries })}
            checked={isUnderstood}
            onChange={(event) => setUnderstood(event.currentTarget.checked)}
            error={shown.understood}
          />
        )}
        <Text size="sm"><FormattedMessage id="backup.restore.second" /></Text>
        <TextInput label={formatMessage({ id: 'backup.restore.name' })} required maxLength={40} autoComplete="off" value={name} onChange={(event) => setName(event.currentTarget.value)} error={shown.name} />
        <PasswordInput
          label={formatMessage({ id: 'backup.restore.password' })}
          required
          maxLength={1024}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': formatMessage({ id: 'backup.restore.password.show' }), tabIndex: 0 }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={restore.isPending ? null : shown.password}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} disabled={restore.isPending}><FormattedMessage id="common.cancel" /></Button>
          <Button type="submit" color="red" loading={restore.isPending}><FormattedMessage id="backup.restore.run" values={{ time }} /></Button>
        </Group>
      </Stack>
    </form>
  );
}
