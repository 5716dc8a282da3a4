import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { SheetSection } from '../register/SheetSection.tsx';
import { ChartLegend } from '#renderer/components/charts/ChartLegend.tsx';
import classes from '#renderer/components/charts/charts.module.css';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';
import { categoryColumns, sharePlace, type GridShare } from './grid-categories.ts';

const GridBars = lazy(() => import('./GridBars.tsx'));

const KINDS = { registered: 'plain', floating: 'stripes', other: 'dots' } as const;

/** People by grid and category. */
export function GridSection() {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(api.grid.summarisePersonsByGrid({}));
  const nameOf = ({ gridId, gridName }: GridShare): string => (gridId === null ? formatMessage({ id: 'charts.without-grid' }) : gridName);
  const columns = categoryColumns.map((column) => ({ id: column, label: formatMessage({ id: `charts.category.${column}` }), kind: KINDS[column] }));
  return (
    <SheetSection title="charts.by-grid">
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="charts.empty" /></Text>}
      {data && data.length > 0 && (
        <div className={classes['pair']}>
          <div className={classes['chart']}>
            <ChartLegend entries={columns} />
            <Suspense fallback={<Skeleton height={320} />}><GridBars shares={data} nameOf={nameOf} /></Suspense>
          </div>
          <FigureTable
            caption={formatMessage({ id: 'charts.by-grid-table' })}
            rowHead={formatMessage({ id: 'charts.grid' })}
            columns={columns.map(({ label }) => label)}
            rows={data.map((share) => ({ id: share.gridId ?? 'none', name: nameOf(share), cells: categoryColumns.map((column) => ({ id: column, count: share[column], to: sharePlace(share.gridId, column) })) }))}
          />
        </div>
      )}
    </SheetSection>
  );
}
