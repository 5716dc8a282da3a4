import { Button, Group, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import type { ProposalMove, ProposalSheet } from '#shared/modules/grid/participation/proposal.schema.ts';
import { AnswerDialog, DeliberationDrawer, ProgressDialog, SecondDialog } from './ProposalDialogs.tsx';

/** What may be done with a proposal now; the next step is the filled button. */
export function ProposalMoves({ proposal }: { readonly proposal: ProposalSheet }) {
  const { formatMessage } = useIntl();
  const [asked, setAsked] = useState<ProposalMove | null>(null);
  const close = () => setAsked(null);
  const withdraw = useMutation({ ...api.grid.withdrawProposal(), onSuccess: close });
  const { id, version, state } = proposal;
  const moves: readonly ProposalMove[] = state === 'seconded' ? ['second', ...proposal.moves] : proposal.moves;
  if (moves.length === 0) return null;
  const main: Readonly<Partial<Record<typeof state, ProposalMove>>> = { proposed: 'second', seconded: 'deliberate', deliberated: 'accept', accepted: 'finish' };
  return (
    <Stack gap="xs">
      <Group gap="xs">{moves.map((move) => <Button key={move} size="xs" variant={main[state] === move ? 'filled' : 'default'} onClick={() => setAsked(move)}><FormattedMessage id={`proposals.${move}`} /></Button>)}</Group>
      {asked === 'second' && <SecondDialog proposal={proposal} onClose={close} />}
      {asked === 'deliberate' && <DeliberationDrawer proposal={proposal} onClosed={close} />}
      {(asked === 'accept' || asked === 'reject') && <AnswerDialog proposal={proposal} isAccepted={asked === 'accept'} onClose={close} />}
      {asked === 'finish' && <ProgressDialog proposal={proposal} onClose={close} />}
      {asked === 'withdraw' && <ReasonDialog title={formatMessage({ id: 'proposals.withdraw' })} consequence={formatMessage({ id: 'proposals.withdraw-consequence' })} confirmLabel={formatMessage({ id: 'proposals.withdraw' })} pending={withdraw.isPending} error={withdraw.error} onConfirm={(reason) => withdraw.mutate({ id, version, reason })} onClose={close} />}
    </Stack>
  );
}
