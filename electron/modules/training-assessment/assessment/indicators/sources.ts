import type { IndicatorId } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import type { IndicatorSource } from './indicator-source.ts';
import { duplicatesSettled, gridInOrder, recordsComplete, visitsKept } from './register.sources.ts';
import { ratedByCommunities } from './two-way.sources.ts';

/** The rows behind every indicator a plan may name; one missing here does not compile. */
export const indicatorSources: Readonly<Record<IndicatorId, IndicatorSource>> = {
  'visits-kept': visitsKept,
  'records-complete': recordsComplete,
  'duplicates-settled': duplicatesSettled,
  'grid-in-order': gridInOrder,
  'rated-by-communities': ratedByCommunities,
};
