import { Alert, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconFolder, IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { TaskProgress } from '#renderer/components/long-task/TaskProgress.tsx';
import { useLongTask } from '#renderer/components/long-task/use-long-task.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import type { UpdateOffer } from '#shared/kernel/updates/updates.contract.ts';
import { FileSize } from '../backup/FileSize.tsx';

const STEPS = ['check', 'backup', 'install'] as const;

/** The version that runs, and the way to a newer one without any network. */
export default function UpdatePage() {
  const { formatMessage } = useIntl();
  const state = useQuery({ ...api.updates.getUpdateState.read({}), staleTime: 0 });
  const [offer, setOffer] = useState<UpdateOffer | null>(null);
  const choose = useMutation(api.updates.chooseUpdate());
  const start = () => {
    if (state.data?.hasKey && !choose.isPending) choose.mutate({}, { onSuccess: setOffer, onError: () => setOffer(null) });
  };
  useDeskCommand({ id: 'updates.choose', title: 'updates.choose', run: start });
  const prepared = state.data?.prepared;
  return (
    <Page
      title={formatMessage({ id: 'updates.title' })}
      actions={state.data?.hasKey && <Button variant={offer || prepared ? 'default' : 'filled'} leftSection={<IconFolder size={16} aria-hidden />} loading={choose.isPending} onClick={start}><FormattedMessage id="updates.choose" /></Button>}
    >
      <Stack gap="md" maw="46rem">
        <ErrorNote error={state.error} onRetry={() => void state.refetch()} />
        {state.data && <Facts columns={1} facts={[{ id: 'version', label: formatMessage({ id: 'updates.current' }), value: state.data.version }]} />}
        {state.data?.hasKey === false && (
          <Alert variant="light" color="gray" role="status" icon={<IconInfoCircle size={20} aria-hidden />} title={formatMessage({ id: 'updates.no-key.title' })}>
            <Text size="sm" c="var(--mantine-color-text)"><FormattedMessage id="updates.no-key" /></Text>
          </Alert>
        )}
        {state.data?.hasKey && <Text size="sm" c="dimmed"><FormattedMessage id="updates.about" /></Text>}
        <ErrorNote error={choose.error} />
        {prepared ? <PreparedUpdate {...prepared} /> : offer && <OfferedUpdate offer={offer} />}
      </Stack>
    </Page>
  );
}

function OfferedUpdate({ offer }: { readonly offer: UpdateOffer }) {
  const { formatMessage, formatDate, locale } = useIntl();
  const prepare = useLongTask(api.updates.prepareUpdate);
  const { folder, version } = offer;
  return (
    <Stack gap="sm" component="section" aria-label={version}>
      <Group gap={6} wrap="nowrap" role="status">
        <IconCircleCheck size={18} color="var(--mantine-color-green-filled)" aria-hidden />
        <Title order={2} fz="md"><FormattedMessage id="updates.genuine" values={{ version, day: formatDate(offer.createdAt, { dateStyle: 'long' }) }} /></Title>
      </Group>
      <div>
        <Title order={3} fz="sm" mb={4}><FormattedMessage id="updates.changes" /></Title>
        <List size="sm" spacing={2}>{offer.notes[locale === 'en' ? 'en' : 'zh-CN'].map((note) => <List.Item key={note}>{note}</List.Item>)}</List>
      </div>
      <Facts columns={1} facts={[{ id: 'file', label: formatMessage({ id: 'updates.file' }), value: <>{offer.fileName} · <FileSize bytes={offer.bytes} /></> }]} />
      <List type="ordered" size="sm" spacing={2}>{STEPS.map((step) => <List.Item key={step}><FormattedMessage id={`updates.step.${step}`} /></List.Item>)}</List>
      {prepare.isRunning ? <TaskProgress label={formatMessage({ id: 'updates.preparing' })} step={prepare.step} /> : <Group><Button onClick={() => prepare.run({ folder, version })}><FormattedMessage id="updates.prepare" values={{ version }} /></Button></Group>}
      <ErrorNote error={prepare.error} />
    </Stack>
  );
}

function PreparedUpdate({ version, backupName }: { readonly version: string; readonly backupName: string }) {
  const { formatMessage } = useIntl();
  const close = useMutation(api.updates.closeForUpdate());
  const drop = useMutation(api.updates.dropUpdate());
  return (
    <Alert variant="light" color="green" role="status" icon={<IconCircleCheck size={20} aria-hidden />} title={formatMessage({ id: 'updates.prepared.title' }, { version })}>
      <Stack gap="sm">
        <Text size="sm" c="var(--mantine-color-text)"><FormattedMessage id="updates.prepared" values={{ backup: backupName }} /></Text>
        <Group gap="xs">
          <Button size="xs" loading={close.isPending} onClick={() => close.mutate({})}><FormattedMessage id="updates.close" /></Button>
          <Button size="xs" variant="default" disabled={drop.isPending} onClick={() => drop.mutate({})}><FormattedMessage id="updates.drop" /></Button>
        </Group>
        <ErrorNote error={close.error ?? drop.error} />
      </Stack>
    </Alert>
  );
}
