import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { api } from '#renderer/api/index.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import type { MaskedNumber } from '#shared/kernel/numbers/numbers.contract.ts';


/** How long a value stays on screen, in seconds (security.md 2.8). */
const SHOWN_FOR_S = 30;

export type Reveal = {
  readonly shown: { readonly value: string; readonly leftToday: number } | null;
  readonly secondsLeft: number;
  readonly isPending: boolean;
  readonly error: AppError | null;
  readonly ask: (reason: string, onShown: () => void) => void;
  readonly hide: () => void;
};

/** One masked value, asked for with a reason and shown for half a minute; afterwards nothing in the window remembers it. */
export function useReveal({ table, id, field }: MaskedNumber): Reveal {
  const { mutate, reset, data, isPending, error } = useMutation({ ...api.numbers.revealNumber(), gcTime: 0 });
  const [secondsLeft, setSecondsLeft] = useState(0);
  const isShown = data !== undefined && secondsLeft > 0;
  const hide = useCallback(() => {
    setSecondsLeft(0);
    reset();
  }, [reset]);

  useEffect(() => {
    if (secondsLeft <= 0) return undefined;
    const timer = setTimeout(() => (secondsLeft === 1 ? hide() : setSecondsLeft(secondsLeft - 1)), 1000);
    return () => clearTimeout(timer);
  }, [secondsLeft, hide]);

  return {
    shown: isShown ? data : null,
    secondsLeft,
    isPending,
    error,
    ask: (reason, onShown) =>
      mutate({ table, id, field, reason }, {
        onSuccess: () => {
          setSecondsLeft(SHOWN_FOR_S);
          onShown();
        },
      }),
    hide,
  };
}
