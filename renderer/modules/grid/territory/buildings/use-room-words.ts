import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { Room } from '#shared/modules/grid/territory/buildings/room.schema.ts';

/** The plain use of a flat is not said again in every room. */
const HOUSING = 'housing';
/** The word for how a room is held; lettings say it even where nobody changed the dwelling's own category. */
export const roomCategory = ({ dwellings }: Room): string => (dwellings.some(({ rented }) => rented) ? 'rented' : (dwellings.find(({ category }) => category !== '')?.category ?? ''));
export const roomResidents = ({ dwellings }: Room): number => dwellings.reduce((sum, { residents }) => sum + residents, 0);

export type RoomWords = { readonly people: string; readonly kind: string; readonly label: string };

/** What a room says of itself: who lives there, how it is held and used. */
export function useRoomWords(): (room: Room) => RoomWords {
  const { formatMessage } = useIntl();
  const { labelOf: categoryLabel } = useCodes('dwelling-category');
  const { labelOf: usageLabel } = useCodes('dwelling-use');
  return useCallback(
    (room) => {
      const residents = roomResidents(room);
      const people = room.dwellings.length === 0 ? formatMessage({ id: 'buildings.room-without-dwelling' }) : residents === 0 ? formatMessage({ id: 'buildings.nobody' }) : formatMessage({ id: 'buildings.people' }, { count: residents });
      const use = room.use || (room.dwellings.find((dwelling) => dwelling.use !== '')?.use ?? '');
      const kind = [use === HOUSING ? '' : usageLabel(use), categoryLabel(roomCategory(room))].filter(Boolean).join(' · ');
      return { people, kind, label: [`${room.unit}${room.name}`, people, kind].filter(Boolean).join(' · ') };
    },
    [formatMessage, categoryLabel, usageLabel],
  );
}
