import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { bridge } from '#renderer/api/index.ts';
import type { AppError } from '#shared/errors/app-error.ts';

export type TaskStep = { readonly done: number; readonly total: number };

/** A call that takes a while: it tells how far it is and can be cancelled. Each run carries an id of its own. */
export function useLongTask<Out, In>(task: (callId?: string) => UseMutationOptions<Out, AppError, In>) {
  const [callId, setCallId] = useState(() => crypto.randomUUID());
  const [step, setStep] = useState<TaskStep | null>(null);
  const mutation = useMutation({
    ...task(callId),
    onSettled: () => {
      setStep(null);
      setCallId(crypto.randomUUID());
    },
  });
  useEffect(
    () =>
      bridge.onEvent((event) => {
        if (event.type === 'progress' && event.callId === callId) setStep({ done: event.done, total: event.total });
      }),
    [callId],
  );
  return { run: mutation.mutate, cancel: () => bridge.cancel(callId), isRunning: mutation.isPending, step, error: mutation.error, forget: mutation.reset };
}
