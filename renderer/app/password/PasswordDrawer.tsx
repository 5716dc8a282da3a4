import { Drawer } from '@mantine/core';
import { FormattedMessage } from 'react-intl';
import { PasswordForm } from './PasswordForm.tsx';

/** Changing the own password beside the work. */
export function PasswordDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Drawer opened={opened} onClose={onClose} title={<FormattedMessage id="frame.password" />}>
      <PasswordForm onChanged={onClose} />
    </Drawer>
  );
}
