import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { FormattedMessage } from 'react-intl';
import type { AppError } from '#shared/errors/app-error.ts';
import { ErrorDetails } from './ErrorDetails.tsx';
import { noteShown } from './shown-errors.ts';
import { useErrorWords } from './use-error-words.ts';

type ErrorNoteProps = { error: AppError | null; onRetry?: () => void };

/** Why something was refused or could not be read, at the place where it happened; nothing when nothing is wrong. */
export function ErrorNote({ error, onRetry }: ErrorNoteProps) {
  const errorWords = useErrorWords();
  useEffect(() => {
    if (error) noteShown(error);
  }, [error]);
  if (!error || error.failure.code === 'task/cancelled') return null; // the person stopped it and knows
  return (
    <Alert color="red" variant="light" role="alert" my="xs" icon={<IconAlertTriangle size={18} aria-hidden />}>
      <Group gap="sm" justify="space-between">
        <div style={{ flex: 1, minWidth: 200 }}>
          <Text size="sm" c="var(--mantine-color-text)">{errorWords(error)}</Text>
          <ErrorDetails error={error} />
        </div>
        {onRetry && <Button size="compact-sm" variant="default" onClick={onRetry}><FormattedMessage id="common.retry" /></Button>}
      </Group>
    </Alert>
  );
}
