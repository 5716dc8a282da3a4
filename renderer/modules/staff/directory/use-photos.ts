import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/index.ts';

/** As many pictures as one call hands over. */
const MOST = 40;

/** The pictures of those people who have one, as image sources. */
export function usePhotos(people: readonly { readonly id: string; readonly hasPhoto: boolean }[]): ReadonlyMap<string, string> {
  const memberIds = people.filter(({ hasPhoto }) => hasPhoto).map(({ id }) => id).slice(0, MOST);
  const { data } = useQuery({ ...api.staff.getPhotos({ memberIds }), enabled: memberIds.length > 0 });
  return new Map((data ?? []).map(({ memberId, data: picture }) => [memberId, `data:image/jpeg;base64,${picture}`]));
}
