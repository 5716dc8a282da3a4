import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** The first of several keys that has words, for names that arrive as data (a field, an action); the fallback when none has. */
export function useWords(): (keys: readonly string[], fallback: string) => string {
  const intl = useIntl();
  return useCallback(
    (keys, fallback) => {
      const messages: Readonly<Record<string, unknown>> = intl.messages;
      const words = keys.map((key) => messages[key]).find((message) => typeof message === 'string');
      return typeof words === 'string' ? words : fallback;
    },
    [intl],
  );
}
