import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';

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
  /** For what cannot be taken back: how many it concerns. The button works once this figure was typed. */
  typedCount?: number;
  onConfirm: () => void;
  /** Something to fill in first, e.g. a reason; then the keyboard stands there. */
  children?: ReactNode;
};

/** A decision that must be made now. It closes when the caller says so, so that a refusal can be told inside it. */
export function ConfirmDialog({ opened, onClose, title, consequence, confirmLabel, danger = false, pending = false, typedCount, onConfirm, children }: ConfirmDialogProps) {
  const [typed, setTyped] = useState('');
  const { formatMessage } = useIntl();
  const isTyped = typedCount === undefined || typed.normalize('NFKC').replaceAll(/[\s,]/g, '') === String(typedCount);
  const standsOn = children !== undefined || typedCount !== undefined ? 'field' : danger ? 'cancel' : 'confirm';
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered withCloseButton={false} transitionProps={{ duration: 100 }}>
      <Stack gap="md">
        <Text size="sm" component="div">{consequence}</Text>
        {children}
        {typedCount !== undefined && (
          <TextInput label={formatMessage({ id: 'confirm.type-count' }, { count: String(typedCount) })} inputMode="numeric" autoComplete="off" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} data-autofocus={children === undefined || undefined} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus={standsOn === 'cancel' || undefined}><FormattedMessage id="common.cancel" /></Button>
          <Button loading={pending} disabled={!isTyped} onClick={onConfirm} data-autofocus={standsOn === 'confirm' || undefined} {...(danger && { color: 'red' })}>{confirmLabel}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
