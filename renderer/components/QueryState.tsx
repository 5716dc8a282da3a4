import { Skeleton, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { AppError } from '#shared/errors/app-error.ts';

type QueryStateProps<T> = {
  query: UseQueryResult<T, AppError>;
  /** What stands in place of an empty list: what to do first. */
  empty?: ReactNode;
  children: (data: T) => ReactNode;
};

/** Nothing is drawn in the first moments of a reading, so that a quick one does not flicker (look.md 2). */
const QUIET_MS = 300;

/** The faces of a reading: waiting, refused with a way to try again, empty; then what was read. */
export function QueryState<T>({ query, empty, children }: QueryStateProps<T>) {
  if (query.data !== undefined) {
    const isEmpty = Array.isArray(query.data) && query.data.length === 0;
    if (!isEmpty || empty === undefined) return children(query.data);
    return typeof empty === 'string' ? <Text c="dimmed">{empty}</Text> : empty;
  }
  if (query.isError) return <ReadingFailed error={query.error} onRetry={() => void query.refetch()} />;
  return <Waiting />;
}

type ReadingFailedProps = { error: AppError; onRetry: () => void };

/** Why something could not be read, in words, and the button that reads it again. */
export function ReadingFailed({ error, onRetry }: ReadingFailedProps) {
  return <ErrorNote error={error} onRetry={onRetry} />;
}

function Waiting() {
  const { formatMessage } = useIntl();
  const [isVisible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isVisible) return null;
  return (
    <Stack gap={8} role="status" aria-label={formatMessage({ id: 'common.loading' })}>
      {[100, 92, 96].map((width) => <Skeleton key={width} height={16} width={`${width}%`} />)}
    </Stack>
  );
}
