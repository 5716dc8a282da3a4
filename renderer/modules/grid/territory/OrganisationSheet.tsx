import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconHome } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import type { organisationPathSchema } from '#shared/modules/grid/territory/organisation.schema.ts';

/** One node of the chain: where it lies, what is odd about it, and whether it is or could be this station's own community. */
export function OrganisationSheet({ id, onChosen }: { readonly id: string; readonly onChosen: (ownId: string) => void }) {
  const { formatMessage, formatNumber } = useIntl();
  const may = useMay();
  const { data, error, refetch } = useQuery(api.grid.getOrganisation({ id }));
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <Stack gap="md" component="section" aria-label={data.name}>
      <Stack gap={2}>
        <Text size="sm" c="dimmed">{data.path.join(' › ')}</Text>
        <Title order={2} fz="lg">{data.name}</Title>
      </Stack>
      {data.own && <Text size="sm"><IconHome size={14} aria-hidden /> <FormattedMessage id="territory.own" /></Text>}
      {data.problem && (
        <Alert color="yellow" variant="light" p="xs" icon={<IconAlertTriangle size={18} aria-hidden />} title={formatMessage({ id: `territory.problem.${data.problem}` })}>
          <Text size="sm"><FormattedMessage id={`territory.problem-note.${data.problem}`} /></Text>
        </Alert>
      )}
      <Facts
        facts={[
          { id: 'code', label: formatMessage({ id: 'territory.field.code' }), value: data.code },
          { id: 'level', label: formatMessage({ id: 'territory.field.level' }), value: formatMessage({ id: `territory.level.${data.level}` }) },
          { id: 'children', label: formatMessage({ id: 'territory.field.children' }), value: formatNumber(data.children) },
        ]}
      />
      <Text component="h3" fw={600} size="sm"><FormattedMessage id="territory.history" /></Text>
      <History entity="organisation" id={data.id} version={data.version} />
      {may('territory.edit') && data.level === 'community' && data.children === 0 && !data.own && <ChooseOwn node={data} onChosen={onChosen} />}
    </Stack>
  );
}

type ChooseOwnProps = { readonly node: z.output<typeof organisationPathSchema>; readonly onChosen: (ownId: string) => void };

function ChooseOwn({ node, onChosen }: ChooseOwnProps) {
  const { formatMessage } = useIntl();
  const [isAsking, setAsking] = useState(false);
  const choose = useMutation(api.grid.chooseOwnCommunity());
  return (
    <>
      <Button variant="default" size="xs" style={{ alignSelf: 'start' }} leftSection={<IconHome size={16} aria-hidden />} onClick={() => setAsking(true)}><FormattedMessage id="territory.choose-own" /></Button>
      <ErrorNote error={choose.error} />
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={formatMessage({ id: 'territory.choose-own-title' }, { name: node.name })}
        consequence={formatMessage({ id: 'territory.choose-own-consequence' }, { name: node.name, code: node.code })}
        confirmLabel={formatMessage({ id: 'territory.choose-own-confirm' })}
        pending={choose.isPending}
        onConfirm={() => choose.mutate({ id: node.id }, { onSuccess: (own) => onChosen(own.id), onSettled: () => setAsking(false) })}
      />
    </>
  );
}
