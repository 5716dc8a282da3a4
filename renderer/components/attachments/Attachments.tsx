import { Button, FileButton, Group, Text, UnstyledButton } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { AppError } from '#shared/errors/app-error.ts';
import type { AttachmentOwner } from '#shared/kernel/attachments/attachment.schema.ts';
import { AttachedPicture } from './AttachedPicture.tsx';
import classes from './attachments.module.css';
import { PictureViewer } from './PictureViewer.tsx';
import { smallPicture } from './small-picture.ts';

type AttachmentsProps = { readonly owner: AttachmentOwner; readonly mayEdit: boolean };

/** The pictures of a record: chosen, dropped or pasted, brought down in size, kept inside the encrypted file and looked at inside the program. */
export function Attachments({ owner, mayEdit }: AttachmentsProps) {
  const { formatMessage } = useIntl();
  const { data: pictures = [], error, refetch } = useQuery(api.attachments.listAttachments(owner));
  const add = useMutation(api.attachments.addAttachment());
  const remove = useMutation(api.attachments.removeAttachment());
  const [refused, setRefused] = useState<AppError | null>(null);
  const [isReading, setReading] = useState(false);
  const [shownId, setShownId] = useState<string | null>(null);
  const forgetPicked = useRef<() => void>(null); // else the same picture could not be picked again

  const take = async (files: readonly File[]): Promise<void> => {
    forgetPicked.current?.();
    setRefused(null);
    setReading(true);
    try {
      for (const file of files) await add.mutateAsync({ owner, name: file.name.slice(0, 120) || formatMessage({ id: 'attachments.pasted' }), picture: await smallPicture(file) });
    } catch (caught) {
      if (!(caught instanceof AppError)) throw caught;
      setRefused(caught); // pictures before it are kept; the list shows them
    } finally {
      setReading(false);
    }
  };
  const isBusy = isReading || add.isPending;
  const onPaste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    void take(files);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation(); // the window itself takes workbooks
    void take([...event.dataTransfer.files]);
  };
  const room = mayEdit ? { onPaste, onDrop, onDragOver: (event: DragEvent) => event.preventDefault(), tabIndex: 0 } : {};
  return (
    <div className={classes['room']} role="group" aria-label={formatMessage({ id: 'attachments.title' })} {...room}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      <ErrorNote error={refused ?? remove.error} />
      <Group gap="sm" align="stretch">
        {pictures.map((picture) => (
          <UnstyledButton key={picture.id} className={classes['thumb']} onClick={() => setShownId(picture.id)} aria-label={formatMessage({ id: 'attachments.open' }, { name: picture.name })}>
            <AttachedPicture attachment={picture} className={classes['small']} />
            <Text size="xs" truncate title={picture.name}>{picture.name}</Text>
          </UnstyledButton>
        ))}
      </Group>
      {pictures.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="attachments.none" /></Text>}
      {mayEdit && (
        <Group gap="sm" mt="xs">
          <FileButton accept="image/*" multiple resetRef={forgetPicked} onChange={(files) => void take(files)}>
            {(props) => <Button {...props} size="xs" variant="default" loading={isBusy} leftSection={<IconPhotoPlus size={16} aria-hidden />}><FormattedMessage id="attachments.add" /></Button>}
          </FileButton>
          <Text size="xs" c="dimmed"><FormattedMessage id="attachments.hint" /></Text>
        </Group>
      )}
      {shownId !== null && (
        <PictureViewer
          pictures={pictures}
          shownId={shownId}
          onShow={setShownId}
          onClose={() => setShownId(null)}
          {...(mayEdit && { onRemove: ({ id, version }) => remove.mutate({ id, version }, { onSuccess: () => setShownId(null) }) })}
        />
      )}
    </div>
  );
}
