import { SegmentedControl } from '@mantine/core';
import { useIntl } from 'react-intl';
import type { ImportBatch } from '#shared/kernel/imports/imports.contract.ts';
import { countOf, rowFilters, type RowFilter } from './row-filter.ts';

type ImportFiltersProps = { batch: ImportBatch; value: RowFilter; onChange: (filter: RowFilter) => void };

/** What will happen, counted; each count shows its rows. Kinds that do not occur are left out. */
export function ImportFilters({ batch, value, onChange }: ImportFiltersProps) {
  const { formatMessage } = useIntl();
  const shown = rowFilters.filter((filter) => filter === 'all' || filter === value || countOf(batch, filter) > 0);
  return (
    <SegmentedControl
      size="xs"
      aria-label={formatMessage({ id: 'imports.filter.label' })}
      value={value}
      onChange={(filter) => onChange(filter as RowFilter)} // one of the values given below
      data={shown.map((filter) => ({ value: filter, label: formatMessage({ id: `imports.filter.${filter}` }, { count: countOf(batch, filter) }) }))}
    />
  );
}
