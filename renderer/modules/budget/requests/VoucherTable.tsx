import { Button, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { Attachments } from '#renderer/components/attachments/Attachments.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import type { RequestSheet } from '#shared/modules/budget/requests/request.schema.ts';
import type { VoucherRow } from '#shared/modules/budget/vouchers/vouchers.contract.ts';
import classes from '../parts/budget.module.css';
import { useWordsOf } from '../parts/use-words-of.ts';
import { useYuan } from '../parts/yuan.ts';

const HEADS = ['issuedOn', 'voucherKind', 'voucherNo', 'payee', 'amount', 'onHand'] as const;
const MOST = 500;

/** Vouchers of a request in their order, with the balance after each and their pictures. A reversed one stays, crossed out. */
export function VoucherTable({ request }: { readonly request: RequestSheet }) {
  const { formatMessage } = useIntl();
  const may = useMay();
  const { data, error, refetch } = useQuery(api.budget.listVouchers({ filter: { requestId: request.id }, limit: MOST }));
  const [shownId, setShownId] = useState<string | null>(null);
  const [reversing, setReversing] = useState<VoucherRow | null>(null);
  const reverse = useMutation(api.budget.reverseVoucher());
  const word = useWordsOf();
  const yuan = useYuan();
  if (data === undefined) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return <Text size="sm" c="dimmed"><FormattedMessage id="budget.vouchers.none" /></Text>;
  const mayReverse = may('funding.disburse') && request.step === 'spending';
  const shown = data.find(({ id }) => id === shownId);
  return (
    <Stack gap="xs">
      <Table.ScrollContainer minWidth={640}>
        <Table aria-label={formatMessage({ id: 'budget.section.vouchers' })} verticalSpacing={6}>
          <Table.Thead><Table.Tr>{HEADS.map((field) => <Table.Th key={field} scope="col" className={field === 'amount' || field === 'onHand' ? classes['figures'] : undefined}>{formatMessage({ id: `budget.field.${field}` })}</Table.Th>)}<Table.Td /></Table.Tr></Table.Thead>
          <Table.Tbody>
            {data.map((voucher) => (
              <Table.Tr key={voucher.id} {...(voucher.reversedAt !== null && { td: 'line-through', c: 'dimmed' })}>
                <Table.Td><DayText day={voucher.issuedOn} /></Table.Td>
                <Table.Td>{word('voucher-kind', voucher.kind)}</Table.Td>
                <Table.Td>{voucher.voucherNo}</Table.Td>
                <Table.Td>{voucher.payee}</Table.Td>
                <Table.Td className={classes['figures']}>{yuan(voucher.kind === 'refund' ? -voucher.fen : voucher.fen)}</Table.Td>
                <Table.Td className={classes['figures']}>{yuan(voucher.onHandFen)}</Table.Td>
                <Table.Td>
                  <Button size="compact-xs" variant="subtle" aria-expanded={voucher.id === shownId} onClick={() => setShownId(voucher.id === shownId ? null : voucher.id)}><FormattedMessage id="budget.vouchers.pictures" /></Button>
                  {mayReverse && voucher.reversedAt === null && <Button size="compact-xs" variant="subtle" onClick={() => setReversing(voucher)}><FormattedMessage id="budget.vouchers.reverse" /></Button>}
                  {voucher.reversedAt !== null && <Text size="xs" span><FormattedMessage id="budget.vouchers.reversed" values={{ reason: voucher.reversalReason }} /></Text>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown && <Attachments owner={{ table: 'voucher', id: shown.id }} mayEdit={may('funding.request') && shown.reversedAt === null} />}
      {reversing && (
        <ReasonDialog
          title={formatMessage({ id: 'budget.vouchers.reverse-title' }, { voucherNo: reversing.voucherNo })}
          consequence={formatMessage({ id: 'budget.vouchers.reverse-consequence' }, { amount: yuan(reversing.fen) })}
          confirmLabel={formatMessage({ id: 'budget.vouchers.reverse' })}
          pending={reverse.isPending}
          error={reverse.error}
          onConfirm={(reason) => reverse.mutate({ id: reversing.id, version: reversing.version, reason }, { onSuccess: () => setReversing(null) })}
          onClose={() => setReversing(null)}
        />
      )}
    </Stack>
  );
}
