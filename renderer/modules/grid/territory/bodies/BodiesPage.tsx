import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ledgerSource, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { usePasteImport } from '#renderer/kernel/imports/use-paste-import.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { bodyFilterSchema, type Body, type BodyFilter } from '#shared/modules/grid/territory/bodies/body.schema.ts';
import { bodyPlace } from '../../places.ts';
import { useEditAction } from '../../register/use-row-actions.tsx';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { EditBodyDrawer, NewBodyDrawer } from './BodyDrawer.tsx';
import { BodyFacts } from './BodyFacts.tsx';
import { useBodyColumns, useBodyFilters, type BodySort } from './body-list.ts';

const BY_NAME = { field: 'name', direction: 'asc' } as const;
const EXPORT = { list: 'grid.bodies', query: (filter: BodyFilter, sort: SortOrder<BodySort>) => ({ filter, sort }) };

const source = (filter: BodyFilter) =>
  ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<BodySort> }) => api.grid.listBodies({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.grid.countBodies({ filter }),
    countIn: ({ count }) => count,
  });

/** Departments, economic and social organisations that work with the grids. */
export default function BodiesPage() {
  usePasteImport('companies');
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('bodies.edit');
  const goTo = useGoTo();
  const columns = useBodyColumns();
  const filters = useBodyFilters();
  const all = useQuery(api.grid.countBodies({}));
  const [open, setOpen] = useState<'new' | Body | null>(null);
  const edit = useCallback((body: Body) => setOpen(body), []);
  const actions = useEditAction(mayEdit, edit);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'bodies.new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  useLinkedFilter(bodyFilterSchema);
  const search = useMemo(() => ({ label: formatMessage({ id: 'bodies.search' }), of: (filter: BodyFilter) => filter.text, put: (filter: BodyFilter, text: string) => ({ ...filter, text: text.slice(0, 60) }) }), [formatMessage]);
  const close = () => setOpen(null);
  return (
    <Page
      wide
      title={formatMessage({ id: 'bodies.title' })}
      figure={all.data && formatMessage({ id: 'bodies.count' }, { count: formatNumber(all.data.count) })}
      actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="bodies.new" /></Button>}
    >
      <LedgerTable
        id="grid.bodies"
        label={formatMessage({ id: 'bodies.list' })}
        columns={columns}
        source={source}
        filterSchema={bodyFilterSchema}
        filters={filters}
        search={search}
        sort={BY_NAME}
        nameOf={({ name }) => name}
        onOpen={({ id }) => goTo(bodyPlace(id))}
        {...(mayEdit && { onEdit: edit })}
        peek={(body) => <BodyFacts body={body} />}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="bodies.empty" /></Text><Text size="sm"><FormattedMessage id="bodies.empty-next" /></Text></Stack>}
      />
      {open === 'new' && <NewBodyDrawer onClosed={close} />}
      {open !== null && open !== 'new' && <EditBodyDrawer key={open.id} body={open} onClosed={close} />}
    </Page>
  );
}
