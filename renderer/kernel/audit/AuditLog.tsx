import { Text } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { auditFilterSchema } from '#shared/kernel/audit/audit.contract.ts';
import { ownFilterSchema, ownLog, wholeLog, type AuditFilter, type AuditRow } from './audit-list.ts';
import { AuditPeek } from './AuditPeek.tsx';
import { useAuditColumns } from './use-audit-columns.tsx';
import { useAuditFilters } from './use-audit-filters.tsx';

const newestFirst = { field: 'seq', direction: 'desc' } as const;
const noFilters: readonly never[] = [];
const EXPORT = { list: 'system.audit', query: (filter: AuditFilter) => ({ filter }) };
const peek = (row: AuditRow) => <AuditPeek entry={row} />;
const nameOf = (row: AuditRow): string => String(row.seq);
const empty = <Text size="sm" c="dimmed"><FormattedMessage id="audit.empty" /></Text>;

/** Every entry, for who may read the whole log. */
export function WholeLog() {
  const { formatMessage } = useIntl();
  const columns = useAuditColumns();
  const filters = useAuditFilters();
  return (
    <LedgerTable id="system.audit" label={formatMessage({ id: 'audit.log' })} columns={columns} source={wholeLog} filterSchema={auditFilterSchema} filters={filters} sort={newestFirst} nameOf={nameOf} peek={peek} exportAs={EXPORT} empty={empty} />
  );
}

/** What the signed-in person did; everybody may look at that. */
export function OwnLog() {
  const { formatMessage } = useIntl();
  const columns = useAuditColumns();
  return (
    <LedgerTable id="system.audit.own" label={formatMessage({ id: 'audit.own' })} columns={columns} source={ownLog} filterSchema={ownFilterSchema} filters={noFilters} sort={newestFirst} nameOf={nameOf} peek={peek} empty={empty} />
  );
}
