import { Alert, Button, Code, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { writeClipboard } from '#renderer/components/ledger/clipboard-write.ts';
import classes from './accounts.module.css';

export type Handover = { readonly name: string; readonly password: string };

/** The password a colleague signs in with once. It exists nowhere else, so it stays until somebody says it was handed over. */
export function OneTimePassword({ handover, onClose }: { readonly handover: Handover; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [isCopied, setCopied] = useState(false);
  const { name, password } = handover;
  return (
    <Modal opened onClose={onClose} closeOnClickOutside={false} closeOnEscape={false} withCloseButton={false} centered title={formatMessage({ id: 'accounts.password.title' }, { name })} transitionProps={{ duration: 100 }}>
      <Stack gap="md">
        <Group gap="sm" wrap="nowrap">
          <Code className={classes['password']} aria-label={formatMessage({ id: 'accounts.password.label' })}>{password}</Code>
          <Button variant="default" leftSection={isCopied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />} onClick={() => setCopied(writeClipboard({ text: password, html: password }))}>
            <span role="status"><FormattedMessage id={isCopied ? 'accounts.password.copied' : 'accounts.password.copy'} /></span>
          </Button>
        </Group>
        <Alert variant="light" color="gray" icon={<IconEyeOff size={18} aria-hidden />}>
          <Text size="sm"><FormattedMessage id="accounts.password.once" /></Text>
        </Alert>
        <Group justify="flex-end"><Button onClick={onClose}><FormattedMessage id="accounts.password.close" /></Button></Group>
      </Stack>
    </Modal>
  );
}
