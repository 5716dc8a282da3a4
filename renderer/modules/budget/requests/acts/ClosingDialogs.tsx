import { Button, Group, NumberInput, Select, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { MoneyInput } from '../../parts/MoneyInput.tsx';
import { useLineChoices } from '../../parts/use-budget-options.ts';
import { useYuan } from '../../parts/yuan.ts';
import { ActDialog } from './ActDialog.tsx';

type DialogProps = { readonly request: RequestSheet; readonly onClose: () => void };
const versionOf = ({ id, version }: RequestSheet) => ({ id, version });
const NOTICE_DAYS = 7;

export function AcceptDialog({ request, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const [acceptedOn, setAcceptedOn] = useState<string | null>(localToday());
  const [acceptedBy, setAcceptedBy] = useState('');
  const [note, setNote] = useState('');
  return (
    <ActDialog title={formatMessage({ id: 'budget.act.accept' })} consequence={formatMessage({ id: 'budget.act.accept-consequence' })} confirm={formatMessage({ id: 'budget.act.accept' })} save={api.budget.acceptRequest()} input={() => (acceptedOn === null || acceptedBy.trim().length < 2 ? null : { ...versionOf(request), acceptedOn, acceptedBy: acceptedBy.trim(), note: note.trim() })} onClose={onClose}>
      <DayInput label={formatMessage({ id: 'budget.field.acceptedOn' })} required value={acceptedOn} onChange={setAcceptedOn} />
      <TextInput label={formatMessage({ id: 'budget.field.acceptedBy' })} required maxLength={100} data-autofocus value={acceptedBy} onChange={(event) => setAcceptedBy(event.currentTarget.value)} />
      <Textarea label={formatMessage({ id: 'budget.field.note' })} autosize minRows={2} maxLength={300} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </ActDialog>
  );
}

export function SettleDialog({ request, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const [settledOn, setSettledOn] = useState<string | null>(localToday());
  const [goal, setGoal] = useState(request.purpose.slice(0, 300));
  const [done, setDone] = useState('');
  const [satisfaction, setSatisfaction] = useState<number | null>(null);
  return (
    <ActDialog title={formatMessage({ id: 'budget.act.settle' })} consequence={formatMessage({ id: 'budget.act.settle-consequence' }, { back: yuan(request.onHandFen), line: yuan(request.committedFen) })} confirm={formatMessage({ id: 'budget.act.settle' })} save={api.budget.settleRequest()} input={() => (settledOn === null || done.trim().length < 2 ? null : { ...versionOf(request), settledOn, goal: goal.trim(), done: done.trim(), satisfaction })} onClose={onClose}>
      <DayInput label={formatMessage({ id: 'budget.field.settledOn' })} required value={settledOn} onChange={setSettledOn} />
      <Textarea label={formatMessage({ id: 'budget.field.goal' })} autosize minRows={2} maxLength={300} value={goal} onChange={(event) => setGoal(event.currentTarget.value)} />
      <Textarea label={formatMessage({ id: 'budget.field.done' })} required autosize minRows={2} maxLength={500} data-autofocus value={done} onChange={(event) => setDone(event.currentTarget.value)} />
      <NumberInput label={formatMessage({ id: 'budget.field.satisfaction' })} min={0} max={100} allowDecimal={false} suffix="%" value={satisfaction ?? ''} onChange={(value) => setSatisfaction(typeof value === 'number' ? value : null)} />
    </ActDialog>
  );
}

export function PublishDialog({ request, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const [fromOn, setFromOn] = useState<string | null>(localToday());
  const [untilOn, setUntilOn] = useState<string | null>(addDays(localToday(), NOTICE_DAYS));
  const [place, setPlace] = useState('');
  return (
    <ActDialog title={formatMessage({ id: 'budget.act.publish' })} consequence={formatMessage({ id: 'budget.act.publish-consequence' })} confirm={formatMessage({ id: 'budget.act.publish' })} save={api.budget.publishRequest()} input={() => (fromOn === null || untilOn === null || fromOn > untilOn || place.trim().length < 2 ? null : { ...versionOf(request), fromOn, untilOn, place: place.trim() })} onClose={onClose}>
      <Group grow>
        <DayInput label={formatMessage({ id: 'budget.field.publishedFrom' })} required value={fromOn} onChange={setFromOn} />
        <DayInput label={formatMessage({ id: 'budget.field.publishedUntil' })} required value={untilOn} onChange={setUntilOn} />
      </Group>
      <TextInput label={formatMessage({ id: 'budget.field.publishedAt' })} required maxLength={100} data-autofocus value={place} onChange={(event) => setPlace(event.currentTarget.value)} />
    </ActDialog>
  );
}

type Part = { readonly title: string; readonly lineId: string | null; readonly fen: number | null };

/** Parts that are the whole again, to the fen; what is still missing stands under them. */
export function SplitDialog({ request, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const { options } = useLineChoices();
  const half = Math.floor(request.amountFen / 2);
  const [parts, setParts] = useState<readonly Part[]>([
    { title: formatMessage({ id: 'budget.act.split-part' }, { title: request.title, no: 1 }), lineId: request.lineId, fen: half },
    { title: formatMessage({ id: 'budget.act.split-part' }, { title: request.title, no: 2 }), lineId: null, fen: request.amountFen - half },
  ]);
  const change = (at: number, part: Partial<Part>): void => setParts((before) => before.map((one, index) => (index === at ? { ...one, ...part } : one)));
  const missing = request.amountFen - parts.reduce((sum, { fen }) => sum + (fen ?? 0), 0);
  const isComplete = missing === 0 && parts.every(({ title, fen }) => title.trim().length >= 2 && fen !== null && fen > 0);
  return (
    <ActDialog title={formatMessage({ id: 'budget.act.split' })} consequence={formatMessage({ id: 'budget.act.split-consequence' }, { total: yuan(request.amountFen) })} confirm={formatMessage({ id: 'budget.act.split' })} save={api.budget.splitRequest()} input={() => (isComplete ? { ...versionOf(request), parts: parts.map(({ title, lineId, fen }) => ({ title: title.trim(), lineId, fen: fen ?? 0 })) } : null)} onClose={onClose}>
      {parts.map((part, at) => (
        <fieldset key={at} style={{ border: 0, borderTop: '1px solid var(--mantine-color-default-border)', padding: '8px 0 0', margin: 0 }}>
          <TextInput label={formatMessage({ id: 'budget.field.title' })} required maxLength={80} value={part.title} onChange={(event) => change(at, { title: event.currentTarget.value })} />
          <Select label={formatMessage({ id: 'budget.field.lineId' })} clearable searchable data={[...options]} value={part.lineId} onChange={(lineId) => change(at, { lineId })} comboboxProps={{ transitionProps: { duration: 0 } }} />
          <MoneyInput label={formatMessage({ id: 'budget.field.amountFen' })} required defaultFen={part.fen} onFen={(fen) => change(at, { fen })} />
        </fieldset>
      ))}
      <Group justify="space-between">
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setParts((before) => [...before, { title: formatMessage({ id: 'budget.act.split-part' }, { title: request.title, no: before.length + 1 }), lineId: null, fen: null }])}><FormattedMessage id="budget.act.split-add" /></Button>
        <Text size="sm" role="status">{missing === 0 ? formatMessage({ id: 'budget.act.split-sums' }) : formatMessage({ id: 'budget.act.split-missing' }, { missing: yuan(missing) })}</Text>
      </Group>
    </ActDialog>
  );
}
