import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { messageId } from '#renderer/i18n/messages.ts';
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
  const { formatMessage } = useIntl();
  const { code, params } = error.failure;
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} role="alert">
      <Group gap="sm">
        <Text size="sm">{formatMessage({ id: messageId(`error.${code}`) }, { ...params } as Record<string, string>) /* parameters of codes are texts and numbers */}</Text>
        <Button size="compact-sm" variant="default" onClick={onRetry}><FormattedMessage id="common.retry" /></Button>
      </Group>
    </Alert>
  );
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
