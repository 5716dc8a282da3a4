import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { FormattedMessage } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { mayImport, profilesByColumns } from './offered-profiles.ts';

/** Asked where nothing in a table tells of several kinds which one it is: the rows would otherwise be put into the wrong register. */
export function KindQuestion({ batch }: { batch: ImportBatch }) {
  const may = useMay();
  const choose = useMutation(api.imports.chooseKind());
  if (!batch.asksKind || batch.status !== 'checked') return null;
  return (
    <Alert variant="default" p="xs" role="region">
      <Group gap="xs">
        <Text size="sm"><FormattedMessage id="imports.kind.question" /></Text>
        {profilesByColumns.filter((profile) => mayImport(may, profile)).map((profile) => (
          <Button key={profile} size="compact-sm" variant="default" disabled={choose.isPending} onClick={() => choose.mutate({ batchId: batch.id, version: batch.version, profile })}>
            <FormattedMessage id={`imports.profile.${profile}`} />
          </Button>
        ))}
      </Group>
      <ErrorNote error={choose.error} />
    </Alert>
  );
}
