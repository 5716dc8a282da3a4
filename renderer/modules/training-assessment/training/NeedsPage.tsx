import { Button, Stack, Text } from '@mantine/core';
import { IconBulb, IconChecks, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { useMay } from '#renderer/app/session.ts';
import { Facts } from '#renderer/components/facts/Facts.tsx';
import { useResumedDraft } from '#renderer/components/form/resumed-draft.ts';
import { History } from '#renderer/components/history/History.tsx';
import { ledgerSource, type LedgerAction, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { needFilterSchema, needKinds, needStates, type NeedFilter, type NeedRow } from '#shared/modules/training-assessment/training/need.schema.ts';
import { choiceFilter, dayFilter } from './choice-filter.tsx';
import { EditNeedDrawer, NewNeedDrawer } from './NeedDrawer.tsx';
import { memberPlace } from './places.ts';
import { ProposedNeeds } from './ProposedNeeds.tsx';
import { SettleNeed } from './SettleNeed.tsx';

type SortField = 'raisedOn' | 'dueOn' | 'memberName' | 'kind';
const NEWEST = { field: 'raisedOn', direction: 'desc' } as const;
const EXPORT = { list: 'training.needs', query: (filter: NeedFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };
type Open = 'new' | 'proposed' | { readonly act: 'edit' | 'settle'; readonly need: NeedRow };

function useColumns(): readonly LedgerColumn<NeedRow, SortField>[] {
  const { formatMessage } = useIntl();
  return useMemo(() => {
    const title = (field: 'subject' | 'kind' | 'memberId' | 'gridName' | 'state' | 'dueOn' | 'raisedOn' | 'classId' | 'planTitle' | 'reason' | 'outcome') => formatMessage({ id: `training.field.${field}` });
    return [
      { id: 'subject', title: title('subject'), width: 200, leading: true, text: (row) => row.subject },
      { id: 'kind', title: title('kind'), width: 110, sort: 'kind', text: (row) => formatMessage({ id: `training.need.kind.${row.kind}` }) },
      { id: 'memberName', title: title('memberId'), width: 110, sort: 'memberName', text: (row) => row.memberName || formatMessage({ id: 'training.need.everybody' }) },
      { id: 'gridName', title: title('gridName'), width: 150, text: (row) => row.gridName },
      { id: 'state', title: title('state'), width: 90, text: (row) => formatMessage({ id: `training.need.state.${row.state}` }) },
      { id: 'dueOn', title: title('dueOn'), width: 120, sort: 'dueOn', text: (row) => row.dueOn ?? '', cell: (row) => (row.dueOn === null ? '' : <DayText day={row.dueOn} />) },
      { id: 'raisedOn', title: title('raisedOn'), width: 120, sort: 'raisedOn', text: (row) => row.raisedOn, cell: (row) => <DayText day={row.raisedOn} /> },
      { id: 'className', title: title('classId'), width: 190, text: (row) => row.className },
      { id: 'planTitle', title: title('planTitle'), width: 170, text: (row) => row.planTitle, hiddenAtFirst: true },
      { id: 'reason', title: title('reason'), width: 220, text: (row) => row.reason, hiddenAtFirst: true },
      { id: 'outcome', title: title('outcome'), width: 200, text: (row) => row.outcome, hiddenAtFirst: true },
    ];
  }, [formatMessage]);
}

function useFilters(): readonly LedgerFilter<NeedFilter>[] {
  const { formatMessage } = useIntl();
  return useMemo(
    () => [
      choiceFilter({ id: 'state', label: formatMessage({ id: 'training.field.state' }), options: needStates.map((value) => ({ value, label: formatMessage({ id: `training.need.state.${value}` }) })), of: (filter: NeedFilter) => filter.states, put: (filter, states) => ({ ...filter, states }) }),
      choiceFilter({ id: 'kind', label: formatMessage({ id: 'training.field.kind' }), options: needKinds.map((value) => ({ value, label: formatMessage({ id: `training.need.kind.${value}` }) })), of: (filter: NeedFilter) => filter.kinds, put: (filter, kinds) => ({ ...filter, kinds }) }),
      dayFilter({ id: 'due', label: formatMessage({ id: 'training.filter.due' }), words: (day) => formatMessage({ id: 'training.filter.until' }, { day }), of: (filter: NeedFilter) => filter.dueUntil, put: (filter, dueUntil) => ({ ...filter, dueUntil }) }),
    ],
    [formatMessage],
  );
}

/** Who needs which training, why, and what became of it. */
export default function NeedsPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('training.edit');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const waiting = useQuery(api.trainingAssessment.countTrainingNeeds({ filter: { states: ['open'] } }));
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  useDeskCommand(mayEdit && open === null ? { id: 'record.new', title: 'training.need.new', accelerator: 'CmdOrCtrl+N', run: () => setOpen('new') } : null);
  useResumedDraft('training-need', (id) => id === null && setOpen('new'));
  const source = useCallback((filter: NeedFilter) => ledgerSource({ rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.trainingAssessment.listTrainingNeeds({ filter, ...window }), rowsIn: (rows) => rows, count: api.trainingAssessment.countTrainingNeeds({ filter }), countIn: ({ count }) => count }), []);
  const search = useMemo(() => ({ label: formatMessage({ id: 'training.search.needs' }), of: (filter: NeedFilter) => filter.text, put: (filter: NeedFilter, text: string) => ({ ...filter, text: text.slice(0, 60) }) }), [formatMessage]);
  const actions = useMemo(
    (): readonly LedgerAction<NeedRow>[] =>
      mayEdit
        ? [
            { id: 'settle', label: formatMessage({ id: 'training.need.settle' }), icon: <IconChecks size={16} aria-hidden />, run: (need) => setOpen({ act: 'settle', need }) },
            { id: 'edit', label: formatMessage({ id: 'common.edit' }), icon: <IconPencil size={16} aria-hidden />, run: (need) => setOpen({ act: 'edit', need }) },
          ]
        : [],
    [mayEdit, formatMessage],
  );
  return (
    <Page
      wide
      title={formatMessage({ id: 'training.needs' })}
      figure={waiting.data && formatMessage({ id: 'training.need.figure' }, { count: formatNumber(waiting.data.count) })}
      actions={
        mayEdit && (
          <>
            <Button size="xs" variant="default" leftSection={<IconBulb size={16} aria-hidden />} onClick={() => setOpen('proposed')}><FormattedMessage id="training.proposed.open" /></Button>
            <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}><FormattedMessage id="training.need.new" /></Button>
          </>
        )
      }
    >
      <LedgerTable
        id="training.needs"
        label={formatMessage({ id: 'training.need.list' })}
        columns={columns}
        source={source}
        filterSchema={needFilterSchema}
        filters={filters}
        search={search}
        sort={NEWEST}
        nameOf={({ subject }) => subject}
        onOpen={(need) => (mayEdit ? setOpen({ act: 'settle', need }) : need.memberId !== null && goTo(memberPlace(need.memberId)))}
        {...(mayEdit && { onEdit: (need: NeedRow) => setOpen({ act: 'edit', need }) })}
        peek={(row) => (
          <Stack gap="md">
            <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />
            {row.sheetId !== null && <PlaceLink to={`/assessment/sheets/${row.sheetId}`} size="sm" underline="always"><FormattedMessage id="training.need.to-sheet" /></PlaceLink>}
            <History entity="training_need" id={row.id} version={row.version} />
          </Stack>
        )}
        actions={actions}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="training.need.empty" /></Text><Text size="sm"><FormattedMessage id="training.need.empty-next" /></Text></Stack>}
      />
      {open === 'new' && <NewNeedDrawer onClosed={close} />}
      {open === 'proposed' && <ProposedNeeds onClose={close} />}
      {open !== null && typeof open !== 'string' && open.act === 'edit' && <EditNeedDrawer key={open.need.id} need={open.need} onClosed={close} />}
      {open !== null && typeof open !== 'string' && open.act === 'settle' && <SettleNeed need={open.need} onClose={close} />}
    </Page>
  );
}
