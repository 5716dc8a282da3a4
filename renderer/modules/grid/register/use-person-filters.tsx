import { Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { LedgerFilter } from '#renderer/components/ledger/ledger-list.ts';
import { useLedgerPlace } from '#renderer/components/ledger/use-ledger-place.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { personCategories, personFilterSchema, sexes, type PersonFilter } from '#shared/modules/grid/register/person.schema.ts';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { flagFilter, linkedFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';

type Words = IntlShape['formatMessage'];

const NO_FIELDS: readonly never[] = [];

function bornFilter(words: Words): LedgerFilter<PersonFilter> {
  const label = words({ id: 'register.filter.born' });
  return {
    id: 'born',
    label,
    describe: ({ bornFrom, bornUntil }) => (bornFrom === null && bornUntil === null ? null : words({ id: 'register.filter.born-range' }, { from: bornFrom ?? '…', until: bornUntil ?? '…' })),
    without: (filter) => ({ ...filter, bornFrom: null, bornUntil: null }),
    editor: (filter, change) => (
      <Stack gap="xs" w={220}>
        <DayInput label={words({ id: 'register.filter.born-from' })} value={filter.bornFrom} data-autofocus popoverProps={{ withinPortal: false }} onChange={(day) => change({ ...filter, bornFrom: day })} />
        <DayInput label={words({ id: 'register.filter.born-until' })} value={filter.bornUntil} popoverProps={{ withinPortal: false }} onChange={(day) => change({ ...filter, bornUntil: day })} />
      </Stack>
    ),
  };
}

const linked = (words: Words): LedgerFilter<PersonFilter>[] => {
  const yes = words({ id: 'register.filter.this-one' });
  return [
    linkedFilter({ id: 'household', label: words({ id: 'register.filter.household' }), yes, of: (filter) => filter.householdId !== null, without: (filter) => ({ ...filter, householdId: null }) }),
    linkedFilter({ id: 'dwelling', label: words({ id: 'register.filter.dwelling' }), yes, of: (filter) => filter.dwellingId !== null, without: (filter) => ({ ...filter, dwellingId: null }) }),
    linkedFilter({ id: 'import', label: words({ id: 'register.filter.import' }), yes, of: (filter) => filter.importBatchId !== null, without: (filter) => ({ ...filter, importBatchId: null }) }),
    linkedFilter({ id: 'community', label: words({ id: 'register.filter.community' }), yes, of: (filter) => filter.communityIds.length > 0, without: (filter) => ({ ...filter, communityIds: [] }) }),
  ];
};

/** The conditions of the list of persons. Those that only a link sets are listed while they hold. */
export function usePersonFilters(): readonly LedgerFilter<PersonFilter>[] {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  const { options: categories } = useCodes('person-category');
  const { options: sexOptions } = useCodes('sex');
  const { options: education } = useCodes('education');
  const [{ filter }] = useLedgerPlace(personFilterSchema, NO_FIELDS);
  return useMemo(() => {
    const yes = formatMessage({ id: 'common.yes' });
    const own: LedgerFilter<PersonFilter>[] = [
      listFilter({ id: 'grid', label: formatMessage({ id: 'register.field.gridId' }), options: grids, values: null, of: (one) => one.gridIds, put: (one, gridIds) => ({ ...one, gridIds }) }),
      listFilter({ id: 'category', label: formatMessage({ id: 'register.field.category' }), options: categories, values: personCategories, of: (one) => one.categories, put: (one, next) => ({ ...one, categories: next }) }),
      listFilter({ id: 'sex', label: formatMessage({ id: 'register.field.sex' }), options: sexOptions, values: sexes, of: (one) => one.sexes, put: (one, next) => ({ ...one, sexes: next }) }),
      bornFilter(formatMessage),
      listFilter({ id: 'education', label: formatMessage({ id: 'register.field.education' }), options: education, values: null, of: (one) => one.education, put: (one, next) => ({ ...one, education: next }) }),
      flagFilter({ id: 'without-grid', label: formatMessage({ id: 'register.filter.without-grid' }), yes, of: (one) => one.withoutGrid, put: (one, withoutGrid) => ({ ...one, withoutGrid }) }),
      flagFilter({ id: 'removed', label: formatMessage({ id: 'register.filter.removed' }), yes, of: (one) => one.removed, put: (one, removed) => ({ ...one, removed }) }),
    ];
    return [...own, ...linked(formatMessage).filter((one) => one.describe(filter) !== null)];
  }, [formatMessage, grids, categories, sexOptions, education, filter]);
}
