import { useCallback } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { messageId } from '#renderer/i18n/messages.ts';
import { filterSearch } from '#renderer/components/ledger/use-ledger-place.ts';
import { isStationCode } from '#shared/modules/grid/matters/matter-routes.schema.ts';
import { matterFilterSchema, type MatterFilter, type MatterRow, type UnitRef } from '#shared/modules/grid/matters/matter.schema.ts';

export const matterPlace = (id: string): string => `/grid/matters/${id}`;

/** The queue with its conditions already set. */
export function mattersPlace(filter: Partial<MatterFilter>): string {
  const { f } = filterSearch(matterFilterSchema, filter);
  return f === undefined ? '/grid/matters' : `/grid/matters?f=${encodeURIComponent(JSON.stringify(f))}`;
}

/** What a unit is called: a station or centre by the words of the desk, everything else by its own name. */
export const unitWords = ({ formatMessage }: IntlShape, { id, name }: { readonly id: string; readonly name: string }): string => (isStationCode(id) ? formatMessage({ id: `matters.unit.${id}` }) : name === '' ? formatMessage({ id: 'matters.unit-gone' }) : name);

/** The last day of a month, `YYYY-MM-DD`. */
export const lastDayOf = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

export const unitKey = ({ kind, id }: UnitRef): string => `${kind}/${id}`;
/** A unit from the key of a choice. */
export function unitOf(key: string | null): UnitRef | null {
  const [kind, id] = key?.split('/') ?? [];
  return kind === undefined || id === undefined ? null : { kind: kind as UnitRef['kind'], id }; // keys are made by `unitKey`
}

/** Who has a matter, in words: the unit, and in it the person. */
export function useHolder(): (row: Pick<MatterRow, 'unitId' | 'unitName' | 'ownerName'>) => string {
  const intl = useIntl();
  return useCallback(({ unitId, unitName, ownerName }) => [unitWords(intl, { id: unitId, name: unitName }), ownerName].filter(Boolean).join(' · '), [intl]);
}

/** Day n of m of the step a matter is in; empty where nothing runs. */
export function useDayOf(): (row: Pick<MatterRow, 'used' | 'limit' | 'state'>) => string {
  const { formatMessage } = useIntl();
  return useCallback(({ used, limit, state }) => (state === 'suspended' ? formatMessage({ id: 'matters.stopped' }) : used === null || limit === null ? '' : formatMessage({ id: 'matters.day-of' }, { used, limit })), [formatMessage]);
}

export const stateWords = ({ formatMessage }: IntlShape, state: MatterRow['state']): string => formatMessage({ id: messageId(`matters.state.${state}`) });
