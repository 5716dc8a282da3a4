import { Button, Menu } from '@mantine/core';
import { useFileDialog } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconFileSpreadsheet, IconHistory, IconTableImport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api, bridge } from '#renderer/api/index.ts';
import { useMay, useSession } from '#renderer/app/session.ts';
import { fileName } from '#renderer/components/file/file-name.ts';
import { TaskProgress } from '#renderer/components/long-task/TaskProgress.tsx';
import { useLongTask } from '#renderer/components/long-task/use-long-task.ts';
import type { ImportProfile } from '#shared/kernel/imports/imports.contract.ts';
import { mayImport } from './offered-profiles.ts';
import { useFileDrop } from './use-file-drop.ts';
import { usePasteImport } from './use-paste-import.ts';

export const ACCEPTED = '.xls,.xlsx,.csv';

/** The way in beside a list: a workbook picked, dropped on the window or pasted becomes an import with its dry run; the form, empty; what came in before. */
export function ImportMenu({ profile }: { readonly profile: ImportProfile }) {
  const may = useMay();
  return may('imports.run') && mayImport(may, profile) ? <OfferedImport profile={profile} /> : null;
}

function OfferedImport({ profile }: { readonly profile: ImportProfile }) {
  const { formatMessage } = useIntl();
  const { communityName } = useSession();
  const navigate = useNavigate();
  const opening = useLongTask(api.imports.openWorkbook);
  const { run, isRunning } = opening;
  const save = useMutation({ ...api.imports.saveForm(), onSuccess: ({ path }) => void notifications.show({ message: formatMessage({ id: 'imports.menu.saved' }, { path }) }) });
  const open = useCallback(
    (path: string) => {
      if (isRunning) return; // one file at a time
      if (path === '') notifications.show({ color: 'yellow', message: formatMessage({ id: 'imports.not-on-disk' }) });
      else run({ path, profile }, { onSuccess: (batch) => void navigate({ to: '/system/imports/$batchId', params: { batchId: batch.id } }) });
    },
    [run, isRunning, profile, navigate, formatMessage],
  );
  useFileDrop(open);
  usePasteImport(profile);
  const files = useFileDialog({ accept: ACCEPTED, multiple: false, resetOnOpen: true, onChange: (chosen) => chosen?.[0] && open(bridge.pathOf(chosen[0])) });
  const saveForm = (): void => {
    const title = formatMessage({ id: 'imports.forms.file' }, { profile: formatMessage({ id: `imports.profile.${profile}` }) });
    save.mutate({ profile, title: title.slice(0, 31), suggestedName: fileName(communityName, title) });
  };
  if (isRunning) return <TaskProgress label={formatMessage({ id: 'imports.opening' })} step={opening.step} onCancel={opening.cancel} />;
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target><Button size="xs" variant="default" leftSection={<IconTableImport size={16} aria-hidden />} loading={save.isPending}><FormattedMessage id="imports.menu" /></Button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileSpreadsheet size={16} aria-hidden />} onClick={files.open}><FormattedMessage id="imports.pick" /></Menu.Item>
        <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={saveForm}><FormattedMessage id="imports.menu.form" /></Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconHistory size={16} aria-hidden />} onClick={() => void navigate({ to: '/system/imports' })}><FormattedMessage id="imports.past" /></Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
