import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { bands } from '#shared/modules/grid/register/completeness/completeness.contract.ts';
import { StackedByGrid } from '../../charts/StackedByGrid.tsx';
import { gradePlace, type GridGrade } from './grade-place.ts';

const KINDS = { full: 'plain', most: 'stripes', half: 'dots', little: 'blank' } as const;

/** How whole the records of each grid are: a picture and the same figures, each opening its people. */
export function GradesPanel() {
  const { formatMessage, formatNumber } = useIntl();
  const { data, error, refetch } = useQuery(api.grid.summariseCompleteness({}));
  if (!data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  const nameOf = ({ gridId, gridName, score }: GridGrade): string => `${gridId === null ? formatMessage({ id: 'charts.without-grid' }) : gridName} · ${formatNumber(Math.floor(score))}%`;
  return (
    <StackedByGrid
      title={formatMessage({ id: 'completeness.by-grid' })}
      about={formatMessage({ id: 'completeness.about' })}
      caption={formatMessage({ id: 'completeness.by-grid-table' })}
      series={bands.map((id) => ({ id, label: formatMessage({ id: `completeness.band.${id}` }), kind: KINDS[id] }))}
      rows={data.map((grade) => ({ id: grade.gridId ?? 'none', label: nameOf(grade), values: { full: grade.full, most: grade.most, half: grade.half, little: grade.little }, to: Object.fromEntries(bands.map((band) => [band, gradePlace(grade.gridId, band)])) }))}
    />
  );
}
