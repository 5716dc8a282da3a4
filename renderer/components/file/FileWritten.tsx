import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';

type FileWrittenProps = { readonly path: string; readonly words: string; /** Further buttons, before those of the file. */ readonly children?: ReactNode };

/** A file that was just written: where it lies, open it, open its folder. */
export function FileWritten({ path, words, children }: FileWrittenProps) {
  const open = useMutation(api.exports.openExported());
  return (
    <Stack gap="sm">
      <Group gap={8} wrap="nowrap" role="status">
        <IconCheck size={18} aria-hidden />
        <Text size="sm">{words}</Text>
      </Group>
      <Text size="xs" c="dimmed" lineClamp={3} title={path}>{path}</Text>
      <ErrorNote error={open.error} />
      <Group justify="flex-end" gap="xs">
        {children}
        <Button variant="default" onClick={() => open.mutate({ path, action: 'folder' })}><FormattedMessage id="file.folder" /></Button>
        <Button data-autofocus onClick={() => open.mutate({ path, action: 'open' })}><FormattedMessage id="file.open" /></Button>
      </Group>
    </Stack>
  );
}
