import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import { voucherKinds } from '#shared/modules/budget/vouchers/voucher.schema.ts';
import { MoneyInput } from '../../parts/MoneyInput.tsx';
import { useChoices } from '../../parts/use-words-of.ts';
import { useYuan } from '../../parts/yuan.ts';
import { ActDialog } from './ActDialog.tsx';

type DialogProps = { readonly request: RequestSheet; readonly onClose: () => void };
const versionOf = ({ id, version }: RequestSheet) => ({ id, version });

export function DisburseDialog({ request, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const left = request.amountFen - request.disbursedFen;
  const [fen, setFen] = useState<number | null>(left);
  const [paidOn, setPaidOn] = useState<string | null>(localToday());
  const [memo, setMemo] = useState('');
  const payers = request.payers.map(({ name, percent }) => `${name} ${percent}%`).join('、');
  return (
    <ActDialog title={formatMessage({ id: 'budget.act.disburse' })} consequence={formatMessage({ id: 'budget.act.disburse-consequence' }, { source: request.sourceName, left: yuan(left), payers })} confirm={formatMessage({ id: 'budget.act.disburse' })} save={api.budget.disburseRequest()} input={() => (fen === null || fen <= 0 || !paidOn ? null : { ...versionOf(request), fen, paidOn, memo: memo.trim() })} onClose={onClose}>
      <MoneyInput label={formatMessage({ id: 'budget.field.amountFen' })} required data-autofocus defaultFen={left} onFen={setFen} />
      <DayInput label={formatMessage({ id: 'budget.field.paidOn' })} required value={paidOn} onChange={setPaidOn} />
      <TextInput label={formatMessage({ id: 'budget.field.memo' })} maxLength={200} value={memo} onChange={(event) => setMemo(event.currentTarget.value)} />
    </ActDialog>
  );
}

export function VoucherDialog({ request, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const kinds = useChoices('voucher-kind', voucherKinds);
  const [kind, setKind] = useState<(typeof voucherKinds)[number]>(request.form === 'cash' ? 'invoice' : 'goods-list');
  const [voucherNo, setVoucherNo] = useState('');
  const [payee, setPayee] = useState('');
  const [fen, setFen] = useState<number | null>(null);
  const [issuedOn, setIssuedOn] = useState<string | null>(localToday());
  const [note, setNote] = useState('');
  const isComplete = voucherNo.trim() !== '' && payee.trim() !== '' && fen !== null && fen > 0 && issuedOn !== null;
  return (
    <ActDialog
      title={formatMessage({ id: 'budget.act.spend' })}
      consequence={formatMessage({ id: 'budget.act.spend-consequence' }, { onHand: yuan(request.onHandFen) })}
      confirm={formatMessage({ id: 'budget.act.spend' })}
      save={api.budget.recordVoucher()}
      input={() => (isComplete ? { ...versionOf(request), kind, voucherNo: voucherNo.trim(), payee: payee.trim(), fen, issuedOn, note: note.trim() } : null)}
      onClose={onClose}
    >
      <Select label={formatMessage({ id: 'budget.field.voucherKind' })} required allowDeselect={false} data={kinds} value={kind} onChange={(value) => setKind(voucherKinds.find((known) => known === value) ?? 'invoice')} comboboxProps={{ transitionProps: { duration: 0 } }} />
      <TextInput label={formatMessage({ id: 'budget.field.voucherNo' })} required maxLength={40} data-autofocus value={voucherNo} onChange={(event) => setVoucherNo(event.currentTarget.value)} />
      <MoneyInput label={formatMessage({ id: 'budget.field.amountFen' })} required defaultFen={null} onFen={setFen} />
      <DayInput label={formatMessage({ id: 'budget.field.issuedOn' })} required value={issuedOn} onChange={setIssuedOn} />
      <TextInput label={formatMessage({ id: 'budget.field.payee' })} required maxLength={60} value={payee} onChange={(event) => setPayee(event.currentTarget.value)} />
      <TextInput label={formatMessage({ id: 'budget.field.note' })} maxLength={200} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </ActDialog>
  );
}

export function ProposeChangeDialog({ request, onClose }: DialogProps) {
  const { formatMessage } = useIntl();
  const [fen, setFen] = useState<number | null>(request.amountFen);
  const [reason, setReason] = useState('');
  return (
    <ActDialog title={formatMessage({ id: 'budget.act.propose-change' })} consequence={formatMessage({ id: 'budget.act.propose-change-consequence' })} confirm={formatMessage({ id: 'budget.act.propose-change' })} save={api.budget.proposeChange()} input={() => (fen === null || fen <= 0 || fen === request.amountFen || reason.trim().length < 2 ? null : { ...versionOf(request), fen, reason: reason.trim() })} onClose={onClose}>
      <MoneyInput label={formatMessage({ id: 'budget.field.amountFen' })} required data-autofocus defaultFen={request.amountFen} onFen={setFen} />
      <Textarea label={formatMessage({ id: 'budget.field.reasonText' })} required autosize minRows={2} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </ActDialog>
  );
}

export function DecideChangeDialog({ request, agree, onClose }: DialogProps & { readonly agree: boolean }) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const [note, setNote] = useState('');
  const words = formatMessage({ id: agree ? 'budget.act.agree-change' : 'budget.act.refuse-change' });
  return (
    <ActDialog title={words} consequence={formatMessage({ id: 'budget.act.change-consequence' }, { by: request.changeBy, from: yuan(request.amountFen), to: yuan(request.changeFen ?? 0), reason: request.changeReason })} confirm={words} danger={!agree} save={api.budget.decideChange()} input={(overspendReason) => ({ ...versionOf(request), agree, note: note.trim(), overspendReason })} onClose={onClose}>
      <Textarea label={formatMessage({ id: 'budget.field.note' })} autosize minRows={2} maxLength={300} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </ActDialog>
  );
}
