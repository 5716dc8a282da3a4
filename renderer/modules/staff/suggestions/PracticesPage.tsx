import { Button, Stack } from '@mantine/core';
import { IconPencil, IconPlus, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { flagFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ledgerSource, type LedgerAction, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useLinkedFilter } from '#renderer/components/ledger/use-linked-filter.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PaperPreview } from '#renderer/components/paper/PaperPreview.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { practiceFilterSchema, type PracticeFilter, type PracticeRow } from '#shared/modules/staff/suggestions/practice.schema.ts';
import { matterPlace } from '../places.ts';
import { nothingYet } from '../StaffLedger.tsx';
import { useStaffGrids } from '../use-staff-options.ts';
import { Adoptions } from './Adoptions.tsx';
import { daysFilter } from './days-filter.tsx';
import { IdeaPeek } from './IdeaPeek.tsx';
import { EditPracticeDrawer, NewPracticeDrawer } from './PracticeDrawer.tsx';
import { SuggestionFigures } from './SuggestionFigures.tsx';
import { usePracticePaper } from './use-practice-paper.ts';

type SortField = 'writtenOn' | 'title' | 'takenUp';
type Field = 'title' | 'gridId' | 'memberId' | 'takenUp' | 'writtenOn' | 'writerName' | 'suggestionId' | 'matterId' | 'problem' | 'done' | 'effect';
const NEWEST = { field: 'writtenOn', direction: 'desc' } as const;
const WORDS = ['problem', 'done', 'effect'];
const EXPORT = { list: 'staff.practices', query: (filter: PracticeFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };

function useColumns(): readonly LedgerColumn<PracticeRow, SortField>[] {
  const { formatMessage, formatNumber } = useIntl();
  return useMemo(() => {
    const title = (field: Field) => formatMessage({ id: `good_practice.field.${field}` });
    return [
      { id: 'title', title: title('title'), width: 200, leading: true, sort: 'title', text: (row) => row.title },
      { id: 'gridName', title: title('gridId'), width: 110, text: (row) => row.gridName },
      { id: 'memberName', title: title('memberId'), width: 80, text: (row) => row.memberName },
      { id: 'takenUp', title: title('takenUp'), width: 90, figures: true, sort: 'takenUp', text: (row) => (row.takenUp === 0 ? '' : formatNumber(row.takenUp)) },
      { id: 'writtenOn', title: title('writtenOn'), width: 115, sort: 'writtenOn', text: (row) => row.writtenOn, cell: (row) => <DayText day={row.writtenOn} /> },
      { id: 'effect', title: title('effect'), width: 200, text: (row) => row.effect },
      { id: 'suggestionTitle', title: title('suggestionId'), width: 140, text: (row) => row.suggestionTitle },
      { id: 'matterNumber', title: title('matterId'), width: 120, text: (row) => row.matterNumber },
      { id: 'writerName', title: title('writerName'), width: 100, text: (row) => row.writerName, hiddenAtFirst: true },
      { id: 'problem', title: title('problem'), width: 240, text: (row) => row.problem, hiddenAtFirst: true },
      { id: 'done', title: title('done'), width: 240, text: (row) => row.done, hiddenAtFirst: true },
    ];
  }, [formatMessage, formatNumber]);
}

function useFilters(): readonly LedgerFilter<PracticeFilter>[] {
  const { formatMessage } = useIntl();
  const grids = useStaffGrids();
  return useMemo(() => [
    listFilter({ id: 'grid', label: formatMessage({ id: 'good_practice.field.gridId' }), options: grids, values: null, of: (filter: PracticeFilter) => filter.gridIds, put: (filter, gridIds) => ({ ...filter, gridIds }) }),
    daysFilter<PracticeFilter>(formatMessage, 'good_practice.field.writtenOn'),
    flagFilter({ id: 'elsewhere', label: formatMessage({ id: 'practice.elsewhere' }), yes: formatMessage({ id: 'common.yes' }), of: (filter: PracticeFilter) => filter.elsewhere, put: (filter, elsewhere) => ({ ...filter, elsewhere }) }),
  ], [formatMessage, grids]);
}

/** The register of good practices: what worked, where it comes from, who took it up. */
export default function PracticesPage() {
  const { formatMessage } = useIntl();
  const mayEdit = useMay()('practices.edit');
  const columns = useColumns();
  const filters = useFilters();
  const [open, setOpen] = useState<'new' | { readonly act: 'edit' | 'print'; readonly row: PracticeRow } | null>(null);
  const remove = useMutation(api.staff.removePractice());
  useLinkedFilter(practiceFilterSchema);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'practice.new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  useResumedDraft('practice', () => setOpen('new'));
  const source = useCallback((filter: PracticeFilter) => ledgerSource({
    rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.staff.listPractices({ filter, ...window }),
    rowsIn: (rows) => rows,
    count: api.staff.countPractices({ filter }),
    countIn: ({ count }) => count,
  }), []);
  const search = useMemo(() => ({ label: formatMessage({ id: 'practice.search' }), of: (filter: PracticeFilter) => filter.text, put: (filter: PracticeFilter, text: string) => ({ ...filter, text: text.slice(0, 60) }) }), [formatMessage]);
  const { mutate } = remove;
  const actions = useMemo((): readonly LedgerAction<PracticeRow>[] => [
    { id: 'print', label: formatMessage({ id: 'practice.print' }), icon: <IconPrinter size={16} aria-hidden />, run: (row) => setOpen({ act: 'print', row }) },
    ...(mayEdit ? [
      { id: 'edit', label: formatMessage({ id: 'common.edit' }), icon: <IconPencil size={16} aria-hidden />, run: (row: PracticeRow) => setOpen({ act: 'edit', row }) },
      { id: 'remove', label: formatMessage({ id: 'staff.remove' }), icon: <IconTrash size={16} aria-hidden />, danger: true, run: ({ id, version }: PracticeRow) => mutate({ id, version }) },
    ] : []),
  ], [formatMessage, mayEdit, mutate]);
  const acted = open === 'new' ? null : open;
  return (
    <Page wide title={formatMessage({ id: 'practice.title' })} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="practice.new" /></Button>}>
      <SuggestionFigures about="practices" />
      <ErrorNote error={remove.error} />
      <LedgerTable id="staff.practices" label={formatMessage({ id: 'practice.list' })} columns={columns} source={source} filterSchema={practiceFilterSchema} filters={filters} search={search} sort={NEWEST} nameOf={({ title }) => title} {...(mayEdit && { onEdit: (row: PracticeRow) => setOpen({ act: 'edit', row }) })} peek={(row) => <IdeaPeek row={row} columns={columns} words={WORDS} entity="good_practice"><Ties row={row} onPrint={() => setOpen({ act: 'print', row })} /></IdeaPeek>} actions={actions} exportAs={EXPORT} empty={nothingYet('practice.empty', 'practice.empty-next')} />
      {open === 'new' && <NewPracticeDrawer from={null} onClosed={() => setOpen(null)} />}
      {acted?.act === 'edit' && <EditPracticeDrawer key={acted.row.id} practice={acted.row} onClosed={() => setOpen(null)} />}
      {acted?.act === 'print' && <Leaflet row={acted.row} onClose={() => setOpen(null)} />}
    </Page>
  );
}

/** What a practice rests on, its leaflet, and the grids that took it up. */
function Ties({ row, onPrint }: { readonly row: PracticeRow; readonly onPrint: () => void }) {
  return (
    <Stack gap="xs" align="start">
      {row.suggestionTitle !== '' && <PlaceLink to={`/staff/suggestions?text=${encodeURIComponent(row.suggestionTitle)}`} size="sm" underline="always"><FormattedMessage id="practice.to-suggestion" values={{ title: row.suggestionTitle }} /></PlaceLink>}
      {row.matterNumber !== '' && row.matterId !== null && <PlaceLink to={matterPlace(row.matterId)} size="sm" underline="always"><FormattedMessage id="practice.to-matter" values={{ number: row.matterNumber, subject: row.matterSubject }} /></PlaceLink>}
      <Button size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={onPrint}><FormattedMessage id="practice.print" /></Button>
      <Stack w="100%"><Adoptions practiceId={row.id} title={row.title} /></Stack>
    </Stack>
  );
}

function Leaflet({ row, onClose }: { readonly row: PracticeRow; readonly onClose: () => void }) {
  const paperOf = usePracticePaper();
  const { data } = useQuery(api.staff.listAdoptions({ practiceId: row.id, limit: 200 }));
  return data === undefined ? null : <PaperPreview paper={paperOf(row, data)} onClose={onClose} />;
}
