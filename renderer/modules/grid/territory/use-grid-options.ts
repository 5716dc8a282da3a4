import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';

export type GridOption = { readonly value: string; readonly label: string };

/** The grids in use of the station's own community, in the order of their codes. */
export function useGridOptions(): readonly GridOption[] {
  const { communityId } = useSession();
  const { data } = useQuery(api.grid.listGrids({ communityId, status: 'active', limit: 500 }));
  return useMemo(() => (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })), [data]);
}
