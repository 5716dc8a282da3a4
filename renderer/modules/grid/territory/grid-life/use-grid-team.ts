import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import type { GridSlot, GridTeam, placeKindSchema } from '#shared/modules/grid/territory/grid-life/grid-team.schema.ts';

export type TeamPlace = z.output<typeof placeKindSchema>;

/** The cards of one grid or of all, with the ten places in the reader's language. */
export function useGridTeams(gridId?: string) {
  const { locale } = useIntl();
  const { data, error, refetch } = useQuery(api.grid.listGridTeams(gridId === undefined ? {} : { gridId }));
  return { kinds: data?.kinds ?? [], teams: data?.teams ?? [], isReady: data !== undefined, error, refetch, nameOf: ({ zh, en }: Pick<TeamPlace, 'zh' | 'en'>): string => (locale === 'en' && en !== '' ? en : zh) };
}

export const slotAt = (team: GridTeam, kind: string): GridSlot | undefined => team.slots.find((slot) => slot.kind === kind);

/** Who is in a place, in words: a gap is a word too; the name of a resident only for who may read it. */
export function useSlotWords(): (place: TeamPlace, slot: GridSlot | undefined) => string {
  const { formatMessage } = useIntl();
  return (place, slot) => {
    if (slot) return slot.name === '' ? formatMessage({ id: 'grid-life.slot-filled' }) : slot.name;
    return formatMessage({ id: place.hasName ? 'grid-life.slot-gap' : 'grid-life.slot-unnamed' });
  };
}
