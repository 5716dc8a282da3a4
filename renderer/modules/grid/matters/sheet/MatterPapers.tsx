import { Button } from '@mantine/core';
import { IconPrinter, IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import type { PaperBlock } from '#renderer/components/paper/paper-lines.ts';
import { PaperPreview, type Paper } from '#renderer/components/paper/PaperPreview.tsx';
import type { MatterSheet } from '#shared/modules/grid/matters/matter.schema.ts';
import { stateWords, unitWords, useHolder } from '../matter-words.ts';

type Titled = { readonly label: string; readonly value: string };

/** The receipt somebody takes home: number, what it is about, who has it, until when; the phone stays masked, the name is the bringer's own. */
export function PrintSlip({ matter }: { readonly matter: MatterSheet }) {
  const intl = useIntl();
  const { formatMessage, formatDate } = intl;
  const [isShown, setShown] = useState(false);
  const { labelOf: kindOf } = useCodes('matter-kind');
  const holder = useHolder();
  useDeskCommand({ id: 'frame.print', title: 'matters.slip', accelerator: 'CmdOrCtrl+P', run: () => setShown(true) });
  const facts: Titled[] = [
    { label: formatMessage({ id: 'matters.field.subject' }), value: matter.subject },
    { label: formatMessage({ id: 'matters.field.kind' }), value: kindOf(matter.kind) },
    { label: formatMessage({ id: 'matters.field.place' }), value: matter.place },
    { label: formatMessage({ id: 'matters.field.partyName' }), value: [matter.partyName, matter.partyPhoneMasked].filter(Boolean).join(' ') },
    { label: formatMessage({ id: 'matters.field.reportedAt' }), value: matter.reportedAt === null ? '' : formatDate(matter.reportedAt, { dateStyle: 'medium', timeStyle: 'short' }) },
    { label: formatMessage({ id: 'matters.slip-holder' }), value: holder(matter) },
  ];
  const paper: Paper = {
    title: formatMessage({ id: 'matters.slip' }), entity: 'matter', entityId: matter.id, rows: 1, asksReason: false, startsLandscape: false, isSlip: true,
    blocks: [
      { kind: 'large', heading: '', rows: [{ label: formatMessage({ id: 'matters.field.number' }), value: matter.number }, { label: formatMessage({ id: 'matters.field.promisedOn' }), value: matter.promisedOn === null ? '' : formatDate(`${matter.promisedOn}T00:00:00`, { dateStyle: 'long' }) }] },
      { kind: 'facts', heading: '', facts },
      { kind: 'text', heading: '', lines: [formatMessage({ id: 'matters.slip-note' })] },
    ],
  };
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconReceipt size={16} aria-hidden />} onClick={() => setShown(true)}>{formatMessage({ id: 'matters.slip' })}</Button>
      {isShown && <PaperPreview paper={paper} onClose={() => setShown(false)} />}
    </>
  );
}

/** 督办单: what the sub-district must see when a unit does not act, step by step with days and limits. */
export function PrintEscalation({ matter }: { readonly matter: MatterSheet }) {
  const intl = useIntl();
  const { formatMessage, formatDate } = intl;
  const [isShown, setShown] = useState(false);
  const { labelOf: kindOf } = useCodes('matter-kind');
  const holder = useHolder();
  const time = (at: string | null): string => (at === null ? '' : formatDate(at.length === 10 ? `${at}T00:00:00` : at, { dateStyle: 'medium' }));
  const title = formatMessage({ id: 'matters.escalation' });
  const column = (id: 'state' | 'holder' | 'since' | 'days', width: number) => ({ title: formatMessage({ id: `matters.field.${id}` }), width });
  const steps: PaperBlock = {
    kind: 'table', heading: formatMessage({ id: 'matters.way' }), columns: [column('state', 2), column('holder', 3), column('since', 2), column('days', 2)],
    rows: matter.steps.filter(({ phase }) => phase !== 'ahead').map((step) => [stateWords(intl, step.state), step.unit ? unitWords(intl, step.unit) : '', time(step.since), step.days === null ? '' : step.limit === null ? String(step.days) : formatMessage({ id: 'matters.day-of' }, { used: step.days, limit: step.limit })]),
  };
  const facts: Titled[] = [
    { label: formatMessage({ id: 'matters.field.number' }), value: matter.number },
    { label: formatMessage({ id: 'matters.field.subject' }), value: matter.subject },
    { label: formatMessage({ id: 'matters.field.kind' }), value: kindOf(matter.kind) },
    { label: formatMessage({ id: 'matters.field.place' }), value: matter.place },
    { label: formatMessage({ id: 'matters.field.holder' }), value: holder(matter) },
    { label: formatMessage({ id: 'matters.field.dueOn' }), value: time(matter.dueOn) },
    { label: formatMessage({ id: 'matters.field.card' }), value: formatMessage({ id: `matters.card.${matter.card}` }) },
    { label: formatMessage({ id: 'matters.field.urges' }), value: String(matter.urges) },
  ];
  const paper: Paper = { title, entity: 'matter', entityId: matter.id, rows: 1, asksReason: false, startsLandscape: false, blocks: [{ kind: 'facts', heading: '', facts }, steps, { kind: 'text', heading: formatMessage({ id: 'matters.escalation-ask' }), lines: [formatMessage({ id: 'matters.escalation-words' })] }] };
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => setShown(true)}>{title}</Button>
      {isShown && <PaperPreview paper={paper} onClose={() => setShown(false)} />}
    </>
  );
}
