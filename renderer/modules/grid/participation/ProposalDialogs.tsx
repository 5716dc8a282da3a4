import { Checkbox, Group, NumberInput, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { RecordForm } from '#renderer/components/record-form/use-record-form.ts';
import { versionedShape } from '#shared/contract/list.ts';
import { deliberationDraftSchema, type DeliberationDraft, type ProposalSheet } from '#shared/modules/grid/participation/proposal.schema.ts';
import { PeopleSelect } from '../register/care/PeopleSelect.tsx';
import { Dialog } from '../typed/Dialog.tsx';
import type { FieldSpec } from '../typed/fields.tsx';
import { TypedDrawer } from '../typed/TypedDrawer.tsx';

type DialogProps = { readonly proposal: ProposalSheet; readonly onClose: () => void };
const FEN_IN_YUAN = 100;
const SHORTEST = 2;

/** Who seconds it. */
export function SecondDialog({ proposal: { id, version }, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const [personIds, setPersonIds] = useState<string[]>([]);
  const [day, setDay] = useState<string | null>(localToday());
  const save = useMutation({ ...api.grid.secondProposal(), onSuccess: onClose });
  return (
    <Dialog title={formatMessage({ id: 'proposals.second' })} confirmLabel={formatMessage({ id: 'proposals.confirm' })} isReady={personIds.length > 0 && day !== null} pending={save.isPending} error={save.error} onConfirm={() => day !== null && save.mutate({ id, version, personIds, secondedOn: day })} onClose={onClose}>
      <PeopleSelect label={formatMessage({ id: 'proposals.people' })} description={formatMessage({ id: 'proposals.people-hint' })} chosen={[]} onChange={setPersonIds} />
      <DayInput label={formatMessage({ id: 'proposals.day' })} required value={day} onChange={setDay} />
    </Dialog>
  );
}

/** The public answer; an acceptance names cost and time. */
export function AnswerDialog({ proposal: { id, version }, isAccepted, onClose }: DialogProps & { readonly isAccepted: boolean }) {
  const { formatMessage } = useIntl();
  const [answer, setAnswer] = useState('');
  const [yuan, setYuan] = useState<number | string>('');
  const [until, setUntil] = useState<string | null>(null);
  const save = useMutation({ ...api.grid.answerProposal(), onSuccess: onClose });
  const isReady = answer.trim().length >= SHORTEST && (!isAccepted || (typeof yuan === 'number' && until !== null));
  const send = () => save.mutate({ id, version, isAccepted, answer: answer.trim(), costFen: isAccepted && typeof yuan === 'number' ? Math.round(yuan * FEN_IN_YUAN) : null, plannedUntil: isAccepted ? until : null });
  return (
    <Dialog title={formatMessage({ id: isAccepted ? 'proposals.accept' : 'proposals.reject' })} confirmLabel={formatMessage({ id: 'proposals.confirm' })} isReady={isReady} pending={save.isPending} error={save.error} onConfirm={send} onClose={onClose}>
      <Textarea label={formatMessage({ id: 'proposal.field.answer' })} description={formatMessage({ id: 'demands.public-hint' })} required autosize minRows={2} maxLength={500} value={answer} onChange={(event) => setAnswer(event.currentTarget.value)} data-autofocus />
      {isAccepted && (
        <Group grow>
          <NumberInput label={formatMessage({ id: 'proposal.field.costFen' })} required min={0} decimalScale={2} thousandSeparator="," value={yuan} onChange={setYuan} />
          <DayInput label={formatMessage({ id: 'proposal.field.plannedUntil' })} required value={until} onChange={setUntil} />
        </Group>
      )}
    </Dialog>
  );
}

/** How it goes on; the last note says that it is done. */
export function ProgressDialog({ proposal: { id, version }, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const [note, setNote] = useState('');
  const [day, setDay] = useState<string | null>(localToday());
  const [isDone, setDone] = useState(false);
  const save = useMutation({ ...api.grid.noteProgress(), onSuccess: onClose });
  return (
    <Dialog title={formatMessage({ id: 'proposals.progress' })} confirmLabel={formatMessage({ id: 'proposals.confirm' })} isReady={note.trim().length >= SHORTEST && day !== null} pending={save.isPending} error={save.error} onConfirm={() => day !== null && save.mutate({ id, version, notedOn: day, note: note.trim(), isDone })} onClose={onClose}>
      <Textarea label={formatMessage({ id: 'proposals.note' })} required autosize minRows={2} maxLength={500} value={note} onChange={(event) => setNote(event.currentTarget.value)} data-autofocus />
      <DayInput label={formatMessage({ id: 'proposals.day' })} required value={day} onChange={setDay} />
      <Checkbox label={formatMessage({ id: 'proposals.is-done' })} checked={isDone} onChange={(event) => setDone(event.currentTarget.checked)} />
    </Dialog>
  );
}

type Values = Omit<DeliberationDraft, 'heldOn'> & { heldOn: string | null };
const schema = z.strictObject({ ...versionedShape, ...deliberationDraftSchema.shape });

/** Who came, what was said, how they voted. */
export function DeliberationDrawer({ proposal: { id, version }, onClosed }: { readonly proposal: ProposalSheet; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const fields = ({ form }: RecordForm<Values>): readonly FieldSpec<Values>[] => [
    { name: 'heldOn', kind: 'day', required: true },
    { name: 'place', kind: 'text', max: 100 },
    { name: 'personIds', kind: 'own', wide: true, render: () => <PeopleSelect label={formatMessage({ id: 'deliberation.field.personIds' })} description={formatMessage({ id: 'proposals.people-hint' })} chosen={[]} error={form.errors['personIds']} onChange={(ids) => form.setFieldValue('personIds', ids)} /> },
    { name: 'guests', kind: 'text', max: 200, wide: true },
    { name: 'views', kind: 'area', max: 2000, required: true, focus: true },
    { name: 'votesFor', kind: 'whole' },
    { name: 'votesAgainst', kind: 'whole' },
    { name: 'votesAbstained', kind: 'whole' },
  ];
  const initialValues: Values = { heldOn: localToday(), place: '', personIds: [], guests: '', views: '', votesFor: 0, votesAgainst: 0, votesAbstained: 0 };
  return <TypedDrawer title={formatMessage({ id: 'proposals.deliberate' })} words="deliberation" draftKey={`deliberation/${id}/new`} initialValues={initialValues} inputOf={(values) => ({ ...values, id, version, heldOn: values.heldOn ?? '', votesFor: Number(values.votesFor), votesAgainst: Number(values.votesAgainst), votesAbstained: Number(values.votesAbstained) })} schema={schema} save={api.grid.recordDeliberation()} fields={fields} onClosed={onClosed} />;
}
