import { Button, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { boot } from '#renderer/app/boot.ts';
import { writeClipboard } from '#renderer/components/ledger/clipboard-write.ts';
import type { AppError } from '#shared/errors/app-error.ts';

/** The failure's number: its code, and the line of the local log when there is one. */
const numberOf = ({ failure }: AppError): string => (failure.code === 'internal/unexpected' ? `${failure.code} ${failure.params.reference}` : failure.code);

/** What may be passed on: number, program, screen, time. Never what was typed, found or named: the parameters stay here. */
function detailsOf(error: AppError): string {
  const screen = location.hash.replace(/\?.*/, '').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');
  return [`GridDesk ${boot.version}`, numberOf(error), screen, new Date().toISOString(), navigator.userAgent].join('\n');
}

/** Under the words of a failure: its number, and a copy of the facts for whoever helps. */
export function ErrorDetails({ error }: { readonly error: AppError }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <Group gap={8} mt={4}>
      <Text size="xs" c="dimmed"><FormattedMessage id="error-details.number" values={{ number: numberOf(error) }} /></Text>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={isCopied ? <IconCheck size={12} aria-hidden /> : <IconCopy size={12} aria-hidden />}
        onClick={() => setCopied(writeClipboard({ text: detailsOf(error), html: detailsOf(error).replaceAll('<', '&lt;').replaceAll('\n', '<br>') }))}
      >
        <FormattedMessage id={isCopied ? 'error-details.copied' : 'error-details.copy'} />
      </Button>
    </Group>
  );
}
