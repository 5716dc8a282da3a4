import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';

type Option = { readonly value: string; readonly label: string };

/** The grids in use of the station's own community. */
export function useStaffGrids(): readonly Option[] {
  const { communityId } = useSession();
  const { data } = useQuery(api.grid.listGrids({ communityId, status: 'active', limit: 500 }));
  return useMemo(() => (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })), [data]);
}

export function usePostOptions(): readonly Option[] {
  const { data } = useQuery(api.staff.listPosts({ limit: 500 }));
  return useMemo(() => (data ?? []).map(({ id, name }) => ({ value: id, label: name })), [data]);
}

/** Staff looked up by name, initials or number. */
export function useMemberLookup(): { readonly found: readonly Option[]; readonly lookUp: (text: string) => void } {
  const [text, setText] = useState('');
  const { data } = useQuery(api.staff.listGridMembers({ text: text.slice(0, 50), limit: 20 }));
  const found = useMemo(() => (data?.rows ?? []).map(({ id, name, postName, gridName }) => ({ value: id, label: [name, postName || gridName].filter(Boolean).join(' · ') })), [data]);
  return { found, lookUp: setText };
}
