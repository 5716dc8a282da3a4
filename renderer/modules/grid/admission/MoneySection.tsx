import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { Trace } from '#renderer/components/trace/Trace.tsx';
import { paymentDraftSchema, type AdmissionSheet, type PaymentDraft } from '#shared/modules/grid/admission/admission.schema.ts';
import { SheetSection } from '#renderer/components/page/SheetSection.tsx';
import type { FieldSpec } from '../typed/fields.tsx';
import { TypedDrawer } from '../typed/TypedDrawer.tsx';
import { useFigures } from '../typed/use-figures.ts';
import { LateMark } from './LateMark.tsx';

/** As typed: day and amount may still be empty. */
type Values = { receivedOn: string | null; amountFen: number | null; voucherNo: string; note: string };
const FIELDS: readonly FieldSpec<Values>[] = [
  { name: 'receivedOn', kind: 'day', required: true },
  { name: 'amountFen', kind: 'money', required: true, focus: true },
  { name: 'voucherNo', kind: 'text', max: 60 },
  { name: 'note', kind: 'text', max: 200 },
];

/** Money follows the task: what was promised by when, what came, what is still owed. */
export function MoneySection({ admission }: { readonly admission: AdmissionSheet }) {
  const { formatMessage, formatDate } = useIntl();
  const may = useMay();
  const { yuan } = useFigures();
  const [isNew, setNew] = useState(false);
  const remove = useMutation(api.grid.removePayment());
  const { id, payments, source, moneyFen, receivedFen, moneyDueOn, money, state } = admission;
  const mayRecord = source === null && may('admission.money') && ['admitted', 'paused', 'exited'].includes(state);
  const last = payments.at(-1);
  return (
    <SheetSection title="admission.section.money">
      {moneyFen === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="admission.no-money" /></Text>}
      {moneyFen > 0 && (
        <>
          <Text size="sm"><LateMark isLate={money === 'red'} isNear={money === 'yellow'}><FormattedMessage id="admission.money-line" values={{ promised: yuan(moneyFen), due: <DayText day={moneyDueOn} />, state: formatMessage({ id: `admission.money.${money}` }), left: yuan(Math.max(0, moneyFen - receivedFen)) }} /></LateMark></Text>
          <Trace
            label={formatMessage({ id: 'admission.section.money' })}
            items={payments.map((payment) => ({ id: payment.id, label: formatDate(`${payment.receivedOn}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' }), value: yuan(payment.amountFen), note: [payment.voucherNo, payment.note].filter(Boolean).join(' · ') }))}
            total={{ label: formatMessage({ id: 'admission.received' }), value: yuan(receivedFen) }}
          />
        </>
      )}
      {source && <Text size="sm"><FormattedMessage id="admission.money-in-source" values={{ source: may('budget.read') ? <PlaceLink to={`/budget/sources?f=${encodeURIComponent(JSON.stringify({ taskId: id }))}`} inherit>{source.name}</PlaceLink> : source.name }} /></Text>}
      <ErrorNote error={remove.error} />
      {mayRecord && (
        <Group gap="xs">
          <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}><FormattedMessage id="admission.payment.new" /></Button>
          {last && <Button size="xs" variant="subtle" color="gray" loading={remove.isPending} onClick={() => remove.mutate({ id: last.id, version: last.version })}><FormattedMessage id="admission.payment.remove" /></Button>}
        </Group>
      )}
      {isNew && <PaymentDrawer admissionId={id} onClosed={() => setNew(false)} />}
    </SheetSection>
  );
}

function PaymentDrawer({ admissionId, onClosed }: { readonly admissionId: string; readonly onClosed: () => void }) {
  const { formatMessage } = useIntl();
  const inputOf = ({ receivedOn, amountFen, ...values }: Values): PaymentDraft => ({ ...values, admissionId, receivedOn: receivedOn ?? '', amountFen: amountFen ?? 0 });
  return <TypedDrawer title={formatMessage({ id: 'admission.payment.new' })} words="admission_payment" draftKey={`admission-payment/${admissionId}/new`} initialValues={{ receivedOn: localToday(), amountFen: null, voucherNo: '', note: '' } as Values} inputOf={inputOf} schema={paymentDraftSchema} save={api.grid.recordPayment()} fields={FIELDS} onClosed={onClosed} />;
}
