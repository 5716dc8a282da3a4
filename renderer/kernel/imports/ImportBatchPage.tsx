import { Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState, ReadingFailed } from '#renderer/components/QueryState.tsx';
import { columnsOfSheet, type ImportBatch, type ImportRow } from '#shared/kernel/imports/imports.contract.ts';
import type { Place } from './import-cells.ts';
import { ImportActions } from './ImportActions.tsx';
import { ImportFilters } from './ImportFilters.tsx';
import { ImportOutcome } from './ImportOutcome.tsx';
import { ImportSheet } from './ImportSheet.tsx';
import { ImportSidePanel, type PanelTab } from './ImportSidePanel.tsx';
import { KindQuestion } from './KindQuestion.tsx';
import type { RowFilter } from './row-filter.ts';
import { useBatchWords } from './use-batch-words.ts';
import { useImportRows } from './use-import-rows.ts';

/** One workbook on its way in: left the file as it is, right what will happen. */
export default function ImportBatchPage() {
  const { batchId: id } = useParams({ strict: false }) as { batchId: string }; // the route's own parameter
  const batch = useQuery(api.imports.getBatch({ batchId: id }));
  return <QueryState query={batch}>{(data) => <ImportBatchDesk key={data.id} batch={data} />}</QueryState>;
}

function ImportBatchDesk({ batch }: { batch: ImportBatch }) {
  const [filter, setFilter] = useState<RowFilter>(batch.status === 'checked' && batch.counts.bad > 0 ? 'bad' : 'all');
  const [cursor, setCursor] = useState<Place>({ row: 0, column: 0 });
  const isAllBad = batch.counts.bad + batch.counts.skipped === batch.counts.total && batch.columns.some(({ match }) => match !== null); // a column or the grid is missing
  const asking = batch.columns.filter(({ match }) => match?.asks).length;
  const [tab, setTab] = useState<PanelTab>(batch.status === 'checked' && (asking > 0 || isAllBad) ? 'columns' : 'row');
  const rows = useImportRows(batch.id, filter);
  const words = useBatchWords(batch);
  const fixCell = useMutation(api.imports.fixCell());
  const skipRow = useMutation(api.imports.skipRow());
  const choose = useMutation(api.imports.chooseDifferences());

  const isReadOnly = batch.status !== 'checked';
  const place: Place = { row: Math.min(cursor.row, Math.max(0, rows.count - 1)), column: cursor.column };
  const active = rows.rowAt(place.row);
  const inRow = ({ sheet, row }: ImportRow) => ({ batchId: batch.id, sheet, row });
  const fix = (row: ImportRow, column: number, text: string) => fixCell.mutate({ ...inRow(row), column, text });
  const skip = (row: ImportRow) => skipRow.mutate({ ...inRow(row), skip: row.verdict !== 'skipped' });
  const show = (next: RowFilter) => {
    setFilter(next);
    setCursor({ row: 0, column: cursor.column });
  };

  /** What still has to be chosen is chosen row by row. */
  const settle = (next: RowFilter) => {
    show(next);
    setTab('row');
  };

  return (
    <Page title={batch.fileName} actions={<ImportActions batch={batch} onShow={settle} onColumns={() => setTab('columns')} />} wide>
      <Stack gap="sm" h="100%" mih={0}>
      <ImportOutcome batch={batch} />
      <KindQuestion batch={batch} />
      <Group justify="space-between" gap="xs">
        <ImportFilters batch={batch} value={filter} onChange={show} />
        <Text size="xs" c="dimmed">
          <FormattedMessage id={batch.headerRow === 0 ? 'imports.sheet.untitled' : 'imports.sheet.about'} values={{ sheet: batch.sheetName, row: batch.headerRow, form: words.form }} />
        </Text>
      </Group>
      <Group align="stretch" wrap="nowrap" gap="sm" flex={1} mih={0}>
        {rows.error ? (
          <ReadingFailed error={rows.error} onRetry={rows.retry} />
        ) : rows.count === 0 && !rows.isPending ? (
          <Text flex={1} c="dimmed"><FormattedMessage id={`imports.none.${filter}`} /></Text>
        ) : (
          <ImportSheet batch={batch} rows={rows} cursor={place} onCursor={setCursor} onFix={fix} onSkip={skip} isReadOnly={isReadOnly} />
        )}
        <ImportSidePanel
          batch={batch}
          row={active}
          isReadOnly={isReadOnly}
          tab={tab}
          onTab={setTab}
          onGoTo={(index) => setCursor({ row: place.row, column: Math.max(0, columnsOfSheet(batch, active?.sheet ?? batch.sheetName).findIndex((column) => column.index === index)) })}
          onFix={(column, text) => active && fix(active, column, text)}
          onSkip={() => active && skip(active)}
          onChoose={(fields, choice) => active && choose.mutate({ ...inRow(active), fields: [...fields], choice })}
          onChooseAll={(choice) => choose.mutate({ batchId: batch.id, choice })}
        />
      </Group>
      </Stack>
    </Page>
  );
}
