import { Stack, Text } from '@mantine/core';
import { useIntl } from 'react-intl';
import { messageId } from '#renderer/i18n/messages.ts';

/** The help of one screen: a few sentences, a paragraph a line. */
export function HelpText({ id }: { readonly id: string }) {
  const { formatMessage } = useIntl();
  return (
    <Stack gap="xs">
      {formatMessage({ id: messageId(`help.${id}.body`) }).split('\n').map((line) => <Text key={line} size="sm">{line}</Text>)}
    </Stack>
  );
}
