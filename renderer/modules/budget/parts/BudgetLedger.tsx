import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import type { LedgerAction, LedgerColumn, LedgerFilter, LedgerRecord, LedgerSource, SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import type { MessageId } from '#renderer/i18n/messages.ts';
import type { z } from 'zod';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';

type BudgetLedgerProps<Row extends LedgerRecord, F extends object, S extends string> = {
  /** Also the key of the list's export. */
  readonly list: string;
  readonly title: MessageId;
  readonly columns: readonly LedgerColumn<Row, S>[];
  readonly source: (filter: F) => LedgerSource<Row, S>;
  readonly filterSchema: z.ZodType<F>;
  readonly filters: readonly LedgerFilter<F>[];
  readonly search?: { readonly label: string; readonly of: (filter: F) => string; readonly put: (filter: F, text: string) => F };
  readonly sort: SortOrder<S>;
  readonly nameOf: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly onEdit?: (row: Row) => void;
  readonly rowActions?: readonly LedgerAction<Row>[];
  readonly actions?: ReactNode;
  /** What the look at a row shows in place of a column's own text, by the column's id. */
  readonly peekValues?: Readonly<Record<string, (row: Row) => ReactNode>>;
  readonly emptyNext: MessageId;
  readonly children?: ReactNode;
};

/** A list of the budget on a screen of its own: how many, the rows, a look at one of them, the way out as a workbook. */
export function BudgetLedger<Row extends LedgerRecord, F extends object, S extends string>({ list, title, columns, source, filterSchema, filters, search, sort, nameOf, onOpen, onEdit, rowActions, actions, peekValues, emptyNext, children }: BudgetLedgerProps<Row, F, S>) {
  const { formatMessage, formatNumber } = useIntl();
  const all = useQuery(source(filterSchema.parse({})).count);
  useLinkedFilter(filterSchema);
  return (
    <Page wide title={formatMessage({ id: title })} figure={all.data !== undefined && formatMessage({ id: 'budget.count' }, { count: formatNumber(all.data) })} actions={actions}>
      <LedgerTable
        id={list}
        label={formatMessage({ id: title })}
        columns={columns}
        source={source}
        filterSchema={filterSchema}
        filters={filters}
        {...(search && { search })}
        sort={sort}
        nameOf={nameOf}
        {...(onOpen && { onOpen })}
        {...(onEdit && { onEdit })}
        {...(rowActions && { actions: rowActions })}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: peekValues?.[column.id]?.(row) ?? (column.cell?.(row) || column.text(row)) }))} />}
        exportAs={{ list, query: (filter, order) => ({ filter, sort: order }) }}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="budget.empty" /></Text><Text size="sm"><FormattedMessage id={emptyNext} /></Text></Stack>}
      />
      {children}
    </Page>
  );
}
