import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { bands } from '#shared/modules/grid/register/completeness/completeness.contract.ts';
import { ChartLegend } from '#renderer/components/charts/ChartLegend.tsx';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';
import classes from '#renderer/components/charts/charts.module.css';
import { SheetSection } from '../SheetSection.tsx';
import { gradePlace, type GridGrade } from './grade-place.ts';

const CompletenessBars = lazy(() => import('./CompletenessBars.tsx'));

const KINDS = { full: 'plain', most: 'stripes', half: 'dots', little: 'blank' } as const;

/** How whole the records of each grid are: a picture and the same figures, each opening its people. */
export function GradesPanel() {
  const { formatMessage, formatNumber } = useIntl();
  const { data, error, refetch } = useQuery(api.grid.summariseCompleteness({}));
  const nameOf = ({ gridId, gridName }: GridGrade): string => (gridId === null ? formatMessage({ id: 'charts.without-grid' }) : gridName);
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <SheetSection title="completeness.by-grid">
      <Text size="sm" c="dimmed"><FormattedMessage id="completeness.about" /></Text>
      <div className={classes['pair']}>
        <div className={classes['chart']}>
          <ChartLegend entries={bands.map((band) => ({ id: band, label: formatMessage({ id: `completeness.band.${band}` }), kind: KINDS[band] }))} />
          <Suspense fallback={<Skeleton height={320} />}><CompletenessBars grades={data} nameOf={nameOf} /></Suspense>
        </div>
        <FigureTable
          caption={formatMessage({ id: 'completeness.by-grid-table' })}
          rowHead={formatMessage({ id: 'charts.grid' })}
          columns={bands.map((band) => formatMessage({ id: `completeness.band.${band}` }))}
          rows={data.map((grade) => ({ id: grade.gridId ?? 'none', name: `${nameOf(grade)} · ${formatNumber(Math.floor(grade.score))}%`, cells: bands.map((band) => ({ id: band, count: grade[band], to: gradePlace(grade.gridId, band) })) }))}
        />
      </div>
    </SheetSection>
  );
}
