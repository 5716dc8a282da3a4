import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { PersonFilter } from '#shared/modules/grid/register/person.schema.ts';
import { SheetSection } from '../register/SheetSection.tsx';
import { bandPlace, fullBands, isOpenBand, lastYearOf, UNKNOWN_BAND, type AgeBand, type SexColumn } from './age-bands.ts';
import { ChartLegend } from '#renderer/components/charts/ChartLegend.tsx';
import classes from '#renderer/components/charts/charts.module.css';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';

const AgePyramid = lazy(() => import('./AgePyramid.tsx'));

const COLUMNS: readonly SexColumn[] = ['male', 'female', 'other'];

/** People by age and sex on a day. */
export function AgeSection({ today, filter }: { readonly today: string; readonly filter: Partial<PersonFilter> }) {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(api.grid.summarisePersonsByAge({ on: today, filter }));
  const bandLabel = (band: number): string => {
    if (band === UNKNOWN_BAND) return formatMessage({ id: 'charts.band-unknown' });
    return isOpenBand(band) ? formatMessage({ id: 'charts.band-open' }, { from: band }) : formatMessage({ id: 'charts.band' }, { from: band, until: lastYearOf(band) });
  };
  return (
    <SheetSection title="charts.by-age">
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="charts.empty" /></Text>}
      {data && data.length > 0 && <AgeFigures rows={data} bandLabel={bandLabel} today={today} filter={filter} />}
    </SheetSection>
  );
}

type AgeFiguresProps = { readonly rows: readonly AgeBand[]; readonly bandLabel: (band: number) => string; readonly today: string; readonly filter: Partial<PersonFilter> };

function AgeFigures({ rows, bandLabel, today, filter }: AgeFiguresProps) {
  const { formatMessage } = useIntl();
  const bands = fullBands(rows);
  const listed = [...rows.filter(({ band }) => band === UNKNOWN_BAND), ...bands].toReversed();
  return (
    <div className={classes['pair']}>
      <div className={classes['chart']}>
        <ChartLegend entries={[{ id: 'male', label: formatMessage({ id: 'charts.sex.male' }), kind: 'plain' }, { id: 'female', label: formatMessage({ id: 'charts.sex.female' }), kind: 'stripes' }]} />
        <Suspense fallback={<Skeleton height={320} />}><AgePyramid bands={bands} bandLabel={bandLabel} today={today} filter={filter} /></Suspense>
      </div>
      <FigureTable
        caption={formatMessage({ id: 'charts.by-age-table' }, { on: today })}
        rowHead={formatMessage({ id: 'charts.age' })}
        columns={COLUMNS.map((column) => formatMessage({ id: `charts.sex.${column}` }))}
        rows={listed.map((row) => ({ id: String(row.band), name: bandLabel(row.band), cells: COLUMNS.map((column) => ({ id: column, count: row[column], to: bandPlace(row.band, column, today, filter) })) }))}
      />
    </div>
  );
}
