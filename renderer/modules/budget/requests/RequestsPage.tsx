import { Button, Stack, Text } from '@mantine/core';
import { IconLayoutKanban, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { requestFilterSchema, type RequestFilter } from '#shared/modules/budget/requests/request.schema.ts';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { requestPlace } from '../places.ts';
import { NewRequestDrawer } from './RequestDrawer.tsx';
import { useRequestColumns, useRequestFilters, type RequestSortField } from './request-list.tsx';

const NEWEST = { field: 'no', direction: 'desc' } as const;
const EXPORT = { list: 'budget.requests', query: (filter: RequestFilter, sort: SortOrder<RequestSortField>) => ({ filter, sort }) };

const source = (filter: RequestFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<RequestSortField> }) => api.budget.listRequests({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.budget.countRequests({ filter }),
    countIn: ({ count }) => count,
  });

/** Every request, whatever became of it. */
export default function RequestsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayAsk = useMay()('funding.request');
  const goTo = useGoTo();
  const columns = useRequestColumns();
  const filters = useRequestFilters();
  const all = useQuery(api.budget.countRequests({}));
  const [isNew, setNew] = useState(false);
  useLinkedFilter(requestFilterSchema);
  useDeskCommand(mayAsk && !isNew ? { id: 'record.new', title: 'budget.request.new', accelerator: 'CmdOrCtrl+N', run: () => setNew(true) } : null);
  useResumedDraft('funding-request', (id) => id === null && setNew(true));
  const search = useMemo(() => ({ label: formatMessage({ id: 'budget.request.search' }), of: (filter: RequestFilter) => filter.text, put: (filter: RequestFilter, text: string) => ({ ...filter, text: text.slice(0, 60) }) }), [formatMessage]);
  return (
    <Page
      wide
      title={formatMessage({ id: 'budget.requests' })}
      figure={all.data && formatMessage({ id: 'budget.count' }, { count: formatNumber(all.data.count) })}
      actions={
        <>
          <Button size="xs" variant="default" leftSection={<IconLayoutKanban size={16} aria-hidden />} onClick={() => goTo('/budget/board')}><FormattedMessage id="budget.board" /></Button>
          {mayAsk && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}><FormattedMessage id="budget.request.new" /></Button>}
        </>
      }
    >
      <LedgerTable
        id="budget.requests"
        label={formatMessage({ id: 'budget.requests.list' })}
        columns={columns}
        source={source}
        filterSchema={requestFilterSchema}
        filters={filters}
        search={search}
        sort={NEWEST}
        nameOf={({ no, title }) => `${no} ${title}`}
        onOpen={({ id }) => goTo(requestPlace(id))}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) || column.text(row) }))} />}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="budget.requests.empty" /></Text><Text size="sm"><FormattedMessage id="budget.requests.empty-next" /></Text></Stack>}
      />
      {isNew && <NewRequestDrawer onClosed={() => setNew(false)} />}
    </Page>
  );
}
