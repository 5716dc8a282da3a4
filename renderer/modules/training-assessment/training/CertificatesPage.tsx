import { Stack, Text } from '@mantine/core';
import { IconBan, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { History } from '#renderer/components/history/History.tsx';
import { flagFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ledgerSource, type LedgerAction, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { PaperPreview } from '#renderer/components/paper/PaperPreview.tsx';
import { ReasonDialog } from '#renderer/components/record-form/ReasonDialog.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import { certificateFilterSchema, type CertificateFilter, type CertificateRow } from '#shared/modules/training-assessment/training/record.schema.ts';
import { memberPlace } from './places.ts';
import { useCertificatePaper } from './use-certificate-paper.ts';

type SortField = 'number' | 'memberName' | 'issuedOn';
const NEWEST = { field: 'number', direction: 'desc' } as const;
const EXPORT = { list: 'training.certificates', query: (filter: CertificateFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
type Open = { readonly act: 'print'; readonly rows: readonly CertificateRow[] } | { readonly act: 'revoke'; readonly row: CertificateRow };

function useColumns(): readonly LedgerColumn<CertificateRow, SortField>[] {
  const { formatMessage } = useIntl();
  return useMemo(() => {
    const title = (field: 'number' | 'memberId' | 'gridName' | 'classId' | 'hoursTenths' | 'issuedOn' | 'issuedBy' | 'revokedOn' | 'revokedReason') => formatMessage({ id: `training.field.${field}` });
    const day = (value: string | null) => (value === null ? '' : <DayText day={value} />);
    return [
      { id: 'number', title: title('number'), width: 140, leading: true, sort: 'number', text: (row) => row.number },
      { id: 'memberName', title: title('memberId'), width: 110, sort: 'memberName', text: (row) => row.memberName },
      { id: 'gridName', title: title('gridName'), width: 150, text: (row) => row.gridName },
      { id: 'className', title: title('classId'), width: 230, text: (row) => row.className },
      { id: 'hours', title: title('hoursTenths'), width: 80, figures: true, text: (row) => hoursText(row.hoursTenths) },
      { id: 'issuedOn', title: title('issuedOn'), width: 150, sort: 'issuedOn', text: (row) => row.issuedOn, cell: (row) => day(row.issuedOn) },
      { id: 'issuedBy', title: title('issuedBy'), width: 100, text: (row) => row.issuedBy },
      { id: 'revokedOn', title: title('revokedOn'), width: 150, text: (row) => row.revokedOn ?? '', cell: (row) => day(row.revokedOn) },
      { id: 'revokedReason', title: title('revokedReason'), width: 180, text: (row) => row.revokedReason, hiddenAtFirst: true },
    ];
  }, [formatMessage]);
}

/** The register of certificates: every number once, the revoked ones included. */
export default function CertificatesPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayRevoke = useMay()('training.approve');
  const goTo = useGoTo();
  const columns = useColumns();
  const all = useQuery(api.trainingAssessment.countCertificates({}));
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const filters = useMemo((): readonly LedgerFilter<CertificateFilter>[] => [flagFilter({ id: 'revoked', label: formatMessage({ id: 'training.certificate.revoked' }), yes: formatMessage({ id: 'common.yes' }), of: (filter: CertificateFilter) => filter.revoked, put: (filter, revoked) => ({ ...filter, revoked }) })], [formatMessage]);
  const source = useCallback((filter: CertificateFilter) => ledgerSource({ rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.trainingAssessment.listCertificates({ filter, ...window }), rowsIn: (rows) => rows, count: api.trainingAssessment.countCertificates({ filter }), countIn: ({ count }) => count }), []);
  const search = useMemo(() => ({ label: formatMessage({ id: 'training.search.certificates' }), of: (filter: CertificateFilter) => filter.text, put: (filter: CertificateFilter, text: string) => ({ ...filter, text: text.slice(0, 60) }) }), [formatMessage]);
  const actions = useMemo(
    (): readonly LedgerAction<CertificateRow>[] => [
      { id: 'print', label: formatMessage({ id: 'common.print' }), icon: <IconPrinter size={16} aria-hidden />, run: (row) => setOpen({ act: 'print', rows: [row] }), runMany: (rows) => setOpen({ act: 'print', rows }) },
      ...(mayRevoke ? [{ id: 'revoke', label: formatMessage({ id: 'training.certificate.revoke' }), icon: <IconBan size={16} aria-hidden />, danger: true, run: (row: CertificateRow) => setOpen({ act: 'revoke', row }) }] : []),
    ],
    [formatMessage, mayRevoke],
  );
  return (
    <Page wide title={formatMessage({ id: 'training.certificates' })} figure={all.data && formatMessage({ id: 'training.certificate.figure' }, { count: formatNumber(all.data.count) })}>
      <LedgerTable
        id="training.certificates"
        label={formatMessage({ id: 'training.certificate.list' })}
        columns={columns}
        source={source}
        filterSchema={certificateFilterSchema}
        filters={filters}
        search={search}
        sort={NEWEST}
        nameOf={({ number, memberName }) => `${number} ${memberName}`}
        onOpen={({ memberId }) => goTo(memberPlace(memberId))}
        peek={(row) => <Stack gap="md"><Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} /><History entity="training_certificate" id={row.id} version={row.version} /></Stack>}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="training.certificate.empty" /></Text><Text size="sm"><FormattedMessage id="training.certificate.empty-next" /></Text></Stack>}
      />
      {open?.act === 'print' && <PrintCertificates rows={open.rows} onClose={close} />}
      {open?.act === 'revoke' && <Revoke row={open.row} onClose={close} />}
    </Page>
  );
}

function PrintCertificates({ rows, onClose }: { readonly rows: readonly CertificateRow[]; readonly onClose: () => void }) {
  const paperOf = useCertificatePaper();
  return <PaperPreview paper={paperOf(rows)} onClose={onClose} />;
}

function Revoke({ row, onClose }: { readonly row: CertificateRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const revoke = useMutation(api.trainingAssessment.revokeCertificate());
  return <ReasonDialog title={formatMessage({ id: 'training.certificate.revoke-title' }, { number: row.number })} consequence={formatMessage({ id: 'training.certificate.revoke-consequence' })} confirmLabel={formatMessage({ id: 'training.certificate.revoke' })} pending={revoke.isPending} error={revoke.error} onConfirm={(reason) => revoke.mutate({ id: row.id, version: row.version, reason }, { onSuccess: onClose })} onClose={onClose} />;
}
