import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { ShownStep } from '#shared/modules/grid/process/process.schema.ts';
import { unitWords } from '../matters/matter-words.ts';

type Doer = Pick<ShownStep, 'unit' | 'who' | 'unitName'>;

/** Who does a step, in words: a unit of the desk by its name, anybody else as it was written. */
export function useDoer(): (step: Doer) => string {
  const intl = useIntl();
  return useCallback(({ unit, who, unitName }) => (unit === null ? who : unitWords(intl, { id: unit.id, name: unitName })), [intl]);
}

/** The time of a step in words; one that is done at once takes no day. */
export function useStepDays(): (days: number) => string {
  const { formatMessage } = useIntl();
  return useCallback((days) => (days === 0 ? formatMessage({ id: 'process-map.same-day' }) : formatMessage({ id: 'process-map.days' }, { days })), [formatMessage]);
}
