import { Drawer } from '@mantine/core';
import { useIntl } from 'react-intl';
import type { AttachmentOwner } from '#shared/kernel/attachments/attachment.schema.ts';
import { Attachments } from './Attachments.tsx';

type PicturesDrawerProps = { readonly owner: AttachmentOwner; readonly name: string; readonly mayEdit: boolean; readonly onClosed: () => void };

/** The pictures of a record that has no sheet of its own, beside its list. */
export function PicturesDrawer({ owner, name, mayEdit, onClosed }: PicturesDrawerProps) {
  const { formatMessage } = useIntl();
  return (
    <Drawer opened onClose={onClosed} position="right" size="34rem" title={formatMessage({ id: 'attachments.of' }, { name })} closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }} transitionProps={{ duration: 100 }}>
      <Attachments owner={owner} mayEdit={mayEdit} />
    </Drawer>
  );
}
