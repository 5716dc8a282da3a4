import { Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import type { RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import { useLineChoices } from '../../parts/use-budget-options.ts';
import { ActDialog } from './ActDialog.tsx';

type DialogProps = { readonly request: RequestSheet; readonly onClose: () => void };
const versionOf = ({ id, version }: RequestSheet) => ({ id, version });

export function SubmitDialog({ request, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  return (
    <ActDialog title={formatMessage({ id: 'budget.act.submit' })} consequence={formatMessage({ id: 'budget.act.submit-consequence' }, { level: request.levels[0]?.name ?? '' })} confirm={formatMessage({ id: 'budget.act.submit' })} save={api.budget.submitRequest()} input={(overspendReason) => ({ ...versionOf(request), overspendReason })} onClose={onClose} />
  );
}

/** Appeal, withdraw, urge: each with a few words. */
export function NoteDialog({ request, act, onClose }: DialogProps & { readonly act: 'appeal' | 'withdraw' | 'urge' }) {
  const { formatMessage } = useIntl();
  const [note, setNote] = useState('');
  const save = { appeal: api.budget.appealRequest(), withdraw: api.budget.withdrawRequest(), urge: api.budget.urgeRequest() }[act];
  return (
    <ActDialog title={formatMessage({ id: `budget.act.${act}` })} consequence={formatMessage({ id: `budget.act.${act}-consequence` })} confirm={formatMessage({ id: `budget.act.${act}` })} danger={act === 'withdraw'} save={save} input={() => (note.trim().length >= 2 ? { ...versionOf(request), note: note.trim() } : null)} onClose={onClose}>
      <Textarea label={formatMessage({ id: 'budget.field.reasonText' })} required autosize minRows={2} maxLength={300} data-autofocus value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </ActDialog>
  );
}

/** Puts it on a line: the first time, or on another source after a refusal. */
export function LineDialog({ request, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const { options } = useLineChoices();
  const [lineId, setLineId] = useState<string | null>(null);
  return (
    <ActDialog title={formatMessage({ id: 'budget.act.budget' })} consequence={formatMessage({ id: 'budget.act.budget-consequence' })} confirm={formatMessage({ id: 'budget.act.budget' })} save={api.budget.budgetRequest()} input={(overspendReason) => (lineId === null ? null : { ...versionOf(request), lineId, overspendReason })} onClose={onClose}>
      <Select label={formatMessage({ id: 'budget.field.lineId' })} required searchable data-autofocus data={options.filter(({ value }) => value !== request.lineId)} value={lineId} onChange={setLineId} comboboxProps={{ transitionProps: { duration: 0 } }} />
    </ActDialog>
  );
}
