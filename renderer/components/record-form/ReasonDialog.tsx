import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { AppError } from '#shared/errors/app-error.ts';

type ReasonDialogProps = {
  readonly title: string;
  /** What will be different afterwards. */
  readonly consequence: string;
  readonly confirmLabel: string;
  readonly isPending: boolean;
  readonly error: AppError | null;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
  /** What else must be said, above the reason. */
  readonly children?: ReactNode;
};

/** Shorter reasons are refused by every command that asks for one. */
const SHORTEST = 2;

/** A decision that loses something and goes on record with its reason. Mounted only while it is asked. */
export function ReasonDialog({ title, consequence, confirmLabel, isPending, error, onConfirm, onClose, children }: ReasonDialogProps) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isMissing = reason.trim().length < SHORTEST;
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }} transitionProps={{ duration: 100 }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!isMissing && !isPending) onConfirm(reason.trim());
        }}
      >
        <Stack gap="md">
          <Text size="sm">{consequence}</Text>
          {error && <ErrorNote error={error} />}
          {children}
          <Textarea
            label={formatMessage({ id: 'common.reason' })}
            required
            autosize
            minRows={2}
            maxLength={300}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={isAsked && isMissing ? formatMessage({ id: 'record-form.reason-missing' }) : null}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}><FormattedMessage id="common.cancel" /></Button>
            <Button type="submit" color="red" loading={isPending}>{confirmLabel}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
