import { Button, FileButton, Stack } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { smallPicture } from '#renderer/components/attachments/small-picture.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { AppError } from '#shared/errors/app-error.ts';
import classes from '../staff.module.css';
import { usePhotos } from './use-photos.ts';

const TRIES = [[360, 0.85], [360, 0.65], [240, 0.6]] as const;
const LONGEST = 120_000;

type PhotoBoxProps = { readonly memberId: string; readonly hasPhoto: boolean; readonly name: string };

/** The picture for the contact card: chosen from a file, brought down in the window, kept inside the encrypted file. */
export function PhotoBox({ memberId, hasPhoto, name }: PhotoBoxProps) {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('directory.edit');
  const picture = usePhotos([{ id: memberId, hasPhoto }]).get(memberId);
  const save = useMutation(api.staff.savePhoto());
  const remove = useMutation(api.staff.removePhoto());
  const [refused, setRefused] = useState<AppError | null>(null);
  const choose = (file: File | null) => {
    if (!file) return;
    setRefused(null);
    smallPicture(file, { tries: TRIES, longest: LONGEST }).then((data) => save.mutate({ memberId, data })).catch((error: unknown) => error instanceof AppError && setRefused(error));
  };
  return (
    <Stack gap={6} w={112}>
      <div className={classes['photo']} style={{ width: 112, height: 140 }}>{picture ? <img src={picture} alt={formatMessage({ id: 'directory.photo-of' }, { name })} /> : <IconUser size={48} stroke={1.2} aria-hidden />}</div>
      {mayEdit && <FileButton accept="image/*" onChange={choose}>{(props) => <Button {...props} size="compact-xs" variant="default" loading={save.isPending}><FormattedMessage id="directory.photo-choose" /></Button>}</FileButton>}
      {mayEdit && hasPhoto && <Button size="compact-xs" variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate({ memberId })}><FormattedMessage id="directory.photo-remove" /></Button>}
      <ErrorNote error={refused ?? save.error ?? remove.error} />
    </Stack>
  );
}
