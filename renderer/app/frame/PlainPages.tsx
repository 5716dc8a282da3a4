import { Button, Group, Stack, Text } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import type { MessageId } from '#renderer/i18n/messages.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { useTellReady } from './ready.ts';

/** The screen exists, but not for this person's roles. */
export function ForbiddenPage({ title }: { title: MessageId }) {
  const { formatMessage } = useIntl();
  useTellReady();
  return (
    <Page title={formatMessage({ id: title })}>
      <Stack align="flex-start" gap="sm">
        <Text><FormattedMessage id="frame.forbidden" /></Text>
        <PlaceLink to="/today"><FormattedMessage id="frame.to-today" /></PlaceLink>
      </Stack>
    </Page>
  );
}

/** An address that no screen answers, e.g. one remembered from an older version. */
export function NotFoundPage() {
  const { formatMessage } = useIntl();
  useTellReady();
  return (
    <Page title={formatMessage({ id: 'frame.not-found.title' })}>
      <Stack align="flex-start" gap="sm">
        <Text><FormattedMessage id="frame.not-found" /></Text>
        <PlaceLink to="/today"><FormattedMessage id="frame.to-today" /></PlaceLink>
      </Stack>
    </Page>
  );
}

/** A screen that could not be drawn; the rest of the desk goes on. */
export function ScreenFailed({ error, reset }: ErrorComponentProps) {
  const { formatMessage } = useIntl();
  useTellReady();
  useEffect(() => console.error(error), [error]);
  return (
    <Page title={formatMessage({ id: 'frame.failed.title' })}>
      <Stack align="flex-start" gap="sm">
        {error instanceof AppError ? <ErrorNote error={error} /> : <Text><FormattedMessage id="frame.failed" /></Text>}
        <Group gap="sm">
          <Button onClick={reset}><FormattedMessage id="common.retry" /></Button>
          <PlaceLink to="/today"><FormattedMessage id="frame.to-today" /></PlaceLink>
        </Group>
      </Stack>
    </Page>
  );
}
