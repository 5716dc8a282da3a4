import { Stack, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { AppError } from '#shared/errors/app-error.ts';

type ReasonDialogProps = {
  readonly title: string;
  /** What will be different afterwards. */
  readonly consequence: string;
  readonly confirmLabel: string;
  /** False for what gives rather than takes away. */
  readonly danger?: boolean;
  readonly pending: boolean;
  readonly error: AppError | null;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
  /** What else must be said, above the reason. */
  readonly children?: ReactNode;
};

/** Shorter reasons are refused by every command that asks for one. */
const SHORTEST = 2;

/** A decision that goes on record with its reason, mostly one that takes something away. Mounted only while it is asked. */
export function ReasonDialog({ error, onConfirm, children, danger = true, ...dialog }: ReasonDialogProps) {
  const { formatMessage } = useIntl();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isMissing = reason.trim().length < SHORTEST;
  return (
    <ConfirmDialog
      {...dialog}
      opened
      danger={danger}
      onConfirm={() => {
        setAsked(true);
        if (!isMissing) onConfirm(reason.trim());
      }}
    >
      <Stack gap="sm">
        <ErrorNote error={error} />
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
      </Stack>
    </ConfirmDialog>
  );
}
