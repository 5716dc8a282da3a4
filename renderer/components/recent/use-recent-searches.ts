import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '#renderer/api/index.ts';

const MOST = 8;

/** What a person searched for lately in one place (`key`), newest first, kept between days. */
export function useRecentSearches(key: string) {
  const { data } = useQuery(api.deskState.list({ kind: 'recent', prefix: key }));
  const { mutate } = useMutation(api.deskState.put());
  const stored = data?.find((state) => state.key === key)?.value;
  const recent = Array.isArray(stored) ? stored.filter((text) => typeof text === 'string') : [];
  return {
    recent,
    remember: (text: string): void => {
      if (text !== '' && recent[0] !== text) mutate({ kind: 'recent', key, value: [text, ...recent.filter((other) => other !== text)].slice(0, MOST) });
    },
  };
}
