import { Button, Stack, Text } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { z } from 'zod';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { ledgerSource, type LedgerAction, type LedgerColumn, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { PaperPreview } from '#renderer/components/paper/PaperPreview.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { meetingFilterSchema, type MeetingFilter, type MeetingRow } from '#shared/modules/grid/command-board/command-board.schema.ts';
import { dayRangeFilter } from '../day-range-filter.tsx';
import { matterPlace, stateWords, unitWords } from '../matters/matter-words.ts';
import { MeetingDrawer } from './MeetingDrawer.tsx';
import { useMeetingPaper } from './meeting-paper.ts';

type SortField = 'heldOn' | 'no';
const NEWEST = { field: 'heldOn', direction: 'desc' } as const;
const EXPORT = { list: 'grid.meetings', query: (filter: MeetingFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
const askedSchema = z.object({ new: z.unknown().optional() });

function useColumns(): readonly LedgerColumn<MeetingRow, SortField>[] {
  const intl = useIntl();
  return useMemo(() => {
    const title = (field: 'no' | 'heldOn' | 'place' | 'matters' | 'lead' | 'others' | 'present' | 'minutes' | 'recordedBy') => intl.formatMessage({ id: `meetings.field.${field}` });
    return [
      { id: 'no', title: title('no'), width: 100, leading: true, sort: 'no', text: (row) => row.no },
      { id: 'heldOn', title: title('heldOn'), width: 140, sort: 'heldOn', text: (row) => row.heldOn, cell: (row) => <DayText day={row.heldOn} /> },
      { id: 'lead', title: title('lead'), width: 150, text: (row) => unitWords(intl, row.lead) },
      { id: 'others', title: title('others'), width: 180, text: (row) => row.others.map((unit) => unitWords(intl, unit)).join('、') },
      { id: 'matters', title: title('matters'), width: 180, text: (row) => row.matters.map(({ number }) => number).join('、') },
      { id: 'minutes', title: title('minutes'), width: 300, text: (row) => row.minutes },
      { id: 'present', title: title('present'), width: 180, text: (row) => row.present.join('、') },
      { id: 'place', title: title('place'), width: 120, text: (row) => row.place },
      { id: 'recordedBy', title: title('recordedBy'), width: 90, text: (row) => row.recordedBy },
    ];
  }, [intl]);
}

/** Meetings that settled whose a matter is, with their minutes. */
export default function MeetingsPage() {
  const { formatMessage } = useIntl();
  const mayConvene = useMay()('command.convene');
  const { new: isAsked } = askedSchema.parse(useSearch({ strict: false }));
  const columns = useColumns();
  const paperOf = useMeetingPaper();
  const all = useQuery(api.grid.countMeetings({}));
  const [isNew, setNew] = useState(isAsked !== undefined && mayConvene);
  const [printed, setPrinted] = useState<MeetingRow | null>(null);
  useDeskCommand(mayConvene && !isNew ? { id: 'record.new', title: 'meetings.new', accelerator: 'CmdOrCtrl+N', run: () => setNew(true) } : null);
  const filters = useMemo(() => [dayRangeFilter<MeetingFilter>({ id: 'days', label: formatMessage({ id: 'meetings.field.heldOn' }), formatMessage })], [formatMessage]);
  const actions = useMemo<readonly LedgerAction<MeetingRow>[]>(() => [{ id: 'print', label: formatMessage({ id: 'meetings.print' }), icon: <IconPrinter size={16} aria-hidden />, run: setPrinted }], [formatMessage]);
  const source = useCallback(
    (filter: MeetingFilter) =>
      ledgerSource({
        rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.grid.listMeetings({ filter, ...window }),
        rowsIn: (rows) => rows,
        count: api.grid.countMeetings({ filter }),
        countIn: ({ count }) => count,
      }),
    [],
  );
  const search = useMemo(() => ({ label: formatMessage({ id: 'meetings.search' }), of: (filter: MeetingFilter) => filter.text, put: (filter: MeetingFilter, text: string) => ({ ...filter, text }) }), [formatMessage]);
  return (
    <Page wide title={formatMessage({ id: 'meetings.title' })} figure={all.data && formatMessage({ id: 'meetings.figure' }, { count: all.data.count })} actions={mayConvene && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}><FormattedMessage id="meetings.new" /></Button>}>
      <LedgerTable
        id="grid.meetings"
        label={formatMessage({ id: 'meetings.list' })}
        columns={columns}
        source={source}
        filterSchema={meetingFilterSchema}
        filters={filters}
        search={search}
        sort={NEWEST}
        nameOf={({ no }) => no}
        onOpen={setPrinted}
        peek={(row) => <MeetingPeek row={row} columns={columns} />}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="meetings.empty" /></Text><Text size="sm"><FormattedMessage id="meetings.empty-next" /></Text></Stack>}
      />
      {isNew && <MeetingDrawer onClosed={() => setNew(false)} />}
      {printed && <PaperPreview paper={paperOf(printed)} onClose={() => setPrinted(null)} />}
    </Page>
  );
}

function MeetingPeek({ row, columns }: { readonly row: MeetingRow; readonly columns: readonly LedgerColumn<MeetingRow, SortField>[] }) {
  const intl = useIntl();
  const matters = <Stack gap={2}>{row.matters.map((matter) => <PlaceLink key={matter.id} to={matterPlace(matter.id)} size="sm">{matter.number} {matter.subject} · {stateWords(intl, matter.state)}</PlaceLink>)}</Stack>;
  return <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.id === 'matters' ? matters : (column.cell?.(row) ?? column.text(row)) }))} />;
}
