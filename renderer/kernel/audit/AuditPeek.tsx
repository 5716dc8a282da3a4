import { Stack, Text } from '@mantine/core';
import { useIntl } from 'react-intl';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import type { AuditRow } from './audit-list.ts';
import { useAuditWords } from './use-audit-words.ts';

/** One entry in full. Sensitive values were masked before they were recorded. */
export function AuditPeek({ entry }: { readonly entry: AuditRow }) {
  const { formatMessage, formatDate, formatNumber } = useIntl();
  const words = useAuditWords();
  const facts = [
    { id: 'seq', label: formatMessage({ id: 'audit.column.seq' }), value: formatNumber(entry.seq, { useGrouping: false }) },
    { id: 'at', label: formatMessage({ id: 'audit.column.at' }), value: formatDate(entry.at, { dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' }) },
    { id: 'actor', label: formatMessage({ id: 'audit.column.actor' }), value: entry.actorName },
    { id: 'result', label: formatMessage({ id: 'audit.column.result' }), value: formatMessage({ id: `audit.result.${entry.result}` }) },
    { id: 'entity', label: formatMessage({ id: 'audit.column.entity' }), value: words.entity(entry.entity) },
    { id: 'entityId', label: formatMessage({ id: 'audit.column.entity-id' }), value: entry.entityId },
  ];
  const details = Object.entries(entry.detail).map(([name, given]) => ({ id: `detail.${name}`, label: words.field(name), value: words.value(name, given) }));
  return (
    <Stack gap="sm">
      <Text fw={600}>{words.action(entry.action)}</Text>
      <Facts facts={facts} />
      {details.length > 0 && <Facts facts={details} />}
    </Stack>
  );
}
