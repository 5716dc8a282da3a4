import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '#renderer/api/index.ts';
import { rememberUse } from './pick-order.ts';

const PREFIX = 'pick/';
/** More would no longer be found at a glance. */
const MOST = 3;

/** What this person chose lately in the lists of one kind, kept between days in the person's own desk state. */
export function useLastUsed(kind: string): { readonly used: readonly string[]; readonly remember: (value: string) => void } {
  const { data } = useQuery(api.deskState.list({ kind: 'recent', prefix: PREFIX }));
  const { mutate } = useMutation(api.deskState.put());
  const key = `${PREFIX}${kind}`;
  const stored = data?.find((state) => state.key === key)?.value;
  const used = useMemo(() => (Array.isArray(stored) ? stored.filter((value) => typeof value === 'string') : []), [stored]);
  return {
    used,
    remember: (value) => {
      if (used[0] !== value) mutate({ kind: 'recent', key, value: [...rememberUse(used, value, MOST)] });
    },
  };
}
