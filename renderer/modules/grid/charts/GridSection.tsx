import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { categoryColumns, sharePlace } from './grid-categories.ts';
import { StackedByGrid } from './StackedByGrid.tsx';

const KINDS = { registered: 'plain', floating: 'stripes', other: 'dots' } as const;

/** People by grid and category. */
export function GridSection() {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(api.grid.summarisePersonsByGrid({}));
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <StackedByGrid
      title={formatMessage({ id: 'charts.by-grid' })}
      caption={formatMessage({ id: 'charts.by-grid-table' })}
      series={categoryColumns.map((id) => ({ id, label: formatMessage({ id: `charts.category.${id}` }), kind: KINDS[id] }))}
      rows={data.map(({ gridId, gridName, ...values }) => ({ id: gridId ?? 'none', label: gridId === null ? formatMessage({ id: 'charts.without-grid' }) : gridName, values, to: Object.fromEntries(categoryColumns.map((column) => [column, sharePlace(gridId, column)])) }))}
    />
  );
}
