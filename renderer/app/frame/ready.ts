import { useIsFetching } from '@tanstack/react-query';
import { useEffect } from 'react';
import { bridge } from '#renderer/api/index.ts';

let isTold = false;

/** Tells main, once, that the first screen is drawn with its data: the window may be shown, photographed, warmed up. */
export function useTellReady(): void {
  const fetching = useIsFetching();
  useEffect(() => {
    if (isTold || fetching > 0) return undefined;
    // two frames: what was fetched is drawn in the first, and stands in the second
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        isTold = true;
        bridge.ready();
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [fetching]);
}
