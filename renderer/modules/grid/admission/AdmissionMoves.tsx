import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { admissionMoves } from '#shared/modules/grid/admission/admission.rules.ts';
import type { AdmissionMove, AdmissionSheet } from '#shared/modules/grid/admission/admission.schema.ts';
import { Dialog } from '../typed/Dialog.tsx';
import { ItemSelect } from '../typed/pickers.tsx';

/** The next action is the only filled button; the others stand beside it. */
const MAIN: readonly AdmissionMove[] = ['submit', 'resubmit', 'approve', 'resume'];

/** What may be done with an application now, and nothing else. */
export function AdmissionMoves({ admission }: { readonly admission: AdmissionSheet }) {
  const { formatMessage } = useIntl();
  const [asked, setAsked] = useState<AdmissionMove | 'check' | null>(null);
  const move = useMutation({ ...api.grid.moveAdmission(), onSuccess: (_row, { move: done }) => setAsked((now) => (now === done ? null : now)) }); // the next question may be open by then
  const { id, version, moves, state } = admission;
  const start = (one: AdmissionMove) => (admissionMoves[one].asksReason ? setAsked(one) : move.mutate({ id, version, move: one }));
  if (moves.length === 0) return null;
  return (
    <Stack gap="xs">
      {asked === null && <ErrorNote error={move.error} />}
      <Group gap="xs">
        {state === 'applied' && <Button size="xs" onClick={() => setAsked('check')}><FormattedMessage id="admission.check" /></Button>}
        {moves.map((one) => <Button key={one} size="xs" variant={MAIN.includes(one) ? 'filled' : 'default'} loading={move.isPending && move.variables.move === one} onClick={() => start(one)}>{formatMessage({ id: `admission.move.${one}` })}</Button>)}
      </Group>
      {asked === 'check' && <CheckDialog admission={admission} onClose={() => setAsked(null)} />}
      {asked !== null && asked !== 'check' && (
        <ReasonDialog title={formatMessage({ id: `admission.move.${asked}` })} consequence={formatMessage({ id: `admission.consequence.${asked as 'approve'}` })} confirmLabel={formatMessage({ id: `admission.move.${asked}` })} pending={move.isPending} error={move.error} onConfirm={(reason) => move.mutate({ id, version, move: asked, reason })} onClose={() => setAsked(null)} />
      )}
    </Stack>
  );
}

/** Which item of the lists it is, if any; what follows is said before it is done. */
function CheckDialog({ admission: { id, version, title, exempt, moneyFen, staff, training }, onClose }: { readonly admission: AdmissionSheet; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [itemId, setItemId] = useState<string | null>(null);
  const { data: found = [] } = useQuery(api.grid.listAdmissionItems({ filter: {}, limit: 500 }));
  const check = useMutation({ ...api.grid.checkAdmission(), onSuccess: onClose });
  const item = found.find((one) => one.id === itemId);
  const hasMeans = moneyFen > 0 || staff !== '' || training !== '';
  const outcome = exempt !== 'none' ? 'exempt' : item?.kind === 'negative' ? 'negative' : item?.kind === 'required' ? 'required' : item?.kind === 'assist' ? (hasMeans ? 'assist' : 'assist-without') : 'none';
  return (
    <Dialog title={formatMessage({ id: 'admission.check' })} confirmLabel={formatMessage({ id: `admission.check-verb.${outcome === 'negative' ? 'reject' : outcome === 'none' || outcome === 'assist-without' ? 'review' : 'admit'}` })} isReady pending={check.isPending} error={check.error} onConfirm={() => check.mutate({ id, version, itemId })} onClose={onClose}>
      <Text size="sm"><FormattedMessage id="admission.check-about" values={{ title }} /></Text>
      <ItemSelect label={formatMessage({ id: 'admission.field.listItemTitle' })} description={formatMessage({ id: 'admission.check-hint' })} onChange={setItemId} />
      <Text size="sm" fw={600} role="status"><FormattedMessage id={`admission.check-outcome.${outcome}`} values={{ office: item?.office ?? '' }} /></Text>
    </Dialog>
  );
}
