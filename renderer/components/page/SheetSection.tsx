import { Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { MessageId } from '#renderer/i18n/messages.ts';

/** A part of a record's sheet under its own heading. */
export function SheetSection({ title, children }: { readonly title: MessageId; readonly children: ReactNode }) {
  const id = useId();
  return (
    <Stack component="section" gap="xs" aria-labelledby={id}>
      <Title order={2} id={id} fz="md" fw={600}><FormattedMessage id={title} /></Title>
      {children}
    </Stack>
  );
}
