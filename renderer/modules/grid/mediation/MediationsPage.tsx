import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayInput } from '#renderer/components/record-form/DayInput.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { mediationFilterSchema, mediationStates, performances, type MediationFilter, type MediationRow } from '#shared/modules/grid/mediation/mediation.schema.ts';
import { dayRangeFilter } from '../day-range-filter.tsx';
import { filteredPlace } from '../filtered-place.ts';
import { linkedFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { useGridOptions } from '../territory/use-grid-options.ts';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { NewMediationDrawer } from './MediationDrawer.tsx';

type SortField = 'appliedOn' | 'followUpOn' | 'no';
const NEWEST = { field: 'appliedOn', direction: 'desc' } as const;
const EXPORT = { list: 'grid.mediations', query: (filter: MediationFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const place = filteredPlace('/grid/mediation', mediationFilterSchema);

function useColumns(): readonly LedgerColumn<MediationRow, SortField>[] {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('dispute-kind');
  return useMemo(() => {
    const title = (field: 'no' | 'subject' | 'parties' | 'kind' | 'state' | 'mediators' | 'appliedOn' | 'nextSessionOn' | 'followUpOn' | 'gridName') => formatMessage({ id: `mediation.field.${field}` });
    const day = (value: string | null) => (value === null ? '' : <DayText day={value} />);
    return [
      { id: 'no', title: title('no'), width: 100, sort: 'no', text: (row) => row.no },
      { id: 'subject', title: title('subject'), width: 200, leading: true, text: (row) => row.subject },
      { id: 'parties', title: title('parties'), width: 170, text: (row) => row.parties.map(({ name }) => name).join('、') },
      { id: 'state', title: title('state'), width: 90, text: (row) => formatMessage({ id: `mediation.state.${row.state}` }) },
      { id: 'kind', title: title('kind'), width: 100, text: (row) => labelOf(row.kind) },
      { id: 'mediators', title: title('mediators'), width: 110, text: (row) => row.mediators.join('、') },
      { id: 'appliedOn', title: title('appliedOn'), width: 130, sort: 'appliedOn', text: (row) => row.appliedOn, cell: (row) => day(row.appliedOn) },
      { id: 'nextSessionOn', title: title('nextSessionOn'), width: 130, text: (row) => row.nextSessionOn ?? '', cell: (row) => day(row.nextSessionOn) },
      { id: 'followUpOn', title: title('followUpOn'), width: 130, sort: 'followUpOn', text: (row) => row.followUpOn ?? '', cell: (row) => day(row.followUpOn) },
      { id: 'gridName', title: title('gridName'), width: 110, text: (row) => row.gridName },
    ];
  }, [formatMessage, labelOf]);
}

function useFilters(): readonly LedgerFilter<MediationFilter>[] {
  const { formatMessage } = useIntl();
  const grids = useGridOptions();
  const { options: kinds } = useCodes('dispute-kind');
  return useMemo(() => {
    const due = formatMessage({ id: 'mediation.filter.due' });
    return [
      listFilter({ id: 'state', label: formatMessage({ id: 'mediation.field.state' }), options: mediationStates.map((value) => ({ value, label: formatMessage({ id: `mediation.state.${value}` }) })), values: mediationStates, of: (filter: MediationFilter) => filter.states, put: (filter, states) => ({ ...filter, states }) }),
      listFilter({ id: 'kind', label: formatMessage({ id: 'mediation.field.kind' }), options: kinds, values: null, of: (filter: MediationFilter) => filter.kinds, put: (filter, next) => ({ ...filter, kinds: next }) }),
      listFilter({ id: 'grid', label: formatMessage({ id: 'mediation.field.gridName' }), options: grids, values: null, of: (filter: MediationFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
      dayRangeFilter<MediationFilter>({ id: 'days', label: formatMessage({ id: 'mediation.field.appliedOn' }), formatMessage }),
      {
        id: 'due',
        label: due,
        describe: ({ dueUntil }) => (dueUntil === null ? null : formatMessage({ id: 'command.until' }, { day: dueUntil })),
        without: (filter) => ({ ...filter, dueUntil: null }),
        editor: (filter, change) => <DayInput label={due} value={filter.dueUntil} data-autofocus popoverProps={{ withinPortal: false }} onChange={(day) => change({ ...filter, dueUntil: day })} />,
      },
      listFilter({ id: 'performed', label: formatMessage({ id: 'mediation.field.performed' }), options: performances.map((value) => ({ value, label: formatMessage({ id: `mediation.performed.${value}` }) })), values: performances, of: (filter: MediationFilter) => filter.performed, put: (filter, performed) => ({ ...filter, performed }) }),
      linkedFilter({ id: 'unsigned', label: formatMessage({ id: 'mediation.filter.unsigned' }), yes: formatMessage({ id: 'common.yes' }), of: (filter: MediationFilter) => filter.unsignedBefore !== null, without: (filter) => ({ ...filter, unsignedBefore: null }) }),
    ];
  }, [formatMessage, grids, kinds]);
}

/** What came of this year's cases; each number opens its rows. */
function YearFigures() {
  const { formatMessage } = useIntl();
  const year = localToday().slice(0, 4);
  const period = { from: `${year}-01-01`, until: `${year}-12-31` };
  const { data } = useQuery(api.grid.summariseMediations(period));
  if (!data) return null;
  const figure = (id: 'total' | 'open' | 'agreed' | 'failed', states: MediationFilter['states']) => <Figure label={formatMessage({ id: `mediation.figure.${id}` })} period={year} value={data[id]} definition={formatMessage({ id: `mediation.figure.${id}.about` })} to={place({ ...period, states })} />;
  const ended = data.agreed + data.failed;
  return (
    <Group gap="xl" pb="xs" style={{ flex: 'none' }}>
      {figure('total', [])}
      {figure('open', ['open'])}
      {figure('agreed', ['agreed', 'in-force', 'closed'])}
      {figure('failed', ['failed'])}
      <Figure label={formatMessage({ id: 'mediation.figure.rate' })} period={year} value={ended === 0 ? '—' : `${Math.round((data.agreed * 100) / ended)}%`} definition={formatMessage({ id: 'mediation.figure.rate.about' })} to={place({ ...period, states: ['agreed', 'in-force', 'closed'] })} />
      <Figure label={formatMessage({ id: 'mediation.figure.kept' })} period={year} value={data.followed === 0 ? '—' : `${data.kept}/${data.followed}`} definition={formatMessage({ id: 'mediation.figure.kept.about' })} to={place({ ...period, performed: ['kept'] })} />
    </Group>
  );
}

/** Disputes that were mediated, the newest first. */
export default function MediationsPage() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('mediation.edit');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const all = useQuery(api.grid.countMediations({}));
  const [isNew, setNew] = useState(false);
  useDeskCommand(mayEdit && !isNew ? { id: 'record.new', title: 'mediation.new', accelerator: 'CmdOrCtrl+N', run: () => setNew(true) } : null);
  useResumedDraft('mediation', (id) => (id === null ? setNew(true) : goTo(`/grid/mediation/${id}`)));
  useLinkedFilter(mediationFilterSchema);
  const source = useCallback(
    (filter: MediationFilter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listMediations({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countMediations({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'mediation.search' }), of: (filter: MediationFilter) => filter.text, put: (filter: MediationFilter, text: string) => ({ ...filter, text }) }), [formatMessage]);
  return (
    <Page wide title={formatMessage({ id: 'mediation.title' })} figure={all.data && formatMessage({ id: 'mediation.figure' }, { count: all.data.count })} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}><FormattedMessage id="mediation.new" /></Button>}>
      <YearFigures />
      <LedgerTable
        id="grid.mediations"
        label={formatMessage({ id: 'mediation.list' })}
        columns={columns}
        source={source}
        filterSchema={mediationFilterSchema}
        filters={filters}
        search={search}
        sort={NEWEST}
        nameOf={({ no, subject }) => `${no} ${subject}`}
        onOpen={({ id }) => goTo(`/grid/mediation/${id}`)}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="mediation.empty" /></Text><Text size="sm"><FormattedMessage id="mediation.empty-next" /></Text></Stack>}
      />
      {isNew && <NewMediationDrawer onClosed={() => setNew(false)} />}
    </Page>
  );
}
