import { Group, Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { MessageId } from '#renderer/i18n/messages.ts';

/** A part of a record's sheet under its own heading, with what can be done there beside it. */
export function SheetPart({ title, actions, children }: { readonly title: MessageId; readonly actions?: ReactNode; readonly children: ReactNode }) {
  const id = useId();
  return (
    <Stack component="section" gap="xs" aria-labelledby={id}>
      <Group justify="space-between" gap="xs">
        <Title order={2} id={id} fz="md" fw={600}><FormattedMessage id={title} /></Title>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
