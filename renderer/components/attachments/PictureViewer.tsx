import { Button, Group, Modal, Text } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconTrash, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { Attachment } from '#shared/kernel/attachments/attachment.schema.ts';
import { AttachedPicture } from './AttachedPicture.tsx';
import classes from './attachments.module.css';

type PictureViewerProps = { readonly pictures: readonly Attachment[]; readonly shownId: string; readonly onShow: (id: string) => void; readonly onClose: () => void; readonly onRemove?: (attachment: Attachment) => void };

/** One picture over the whole window; the arrow keys go to its neighbours. */
export function PictureViewer({ pictures, shownId, onShow, onClose, onRemove }: PictureViewerProps) {
  const { formatMessage } = useIntl();
  const [isWhole, setWhole] = useState(true);
  const at = pictures.findIndex(({ id }) => id === shownId);
  const shown = pictures[at];
  const [before, after] = [pictures[at - 1], pictures[at + 1]];
  const go = (to: Attachment | undefined): void => {
    if (to) onShow(to.id);
  };
  useWindowEvent('keydown', ({ key }) => (key === 'ArrowLeft' ? go(before) : key === 'ArrowRight' ? go(after) : undefined));
  if (!shown) return null;
  return (
    <Modal opened onClose={onClose} fullScreen title={shown.name} closeButtonProps={{ 'aria-label': formatMessage({ id: 'common.close' }) }} transitionProps={{ duration: 0 }}>
      <Group justify="space-between" mb="xs">
        <Text size="xs" c="dimmed"><FormattedMessage id="attachments.added" values={{ name: shown.addedBy, time: <InstantText at={shown.createdAt} /> }} /></Text>
        <Group gap="xs">
          <Button size="xs" variant="default" leftSection={<IconChevronLeft size={16} aria-hidden />} disabled={!before} onClick={() => go(before)}><FormattedMessage id="attachments.previous" /></Button>
          <Button size="xs" variant="default" rightSection={<IconChevronRight size={16} aria-hidden />} disabled={!after} onClick={() => go(after)}><FormattedMessage id="attachments.next" /></Button>
          <Button size="xs" variant="default" leftSection={isWhole ? <IconZoomIn size={16} aria-hidden /> : <IconZoomOut size={16} aria-hidden />} onClick={() => setWhole(!isWhole)}><FormattedMessage id={isWhole ? 'attachments.full-size' : 'attachments.whole'} /></Button>
          {onRemove && <Button size="xs" variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => onRemove(shown)}><FormattedMessage id="attachments.remove" /></Button>}
        </Group>
      </Group>
      <div className={classes['stage']} tabIndex={0} role="region" aria-label={shown.name}><AttachedPicture key={shown.id} attachment={shown} className={isWhole ? classes['whole'] : undefined} /></div>
    </Modal>
  );
}
