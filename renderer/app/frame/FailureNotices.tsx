import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { ErrorDetails } from '#renderer/components/error/ErrorDetails.tsx';
import { isShown } from '#renderer/components/error/shown-errors.ts';
import { useErrorWords } from '#renderer/components/error/use-error-words.ts';
import type { AppError } from '#shared/errors/app-error.ts';

/** Codes that need no words: the person stopped it, or the window is about to be replaced by the sign-in page. */
const SILENT: ReadonlySet<string> = new Set(['task/cancelled', 'session/required']);
/** Long enough for the form that failed to show its own note. */
const SETTLE_MS = 150;

/** Tells the failure of a command in the corner of the window, unless the screen told it where it happened. */
export function FailureNotices({ listen }: { listen: (listener: (error: AppError) => void) => () => void }) {
  const errorWords = useErrorWords();
  useEffect(
    () =>
      listen((error) => {
        if (SILENT.has(error.failure.code)) return;
        setTimeout(() => {
          if (isShown(error)) return;
          notifications.show({ id: error.failure.code, message: <><span>{errorWords(error)}</span><ErrorDetails error={error} /></>, color: 'red', icon: <IconAlertTriangle size={18} aria-hidden />, role: 'alert' });
        }, SETTLE_MS);
      }),
    [listen, errorWords],
  );
  return null;
}
