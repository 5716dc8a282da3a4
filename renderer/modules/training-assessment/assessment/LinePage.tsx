import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { useWords } from '#renderer/i18n/use-words.ts';
import { isIndicator } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import type { FactRow, FactRows, Sheet, SheetLine } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { sheetPlace } from './places.ts';
import { usePlaceParams } from './use-place-params.ts';
import { usePoints, useScore, useShare } from './use-points.ts';

const PAGE = 100;

/** The records behind one line: their sum is the figure, always. */
export default function LinePage() {
  const { formatMessage } = useIntl();
  const { id, item } = usePlaceParams();
  const [offset, setOffset] = useState(0);
  const sheet = useQuery(api.trainingAssessment.getSheet({ id }));
  const rows = useQuery(api.trainingAssessment.listFactRows({ sheetId: id, itemId: item, offset, limit: PAGE }));
  const line = sheet.data?.lines.find(({ itemId }) => itemId === item);
  return (
    <Page title={line?.title ?? formatMessage({ id: 'assessment.line' })} figure={sheet.data && <PlaceLink to={sheetPlace(id)} inherit>{sheet.data.subjectName} · {sheet.data.planTitle}</PlaceLink>}>
      <Stack gap="md">
        <ErrorNote error={sheet.error ?? rows.error} onRetry={() => void rows.refetch()} />
        {sheet.data && line && rows.data && <LineSum sheet={sheet.data} line={line} facts={rows.data} />}
        {rows.data && <FactTable rows={rows.data.rows} />}
        {rows.data && rows.data.count > PAGE && (
          <Group gap="xs">
            <Button size="xs" variant="default" disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - PAGE))}><FormattedMessage id="assessment.rows-before" /></Button>
            <Text size="sm">{formatMessage({ id: 'assessment.rows-shown' }, { from: offset + 1, until: Math.min(offset + PAGE, rows.data.count), count: rows.data.count })}</Text>
            <Button size="xs" variant="default" disabled={offset + PAGE >= rows.data.count} onClick={() => setOffset(offset + PAGE)}><FormattedMessage id="assessment.rows-after" /></Button>
          </Group>
        )}
      </Stack>
    </Page>
  );
}

function LineSum({ sheet, line, facts }: { readonly sheet: Sheet; readonly line: SheetLine; readonly facts: FactRows }) {
  const { formatMessage } = useIntl();
  const points = usePoints();
  const scoreOf = useScore();
  const share = useShare();
  const about = isIndicator(line.sourceId) ? `${formatMessage({ id: `assessment.indicator-about.${line.sourceId}` })} ${formatMessage({ id: `assessment.indicator-left-out.${line.sourceId}` })}` : '';
  const figure = (id: 'earned' | 'due' | 'rate' | 'exceptions' | 'score', value: string | number) => <Figure label={formatMessage({ id: `assessment.figure.${id}` })} value={value} definition={id === 'score' ? formatMessage({ id: 'assessment.rounding' }) : about} />;
  return (
    <Stack gap="xs">
      <Text size="sm">{about}</Text>
      <Text size="sm" c="dimmed">{facts.frozen && sheet.reportedAt !== null ? formatMessage({ id: 'assessment.frozen' }) : formatMessage({ id: 'assessment.live' })} {line.rule}</Text>
      <Group gap="xl">
        {figure('earned', facts.earned)}
        {figure('due', facts.due)}
        {figure('rate', facts.due === 0 ? '—' : share((facts.earned * 10_000) / facts.due))}
        {figure('exceptions', facts.exceptions)}
        {figure('score', formatMessage({ id: 'assessment.of-full' }, { score: scoreOf(line.score), full: points(line.fullScore) }))}
      </Group>
    </Stack>
  );
}

function FactTable({ rows }: { readonly rows: readonly FactRow[] }) {
  const { formatMessage } = useIntl();
  const wordsOf = useWords();
  if (rows.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="assessment.rows-none" /></Text>;
  return (
    <Table aria-label={formatMessage({ id: 'assessment.rows' })} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col"><FormattedMessage id="assessment.field.record" /></Table.Th><Table.Th scope="col"><FormattedMessage id="assessment.field.day" /></Table.Th><Table.Th scope="col"><FormattedMessage id="assessment.field.found" /></Table.Th>
          <Table.Th scope="col" ta="end"><FormattedMessage id="assessment.figure.earned" /></Table.Th><Table.Th scope="col" ta="end"><FormattedMessage id="assessment.figure.due" /></Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id} {...(row.leftOut !== '' && { c: 'dimmed' })}>
            <Table.Td>{row.to === null ? row.label || formatMessage({ id: 'assessment.rows-hidden' }) : <PlaceLink to={row.to} inherit>{row.label}</PlaceLink>}</Table.Td>
            <Table.Td>{row.day !== null && <DayText day={row.day} />}</Table.Td>
            <Table.Td>{row.leftOut === '' ? row.note !== '' && wordsOf([`assessment.note.${row.note}`], row.note) : formatMessage({ id: 'assessment.left-out' }, { reason: wordsOf([`assessment.leftOut.${row.leftOut}`], row.leftOut) })}</Table.Td>
            <Table.Td ta="end">{row.earned}</Table.Td>
            <Table.Td ta="end">{row.due}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
