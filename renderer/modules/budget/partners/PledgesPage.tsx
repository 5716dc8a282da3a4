import { Button, Select, TextInput } from '@mantine/core';
import { IconArrowRight, IconPencil, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { InstantText } from '#renderer/components/time/InstantText.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { mayMoveOn, pledgeFilterSchema, pledgeStages, type PledgeFilter, type PledgeRow, type PledgeStage } from '#shared/modules/budget/partners/partner.schema.ts';
import { BudgetLedger } from '../parts/BudgetLedger.tsx';
import { listFilter } from '../parts/filters.tsx';
import { MoneyInput } from '../parts/MoneyInput.tsx';
import { useChoices, useWordsOf } from '../parts/use-words-of.ts';
import { useYuan } from '../parts/yuan.ts';
import { ActDialog } from '../requests/acts/ActDialog.tsx';
import { EditPledgeDrawer, NewPledgeDrawer } from './PartnerDrawer.tsx';

type SortField = 'nextOn' | 'partnerName' | 'fen';
type Open = 'new' | { readonly act: 'edit' | 'move'; readonly pledge: PledgeRow };
const BY_NEXT = { field: 'nextOn', direction: 'asc' } as const;

const source = (filter: PledgeFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.budget.listPledges({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.budget.countPledges({ filter }),
    countIn: ({ count }) => count,
  });

/** Every promise on its way: contact, talk, pledge, agreement, received, used, thanked. */
export default function PledgesPage() {
  const { formatMessage } = useIntl();
  const mayManage = useMay()('budget.manage');
  const word = useWordsOf();
  const yuan = useYuan();
  const stages = useChoices('stage', pledgeStages);
  const [open, setOpen] = useState<Open | null>(null);
  const columns = useMemo((): readonly LedgerColumn<PledgeRow, SortField>[] => {
    const title = (field: string) => formatMessage({ id: messageId(`budget.field.${field}`) });
    return [
      { id: 'partnerName', title: title('partnerName'), width: 150, leading: true, sort: 'partnerName', text: (row) => row.partnerName },
      { id: 'what', title: title('pledgeWhat'), width: 105, text: (row) => row.what },
      { id: 'stage', title: title('stage'), width: 75, text: (row) => word('stage', row.stage) },
      { id: 'since', title: title('since'), width: 110, text: (row) => row.since, cell: (row) => <InstantText at={row.since} /> },
      { id: 'amount', title: title('amount'), width: 100, figures: true, sort: 'fen', text: (row) => yuan(row.fen) },
      { id: 'received', title: title('received'), width: 100, figures: true, text: (row) => yuan(row.receivedFen) },
      { id: 'sourceName', title: title('sourceName'), width: 120, text: (row) => row.sourceName },
      { id: 'nextOn', title: title('nextOn'), width: 105, sort: 'nextOn', text: (row) => row.nextOn ?? '', cell: (row) => row.nextOn !== null && <DayText day={row.nextOn} /> },
      { id: 'agreementNo', title: title('agreementNo'), width: 120, text: (row) => row.agreementNo, hiddenAtFirst: true },
      { id: 'note', title: title('note'), width: 120, text: (row) => row.note },
    ];
  }, [formatMessage, word, yuan]);
  const filters = useMemo(
    (): readonly LedgerFilter<PledgeFilter>[] => [
      listFilter({ id: 'stage', label: formatMessage({ id: 'budget.field.stage' }), options: stages, of: (filter: PledgeFilter) => filter.stages, put: (filter, next) => ({ ...filter, stages: next }) }),
      { id: 'due', label: formatMessage({ id: 'budget.filter.due' }), describe: ({ dueUntil }) => (dueUntil === null ? null : formatMessage({ id: 'budget.filter.due-until' }, { day: dueUntil })), without: (filter) => ({ ...filter, dueUntil: null }), editor: (filter, change) => <DayInput label={formatMessage({ id: 'budget.filter.due' })} value={filter.dueUntil} data-autofocus popoverProps={{ withinPortal: false }} onChange={(dueUntil) => change({ ...filter, dueUntil })} /> },
      { id: 'partner', label: formatMessage({ id: 'budget.field.partnerId' }), describe: ({ partnerId }) => (partnerId === null ? null : formatMessage({ id: 'budget.filter.partner' })), without: (filter) => ({ ...filter, partnerId: null }), editor: () => <>{formatMessage({ id: 'budget.filter.line-note' })}</> },
    ],
    [formatMessage, stages],
  );
  const rowActions = useMemo(
    () =>
      mayManage
        ? [
            { id: 'move', label: formatMessage({ id: 'budget.pledge.move' }), icon: <IconArrowRight size={16} aria-hidden />, run: (row: PledgeRow) => setOpen({ act: 'move', pledge: row }) },
            { id: 'edit', label: formatMessage({ id: 'common.edit' }), icon: <IconPencil size={16} aria-hidden />, run: (row: PledgeRow) => setOpen({ act: 'edit', pledge: row }) },
          ]
        : [],
    [formatMessage, mayManage],
  );
  const close = () => setOpen(null);
  return (
    <BudgetLedger
      list="budget.pledges" title="budget.pledges" columns={columns} source={source} filterSchema={pledgeFilterSchema} filters={filters} sort={BY_NEXT} nameOf={({ partnerName, what }) => `${partnerName} ${what}`} onOpen={(row) => mayManage && setOpen({ act: 'move', pledge: row })} onEdit={(row) => mayManage && setOpen({ act: 'edit', pledge: row })} rowActions={rowActions} emptyNext="budget.pledges.empty-next"
      actions={mayManage && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="budget.pledge.new" /></Button>}
    >
      {open === 'new' && <NewPledgeDrawer partnerId={null} onClosed={close} />}
      {open !== null && open !== 'new' && open.act === 'edit' && <EditPledgeDrawer key={open.pledge.id} pledge={open.pledge} onClosed={close} />}
      {open !== null && open !== 'new' && open.act === 'move' && <MoveDialog pledge={open.pledge} onClose={close} />}
    </BudgetLedger>
  );
}

function MoveDialog({ pledge, onClose }: { readonly pledge: PledgeRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const word = useWordsOf();
  const possible = pledgeStages.filter((stage) => mayMoveOn(pledge.stage, stage));
  const [to, setTo] = useState<PledgeStage | null>(possible[0] ?? null);
  const [on, setOn] = useState<string | null>(localToday());
  const [fen, setFen] = useState<number | null>(pledge.fen > 0 ? pledge.fen : null);
  const [note, setNote] = useState('');
  const isReceipt = to === 'received';
  return (
    <ActDialog
      title={`${pledge.partnerName} · ${pledge.what}`}
      consequence={possible.length === 0 ? formatMessage({ id: 'budget.pledge.at-end' }) : formatMessage({ id: isReceipt ? 'budget.pledge.received-consequence' : 'budget.pledge.move-consequence' }, { from: word('stage', pledge.stage), source: pledge.sourceName })}
      confirm={formatMessage({ id: 'budget.pledge.move' })}
      save={api.budget.movePledge()}
      input={() => (to === null || on === null || (isReceipt && (fen === null || fen <= 0)) ? null : { id: pledge.id, version: pledge.version, to, on, fen: isReceipt ? fen : null, note: note.trim() })}
      onClose={onClose}
    >
      <Select label={formatMessage({ id: 'budget.field.stage' })} allowDeselect={false} data={possible.map((value) => ({ value, label: word('stage', value) }))} value={to} onChange={(value) => setTo(possible.find((stage) => stage === value) ?? null)} comboboxProps={{ transitionProps: { duration: 0 } }} />
      {isReceipt && <MoneyInput label={formatMessage({ id: 'budget.field.amountFen' })} required defaultFen={fen} onFen={setFen} />}
      <DayInput label={formatMessage({ id: 'budget.field.on' })} required value={on} onChange={setOn} />
      <TextInput label={formatMessage({ id: 'budget.field.note' })} maxLength={200} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </ActDialog>
  );
}
