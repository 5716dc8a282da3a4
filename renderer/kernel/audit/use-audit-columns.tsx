import { Group } from '@mantine/core';
import { IconBan, IconCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { LedgerColumn } from '#renderer/components/ledger/ledger-list.ts';
import type { AuditRow } from './audit-list.ts';
import { useAuditWords } from './use-audit-words.ts';

/** The columns of the log: when, who, what, about what, with which result. */
export function useAuditColumns(): readonly LedgerColumn<AuditRow, 'seq'>[] {
  const { formatMessage, formatDate, formatNumber } = useIntl();
  const words = useAuditWords();
  return useMemo(() => {
    const result = (row: AuditRow) => formatMessage({ id: `audit.result.${row.result}` });
    return [
      { id: 'seq', title: formatMessage({ id: 'audit.column.seq' }), width: 90, figures: true, text: (row) => formatNumber(row.seq, { useGrouping: false }) },
      { id: 'at', title: formatMessage({ id: 'audit.column.at' }), width: 220, leading: true, text: (row) => formatDate(row.at, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' }) },
      { id: 'actorName', title: formatMessage({ id: 'audit.column.actor' }), width: 120, text: (row) => row.actorName },
      { id: 'action', title: formatMessage({ id: 'audit.column.action' }), width: 180, text: (row) => words.action(row.action) },
      { id: 'entity', title: formatMessage({ id: 'audit.column.entity' }), width: 110, text: (row) => words.entity(row.entity) },
      {
        id: 'result',
        title: formatMessage({ id: 'audit.column.result' }),
        width: 100,
        text: result,
        cell: (row) => (
          <Group gap={4} wrap="nowrap">
            {row.result === 'done' ? <IconCheck size={14} aria-hidden /> : <IconBan size={14} aria-hidden />}
            {result(row)}
          </Group>
        ),
      },
      { id: 'detail', title: formatMessage({ id: 'audit.column.detail' }), width: 320, text: words.detail },
    ];
  }, [formatMessage, formatDate, formatNumber, words]);
}
