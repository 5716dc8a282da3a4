import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { useState } from 'react';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { LedgerTrailBar } from '#renderer/components/ledger/LedgerTrailBar.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { Trace } from '#renderer/components/trace/Trace.tsx';
import { WaitStrip } from '#renderer/components/wait-strip/WaitStrip.tsx';
import { totalOf } from '#shared/modules/training-assessment/assessment/score.rules.ts';
import type { Sheet, SheetLine } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { linePlace } from './places.ts';
import { Section } from './Section.tsx';
import { Appeals } from './sheet/Appeals.tsx';
import { Follows } from './sheet/Follows.tsx';
import { ManySection } from './sheet/ManySection.tsx';
import { Training } from './sheet/Training.tsx';
import { SheetActions } from './sheet/SheetActions.tsx';
import { ScoreForm } from './sheet/ScoreForm.tsx';
import { useSteps } from './sheet/use-steps.ts';
import { usePlaceParams } from './use-place-params.ts';
import { usePoints, useScore, useShare } from './use-points.ts';

/** One subject's sheet: the band, the score and what it is made of, line by line, each with its rows. */
export default function SheetPage() {
  const { formatMessage } = useIntl();
  const { id } = usePlaceParams();
  const { data, error, refetch } = useQuery(api.trainingAssessment.getSheet({ id }));
  if (data) return <SheetView key={data.id} sheet={data} />;
  return <Page title={formatMessage({ id: 'assessment.sheet' })}><ErrorNote error={error} onRetry={() => void refetch()} /></Page>;
}

function SheetView({ sheet }: { readonly sheet: Sheet }) {
  const { formatMessage } = useIntl();
  const steps = useSteps(sheet);
  const [isUnsaved, setUnsaved] = useState(false);
  return (
    <Page title={sheet.subjectName} figure={sheet.planTitle} actions={<><LedgerTrailBar list="assessment.sheets" /><SheetActions sheet={sheet} isUnsaved={isUnsaved} /></>}>
      <Stack gap="xl">
        {sheet.state !== 'excluded' && <WaitStrip steps={steps} label={formatMessage({ id: 'assessment.steps' })} />}
        {sheet.state === 'excluded' && <Text size="sm">{formatMessage({ id: 'assessment.excluded-note' }, { reason: sheet.excludedReason })}</Text>}
        {sheet.state === 'returned' && <Text size="sm">{formatMessage({ id: 'assessment.returned-note' }, { reason: sheet.returnedReason })}</Text>}
        <SimpleGrid cols={{ base: 1, lg: sheet.training === null ? 1 : 2 }} spacing="xl">
          <Result sheet={sheet} />
          {sheet.training !== null && <Training sheet={sheet} training={sheet.training} />}
        </SimpleGrid>
        <ScoreForm key={sheet.state} sheet={sheet} onUnsaved={setUnsaved} />
        <ManySection sheet={sheet} />
        <Follows sheet={sheet} />
        <Appeals sheet={sheet} />
        <Section title="assessment.about-sheet"><SheetFacts sheet={sheet} /></Section>
        <Section title="assessment.history"><History entity="assessment_sheet" id={sheet.id} version={sheet.version} /></Section>
      </Stack>
    </Page>
  );
}

function Result({ sheet }: { readonly sheet: Sheet }) {
  const { formatMessage } = useIntl();
  const points = usePoints();
  const score = useScore();
  const sum = totalOf(sheet.lines);
  return (
    <Section title="assessment.result">
      <Group gap="lg" align="baseline">
        {sheet.band !== null && <Text fz={24} fw={600}>{formatMessage({ id: `assessment.band.${sheet.band}` })}</Text>}
        <Text fz={24} fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>{score(sum)}<Text span size="sm" c="dimmed" ml={4}>/ {points(sheet.fullScore)}</Text></Text>
        {sheet.band === null && <Text size="sm" c="dimmed">{formatMessage({ id: 'assessment.so-far' }, { count: sheet.lines.filter(({ score }) => score === null).length })}</Text>}
      </Group>
      <LinesTrace sheet={sheet} />
    </Section>
  );
}

/** Every line with what it earned; computed ones open their rows. */
function LinesTrace({ sheet }: { readonly sheet: Sheet }) {
  const { formatMessage } = useIntl();
  const points = usePoints();
  const score = useScore();
  const noteOf = useLineNote(sheet);
  const items = sheet.lines.map((line) => ({
    id: line.itemId,
    label: line.title,
    value: formatMessage({ id: 'assessment.of-full' }, { score: score(line.score), full: line.kind === 'adjust' ? `±${points(line.fullScore)}` : points(line.fullScore) }),
    note: noteOf(line),
    ...(line.kind === 'indicator' && { to: linePlace(sheet.id, line.itemId) }),
  }));
  return <Trace label={formatMessage({ id: 'assessment.result' })} items={items} total={{ label: formatMessage({ id: 'assessment.field.total' }), value: score(totalOf(sheet.lines)) }} />;
}

/** Why a line has its score, in one sentence. */
function useLineNote(sheet: Sheet): (line: SheetLine) => string {
  const { formatMessage, formatNumber } = useIntl();
  const points = usePoints();
  const share = useShare();
  return (line) => {
    const { earned, due } = line;
    if (line.kind === 'adjust') return formatMessage({ id: 'assessment.note-line.adjust' }, { count: sheet.adjustments.length, sum: points(sheet.adjustments.reduce((sum, one) => sum + one.points, 0)) });
    if (earned !== null && due === 0) return formatMessage({ id: 'assessment.note-line.nothing-due' });
    if (earned !== null && due !== null) return formatMessage({ id: line.kind === 'indicator' ? 'assessment.note-line.indicator' : 'assessment.note-line.many' }, { earned: formatNumber(earned), due: formatNumber(due), share: share((earned * 10_000) / due) });
    if (line.score !== null) return formatMessage({ id: 'assessment.note-line.basis' }, { basis: line.basis });
    return formatMessage({ id: line.kind === 'scored' ? 'assessment.note-line.unscored' : 'assessment.note-line.open' });
  };
}

function SheetFacts({ sheet }: { readonly sheet: Sheet }) {
  const { formatMessage } = useIntl();
  const share = useShare();
  const label = (id: 'gridName' | 'served' | 'share' | 'selfName' | 'reportedName' | 'scoredName' | 'archivedName' | 'peers') => ({ id, label: formatMessage({ id: `assessment.field.${id}` }) });
  return (
    <Facts
      columns={2}
      facts={[
        { ...label('gridName'), value: sheet.gridName },
        { ...label('served'), value: <><DayText day={sheet.fromOn} /> – <DayText day={sheet.untilOn} /></> },
        { ...label('share'), value: share(sheet.share) },
        { ...label('selfName'), value: sheet.selfName },
        { ...label('reportedName'), value: sheet.reportedName },
        { ...label('scoredName'), value: sheet.scoredName },
        { ...label('archivedName'), value: sheet.archivedName },
        { ...label('peers'), value: sheet.peers },
      ]}
    />
  );
}
