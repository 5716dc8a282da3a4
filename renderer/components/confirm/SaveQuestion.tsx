import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';

type SaveQuestionProps = {
  readonly opened: boolean;
  readonly pending?: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onCancel: () => void;
  /** False where what asks hears Escape itself: one press is then never taken for two. */
  readonly closeOnEscape?: boolean;
};

/** Something is typed and not saved, and is about to leave the screen: save it, throw it away, or stay. */
export function SaveQuestion({ opened, pending = false, onSave, onDiscard, onCancel, closeOnEscape = true }: SaveQuestionProps) {
  const { formatMessage } = useIntl();
  return (
    <Modal opened={opened} onClose={onCancel} closeOnEscape={closeOnEscape} title={formatMessage({ id: 'record-form.leave-title' })} centered withCloseButton={false} transitionProps={{ duration: 100 }} zIndex={400}>
      <Stack gap="md">
        <Text size="sm"><FormattedMessage id="record-form.leave-consequence" /></Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}><FormattedMessage id="common.cancel" /></Button>
          <Button variant="default" onClick={onDiscard}><FormattedMessage id="record-form.leave" /></Button>
          <Button loading={pending} onClick={onSave} data-autofocus><FormattedMessage id="common.save" /></Button>
        </Group>
      </Stack>
    </Modal>
  );
}
