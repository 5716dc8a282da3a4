import { Button, NumberInput, Skeleton, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { runCommand } from '#renderer/app/commands.ts';
import { ChartSection } from '#renderer/components/charts/ChartSection.tsx';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';
import { figureRows, type ChartRow, type ChartSeries } from '#renderer/components/charts/series.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import type { TrainingFigures } from '#shared/modules/training-assessment/training/record.schema.ts';
import { classPlace, hoursPlace } from './places.ts';

const BarsChart = lazy(() => import('#renderer/components/charts/BarsChart.tsx'));
const TENTHS = 10;

/** Hours per person, results by class, teaching by month; every bar of a class opens it. */
export default function FiguresPage() {
  const { formatMessage } = useIntl();
  const [year, setYear] = useState(Number(localToday().slice(0, 4)));
  const figures = useQuery(api.trainingAssessment.summariseTraining({ year }));
  return (
    <Page
      wide
      title={formatMessage({ id: 'training.figures' })}
      actions={
        <>
          <NumberInput size="xs" w={90} aria-label={formatMessage({ id: 'training.field.year' })} min={2000} max={2100} allowDecimal={false} value={year} onChange={(value) => typeof value === 'number' && value >= 2000 && value <= 2100 && setYear(value)} />
          <Button size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => runCommand('frame.print')}><FormattedMessage id="common.print" /></Button>
        </>
      }
    >
      <Stack gap="xl" p="md" style={{ overflow: 'auto', height: '100%' }}>
        <QueryState query={figures}>
          {(data) => (
            <>
              <Hours figures={data} />
              <PassRates figures={data} />
              <Months figures={data} />
            </>
          )}
        </QueryState>
      </Stack>
    </Page>
  );
}

/** Bands as the database cuts them: a tenth of what is due, five hours where nothing is due. */
const stepOf = (dueTenths: number): number => (dueTenths >= TENTHS ? Math.ceil(dueTenths / TENTHS) : 50);

function Hours({ figures }: { readonly figures: TrainingFigures }) {
  const { formatMessage } = useIntl();
  const step = stepOf(figures.dueTenths);
  const series: readonly ChartSeries[] = [{ id: 'people', label: formatMessage({ id: 'training.figures.people' }), kind: 'plain' }];
  const rows = figures.bands.map(({ band, people }): ChartRow => {
    const [fromTenths, untilTenths] = [band * step, (band + 1) * step];
    return { id: String(band), label: formatMessage({ id: 'training.figures.band' }, { from: hoursText(fromTenths), until: hoursText(untilTenths) }), values: { people }, to: { people: hoursPlace({ year: figures.year, fromTenths, untilTenths }) } };
  });
  return (
    <ChartSection
      title={formatMessage({ id: 'training.figures.hours' }, { due: hoursText(figures.dueTenths) })}
      isEmpty={figures.people === 0}
      picture={<Suspense fallback={<Skeleton height={200} />}><BarsChart rows={rows} series={series} /></Suspense>}
      table={<FigureTable caption={formatMessage({ id: 'training.figures.hours-table' })} rowHead={formatMessage({ id: 'training.field.hoursTenths' })} columns={series.map(({ label }) => label)} rows={figureRows(rows, series)} />}
    />
  );
}

function PassRates({ figures }: { readonly figures: TrainingFigures }) {
  const { formatMessage } = useIntl();
  const series: readonly ChartSeries[] = [
    { id: 'passed', label: formatMessage({ id: 'training.result.passed' }), kind: 'plain' },
    { id: 'failedExam', label: formatMessage({ id: 'training.result.failed-exam' }), kind: 'stripes' },
    { id: 'failedAttendance', label: formatMessage({ id: 'training.result.failed-attendance' }), kind: 'dots' },
  ];
  const rows = figures.classes.map(({ classId, name, passed, failedExam, failedAttendance }): ChartRow => ({ id: classId, label: name, values: { passed, failedExam, failedAttendance }, to: { passed: classPlace(classId), failedExam: classPlace(classId), failedAttendance: classPlace(classId) } }));
  return (
    <ChartSection
      title={formatMessage({ id: 'training.figures.results' })}
      legend={series}
      isEmpty={rows.length === 0}
      picture={<Suspense fallback={<Skeleton height={200} />}><BarsChart rows={rows} series={series} isStacked nameWidth={180} /></Suspense>}
      table={<FigureTable caption={formatMessage({ id: 'training.figures.results' })} rowHead={formatMessage({ id: 'training.field.classId' })} columns={series.map(({ label }) => label)} rows={figureRows(rows, series)} />}
    />
  );
}

function Months({ figures }: { readonly figures: TrainingFigures }) {
  const { formatMessage, formatDate } = useIntl();
  const series: readonly ChartSeries[] = [{ id: 'hours', label: formatMessage({ id: 'training.field.hoursTenths' }), kind: 'plain' }, { id: 'sessions', label: formatMessage({ id: 'training.field.sessions' }), kind: 'stripes' }];
  const rows = figures.months.map(({ month, sessions, hoursTenths }): ChartRow => ({ id: String(month), label: formatDate(new Date(Date.UTC(figures.year, month - 1, 1)), { month: 'short', timeZone: 'UTC' }), values: { hours: hoursTenths / TENTHS, sessions } }));
  return (
    <ChartSection
      title={formatMessage({ id: 'training.figures.months' })}
      legend={series}
      isEmpty={rows.length === 0}
      picture={<Suspense fallback={<Skeleton height={280} />}><BarsChart rows={rows} series={series} direction="up" /></Suspense>}
      table={<FigureTable caption={formatMessage({ id: 'training.figures.months' })} rowHead={formatMessage({ id: 'training.figures.month' })} columns={series.map(({ label }) => label)} rows={figureRows(rows, series)} />}
    />
  );
}
