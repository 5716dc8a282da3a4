import { Button, Modal } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { FileWritten } from '#renderer/components/file/FileWritten.tsx';
import { fileName } from '#renderer/components/file/file-name.ts';
import { populationFigures, type PopulationFigure } from '#shared/modules/grid/register/population/population.rules.ts';

/** The summary as a workbook. It holds figures and nobody's name, so its own title stands in the log as the reason. */
export function SaveSummary({ on, label }: { readonly on: string; readonly label: (figure: PopulationFigure) => string }) {
  const { formatMessage } = useIntl();
  const { communityName } = useSession();
  const save = useMutation(api.exports.exportList());
  const title = formatMessage({ id: 'population.title' });
  const columns = [{ field: 'gridName', title: formatMessage({ id: 'charts.grid' }) }, ...populationFigures.map((figure) => ({ field: figure, title: label(figure) }))];
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconDownload size={16} aria-hidden />} loading={save.isPending} onClick={() => save.mutate({ list: 'grid.population', query: { on }, columns, reason: `${title} ${on}`, suggestedName: fileName(communityName, `${title}_${on}`) })}><FormattedMessage id="ledger.export" /></Button>
      {save.error && save.error.failure.code !== 'task/cancelled' && <ErrorNote error={save.error} />}
      <Modal opened={save.data !== undefined} onClose={save.reset} title={title} closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }} transitionProps={{ duration: 100 }}>
        {save.data && <FileWritten path={save.data.path} words={formatMessage({ id: 'ledger.export-done' }, { rows: save.data.rows })} />}
      </Modal>
    </>
  );
}
