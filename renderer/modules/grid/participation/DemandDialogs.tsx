import { Radio, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import { demandOutcomes, type DemandRow } from '#shared/modules/grid/participation/demand.schema.ts';
import { matterPlace, proposalPlace } from '../places.ts';
import { Dialog } from '../typed/Dialog.tsx';

type Outcome = (typeof demandOutcomes)[number];
type DialogProps = { readonly demand: DemandRow; readonly onClose: () => void };
const SORTS = ['answered', 'matter', 'proposal'] as const;
const SHORTEST = 2;

function AnswerFields({ answer, outcome, onAnswer, onOutcome }: { readonly answer: string; readonly outcome: Outcome; readonly onAnswer: (text: string) => void; readonly onOutcome: (outcome: Outcome) => void }) {
  const { formatMessage } = useIntl();
  return (
    <>
      <Textarea label={formatMessage({ id: 'demand.field.answer' })} description={formatMessage({ id: 'demands.public-hint' })} required autosize minRows={2} maxLength={500} value={answer} onChange={(event) => onAnswer(event.currentTarget.value)} data-autofocus />
      <SegmentedControl aria-label={formatMessage({ id: 'demand.field.outcome' })} value={outcome} onChange={(value) => onOutcome(demandOutcomes.find((one) => one === value) ?? 'met')} data={demandOutcomes.map((value) => ({ value, label: formatMessage({ id: `demands.outcome.${value}` }) }))} transitionDuration={0} />
    </>
  );
}

/** What becomes of a demand. */
export function SortDemandDialog({ demand: { id, version, subject }, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const [sort, setSort] = useState<(typeof SORTS)[number]>('answered');
  const [answer, setAnswer] = useState('');
  const [outcome, setOutcome] = useState<Outcome>('met');
  const [kind, setKind] = useState('');
  const [place, setPlace] = useState('');
  const save = useMutation({
    ...api.grid.sortDemand(),
    onSuccess: ({ proposalId, matterId }) => {
      onClose();
      if (proposalId !== null) goTo(proposalPlace(proposalId));
      if (matterId !== null) goTo(matterPlace(matterId));
    },
  });
  const isReady = { answered: answer.trim().length >= SHORTEST, matter: kind !== '', proposal: true };
  const send = () => save.mutate(sort === 'answered' ? { id, version, sort, answer: answer.trim(), outcome } : sort === 'matter' ? { id, version, sort, kind, place: place.trim() } : { id, version, sort });
  return (
    <Dialog title={formatMessage({ id: 'demands.sort-question' })} confirmLabel={formatMessage({ id: 'demands.sort-verb' })} isReady={isReady[sort]} pending={save.isPending} error={save.error} onConfirm={send} onClose={onClose}>
      <Text size="sm" fw={600}>{subject}</Text>
      <Radio.Group aria-label={formatMessage({ id: 'demands.sort-question' })} value={sort} onChange={(value) => setSort(SORTS.find((one) => one === value) ?? 'answered')}>
        <Stack gap={8}>{SORTS.map((value) => <Radio key={value} value={value} label={formatMessage({ id: `demands.as.${value}` })} />)}</Stack>
      </Radio.Group>
      {sort === 'answered' && <AnswerFields answer={answer} outcome={outcome} onAnswer={setAnswer} onOutcome={setOutcome} />}
      {sort === 'matter' && <CodeSelect label={formatMessage({ id: 'demands.matter-kind' })} table="matter-kind" required onChange={setKind} data-autofocus />}
      {sort === 'matter' && <TextInput label={formatMessage({ id: 'demands.matter-place' })} maxLength={200} value={place} onChange={(event) => setPlace(event.currentTarget.value)} />}
    </Dialog>
  );
}

/** What came of a demand that went another way, told to who asked. */
export function AnswerDemandDialog({ demand: { id, version, subject, answer: before, outcome: was }, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const [answer, setAnswer] = useState(before);
  const [outcome, setOutcome] = useState<Outcome>(was ?? 'met');
  const save = useMutation({ ...api.grid.answerDemand(), onSuccess: onClose });
  return (
    <Dialog title={formatMessage({ id: 'demands.answer' })} confirmLabel={formatMessage({ id: 'demands.answer-verb' })} isReady={answer.trim().length >= SHORTEST} pending={save.isPending} error={save.error} onConfirm={() => save.mutate({ id, version, answer: answer.trim(), outcome })} onClose={onClose}>
      <Text size="sm" fw={600}>{subject}</Text>
      <AnswerFields answer={answer} outcome={outcome} onAnswer={setAnswer} onOutcome={setOutcome} />
    </Dialog>
  );
}
