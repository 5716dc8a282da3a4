import { Button, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import { LedgerTrailBar } from '#renderer/components/ledger/LedgerTrailBar.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { SurveySheet } from '#shared/modules/grid/participation/survey.schema.ts';
import { proposalPlace } from '../places.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import { useRecordId } from '../register/use-record-id.ts';
import { useFigures } from '../typed/use-figures.ts';
import { AnswerDrawer, SurveyDrawer } from './SurveyDrawers.tsx';

/** One survey: its result, by grid, and the answers entered last. */
export default function SurveyPage() {
  const { formatMessage } = useIntl();
  const id = useRecordId();
  const { data, error, refetch } = useQuery(api.grid.getSurvey({ id }));
  if (data) return <Sheet key={data.id} survey={data} />;
  return <Page title={formatMessage({ id: 'surveys.one' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function Sheet({ survey }: { readonly survey: SurveySheet }) {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('participation.edit');
  const { share, mean } = useFigures();
  const [open, setOpen] = useState<'edit' | 'answer' | null>(null);
  useDeskCommand(mayEdit ? { id: 'record.edit', title: 'common.edit', accelerator: 'F2', run: () => setOpen('edit') } : null);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'surveys.answer', accelerator: 'CmdOrCtrl+N', run: () => setOpen('answer') } : null);
  const figure = (id: 'answers' | 'mean' | 'knows-grid' | 'knows-member', value: string | number) => <Figure label={formatMessage({ id: `surveys.${id}` })} definition={formatMessage({ id: `surveys.${id}.definition` })} value={value} />;
  const { answers, meanScore, knowsGrid, knowsMember, kind, byGrid } = survey;
  return (
    <Page
      title={survey.title}
      figure={formatMessage({ id: `surveys.kind.${kind}` })}
      actions={
        <>
          <LedgerTrailBar list="grid.surveys" />
          {mayEdit && <Button size="xs" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setOpen('edit')}><FormattedMessage id="common.edit" /></Button>}
          {mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('answer')}><FormattedMessage id="surveys.answer" /></Button>}
        </>
      }
    >
      <Stack gap="xl">
        <SheetSection title="surveys.section.result">
          {survey.proposalId !== null && <PlaceLink to={proposalPlace(survey.proposalId)} size="sm">{survey.proposalTitle}</PlaceLink>}
          <SimpleGrid cols={{ base: 2, md: 4 }}>
            {figure('answers', answers)}
            {figure('mean', mean(meanScore))}
            {kind === 'trust' && figure('knows-grid', share(knowsGrid.yes, knowsGrid.asked))}
            {kind === 'trust' && figure('knows-member', share(knowsMember.yes, knowsMember.asked))}
          </SimpleGrid>
        </SheetSection>
        <SheetSection title="surveys.section.grids">
          {byGrid.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="surveys.none" /></Text>}
          {byGrid.length > 0 && (
            <Table aria-label={formatMessage({ id: 'surveys.section.grids' })} verticalSpacing={4}>
              <Table.Thead>
                <Table.Tr><Table.Th scope="col"><FormattedMessage id="survey_answer.field.gridId" /></Table.Th>{(['answers', 'meanScore', 'knowsGrid', 'knowsMember'] as const).map((field) => <Table.Th key={field} scope="col" ta="end"><FormattedMessage id={`survey.field.${field}`} /></Table.Th>)}</Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {byGrid.map((row) => (
                  <Table.Tr key={row.gridId ?? 'none'}>
                    <Table.Th scope="row" fw={400}>{row.gridId === null ? formatMessage({ id: 'surveys.no-grid' }) : row.gridName}</Table.Th>
                    {[String(row.answers), mean(row.meanScore), share(row.knowsGrid.yes, row.knowsGrid.asked), share(row.knowsMember.yes, row.knowsMember.asked)].map((value, at) => <Table.Td key={at} ta="end">{value}</Table.Td>)}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </SheetSection>
        <RecentAnswers survey={survey} mayEdit={mayEdit} />
      </Stack>
      {open === 'edit' && <SurveyDrawer survey={survey} onClosed={() => setOpen(null)} />}
      {open === 'answer' && <AnswerDrawer survey={survey} onClosed={() => setOpen(null)} />}
    </Page>
  );
}

function RecentAnswers({ survey: { recent }, mayEdit }: { readonly survey: SurveySheet; readonly mayEdit: boolean }) {
  const { formatMessage } = useIntl();
  const remove = useMutation(api.grid.removeSurveyAnswer());
  if (recent.length === 0) return null;
  const word = (value: boolean | null): string => (value === null ? '' : formatMessage({ id: value ? 'common.yes' : 'common.no' }));
  return (
    <SheetSection title="surveys.section.recent">
      <ErrorNote error={remove.error} />
      <Table aria-label={formatMessage({ id: 'surveys.section.recent' })} verticalSpacing={4}>
        <Table.Thead><Table.Tr>{(['answeredOn', 'gridId', 'score', 'knowsGrid', 'knowsMember', 'comment'] as const).map((field) => <Table.Th key={field} scope="col"><FormattedMessage id={`survey_answer.field.${field}`} /></Table.Th>)}<Table.Td /></Table.Tr></Table.Thead>
        <Table.Tbody>
          {recent.map((answer) => (
            <Table.Tr key={answer.id}>
              <Table.Td><DayText day={answer.answeredOn} /></Table.Td>
              <Table.Td>{answer.gridName}</Table.Td>
              <Table.Td>{answer.score}</Table.Td>
              <Table.Td>{word(answer.knowsGrid)}</Table.Td>
              <Table.Td>{word(answer.knowsMember)}</Table.Td>
              <Table.Td>{answer.comment}</Table.Td>
              <Table.Td>{mayEdit && <Button size="compact-xs" variant="subtle" color="gray" onClick={() => remove.mutate({ id: answer.id, version: answer.version })}><FormattedMessage id="surveys.remove" /></Button>}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </SheetSection>
  );
}
