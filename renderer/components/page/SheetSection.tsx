import { Group, Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { MessageId } from '#renderer/i18n/messages.ts';

type SheetSectionProps = { readonly title: MessageId; /** What can be done there, beside the heading. */ readonly actions?: ReactNode; readonly children: ReactNode };

/** A part of a record's sheet under its own heading. */
export function SheetSection({ title, actions, children }: SheetSectionProps) {
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
