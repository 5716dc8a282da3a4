import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ChartSection } from '#renderer/components/charts/ChartSection.tsx';
import { FigureTable } from '#renderer/components/charts/FigureTable.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { PersonFilter } from '#shared/modules/grid/register/person.schema.ts';
import { bandPlace, fullBands, isOpenBand, lastYearOf, UNKNOWN_BAND, type SexColumn } from './age-bands.ts';

const AgePyramid = lazy(() => import('./AgePyramid.tsx'));

const COLUMNS: readonly SexColumn[] = ['male', 'female', 'other'];

/** People by age and sex on a day. */
export function AgeSection({ today, filter }: { readonly today: string; readonly filter: Partial<PersonFilter> }) {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(api.grid.summarisePersonsByAge({ on: today, filter }));
  const sexLabel = (sex: SexColumn): string => formatMessage({ id: `charts.sex.${sex}` });
  const bandLabel = (band: number): string => {
    if (band === UNKNOWN_BAND) return formatMessage({ id: 'charts.band-unknown' });
    return isOpenBand(band) ? formatMessage({ id: 'charts.band-open' }, { from: band }) : formatMessage({ id: 'charts.band' }, { from: band, until: lastYearOf(band) });
  };
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  const bands = fullBands(data);
  const listed = [...data.filter(({ band }) => band === UNKNOWN_BAND), ...bands].toReversed();
  return (
    <ChartSection
      title={formatMessage({ id: 'charts.by-age' })}
      isEmpty={data.length === 0}
      legend={[{ id: 'male', label: sexLabel('male'), kind: 'plain' }, { id: 'female', label: sexLabel('female'), kind: 'stripes' }]}
      picture={<Suspense fallback={<Skeleton height={320} />}><AgePyramid bands={bands} bandLabel={bandLabel} today={today} filter={filter} /></Suspense>}
      table={
        <FigureTable
          caption={formatMessage({ id: 'charts.by-age-table' }, { on: today })}
          rowHead={formatMessage({ id: 'charts.age' })}
          columns={COLUMNS.map(sexLabel)}
          rows={listed.map((row) => ({ id: String(row.band), name: bandLabel(row.band), cells: COLUMNS.map((column) => ({ id: column, count: row[column], to: bandPlace(row.band, column, today, filter) })) }))}
        />
      }
    />
  );
}
