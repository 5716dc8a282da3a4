import { Button, Table, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import type { RequestSheet, StepRow } from '#shared/modules/budget/requests/request.schema.ts';
import { ClockMark } from '../parts/ClockMark.tsx';
import { MoneyInput } from '../parts/MoneyInput.tsx';
import { useWaiter, useWordsOf } from '../parts/use-words-of.ts';
import { useYuan } from '../parts/yuan.ts';
import { ActDialog } from './acts/ActDialog.tsx';

const HEADS = ['step', 'waitingFor', 'enteredAt', 'leftAt', 'days', 'outcome'] as const;

/** Every step with its times, its days against the limit, who decided and why, and what a delay cost. */
export function StepsTable({ request }: { readonly request: RequestSheet }) {
  const { formatMessage } = useIntl();
  const mayAsk = useMay()('funding.request');
  const { labelOf } = useCodes('request-reason');
  const word = useWordsOf();
  const waiter = useWaiter();
  const yuan = useYuan();
  const [losing, setLosing] = useState<StepRow | null>(null);
  return (
    <>
      <Table.ScrollContainer minWidth={720}>
        <Table aria-label={formatMessage({ id: 'budget.section.steps' })} verticalSpacing={6}>
          <Table.Thead><Table.Tr>{HEADS.map((field) => <Table.Th key={field} scope="col">{formatMessage({ id: `budget.field.${field}` })}</Table.Th>)}<Table.Td /></Table.Tr></Table.Thead>
          <Table.Tbody>
            {request.steps.map((step) => (
              <Table.Tr key={step.id}>
                <Table.Td>{[word('step', step.step), step.levelName].filter(Boolean).join(' · ')}</Table.Td>
                <Table.Td>{step.decidedBy || waiter(step.waitingFor)}</Table.Td>
                <Table.Td><InstantText at={step.enteredAt} /></Table.Td>
                <Table.Td>{step.leftAt !== null && <InstantText at={step.leftAt} />}</Table.Td>
                <Table.Td><ClockMark clock={step.leftAt !== null && step.clock === 'near' ? 'calm' : step.clock} days={step.days} limit={step.limitDays} /></Table.Td>
                <Table.Td>
                  {step.outcome !== '' && <Text size="sm">{word('outcome', step.outcome)}</Text>}
                  {(step.reasonCode !== '' || step.note !== '') && <Text size="xs" c="dimmed">{[step.reasonCode !== '' && labelOf(step.reasonCode), step.note].filter(Boolean).join('：')}</Text>}
                  {step.urges > 0 && <Text size="xs" c="dimmed"><FormattedMessage id="budget.steps.urged" values={{ count: step.urges }} /></Text>}
                  {step.lossNote !== '' && <Text size="xs"><FormattedMessage id="budget.steps.lost" values={{ note: step.lossNote, amount: yuan(step.lossFen) }} /></Text>}
                </Table.Td>
                <Table.Td>{mayAsk && step.clock === 'overdue' && <Button size="compact-xs" variant="subtle" onClick={() => setLosing(step)}><FormattedMessage id="budget.steps.record-loss" /></Button>}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {losing && <LossDialog step={losing} onClose={() => setLosing(null)} />}
    </>
  );
}

function LossDialog({ step, onClose }: { readonly step: StepRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [note, setNote] = useState(step.lossNote);
  const [fen, setFen] = useState<number | null>(step.lossFen);
  return (
    <ActDialog title={formatMessage({ id: 'budget.steps.record-loss' })} confirm={formatMessage({ id: 'common.save' })} save={api.budget.recordLoss()} input={() => (note.trim().length < 2 ? null : { id: step.id, version: step.version, note: note.trim(), fen: fen ?? 0 })} onClose={onClose}>
      <Textarea label={formatMessage({ id: 'budget.field.lossNote' })} required autosize minRows={2} maxLength={300} data-autofocus value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <MoneyInput label={formatMessage({ id: 'budget.field.lossFen' })} defaultFen={step.lossFen === 0 ? null : step.lossFen} onFen={setFen} />
    </ActDialog>
  );
}
