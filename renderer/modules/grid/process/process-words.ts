import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import type { UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { processStepSchema, type ProcessMapRow, type ShownStep } from '#shared/modules/grid/process/process.schema.ts';
import { unitKey, unitWords } from '../matters/matter-words.ts';

export type NamedUnit = UnitRef & { readonly name: string };
export type Doers = { readonly labels: readonly string[]; readonly unitOf: (label: string) => UnitRef | null; readonly labelOf: (unit: UnitRef) => string };

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

/** The days of a step in the simpler way, with those it takes today where they differ. */
export function useDaysBoth(): (step: { readonly days: number; readonly daysBefore: number }) => string {
  const { formatMessage } = useIntl();
  const daysOf = useStepDays();
  return useCallback(({ days, daysBefore }) => (days === daysBefore ? daysOf(days) : formatMessage({ id: 'process-map.days-both' }, { days: daysOf(days), before: daysBefore })), [daysOf, formatMessage]);
}

/** The state of a map as a text, its days as they are stored; for lists, paper and what is copied. */
export function useStateWords(): (map: Pick<ProcessMapRow, 'state' | 'inForceOn' | 'endedOn'>) => string {
  const { formatMessage } = useIntl();
  return useCallback(({ state, inForceOn, endedOn }) => {
    if (state === 'announced') return formatMessage({ id: 'process-map.in-force-from' }, { day: inForceOn });
    if (state === 'in-force' && endedOn !== null) return formatMessage({ id: 'process-map.in-force-until' }, { day: addDays(endedOn, -1) });
    return formatMessage({ id: `process-map.state.${state}` });
  }, [formatMessage]);
}

/** The units that steps name, with the names they have now. */
export const unitsOf = (steps: readonly ShownStep[]): NamedUnit[] => steps.flatMap(({ unit, unitName }) => (unit === null ? [] : [{ ...unit, name: unitName }]));

/** Units by the words they are chosen by; what is no unit's name stays a text. `known` are named also where they have closed since. */
export function useDoers(known: readonly NamedUnit[]): Doers {
  const intl = useIntl();
  const { data: units = known } = useQuery(api.grid.listMatterUnits({}));
  return useMemo(() => {
    const byLabel = new Map([...known, ...units].map(({ kind, id, name }) => [unitWords(intl, { id, name }), { kind, id }]));
    const byKey = new Map([...byLabel].map(([label, unit]) => [unitKey(unit), label]));
    return { labels: [...byLabel.keys()], unitOf: (label) => byLabel.get(label.trim()) ?? null, labelOf: (unit) => byKey.get(unitKey(unit)) ?? '' };
  }, [intl, known, units]);
}

/** What stood in the stored steps of a map, in words, step by step. */
export function useMapParts(known: readonly NamedUnit[]): { readonly steps: (value: unknown) => readonly string[] } {
  const { formatMessage } = useIntl();
  const { labelOf } = useDoers(known);
  const daysOf = useStepDays();
  return useMemo(() => ({
    steps: (value) =>
      (typeof value === 'string' ? processStepSchema.array().parse(JSON.parse(value)) : []).map(({ name, unit, who, days, documents, verdict, shortenedTo, reason }) =>
        [name, unit === null ? who : labelOf(unit), shortenedTo === undefined ? daysOf(days) : `${daysOf(days)} → ${daysOf(shortenedTo)}`, ...documents, ...(verdict === 'keep' ? [] : [formatMessage({ id: `process-map.verdict.${verdict}` }), reason])].join(' · '),
      ),
  }), [formatMessage, labelOf, daysOf]);
}
