import { Button, FileButton, Group, Select, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api, bridge } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { TaskProgress } from '#renderer/components/long-task/TaskProgress.tsx';
import { useLongTask } from '#renderer/components/long-task/use-long-task.ts';
import { importProfiles, type ImportProfile } from '#shared/kernel/imports/imports.contract.ts';
import { EmptyForms } from './EmptyForms.tsx';
import { ACCEPTED } from './ImportMenu.tsx';
import { ImportBatchesTable } from './ImportBatchesTable.tsx';
import { mayImport } from './offered-profiles.ts';
import { usePasteImport } from './use-paste-import.ts';
import { useFileDrop } from './use-file-drop.ts';
import classes from './import-panel.module.css';

/** Where a form comes in: pick it or drop it anywhere; below, what came in before and can be taken back. */
export default function ImportsPage() {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const may = useMay();
  const [profile, setProfile] = useState<ImportProfile | null>(null);
  const batches = useQuery(api.imports.listBatches({}));
  const opening = useLongTask(api.imports.openWorkbook);
  const { run, isRunning } = opening;
  const open = useCallback(
    (path: string) => {
      if (isRunning) return; // one file at a time
      if (path === '') notifications.show({ color: 'yellow', message: formatMessage({ id: 'imports.not-on-disk' }) });
      else run({ path, ...(profile && { profile }) }, { onSuccess: (batch) => void navigate({ to: '/system/imports/$batchId', params: { batchId: batch.id } }) });
    },
    [run, isRunning, profile, navigate, formatMessage],
  );
  const { isOver } = useFileDrop(open);
  usePasteImport(profile);
  const { open: handed } = useSearch({ strict: false }) as { open?: string }; // a workbook opened with the program, see use-desk-events.ts
  useEffect(() => {
    if (handed === undefined) return;
    void navigate({ to: '/system/imports', replace: true });
    open(handed);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each file that was handed over
  }, [handed]);
  const forgetPicked = useRef<() => void>(null); // else the same file, corrected meanwhile, could not be picked again
  const pick = (file: File | null) => {
    if (file) open(bridge.pathOf(file));
    forgetPicked.current?.();
  };
  return (
    <Page title={formatMessage({ id: 'imports.title' })} wide>
      <Stack gap="lg">
        <Stack gap="xs" align="center" className={classes['drop']} data-over={isOver || undefined}>
          <IconFileSpreadsheet size={32} stroke={1.25} aria-hidden />
          <Text fw={600}><FormattedMessage id={isOver ? 'imports.drop.over' : 'imports.drop.title'} /></Text>
          <Text size="sm" c="dimmed"><FormattedMessage id="imports.drop.promise" /></Text>
          {isRunning ? (
            <TaskProgress label={formatMessage({ id: 'imports.opening' })} step={opening.step} onCancel={opening.cancel} />
          ) : (
            <Group align="end">
              <Select
                size="sm"
                w={260}
                aria-label={formatMessage({ id: 'imports.profile.label' })}
                placeholder={formatMessage({ id: 'imports.profile.auto' })}
                clearable
                value={profile}
                onChange={(value) => setProfile(importProfiles.find((name) => name === value) ?? null)}
                data={importProfiles.filter((name) => mayImport(may, name)).map((name) => ({ value: name, label: formatMessage({ id: `imports.profile.${name}` }) }))}
              />
              <FileButton accept={ACCEPTED} resetRef={forgetPicked} onChange={pick}>
                {(props) => <Button {...props}><FormattedMessage id="imports.pick" /></Button>}
              </FileButton>
            </Group>
          )}
        </Stack>
        <EmptyForms />
        <Stack gap="xs">
          <Title order={2} size="h4"><FormattedMessage id="imports.past" /></Title>
          <QueryState query={batches} empty={formatMessage({ id: 'imports.past.empty' })}>
            {(rows) => <ImportBatchesTable batches={rows} />}
          </QueryState>
        </Stack>
      </Stack>
    </Page>
  );
}
