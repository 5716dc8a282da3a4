import { Box, Button, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { FormattedMessage } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useTellReady } from '../frame/ready.ts';
import { PasswordForm } from './PasswordForm.tsx';

/** After a one-time password nothing opens before the person has chosen their own; leaving is the only other way. */
export function FirstPasswordPage() {
  useTellReady();
  const signOut = useMutation(api.session.signOut());
  return (
    <Box component="main" maw="26rem" mah="100%" mx="auto" p="lg" style={{ overflowY: 'auto' }}>
      <Title order={1}><FormattedMessage id="frame.first-password.title" /></Title>
      <Text size="sm" my="sm"><FormattedMessage id="frame.first-password.why" /></Text>
      <PasswordForm onChanged={noop} besides={<Button variant="default" onClick={() => signOut.mutate({})}><FormattedMessage id="frame.sign-out" /></Button>} />
    </Box>
  );
}

/** The session is read again by itself, and the desk opens. */
const noop = (): void => undefined;
