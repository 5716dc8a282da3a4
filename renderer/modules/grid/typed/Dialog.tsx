import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { AppError } from '#shared/errors/app-error.ts';

type DialogProps = { readonly title: string; readonly confirmLabel: string; readonly isReady: boolean; readonly pending: boolean; readonly error: AppError | null; readonly onConfirm: () => void; readonly onClose: () => void; readonly children: ReactNode };

/** A decision with a few things to fill in; Enter confirms. Mounted only while it is asked. */
export function Dialog({ title, confirmLabel, isReady, pending, error, onConfirm, onClose, children }: DialogProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !pending) onConfirm();
  };
  return (
    <Modal opened onClose={onClose} title={title} centered withCloseButton={false} size="lg" transitionProps={{ duration: 100 }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <ErrorNote error={error} />
          {children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}><FormattedMessage id="common.cancel" /></Button>
            <Button type="submit" loading={pending} disabled={!isReady}>{confirmLabel}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
