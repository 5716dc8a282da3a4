import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { FormattedMessage } from 'react-intl';

type ConfirmDialogProps = {
  opened: boolean;
  title: string;
  /** What will be different afterwards, not how it is done (look.md 6). */
  consequence: string;
  /** The verb on the button. */
  action: string;
  /** The act loses something: red, and the keyboard stands on "cancel". */
  isDanger?: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** A decision that must be made now. */
export function ConfirmDialog({ opened, title, consequence, action, isDanger = false, onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered withCloseButton={false} transitionProps={{ duration: 100 }}>
      <Stack gap="md">
        <Text size="sm">{consequence}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} {...(isDanger && { 'data-autofocus': true })}><FormattedMessage id="common.cancel" /></Button>
          <Button {...(isDanger ? { color: 'red' } : { 'data-autofocus': true })} onClick={onConfirm}>{action}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
