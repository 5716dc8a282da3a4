import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#renderer/api/index.ts';
import type { Preferences } from '#shared/kernel/settings/settings.contract.ts';
import { boot } from './boot.ts';

const reading = api.settings.getPreferences.read({});

/** How this PC shows the desk; known from the page itself, so nothing waits for it. */
export function usePreferences(): Preferences {
  const { data } = useQuery({ ...reading, initialData: boot.preferences });
  return data;
}

/** Changes a preference; the window follows at once, wherever it was changed. */
export function useChangePreferences(): (change: Partial<Preferences>) => void {
  const { mutate } = useMutation(api.settings.updatePreferences());
  return mutate;
}

/** Lets the window follow every change of preferences, also one made by the settings screen. */
export function useFollowPreferences(): void {
  const client = useQueryClient();
  const { textSize, density, locale } = usePreferences();
  useEffect(
    () =>
      client.getMutationCache().subscribe(({ mutation, type }) => {
        const [module, name] = mutation?.options.mutationKey ?? [];
        if (type !== 'updated' || module !== 'settings' || name !== 'updatePreferences' || mutation?.state.status !== 'success') return;
        client.setQueryData<Preferences>(reading.queryKey, mutation.state.data as Preferences); // what this operation answers
      }),
    [client],
  );
  useEffect(() => {
    const root = document.documentElement;
    root.lang = locale;
    root.dataset['textSize'] = textSize;
    root.dataset['density'] = density;
  }, [textSize, density, locale]);
}
