import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';

type ConfirmDialogProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will be different afterwards, not how it is done (look.md 6). */
  consequence: ReactNode;
  /** The verb on the button. */
  confirmLabel: string;
  /** The act loses something: red, and the keyboard stands on "cancel". */
  danger?: boolean;
  pending?: boolean;
  onConfirm: () => void;
  /** Something to fill in first, e.g. a reason; then the keyboard stands there. */
  children?: ReactNode;
};

/** A decision that must be made now. It closes when the caller says so, so that a refusal can be told inside it. */
export function ConfirmDialog({ opened, onClose, title, consequence, confirmLabel, danger = false, pending = false, onConfirm, children }: ConfirmDialogProps) {
  const standsOn = children !== undefined ? 'field' : danger ? 'cancel' : 'confirm';
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered withCloseButton={false} transitionProps={{ duration: 100 }}>
      <Stack gap="md">
        <Text size="sm" component="div">{consequence}</Text>
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus={standsOn === 'cancel' || undefined}><FormattedMessage id="common.cancel" /></Button>
          <Button loading={pending} onClick={onConfirm} data-autofocus={standsOn === 'confirm' || undefined} {...(danger && { color: 'red' })}>{confirmLabel}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
