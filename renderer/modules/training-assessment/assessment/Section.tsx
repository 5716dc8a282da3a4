import { Group, Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { MessageId } from '#renderer/i18n/messages.ts';

/** A part of a page under its own heading, with what can be done in it at the heading's end. */
export function Section({ title, actions, children }: { readonly title: MessageId; readonly actions?: ReactNode; readonly children: ReactNode }) {
  const id = useId();
  return (
    <Stack component="section" gap="xs" aria-labelledby={id}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} id={id} fz="md" fw={600}><FormattedMessage id={title} /></Title>
        {actions !== undefined && <Group gap="xs" wrap="nowrap">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
