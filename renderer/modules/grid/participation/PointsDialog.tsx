import { NumberInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import type { VolunteerSheet } from '#shared/modules/grid/participation/volunteer.schema.ts';
import { Dialog } from '../typed/Dialog.tsx';
import { PointsHolderSelect } from './VolunteerSelects.tsx';

export type PointsAct = 'redeem' | 'give' | 'correct';
const SHORTEST = 2;

/** Points are redeemed, given to another who asked for points, or set right by another line. */
export function PointsDialog({ volunteer: { id, balance }, act, onClose }: { readonly volunteer: VolunteerSheet; readonly act: PointsAct; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [points, setPoints] = useState<number | string>('');
  const [note, setNote] = useState('');
  const [toId, setToId] = useState<string | null>(null);
  const redeem = useMutation({ ...api.grid.redeemPoints(), onSuccess: onClose });
  const give = useMutation({ ...api.grid.givePoints(), onSuccess: onClose });
  const correct = useMutation({ ...api.grid.correctPoints(), onSuccess: onClose });
  const own = new Set([id]);
  const isNumber = typeof points === 'number' && points !== 0;
  const isReady = isNumber && (act === 'give' ? toId !== null : note.trim().length >= SHORTEST);
  const send = () => {
    if (typeof points !== 'number') return;
    if (act === 'redeem') redeem.mutate({ id, points, note: note.trim() });
    else if (act === 'correct') correct.mutate({ id, points, note: note.trim() });
    else if (toId !== null) give.mutate({ id, toId, points, note: note.trim() });
  };
  return (
    <Dialog title={formatMessage({ id: `volunteers.${act}` })} confirmLabel={formatMessage({ id: 'common.save' })} isReady={isReady} pending={redeem.isPending || give.isPending || correct.isPending} error={redeem.error ?? give.error ?? correct.error} onConfirm={send} onClose={onClose}>
      <NumberInput label={formatMessage({ id: act === 'correct' ? 'volunteers.signed-points' : 'volunteers.points' })} required allowDecimal={false} {...(act !== 'correct' && { min: 1, max: balance })} value={points} onChange={setPoints} data-autofocus />
      {act === 'give' && <PointsHolderSelect label={formatMessage({ id: 'volunteers.to' })} without={own} onChange={setToId} />}
      <TextInput label={formatMessage({ id: act === 'redeem' ? 'volunteers.what' : 'common.reason' })} required={act !== 'give'} maxLength={100} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </Dialog>
  );
}
