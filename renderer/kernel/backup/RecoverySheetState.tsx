import { Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconFileText } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';

/** Whether the recovery sheet lies in its cupboard, and the way to a new one. Main then shows the sheet in place of the desk. */
export function RecoverySheetState() {
  const { formatMessage } = useIntl();
  const { readOnly } = useSession();
  const sheet = useQuery(api.session.getSheetState({}));
  const renew = useMutation({ ...api.session.renewRecoverySheet(), gcTime: 0 });
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const close = (): void => {
    setOpen(false);
    setPassword('');
    renew.reset();
  };
  const confirm = (): void => {
    if (password === '' || renew.isPending) return;
    renew.mutate({ password });
    setPassword('');
  };
  return (
    <div>
      <Title order={2} fz="md" mb={4}><FormattedMessage id="backup.sheet" /></Title>
      <QueryState query={sheet}>
        {({ confirmedAt }) => (
          <Group gap="md" wrap="nowrap" align="center">
            <Text size="sm" maw="46rem" {...(confirmedAt === null && { c: 'red' })}>
              {confirmedAt === null ? <><IconAlertTriangle size={16} aria-hidden style={{ verticalAlign: 'text-bottom' }} /> <FormattedMessage id="backup.sheet.unconfirmed" /></> : <FormattedMessage id="backup.sheet.confirmed" values={{ time: <InstantText at={confirmedAt} /> }} />}
            </Text>
            <Button variant={confirmedAt === null ? 'filled' : 'default'} style={{ flexShrink: 0 }} leftSection={<IconFileText size={16} aria-hidden />} disabled={readOnly} onClick={() => setOpen(true)}><FormattedMessage id="backup.sheet.renew" /></Button>
          </Group>
        )}
      </QueryState>
      <ConfirmDialog opened={isOpen} onClose={close} title={formatMessage({ id: 'backup.sheet.renew' })} consequence={formatMessage({ id: 'backup.sheet.consequence' })} confirmLabel={formatMessage({ id: 'backup.sheet.make' })} pending={renew.isPending} onConfirm={confirm}>
        <Stack gap="sm">
          <PasswordInput
            label={formatMessage({ id: 'backup.sheet.password' })}
            required
            maxLength={1024}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': formatMessage({ id: 'backup.restore.password.show' }), tabIndex: 0 }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Enter' && confirm()}
            data-autofocus
          />
          <ErrorNote error={renew.error} />
        </Stack>
      </ConfirmDialog>
    </div>
  );
}
