import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { TaskProgress } from '#renderer/components/long-task/TaskProgress.tsx';
import { useLongTask } from '#renderer/components/long-task/use-long-task.ts';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { rowsToImport, type RowFilter } from './row-filter.ts';
import { UndoImportButton } from './UndoImportButton.tsx';
import { useBatchWords } from './use-batch-words.ts';

type ImportActionsProps = { batch: ImportBatch; onShow: (filter: RowFilter) => void; onColumns: () => void };

/** What can be done with the batch now. The one filled button is always the next act, with its count on it. */
export function ImportActions({ batch, onShow, onColumns }: ImportActionsProps) {
  const { formatMessage } = useIntl();
  const words = useBatchWords(batch);
  const commit = useLongTask(api.imports.commitBatch);
  if (commit.isRunning) return <TaskProgress label={formatMessage({ id: 'imports.committing' })} step={commit.step} onCancel={commit.cancel} />;
  const { undecided } = batch.counts;
  const count = rowsToImport(batch);
  const asking = batch.columns.filter(({ match }) => match?.asks).length;
  return (
    <Group gap="xs" wrap="nowrap">
      {batch.status === 'checked' && <DiscardButton batch={batch} />}
      <BadRowsButton batch={batch} />
      <UndoImportButton batch={batch} />
      {batch.status === 'checked' &&
        (asking > 0 ? (
          <Button onClick={onColumns}><FormattedMessage id="imports.decide-columns" values={{ count: asking }} /></Button>
        ) : undecided > 0 ? (
          <Button onClick={() => onShow('changed')}><FormattedMessage id="imports.decide" values={{ count: undecided }} /></Button>
        ) : (
          <Button disabled={count === 0 || batch.asksKind} onClick={() => commit.run({ batchId: batch.id })}><FormattedMessage id="imports.commit" values={{ rows: words.rows(count) }} /></Button>
        ))}
    </Group>
  );
}

function DiscardButton({ batch }: { batch: ImportBatch }) {
  const navigate = useNavigate();
  const discard = useMutation({ ...api.imports.discardBatch(), onSuccess: () => void navigate({ to: '/system/imports' }) });
  return (
    <Button variant="subtle" loading={discard.isPending} onClick={() => discard.mutate({ batchId: batch.id })}>
      <FormattedMessage id="imports.discard" />
    </Button>
  );
}

function BadRowsButton({ batch }: { batch: ImportBatch }) {
  const exportBad = useMutation(api.imports.exportBadRows());
  const openExported = useMutation(api.exports.openExported());
  if (batch.counts.bad === 0) return null;
  const written = exportBad.data;
  return written ? (
    <Button variant="default" onClick={() => openExported.mutate({ path: written.path, action: 'folder' })}>
      <FormattedMessage id="imports.bad.show" values={{ count: written.rows }} />
    </Button>
  ) : (
    <Button variant="default" loading={exportBad.isPending} onClick={() => exportBad.mutate({ batchId: batch.id })}>
      <FormattedMessage id="imports.bad.export" values={{ count: batch.counts.bad }} />
    </Button>
  );
}
