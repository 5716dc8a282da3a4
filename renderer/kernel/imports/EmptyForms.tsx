import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay, useSession } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { FileWritten } from '#renderer/components/file/FileWritten.tsx';
import { fileName } from '#renderer/components/file/file-name.ts';
import { importProfiles, type ImportProfile } from '#shared/kernel/imports/imports.contract.ts';
import { mayImport } from './offered-profiles.ts';

/** The forms that can be imported, empty: for who may import what they hold. */
export function EmptyForms() {
  const { formatMessage } = useIntl();
  const { communityName } = useSession();
  const may = useMay();
  const save = useMutation(api.imports.saveForm());
  const offered = importProfiles.filter((profile) => mayImport(may, profile));
  const start = (profile: ImportProfile) => {
    const title = formatMessage({ id: 'imports.forms.file' }, { profile: formatMessage({ id: `imports.profile.${profile}` }) });
    save.mutate({ profile, title: title.slice(0, 31), suggestedName: fileName(communityName, title) });
  };
  return (
    <Stack component="section" gap="xs" aria-label={formatMessage({ id: 'imports.forms' })}>
      <Title order={2} size="h4"><FormattedMessage id="imports.forms" /></Title>
      <Text size="sm" c="dimmed"><FormattedMessage id="imports.forms.about" /></Text>
      <Group gap="xs">
        {offered.map((profile) => (
          <Button key={profile} size="xs" variant="default" leftSection={<IconDownload size={14} aria-hidden />} disabled={save.isPending} onClick={() => start(profile)} title={formatMessage({ id: 'imports.forms.save' })}>
            <FormattedMessage id={`imports.profile.${profile}`} />
          </Button>
        ))}
      </Group>
      <ErrorNote error={save.error} />
      {save.data && <FileWritten path={save.data.path} words={formatMessage({ id: 'imports.forms.saved' })} />}
    </Stack>
  );
}
