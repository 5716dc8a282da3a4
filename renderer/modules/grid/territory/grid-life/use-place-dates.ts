import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import type { GridTeam } from '#shared/modules/grid/territory/grid-life/grid-team.schema.ts';
import { slotAt } from './use-grid-team.ts';

const MOST = 500;
const key = (gridId: string | null, place: string): string => `${gridId ?? ''} ${place}`;

/** Since when somebody is in a place of a card, or since when nobody: from the dated service of the places, the newest first. */
export function usePlaceDates(): (team: GridTeam, place: string) => string {
  const { formatMessage } = useIntl();
  const mayRead = useMay()('posts.read');
  const { data } = useQuery({ ...api.staff.listAppointments({ filter: { of: 'places' }, sort: { field: 'fromOn', direction: 'desc' }, limit: MOST }), enabled: mayRead });
  const newest = useMemo(() => {
    const found = new Map<string, { readonly fromOn: string; readonly untilOn: string | null }>();
    for (const { gridId, place, fromOn, untilOn } of data ?? []) if (!found.has(key(gridId, place))) found.set(key(gridId, place), { fromOn, untilOn });
    return found;
  }, [data]);
  return (team, place) => {
    const slot = slotAt(team, place);
    const since = newest.get(key(team.gridId, place));
    if (slot) return slot.since === null && !since ? '' : formatMessage({ id: 'appointment.since' }, { day: slot.since ?? since?.fromOn ?? '' });
    return since?.untilOn == null ? '' : formatMessage({ id: 'appointment.gap-since' }, { day: since.untilOn });
  };
}
