import { Alert, Button, Group, Modal, NumberInput, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconFileExport, IconSend } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useMay, useSession } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { FileWritten } from '#renderer/components/file/FileWritten.tsx';
import { fileName } from '#renderer/components/file/file-name.ts';
import { useLongTask } from '#renderer/components/long-task/use-long-task.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import type { Paper } from '#renderer/components/paper/PaperPreview.tsx';
import { PrintButton } from '#renderer/components/paper/PrintButton.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import { quarterOf } from '#shared/modules/training-assessment/training/quarter.rules.ts';
import { recordColumns, type QuarterRecord, type RecordColumn, type RecordLine } from '#shared/modules/training-assessment/training/record.schema.ts';

const placeSchema = z.object({ year: z.int().min(2000).max(2100).optional().catch(undefined), quarter: z.int().min(1).max(4).optional().catch(undefined) });
/** Shares of the paper's width; the content needs most. */
const WIDTHS: Readonly<Record<RecordColumn, number>> = { no: 1, heldOn: 2.6, place: 2.6, content: 5, trainer: 2, audience: 2.6, present: 1.4, className: 3.6, hours: 1.4, places: 1.4, term: 3, category: 2, businessLine: 2 };
const QUARTERS = ['1', '2', '3', '4'] as const;

/** 业务培训（学习）记录 of a quarter, as the form wants it: on screen, as a workbook and on paper. */
export default function RecordPage() {
  const { formatMessage } = useIntl();
  const asked = placeSchema.parse(useSearch({ strict: false }));
  const now = quarterOf(localToday());
  const [year, setYear] = useState(asked.year ?? now.year);
  const [quarter, setQuarter] = useState(asked.quarter ?? now.quarter);
  const record = useQuery(api.trainingAssessment.getQuarterRecord({ year, quarter }));
  const cellOf = useCells();
  return (
    <Page wide title={formatMessage({ id: 'training.record' })} {...(record.data && { figure: formatMessage({ id: 'training.record.figure' }, { count: record.data.lines.length }), actions: <RecordActions record={record.data} cellOf={cellOf} /> })}>
      <Stack gap="sm" p="md" style={{ overflow: 'auto', height: '100%' }}>
        <Group gap="sm">
          <NumberInput size="xs" w={90} aria-label={formatMessage({ id: 'training.field.year' })} min={2000} max={2100} allowDecimal={false} value={year} onChange={(value) => typeof value === 'number' && value >= 2000 && value <= 2100 && setYear(value)} />
          <SegmentedControl size="xs" transitionDuration={0} aria-label={formatMessage({ id: 'training.record.quarter' })} value={String(quarter)} onChange={(value) => setQuarter(Number(value))} data={QUARTERS.map((value) => ({ value, label: formatMessage({ id: 'training.record.quarter-of' }, { quarter: value }) }))} />
          {record.data && <FiledNote record={record.data} />}
        </Group>
        <QueryState query={record}>{(data) => (data.lines.length === 0 ? <Text size="sm" c="dimmed"><FormattedMessage id="training.record.none" /></Text> : <RecordTable lines={data.lines} cellOf={cellOf} />)}</QueryState>
      </Stack>
    </Page>
  );
}

type CellOf = (line: RecordLine, column: RecordColumn) => string;

function useCells(): CellOf {
  const { labelOf } = useCodes('training-category');
  return (line, column) => {
    if (column === 'hours') return hoursText(line.hoursTenths);
    if (column === 'term') return `${line.fromOn} — ${line.untilOn}`;
    return column === 'category' ? labelOf(line.category) : String(line[column]);
  };
}

function FiledNote({ record: { filed, dueOn } }: { readonly record: QuarterRecord }) {
  const isLate = filed === null && dueOn < localToday();
  if (filed === null) return <Text size="sm" {...(isLate && { fw: 600 })}><FormattedMessage id={isLate ? 'training.record.late' : 'training.record.due'} values={{ day: <DayText day={dueOn} /> }} /></Text>;
  const words = <FormattedMessage id={filed.differs === 0 ? 'training.record.filed' : 'training.record.differs'} values={{ day: <DayText day={filed.on} />, by: filed.by, lines: filed.lines, differs: filed.differs }} />;
  return filed.differs === 0 ? <Group gap={4}><IconCheck size={16} aria-hidden /><Text size="sm">{words}</Text></Group> : <Alert color="yellow" variant="light" py={4} icon={<IconAlertTriangle size={16} aria-hidden />}><Text size="sm" c="var(--mantine-color-text)">{words}</Text></Alert>;
}

function RecordTable({ lines, cellOf }: { readonly lines: readonly RecordLine[]; readonly cellOf: CellOf }) {
  const { formatMessage } = useIntl();
  return (
    // wider than the window: the arrow keys scroll it, for nothing in it can be stood on
    <div tabIndex={0} role="region" aria-label={formatMessage({ id: 'training.record' })} style={{ overflowX: 'auto' }}>
      <Table verticalSpacing={4} horizontalSpacing={6} fz="sm" miw={1040}>
        <Table.Thead><Table.Tr>{recordColumns.map((column) => <Table.Th key={column} scope="col"><FormattedMessage id={`training.record.column.${column}`} /></Table.Th>)}</Table.Tr></Table.Thead>
        <Table.Tbody>{lines.map((line) => <Table.Tr key={line.sessionId}>{recordColumns.map((column) => <Table.Td key={column} {...(column === 'heldOn' && { style: { whiteSpace: 'nowrap' } })}>{cellOf(line, column)}</Table.Td>)}</Table.Tr>)}</Table.Tbody>
      </Table>
    </div>
  );
}

function RecordActions({ record, cellOf }: { readonly record: QuarterRecord; readonly cellOf: CellOf }) {
  const { formatMessage } = useIntl();
  const may = useMay();
  const { communityName, displayName } = useSession();
  const file = useMutation(api.trainingAssessment.fileQuarterRecord());
  const write = useLongTask(api.exports.exportList);
  const [written, setWritten] = useState<string | null>(null);
  const { year, quarter, lines } = record;
  const title = formatMessage({ id: 'training.record.title' }, { year: String(year), quarter });
  const columns = recordColumns.map((column) => ({ field: column, title: formatMessage({ id: `training.record.column.${column}` }) }));
  const paper: Paper = {
    title, entity: 'training_record_filing', entityId: '', rows: lines.length, asksReason: false, startsLandscape: true,
    blocks: [
      { kind: 'facts', heading: '', facts: [{ label: formatMessage({ id: 'training.record.unit' }), value: communityName }, { label: formatMessage({ id: 'training.record.filler' }), value: displayName }] },
      { kind: 'table', heading: '', columns: recordColumns.map((column) => ({ title: formatMessage({ id: `training.record.column.${column}` }), width: WIDTHS[column] })), rows: lines.map((line) => recordColumns.map((column) => cellOf(line, column))) },
    ],
  };
  const save = () => write.run({ list: 'training.record', query: { year, quarter }, columns, reason: title, suggestedName: fileName(communityName, title) }, { onSuccess: ({ path }) => setWritten(path) });
  return (
    <>
      <ErrorNote error={file.error ?? write.error} />
      {may('exports.run') && <Button size="xs" variant="default" loading={write.isRunning} leftSection={<IconFileExport size={16} aria-hidden />} onClick={save}><FormattedMessage id="training.record.export" /></Button>}
      <PrintButton key={`${year} ${quarter} ${lines.length}`} paper={paper} />
      {may('training.edit') && <Button size="xs" loading={file.isPending} leftSection={<IconSend size={16} aria-hidden />} onClick={() => file.mutate({ year, quarter })}><FormattedMessage id={record.filed === null ? 'training.record.file' : 'training.record.file-again'} /></Button>}
      <Modal opened={written !== null} onClose={() => setWritten(null)} title={formatMessage({ id: 'training.record.export' })} transitionProps={{ duration: 0 }} closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }}>{written !== null && <FileWritten path={written} words={formatMessage({ id: 'training.record.written' })} />}</Modal>
    </>
  );
}
