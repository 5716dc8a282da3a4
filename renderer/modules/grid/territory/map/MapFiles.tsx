import { Button, FileButton, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api, bridge } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { FileWritten } from '#renderer/components/file/FileWritten.tsx';
import { fileName } from '#renderer/components/file/file-name.ts';
import { TaskProgress } from '#renderer/components/long-task/TaskProgress.tsx';
import { useLongTask } from '#renderer/components/long-task/use-long-task.ts';
import type { Output } from '#shared/contract/define.ts';
import type { MapFile } from '#shared/modules/grid/territory/map/map-file.schema.ts';
import type { mapOperations } from '#shared/modules/grid/territory/map/map.contract.ts';
import { MapImport } from './MapImport.tsx';
import type { MapEditing } from './use-map-edit.ts';

type MapFilesProps = { readonly stored: Output<typeof mapOperations.getMap>; readonly editing: MapEditing; readonly onPlaced: () => void };

/** Borders from a file and into a file. A file is read and checked first; what it brings becomes an edit that is saved or taken back. */
export function MapFiles({ stored, editing, onPlaced }: MapFilesProps) {
  const { formatMessage } = useIntl();
  const [file, setFile] = useState<MapFile | null>(null);
  const [isExporting, setExporting] = useState(false);
  const reading = useLongTask(api.grid.readMapFile);
  const forgetPicked = useRef<() => void>(null); // else the same file, corrected meanwhile, could not be picked again
  const pick = (picked: File | null): void => {
    const path = picked ? bridge.pathOf(picked) : '';
    if (picked && path === '') notifications.show({ color: 'yellow', message: formatMessage({ id: 'imports.not-on-disk' }) });
    else if (picked) reading.run({ path }, { onSuccess: setFile });
    forgetPicked.current?.();
  };
  return (
    <>
      {reading.isRunning ? (
        <TaskProgress label={formatMessage({ id: 'map.reading' })} step={reading.step} onCancel={reading.cancel} />
      ) : (
        <FileButton accept=".geojson,.json,.kml,.zip" resetRef={forgetPicked} onChange={pick}>
          {(props) => <Button {...props} size="xs" variant="default" leftSection={<IconUpload size={16} aria-hidden />}><FormattedMessage id="map.import" /></Button>}
        </FileButton>
      )}
      {!editing.edit && stored.shapes.length > 0 && (
        <Menu>
          <Menu.Target><Button size="xs" variant="default" leftSection={<IconDownload size={16} aria-hidden />}><FormattedMessage id="map.export" /></Button></Menu.Target>
          <Menu.Dropdown><Menu.Item onClick={() => setExporting(true)}><FormattedMessage id="map.export-geojson" /></Menu.Item></Menu.Dropdown>
        </Menu>
      )}
      {reading.error && <Modal opened onClose={reading.forget} title={formatMessage({ id: 'map.import' })} centered><ErrorNote error={reading.error} /></Modal>}
      {file && <MapImport file={file} stored={stored} editing={editing} onClose={(isPlaced) => { setFile(null); if (isPlaced) onPlaced(); }} />}
      {isExporting && <ExportMap onClose={() => setExporting(false)} />}
    </>
  );
}

const SHORTEST_REASON = 2;

function ExportMap({ onClose }: { readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const { communityName } = useSession();
  const [reason, setReason] = useState('');
  const run = useMutation(api.grid.exportMap());
  return (
    <Modal opened onClose={onClose} title={formatMessage({ id: 'map.export-geojson' })} centered>
      {run.data ? (
        <FileWritten path={run.data.path} words={formatMessage({ id: 'map.exported' }, { count: run.data.shapes })} />
      ) : (
        <form onSubmit={(event) => { event.preventDefault(); run.mutate({ reason: reason.trim(), suggestedName: fileName(communityName, formatMessage({ id: 'map.title' })) }); }}>
          <Stack gap="sm">
            <TextInput required data-autofocus maxLength={300} label={formatMessage({ id: 'map.export-reason' })} description={formatMessage({ id: 'map.export-note' })} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
            <ErrorNote error={run.error} />
            <Button type="submit" disabled={reason.trim().length < SHORTEST_REASON} loading={run.isPending}><FormattedMessage id="map.export" /></Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
