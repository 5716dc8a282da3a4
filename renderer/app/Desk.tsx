import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createQueryClient } from '#renderer/api/client.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import { DeskLook, type LoadedWords } from './DeskLook.tsx';
import { DeskPlace } from './DeskPlace.tsx';
import { FailureNotices } from './frame/FailureNotices.tsx';

type Failures = { readonly report: (error: AppError) => void; readonly listen: (listener: (error: AppError) => void) => () => void };

function createFailures(): Failures {
  const listeners = new Set<(error: AppError) => void>();
  return {
    report: (error) => listeners.forEach((listener) => listener(error)),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The whole window after sign-in: data, words and look, then whoever sits at it. */
export function Desk({ firstWords }: { firstWords: LoadedWords }) {
  const [failures] = useState(createFailures);
  const [client] = useState(() => createQueryClient(failures.report));
  return (
    <QueryClientProvider client={client}>
      <DeskLook firstWords={firstWords}>
        <FailureNotices listen={failures.listen} />
        <DeskPlace />
      </DeskLook>
    </QueryClientProvider>
  );
}
