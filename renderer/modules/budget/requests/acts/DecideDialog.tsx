import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { CodeSelect } from '#renderer/components/record-form/CodeSelect.tsx';
import type { RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import { ActDialog } from './ActDialog.tsx';

const DECISIONS = ['approve', 'return', 'reject'] as const;
type Decision = (typeof DECISIONS)[number];

/** One level decides: yes, back for a supplement, or no; the last two with a reason from the list and in words. */
export function DecideDialog({ request, onClose }: { readonly request: RequestSheet; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const [decision, setDecision] = useState<Decision>('approve');
  const [reasonCode, setReasonCode] = useState('');
  const [note, setNote] = useState('');
  const isNo = decision !== 'approve';
  const isComplete = !isNo || (reasonCode !== '' && note.trim().length >= 2);
  return (
    <ActDialog
      title={formatMessage({ id: 'budget.act.decide-title' }, { level: request.waitingFor })}
      consequence={formatMessage({ id: `budget.act.decide.${decision}-consequence` })}
      confirm={formatMessage({ id: `budget.act.decide.${decision}` })}
      danger={decision === 'reject'}
      save={api.budget.decideRequest()}
      input={(overspendReason) => (isComplete ? { id: request.id, version: request.version, decision, reasonCode: isNo ? reasonCode : '', note: note.trim(), overspendReason } : null)}
      onClose={onClose}
    >
      <SegmentedControl fullWidth aria-label={formatMessage({ id: 'budget.act.decide-label' })} value={decision} onChange={(value) => setDecision(DECISIONS.find((known) => known === value) ?? 'approve')} data={DECISIONS.map((value) => ({ value, label: formatMessage({ id: `budget.act.decide.${value}` }) }))} transitionDuration={0} />
      {isNo && <CodeSelect table="request-reason" label={formatMessage({ id: 'budget.field.reasonCode' })} required onChange={setReasonCode} />}
      <Textarea label={formatMessage({ id: isNo ? 'budget.field.reasonText' : 'budget.field.note' })} required={isNo} autosize minRows={2} maxLength={300} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </ActDialog>
  );
}
