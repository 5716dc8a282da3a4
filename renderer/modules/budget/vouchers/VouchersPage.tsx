import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { voucherFilterSchema, voucherKinds, type VoucherFilter } from '#shared/modules/budget/vouchers/voucher.schema.ts';
import type { VoucherRow } from '#shared/modules/budget/vouchers/vouchers.contract.ts';
import { BudgetLedger } from '../parts/BudgetLedger.tsx';
import { flagFilter, listFilter, yearFilter } from '../parts/filters.tsx';
import { useChoices, useWordsOf } from '../parts/use-words-of.ts';
import { useYuan } from '../parts/yuan.ts';
import { requestPlace } from '../places.ts';

type SortField = 'issuedOn' | 'fen';
const NEWEST = { field: 'issuedOn', direction: 'desc' } as const;

const source = (filter: VoucherFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.budget.listVouchers({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.budget.countVouchers({ filter }),
    countIn: ({ count }) => count,
  });

/** Everything that proves spending. */
export default function VouchersPage() {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const word = useWordsOf();
  const yuan = useYuan();
  const kinds = useChoices('voucher-kind', voucherKinds);
  const columns = useMemo((): readonly LedgerColumn<VoucherRow, SortField>[] => {
    const title = (field: string) => formatMessage({ id: messageId(`budget.field.${field}`) });
    return [
      { id: 'issuedOn', title: title('issuedOn'), width: 115, sort: 'issuedOn', text: (row) => row.issuedOn, cell: (row) => <DayText day={row.issuedOn} /> },
      { id: 'voucherNo', title: title('voucherNo'), width: 115, leading: true, text: (row) => row.voucherNo },
      { id: 'kind', title: title('voucherKind'), width: 85, text: (row) => word('voucher-kind', row.kind) },
      { id: 'payee', title: title('payee'), width: 120, text: (row) => row.payee },
      { id: 'amount', title: title('amount'), width: 95, figures: true, sort: 'fen', text: (row) => yuan(row.kind === 'refund' ? -row.fen : row.fen) },
      { id: 'onHand', title: title('onHand'), width: 110, figures: true, text: (row) => yuan(row.onHandFen) },
      { id: 'requestNo', title: title('requestNo'), width: 95, text: (row) => row.requestNo },
      { id: 'requestTitle', title: title('title'), width: 120, text: (row) => row.requestTitle },
      { id: 'by', title: title('by'), width: 80, text: (row) => row.by },
      { id: 'note', title: title('note'), width: 160, text: (row) => row.note, hiddenAtFirst: true },
      { id: 'reversedAt', title: title('reversedAt'), width: 120, text: (row) => row.reversedAt ?? '', cell: (row) => row.reversedAt !== null && <InstantText at={row.reversedAt} /> },
      { id: 'reversalReason', title: title('reversalReason'), width: 160, text: (row) => row.reversalReason, hiddenAtFirst: true },
    ];
  }, [formatMessage, word, yuan]);
  const filters = useMemo(
    (): readonly LedgerFilter<VoucherFilter>[] => [
      yearFilter({ label: formatMessage({ id: 'budget.field.year' }), of: (filter: VoucherFilter) => filter.year, put: (filter, year) => ({ ...filter, year }) }),
      listFilter({ id: 'kind', label: formatMessage({ id: 'budget.field.voucherKind' }), options: kinds, of: (filter: VoucherFilter) => filter.kinds, put: (filter, next) => ({ ...filter, kinds: next }) }),
      flagFilter({ id: 'reversed', label: formatMessage({ id: 'budget.filter.reversed' }), yes: formatMessage({ id: 'budget.filter.reversed' }), of: (filter: VoucherFilter) => filter.reversed, put: (filter, reversed) => ({ ...filter, reversed }) }),
    ],
    [formatMessage, kinds],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'budget.vouchers.search' }), of: (filter: VoucherFilter) => filter.text, put: (filter: VoucherFilter, text: string) => ({ ...filter, text: text.slice(0, 60) }) }), [formatMessage]);
  return <BudgetLedger list="budget.vouchers" title="budget.vouchers" columns={columns} source={source} filterSchema={voucherFilterSchema} filters={filters} search={search} sort={NEWEST} nameOf={({ voucherNo }) => voucherNo} onOpen={({ requestId }) => goTo(requestPlace(requestId))} emptyNext="budget.vouchers.empty-next" />;
}
