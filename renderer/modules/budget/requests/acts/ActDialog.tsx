import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, type UseMutationOptions } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { AppError } from '#shared/errors/app-error.ts';

type ActDialogProps<In, Out> = {
  readonly title: string;
  /** What will be different afterwards. */
  readonly consequence?: string;
  readonly confirm: string;
  readonly danger?: boolean;
  readonly save: UseMutationOptions<Out, AppError, In>;
  /** What is sent; null while something is missing. `overspendReason` is what a role wrote that may let the line go below zero. */
  readonly input: (overspendReason: string) => In | null;
  readonly onClose: () => void;
  readonly onDone?: (done: Out) => void;
  readonly children?: ReactNode;
};

/** One act on a request: what it asks for, what follows, and a refusal told inside it. It closes when the act is done. */
export function ActDialog<In, Out>({ title, consequence, confirm, danger = false, save, input, onClose, onDone, children }: ActDialogProps<In, Out>) {
  const { formatMessage } = useIntl();
  const act = useMutation(save);
  const [overspendReason, setOverspendReason] = useState('');
  const asksReason = act.error?.failure.code === 'budget/overspend-reason' || overspendReason !== '';
  const sent = input(overspendReason);
  return (
    <Modal opened onClose={onClose} title={title} centered withCloseButton={false} transitionProps={{ duration: 100 }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (sent === null) return;
          act.mutate(sent, {
            onSuccess: (done) => {
              onDone?.(done);
              onClose();
            },
          });
        }}
      >
        <Stack gap="sm">
          {consequence !== undefined && <Text size="sm">{consequence}</Text>}
          <ErrorNote error={act.error} />
          {children}
          {asksReason && <TextInput label={formatMessage({ id: 'budget.field.overspendReason' })} required maxLength={200} value={overspendReason} onChange={(event) => setOverspendReason(event.currentTarget.value)} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}><FormattedMessage id="common.cancel" /></Button>
            <Button type="submit" loading={act.isPending} disabled={sent === null} {...(danger && { color: 'red' })}>{confirm}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
