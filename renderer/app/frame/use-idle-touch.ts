import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '#renderer/api/index.ts';

const EVERY_MS = 30_000;
const SIGNS = ['pointerdown', 'keydown', 'wheel'] as const;

/** Tells main that the person is at work, at most every half minute; main alone decides when the desk locks. */
export function useIdleTouch(): void {
  const { mutate } = useMutation(api.session.touch());
  useEffect(() => {
    let last = 0;
    const onSign = (): void => {
      const now = performance.now();
      if (last !== 0 && now - last < EVERY_MS) return;
      last = now;
      mutate({});
    };
    for (const sign of SIGNS) window.addEventListener(sign, onSign, { capture: true, passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, onSign, { capture: true });
    };
  }, [mutate]);
}
