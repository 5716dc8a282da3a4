import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import type { SourceRow } from '#shared/modules/budget/sources/source.schema.ts';
import { MoneyInput } from '../parts/MoneyInput.tsx';
import { useYuan } from '../parts/yuan.ts';
import { ActDialog } from '../requests/acts/ActDialog.tsx';

const WAYS = ['received', 'given-back'] as const;

/** Money or goods that came in for a source, or went back to who gave it. */
export function ReceiptDialog({ source, onClose }: { readonly source: SourceRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const yuan = useYuan();
  const [way, setWay] = useState<(typeof WAYS)[number]>('received');
  const [fen, setFen] = useState<number | null>(null);
  const [receivedOn, setReceivedOn] = useState<string | null>(localToday());
  const [memo, setMemo] = useState('');
  return (
    <ActDialog title={source.name} consequence={formatMessage({ id: 'budget.source.receipt-consequence' }, { store: yuan(source.storeFen) })} confirm={formatMessage({ id: 'common.save' })} save={api.budget.recordReceipt()} input={() => (fen === null || fen <= 0 || receivedOn === null || memo.trim().length < 2 ? null : { sourceId: source.id, way, fen, receivedOn, memo: memo.trim() })} onClose={onClose}>
      <SegmentedControl fullWidth aria-label={formatMessage({ id: 'budget.source.receipt' })} value={way} onChange={(value) => setWay(value === 'given-back' ? 'given-back' : 'received')} data={WAYS.map((value) => ({ value, label: formatMessage({ id: `budget.entry-kind.${value}` }) }))} transitionDuration={0} />
      <MoneyInput label={formatMessage({ id: 'budget.field.amountFen' })} required data-autofocus defaultFen={null} onFen={setFen} />
      <DayInput label={formatMessage({ id: 'budget.field.receivedOn' })} required value={receivedOn} onChange={setReceivedOn} />
      <TextInput label={formatMessage({ id: 'budget.field.memo' })} required maxLength={200} value={memo} onChange={(event) => setMemo(event.currentTarget.value)} />
    </ActDialog>
  );
}
