import { Button, Stack, Text } from '@mantine/core';
import { IconFileReport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { FileWritten } from '#renderer/components/file/FileWritten.tsx';
import { fileName } from '#renderer/components/file/file-name.ts';
import { ErrorNote } from './ErrorNote.tsx';

/** Writes what a maintainer needs into one text that can be read before it is passed on. */
export function DiagnosticsButton() {
  const { formatMessage } = useIntl();
  const save = useMutation(api.diagnostics.exportDiagnostics());
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm"><FormattedMessage id="diagnostics.about" /></Text>
      <Button size="xs" variant="default" leftSection={<IconFileReport size={16} aria-hidden />} loading={save.isPending} onClick={() => save.mutate({ suggestedName: fileName('', formatMessage({ id: 'diagnostics.file' })) })}><FormattedMessage id="diagnostics.export" /></Button>
      <ErrorNote error={save.error} />
      {save.data && <FileWritten path={save.data.path} words={formatMessage({ id: 'diagnostics.written' })} />}
    </Stack>
  );
}
