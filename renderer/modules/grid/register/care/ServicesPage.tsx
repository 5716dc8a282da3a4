import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { serviceFilterSchema, type ServiceFilter, type ServiceRow } from '#shared/modules/grid/register/care/care.schema.ts';
import { listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useEditAction } from '../use-row-actions.tsx';
import { EditServiceDrawer, NewServiceDrawer } from './ServiceDrawer.tsx';

type SortField = 'servedOn' | 'kind';
const NEWEST = { field: 'servedOn', direction: 'desc' } as const;
const NOBODY: readonly never[] = [];
const EXPORT = { list: 'grid.services', query: (filter: ServiceFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };

function useColumns(): readonly LedgerColumn<ServiceRow, SortField>[] {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('service-kind');
  return useMemo(() => {
    const title = (field: 'servedOn' | 'kind' | 'personNames' | 'staff' | 'place' | 'content' | 'followUp') => formatMessage({ id: `services.field.${field}` });
    return [
      { id: 'servedOn', title: title('servedOn'), width: 120, leading: true, sort: 'servedOn', text: (row) => row.servedOn, cell: (row) => <DayText day={row.servedOn} /> },
      { id: 'kind', title: title('kind'), width: 110, sort: 'kind', text: (row) => labelOf(row.kind) },
      { id: 'personNames', title: title('personNames'), width: 160, text: (row) => row.personNames.join('、') },
      { id: 'staff', title: title('staff'), width: 120, text: (row) => row.staff.join('、') },
      { id: 'content', title: title('content'), width: 320, text: (row) => row.content },
      { id: 'place', title: title('place'), width: 160, text: (row) => row.place },
      { id: 'followUp', title: title('followUp'), width: 180, text: (row) => row.followUp },
    ];
  }, [formatMessage, labelOf]);
}

function useFilters(): readonly LedgerFilter<ServiceFilter>[] {
  const { formatMessage } = useIntl();
  const { options: kinds } = useCodes('service-kind');
  return useMemo(
    () => [
      listFilter({ id: 'kind', label: formatMessage({ id: 'services.field.kind' }), options: kinds, values: null, of: (filter: ServiceFilter) => filter.kinds, put: (filter, next) => ({ ...filter, kinds: next }) }),
      {
        id: 'days',
        label: formatMessage({ id: 'services.filter.days' }),
        describe: ({ from, until }) => (from === null && until === null ? null : formatMessage({ id: 'services.filter.range' }, { from: from ?? '…', until: until ?? '…' })),
        without: (filter) => ({ ...filter, from: null, until: null }),
        editor: (filter, change) => (
          <Stack gap="xs" w={220}>
            <DayInput label={formatMessage({ id: 'services.filter.from' })} value={filter.from} data-autofocus popoverProps={{ withinPortal: false }} onChange={(day) => change({ ...filter, from: day })} />
            <DayInput label={formatMessage({ id: 'services.filter.until' })} value={filter.until} popoverProps={{ withinPortal: false }} onChange={(day) => change({ ...filter, until: day })} />
          </Stack>
        ),
      },
    ],
    [formatMessage, kinds],
  );
}

/** Everything that was done for people, the newest first. */
export default function ServicesPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('care.edit');
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countServices({}));
  const [open, setOpen] = useState<'new' | ServiceRow | null>(null);
  const actions = useEditAction(mayEdit, setOpen);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'services.new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  useResumedDraft('service', (id) => id === null && setOpen('new'));
  const source = useCallback(
    (filter: ServiceFilter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listServices({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countServices({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'services.search' }), of: (filter: ServiceFilter) => filter.text, put: (filter: ServiceFilter, text: string) => ({ ...filter, text }) }), [formatMessage]);
  const close = () => setOpen(null);
  return (
    <Page
      wide
      title={formatMessage({ id: 'services.title' })}
      figure={all.data && formatMessage({ id: 'services.figure' }, { count: formatNumber(all.data.count) })}
      actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="services.new" /></Button>}
    >
      <LedgerTable
        id="grid.services"
        label={formatMessage({ id: 'services.list' })}
        columns={columns}
        source={source}
        filterSchema={serviceFilterSchema}
        filters={filters}
        search={search}
        sort={NEWEST}
        nameOf={({ servedOn, personNames }) => [servedOn, ...personNames].join(' ')}
        onOpen={(row) => mayEdit && setOpen(row)}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="services.empty" /></Text><Text size="sm"><FormattedMessage id="services.empty-next" /></Text></Stack>}
      />
      {open === 'new' && <NewServiceDrawer people={NOBODY} onClosed={close} />}
      {open !== null && open !== 'new' && <EditServiceDrawer key={open.id} service={open} onClosed={close} />}
    </Page>
  );
}
