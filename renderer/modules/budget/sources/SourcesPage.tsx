import { Button } from '@mantine/core';
import { IconArrowDownLeft, IconPencil, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { sourceFilterSchema, sourceForms, sourceKinds, type SourceFilter, type SourceRow } from '#shared/modules/budget/sources/source.schema.ts';
import { BudgetLedger } from '../parts/BudgetLedger.tsx';
import { flagFilter, listFilter } from '../parts/filters.tsx';
import { taskPlace } from '../places.ts';
import { useChoices, useWordsOf } from '../parts/use-words-of.ts';
import { useYuan } from '../parts/yuan.ts';
import { TaskMoney } from './TaskMoney.tsx';
import { ReceiptDialog } from './ReceiptDialog.tsx';
import { EditSourceDrawer, NewSourceDrawer } from './SourceDrawer.tsx';

type SortField = 'name' | 'kind';
type Open = 'new' | { readonly act: 'edit' | 'receipt'; readonly source: SourceRow };
const BY_NAME = { field: 'name', direction: 'asc' } as const;

const source = (filter: SourceFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.budget.listSources({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.budget.countSources({ filter }),
    countIn: ({ count }) => count,
  });

/** Where money comes from, with the rules of each source and what lies in its account. */
export default function SourcesPage() {
  const { formatMessage } = useIntl();
  const mayManage = useMay()('budget.manage');
  const word = useWordsOf();
  const yuan = useYuan();
  const kinds = useChoices('source-kind', sourceKinds);
  const forms = useChoices('form', sourceForms);
  const [open, setOpen] = useState<Open | null>(null);
  useDeskCommand(mayManage && open === null ? { id: 'record.new', title: 'budget.source.new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  const columns = useMemo((): readonly LedgerColumn<SourceRow, SortField>[] => {
    const title = (field: string) => formatMessage({ id: messageId(`budget.field.${field}`) });
    return [
      { id: 'name', title: title('name'), width: 170, leading: true, sort: 'name', text: (row) => row.name },
      { id: 'kind', title: title('sourceKind'), width: 155, sort: 'kind', text: (row) => word('source-kind', row.kind) },
      { id: 'form', title: title('form'), width: 60, text: (row) => word('form', row.form) },
      { id: 'received', title: title('received'), width: 112, figures: true, text: (row) => yuan(row.receivedFen) },
      { id: 'store', title: title('store'), width: 112, figures: true, text: (row) => yuan(row.storeFen) },
      { id: 'out', title: title('out'), width: 118, figures: true, text: (row) => yuan(row.outFen) },
      { id: 'used', title: title('used'), width: 112, figures: true, text: (row) => yuan(row.usedFen) },
      { id: 'taskName', title: title('taskName'), width: 150, text: (row) => row.taskName, cell: (row) => (row.task ? <PlaceLink to={taskPlace(row.task.id)} inherit>{row.taskName}</PlaceLink> : row.taskName) },
      { id: 'taskMoney', title: title('taskMoney'), width: 330, text: (row) => (row.task ? formatMessage({ id: 'budget.source.task-money' }, { promised: yuan(row.task.promisedFen), received: yuan(row.task.receivedFen), due: row.task.dueOn ?? '—' }) : ''), cell: (row) => row.task && <TaskMoney task={row.task} /> },
      { id: 'giver', title: title('giver'), width: 150, text: (row) => row.giver },
      { id: 'ruleText', title: title('ruleText'), width: 220, text: (row) => row.ruleText },
      { id: 'bankAccount', title: title('bankAccount'), width: 200, text: (row) => row.bankAccount, hiddenAtFirst: true },
      { id: 'note', title: title('note'), width: 160, text: (row) => row.note, hiddenAtFirst: true },
    ];
  }, [formatMessage, word, yuan]);
  const filters = useMemo(
    (): readonly LedgerFilter<SourceFilter>[] => [
      listFilter({ id: 'kind', label: formatMessage({ id: 'budget.field.sourceKind' }), options: kinds, of: (filter: SourceFilter) => filter.kinds, put: (filter, next) => ({ ...filter, kinds: next }) }),
      listFilter({ id: 'form', label: formatMessage({ id: 'budget.field.form' }), options: forms, of: (filter: SourceFilter) => filter.forms, put: (filter, next) => ({ ...filter, forms: next }) }),
      flagFilter({ id: 'ended', label: formatMessage({ id: 'budget.filter.ended' }), yes: formatMessage({ id: 'budget.filter.ended' }), of: (filter: SourceFilter) => filter.ended, put: (filter, ended) => ({ ...filter, ended }) }),
      { id: 'taskId', label: formatMessage({ id: 'budget.field.taskId' }), describe: ({ taskId }) => (taskId === null ? null : formatMessage({ id: 'budget.field.taskId' })), without: (filter) => ({ ...filter, taskId: null }), editor: () => <>{formatMessage({ id: 'budget.filter.task-note' })}</> },
    ],
    [formatMessage, kinds, forms],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'budget.sources.search' }), of: (filter: SourceFilter) => filter.text, put: (filter: SourceFilter, text: string) => ({ ...filter, text: text.slice(0, 60) }) }), [formatMessage]);
  const rowActions = useMemo(
    () =>
      mayManage
        ? [
            { id: 'receipt', label: formatMessage({ id: 'budget.source.receipt' }), icon: <IconArrowDownLeft size={16} aria-hidden />, run: (row: SourceRow) => setOpen({ act: 'receipt', source: row }) },
            { id: 'edit', label: formatMessage({ id: 'common.edit' }), icon: <IconPencil size={16} aria-hidden />, run: (row: SourceRow) => setOpen({ act: 'edit', source: row }) },
          ]
        : [],
    [formatMessage, mayManage],
  );
  const edit = (row: SourceRow) => mayManage && setOpen({ act: 'edit', source: row });
  const close = () => setOpen(null);
  return (
    <BudgetLedger
      list="budget.sources" title="budget.sources" columns={columns} source={source} filterSchema={sourceFilterSchema} filters={filters} search={search} sort={BY_NAME} nameOf={({ name }) => name} onOpen={edit} onEdit={edit} rowActions={rowActions} emptyNext="budget.sources.empty-next"
      actions={mayManage && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="budget.source.new" /></Button>}
    >
      {open === 'new' && <NewSourceDrawer onClosed={close} />}
      {open !== null && open !== 'new' && open.act === 'edit' && <EditSourceDrawer key={open.source.id} source={open.source} onClosed={close} />}
      {open !== null && open !== 'new' && open.act === 'receipt' && <ReceiptDialog source={open.source} onClose={close} />}
    </BudgetLedger>
  );
}
