import { Button } from '@mantine/core';
import { IconListDetails, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { filterSearch } from '#renderer/components/ledger/use-ledger-place.ts';
import { RevealableValue } from '#renderer/components/reveal/RevealableValue.tsx';
import { messageId } from '#renderer/i18n/messages.ts';
import { partnerFilterSchema, partnerKinds, pledgeFilterSchema, type PartnerFilter, type PartnerRow } from '#shared/modules/budget/partners/partner.schema.ts';
import { BudgetLedger } from '../parts/BudgetLedger.tsx';
import { listFilter } from '../parts/filters.tsx';
import { useChoices, useWordsOf } from '../parts/use-words-of.ts';
import { useYuan } from '../parts/yuan.ts';
import { EditPartnerDrawer, NewPartnerDrawer } from './PartnerDrawer.tsx';

type SortField = 'name' | 'kind';
type Open = 'new' | { readonly act: 'edit' | 'remove'; readonly partner: PartnerRow };
const BY_NAME = { field: 'name', direction: 'asc' } as const;

const source = (filter: PartnerFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.budget.listPartners({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.budget.countPartners({ filter }),
    countIn: ({ count }) => count,
  });
const pledgesOf = (partnerId: string): string => `/budget/pledges?f=${encodeURIComponent(JSON.stringify(filterSearch(pledgeFilterSchema, { partnerId }).f ?? {}))}`;

/** Firms, social organisations and people who give. */
export default function PartnersPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayManage = useMay()('budget.manage');
  const goTo = useGoTo();
  const word = useWordsOf();
  const yuan = useYuan();
  const kinds = useChoices('partner-kind', partnerKinds);
  const [open, setOpen] = useState<Open | null>(null);
  useDeskCommand(mayManage && open === null ? { id: 'record.new', title: 'budget.partner.new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  const columns = useMemo((): readonly LedgerColumn<PartnerRow, SortField>[] => {
    const title = (field: string) => formatMessage({ id: messageId(`budget.field.${field}`) });
    return [
      { id: 'name', title: title('name'), width: 150, leading: true, sort: 'name', text: (row) => row.name },
      { id: 'kind', title: title('partnerKind'), width: 110, sort: 'kind', text: (row) => word('partner-kind', row.kind) },
      { id: 'contact', title: title('contact'), width: 85, text: (row) => row.contact },
      { id: 'contactPhone', title: title('contactPhone'), width: 105, text: (row) => row.contactPhoneMasked },
      { id: 'openPledges', title: title('openPledges'), width: 70, figures: true, text: (row) => formatNumber(row.openPledges) },
      { id: 'promised', title: title('promised'), width: 100, figures: true, text: (row) => yuan(row.promisedFen) },
      { id: 'received', title: title('received'), width: 100, figures: true, text: (row) => yuan(row.receivedFen) },
      { id: 'note', title: title('note'), width: 130, text: (row) => row.note },
    ];
  }, [formatMessage, formatNumber, word, yuan]);
  const filters = useMemo((): readonly LedgerFilter<PartnerFilter>[] => [listFilter({ id: 'kind', label: formatMessage({ id: 'budget.field.partnerKind' }), options: kinds, of: (filter: PartnerFilter) => filter.kinds, put: (filter, next) => ({ ...filter, kinds: next }) })], [formatMessage, kinds]);
  const search = useMemo(() => ({ label: formatMessage({ id: 'budget.partners.search' }), of: (filter: PartnerFilter) => filter.text, put: (filter: PartnerFilter, text: string) => ({ ...filter, text: text.slice(0, 60) }) }), [formatMessage]);
  const rowActions = useMemo(
    () => [
      { id: 'pledges', label: formatMessage({ id: 'budget.pledges' }), icon: <IconListDetails size={16} aria-hidden />, run: (row: PartnerRow) => goTo(pledgesOf(row.id)) },
      ...(mayManage
        ? [
            { id: 'edit', label: formatMessage({ id: 'common.edit' }), icon: <IconPencil size={16} aria-hidden />, run: (row: PartnerRow) => setOpen({ act: 'edit', partner: row }) },
            { id: 'remove', label: formatMessage({ id: 'budget.partner.remove' }), icon: <IconTrash size={16} aria-hidden />, danger: true, run: (row: PartnerRow) => setOpen({ act: 'remove', partner: row }) },
          ]
        : []),
    ],
    [formatMessage, goTo, mayManage],
  );
  const peekValues = useMemo(() => ({ contactPhone: (row: PartnerRow) => <RevealableValue key={row.id} value={{ table: 'funding_partner', id: row.id, field: 'phone' }} permission="budget.manage" label={formatMessage({ id: 'budget.field.contactPhone' })} masked={row.contactPhoneMasked} /> }), [formatMessage]);
  const close = () => setOpen(null);
  return (
    <BudgetLedger
      list="budget.partners" title="budget.partners" columns={columns} source={source} filterSchema={partnerFilterSchema} filters={filters} search={search} sort={BY_NAME} nameOf={({ name }) => name} onOpen={(row) => goTo(pledgesOf(row.id))} onEdit={(row) => mayManage && setOpen({ act: 'edit', partner: row })} rowActions={rowActions} peekValues={peekValues} emptyNext="budget.partners.empty-next"
      actions={mayManage && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="budget.partner.new" /></Button>}
    >
      {open === 'new' && <NewPartnerDrawer onClosed={close} />}
      {open !== null && open !== 'new' && open.act === 'edit' && <EditPartnerDrawer key={open.partner.id} partner={open.partner} onClosed={close} />}
      {open !== null && open !== 'new' && open.act === 'remove' && <RemovePartner partner={open.partner} onClose={close} />}
    </BudgetLedger>
  );
}

function RemovePartner({ partner, onClose }: { readonly partner: PartnerRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const remove = useMutation(api.budget.removePartner());
  return (
    <ConfirmDialog opened onClose={onClose} danger title={formatMessage({ id: 'budget.partner.remove-title' }, { name: partner.name })} consequence={<><ErrorNote error={remove.error} />{formatMessage({ id: 'budget.partner.remove-consequence' })}</>} confirmLabel={formatMessage({ id: 'budget.partner.remove' })} pending={remove.isPending} onConfirm={() => remove.mutate({ id: partner.id, version: partner.version }, { onSuccess: onClose })} />
  );
}
