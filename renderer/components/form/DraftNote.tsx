import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { FormattedMessage } from 'react-intl';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { Draft } from './use-draft.ts';

/** Offers what was typed into this form before and never saved; nothing when there is no such draft. */
export function DraftNote({ draft }: { draft: Draft }) {
  if (draft.offeredAt === null) return null;
  return (
    <Alert variant="light" color="gray" icon={<IconPencil size={18} aria-hidden />} mb="sm">
      <Group gap="xs" justify="space-between">
        <Text size="sm"><FormattedMessage id="draft.found" values={{ at: <InstantText at={draft.offeredAt} /> }} /></Text>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={draft.restore}><FormattedMessage id="draft.restore" /></Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={draft.discard}><FormattedMessage id="draft.discard" /></Button>
        </Group>
      </Group>
    </Alert>
  );
}
