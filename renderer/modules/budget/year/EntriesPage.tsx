import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { entryKinds } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { entryFilterSchema, type EntryFilter, type EntryRow } from '#shared/modules/budget/year/year.schema.ts';
import { BudgetLedger } from '../parts/BudgetLedger.tsx';
import { listFilter, yearFilter } from '../parts/filters.tsx';
import { useSourceChoices } from '../parts/use-budget-options.ts';
import { useChoices, useWordsOf } from '../parts/use-words-of.ts';
import { useYuan } from '../parts/yuan.ts';
import { requestPlace } from '../places.ts';

const NEWEST = { field: 'postedOn', direction: 'desc' } as const;

const source = (filter: EntryFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<'postedOn'> }) => api.budget.listEntries({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.budget.countEntries({ filter }),
    countIn: ({ count }) => count,
  });

/** The book itself: every movement from one account to another, never changed and never removed. */
export default function EntriesPage() {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const word = useWordsOf();
  const yuan = useYuan();
  const kinds = useChoices('entry-kind', entryKinds);
  const sources = useSourceChoices();
  const columns = useMemo((): readonly LedgerColumn<EntryRow, 'postedOn'>[] => {
    const title = (field: string) => formatMessage({ id: messageId(`budget.field.${field}`) });
    return [
      { id: 'postedOn', title: title('postedOn'), width: 130, leading: true, sort: 'postedOn', text: (row) => row.postedOn, cell: (row) => <DayText day={row.postedOn} /> },
      { id: 'kind', title: title('entryKind'), width: 85, text: (row) => word('entry-kind', row.kind) },
      { id: 'amount', title: title('amount'), width: 105, figures: true, text: (row) => yuan(row.fen) },
      { id: 'fromAccount', title: title('fromAccount'), width: 85, text: (row) => word('account', row.fromAccount) },
      { id: 'toAccount', title: title('toAccount'), width: 85, text: (row) => word('account', row.toAccount) },
      { id: 'lineName', title: title('lineName'), width: 130, text: (row) => row.lineName },
      { id: 'sourceName', title: title('sourceName'), width: 145, text: (row) => row.sourceName },
      { id: 'requestNo', title: title('requestNo'), width: 95, text: (row) => row.requestNo },
      { id: 'memo', title: title('memo'), width: 200, text: (row) => row.memo },
      { id: 'by', title: title('by'), width: 100, text: (row) => row.by },
      { id: 'createdAt', title: title('createdAt'), width: 120, text: (row) => row.createdAt, cell: (row) => <InstantText at={row.createdAt} />, hiddenAtFirst: true },
    ];
  }, [formatMessage, word, yuan]);
  const filters = useMemo((): readonly LedgerFilter<EntryFilter>[] => {
    const only = (id: 'lineId' | 'requestId', label: string): LedgerFilter<EntryFilter> => ({ id, label, describe: (filter) => (filter[id] === null ? null : label), without: (filter) => ({ ...filter, [id]: null }), editor: () => <>{formatMessage({ id: 'budget.filter.line-note' })}</> });
    return [
      yearFilter({ label: formatMessage({ id: 'budget.field.year' }), of: (filter: EntryFilter) => filter.year, put: (filter, year) => ({ ...filter, year }) }),
      listFilter({ id: 'kind', label: formatMessage({ id: 'budget.field.entryKind' }), options: kinds, of: (filter: EntryFilter) => filter.kinds, put: (filter, next) => ({ ...filter, kinds: next }) }),
      listFilter({ id: 'source', label: formatMessage({ id: 'budget.field.sourceName' }), options: sources, of: (filter: EntryFilter) => (filter.sourceId === null ? [] : [filter.sourceId]), put: (filter, next) => ({ ...filter, sourceId: next.at(-1) ?? null }) }),
      only('lineId', formatMessage({ id: 'budget.filter.line' })),
      only('requestId', formatMessage({ id: 'budget.filter.request' })),
    ];
  }, [formatMessage, kinds, sources]);
  return <BudgetLedger list="budget.entries" title="budget.entries" columns={columns} source={source} filterSchema={entryFilterSchema} filters={filters} sort={NEWEST} nameOf={({ postedOn, memo }) => `${postedOn} ${memo}`} onOpen={({ requestId }) => requestId !== null && goTo(requestPlace(requestId))} emptyNext="budget.entries.empty-next" />;
}
