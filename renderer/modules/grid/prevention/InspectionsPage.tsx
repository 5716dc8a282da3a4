import { Button, Group, Stack, Text } from '@mantine/core';
import { IconClipboardCheck, IconHistory, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { Figure } from '#renderer/components/figure/Figure.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { ledgerSource, type LedgerAction, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { inspectionRecordFilterSchema, type InspectionRecordFilter } from '#shared/modules/grid/prevention/inspection-record.schema.ts';
import { inspectionFilterSchema, type InspectionFilter, type InspectionRow } from '#shared/modules/grid/prevention/prevention.schema.ts';
import { filteredPlace } from '../filtered-place.ts';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { EditInspectionDrawer, NewInspectionDrawer, ResultDrawer } from './InspectionDrawers.tsx';
import { useInspectionColumns, useInspectionFilters, type InspectionSort } from './use-inspection-list.tsx';
import { VisitsDrawer } from './VisitsDrawer.tsx';

const BY_DAY = { field: 'nextOn', direction: 'asc' } as const;
const EXPORT = { list: 'grid.inspections', query: (filter: InspectionFilter, sort: SortOrder<InspectionSort>) => ({ filter, sort }) };
const FIGURE_DAYS = 30;
const place = filteredPlace('/grid/inspections', inspectionFilterSchema);
const records = filteredPlace('/grid/inspection-records', inspectionRecordFilterSchema);
const FOUND: Readonly<Record<'done' | 'findings' | 'serious', InspectionRecordFilter['levels']>> = { done: [], findings: ['ordinary', 'serious'], serious: ['serious'] };
type Open = { readonly act: 'record' | 'visits' | 'edit' | 'remove'; readonly plan: InspectionRow };

/** What is due, and what the last thirty days found. */
function InspectionFigures() {
  const { formatMessage } = useIntl();
  const today = localToday();
  const { data } = useQuery(api.grid.summarisePrevention({ from: addDays(today, 1 - FIGURE_DAYS), until: today }));
  const period = formatMessage({ id: 'inspections.figure.days' }, { days: FIGURE_DAYS });
  if (!data) return null;
  const figure = (id: 'done' | 'findings' | 'serious') => <Figure label={formatMessage({ id: `inspections.figure.${id}` })} period={period} value={data[id]} definition={formatMessage({ id: `inspections.figure.${id}.about` })} to={records({ from: addDays(today, 1 - FIGURE_DAYS), until: today, levels: FOUND[id] })} />;
  return (
    <Group gap="xl" pb="xs" style={{ flex: 'none' }}>
      <Figure label={formatMessage({ id: 'inspections.figure.due' })} value={data.due} definition={formatMessage({ id: 'inspections.figure.due.about' })} to={place({ dueUntil: today })} />
      <Figure label={formatMessage({ id: 'inspections.figure.overdue' })} value={data.overdue} definition={formatMessage({ id: 'inspections.figure.overdue.about' })} to={place({ dueUntil: addDays(today, -1) })} />
      {figure('done')}
      {figure('findings')}
      {figure('serious')}
    </Group>
  );
}

/** Places that are looked at in turn, by the day on which somebody goes there next. */
export default function InspectionsPage() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('prevention.edit');
  const columns = useInspectionColumns();
  const filters = useInspectionFilters();
  const all = useQuery(api.grid.countInspections({}));
  const [open, setOpen] = useState<'new' | Open | null>(null);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'inspections.new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  useResumedDraft('inspection', (id) => id === null && setOpen('new'));
  useLinkedFilter(inspectionFilterSchema);
  const actions = useMemo<readonly LedgerAction<InspectionRow>[]>(() => {
    const act = (id: Open['act'], label: string, icon: ReactNode, danger = false): LedgerAction<InspectionRow> => ({ id, label, icon, danger, run: (plan) => setOpen({ act: id, plan }) });
    const visits = act('visits', formatMessage({ id: 'inspections.visits' }), <IconHistory size={16} aria-hidden />);
    if (!mayEdit) return [visits];
    return [act('record', formatMessage({ id: 'inspections.record' }), <IconClipboardCheck size={16} aria-hidden />), visits, act('edit', formatMessage({ id: 'common.edit' }), <IconPencil size={16} aria-hidden />), act('remove', formatMessage({ id: 'service-desk.remove' }), <IconTrash size={16} aria-hidden />, true)];
  }, [formatMessage, mayEdit]);
  const source = useCallback(
    (filter: InspectionFilter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<InspectionSort> }) => api.grid.listInspections({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countInspections({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'inspections.search' }), of: (filter: InspectionFilter) => filter.text, put: (filter: InspectionFilter, text: string) => ({ ...filter, text }) }), [formatMessage]);
  const close = () => setOpen(null);
  const chosen = open === 'new' ? null : open;
  return (
    <Page wide title={formatMessage({ id: 'inspections.title' })} figure={all.data && formatMessage({ id: 'inspections.figure' }, { count: all.data.count })} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="inspections.new" /></Button>}>
      <InspectionFigures />
      <LedgerTable
        id="grid.inspections"
        label={formatMessage({ id: 'inspections.list' })}
        columns={columns}
        source={source}
        filterSchema={inspectionFilterSchema}
        filters={filters}
        search={search}
        sort={BY_DAY}
        nameOf={(row) => row.place}
        onOpen={(plan) => setOpen({ act: mayEdit ? 'record' : 'visits', plan })}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="inspections.empty" /></Text><Text size="sm"><FormattedMessage id="inspections.empty-next" /></Text></Stack>}
      />
      {open === 'new' && <NewInspectionDrawer onClosed={close} />}
      {chosen?.act === 'record' && <ResultDrawer key={chosen.plan.id} plan={chosen.plan} onClosed={close} />}
      {chosen?.act === 'visits' && <VisitsDrawer key={chosen.plan.id} plan={chosen.plan} mayEdit={mayEdit} onClosed={close} />}
      {chosen?.act === 'edit' && <EditInspectionDrawer key={chosen.plan.id} plan={chosen.plan} onClosed={close} />}
      {chosen?.act === 'remove' && <RemoveInspection plan={chosen.plan} onClose={close} />}
    </Page>
  );
}

function RemoveInspection({ plan, onClose }: { readonly plan: InspectionRow; readonly onClose: () => void }) {
  const { formatMessage } = useIntl();
  const remove = useMutation(api.grid.removeInspection());
  return (
    <ConfirmDialog
      opened
      danger
      title={formatMessage({ id: 'inspections.remove-title' }, { place: plan.place })}
      consequence={<Stack gap="xs"><span>{formatMessage({ id: 'inspections.remove-consequence' })}</span><ErrorNote error={remove.error} /></Stack>}
      confirmLabel={formatMessage({ id: 'service-desk.remove' })}
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ id: plan.id, version: plan.version }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
