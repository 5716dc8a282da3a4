import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import type { Attachment } from '#shared/kernel/attachments/attachment.schema.ts';

type AttachedPictureProps = { readonly attachment: Attachment; readonly className?: string | undefined };

/** A stored picture, read from the encrypted file for as long as it is on the screen. */
export function AttachedPicture({ attachment, className }: AttachedPictureProps) {
  const { data, error } = useQuery({ ...api.attachments.getAttachment({ id: attachment.id }), staleTime: Number.POSITIVE_INFINITY });
  const show = useCallback(
    (image: HTMLImageElement) => {
      if (!data) return undefined;
      const address = URL.createObjectURL(new Blob([new Uint8Array(data.bytes)], { type: data.mediaType }));
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [data],
  );
  if (error) return <ErrorNote error={error} />;
  return data ? <img ref={show} alt={attachment.name} className={className} /> : <Skeleton width={96} height={72} />;
}
