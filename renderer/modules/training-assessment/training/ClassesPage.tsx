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
import { dayFilter, listFilter } from '#renderer/components/ledger/filter-editors.tsx';
import { ledgerSource, type LedgerColumn, type LedgerFilter, type SortOrder } from '#renderer/components/ledger/ledger-list.ts';
import { LedgerTable } from '#renderer/components/ledger/LedgerTable.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { DayText } from '#renderer/components/time/DayText.tsx';
import { hoursText } from '#shared/modules/training-assessment/training/class.rules.ts';
import { classFilterSchema, classStates, type ClassFilter, type ClassRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import { NewClassDrawer } from './ClassDrawer.tsx';
import { classPlace } from './places.ts';

type SortField = 'fromOn' | 'name' | 'category' | 'state';
const NEWEST = { field: 'fromOn', direction: 'desc' } as const;
const EXPORT = { list: 'training.classes', query: (filter: ClassFilter, sort: SortOrder<SortField>) => ({ filter, sort }) };

function useColumns(): readonly LedgerColumn<ClassRow, SortField>[] {
  const { formatMessage, formatNumber } = useIntl();
  const { labelOf } = useCodes('training-category');
  return useMemo(() => {
    const title = (field: 'name' | 'category' | 'state' | 'fromOn' | 'untilOn' | 'enrolled' | 'places' | 'hoursTenths' | 'sessions' | 'passed' | 'businessLine' | 'audience' | 'note') => formatMessage({ id: `training.field.${field}` });
    return [
      { id: 'name', title: title('name'), width: 230, leading: true, sort: 'name', text: (row) => row.name },
      { id: 'category', title: title('category'), width: 150, sort: 'category', text: (row) => labelOf(row.category) },
      { id: 'state', title: title('state'), width: 90, sort: 'state', text: (row) => formatMessage({ id: `training.class.state.${row.state}` }) },
      { id: 'fromOn', title: title('fromOn'), width: 150, sort: 'fromOn', text: (row) => row.fromOn, cell: (row) => <DayText day={row.fromOn} /> },
      { id: 'untilOn', title: title('untilOn'), width: 150, text: (row) => row.untilOn, cell: (row) => <DayText day={row.untilOn} /> },
      { id: 'enrolled', title: title('enrolled'), width: 110, figures: true, text: (row) => `${formatNumber(row.enrolled)} / ${formatNumber(row.places)}` },
      { id: 'sessions', title: title('sessions'), width: 90, figures: true, text: (row) => `${row.sessionsHeld} / ${row.sessions}` },
      { id: 'hours', title: title('hoursTenths'), width: 80, figures: true, text: (row) => hoursText(row.hoursTenths) },
      { id: 'passed', title: title('passed'), width: 80, figures: true, text: (row) => (row.state === 'finished' ? formatNumber(row.passed) : '') },
      { id: 'businessLine', title: title('businessLine'), width: 120, text: (row) => row.businessLine },
      { id: 'audience', title: title('audience'), width: 160, text: (row) => row.audience, hiddenAtFirst: true },
      { id: 'note', title: title('note'), width: 200, text: (row) => row.note, hiddenAtFirst: true },
    ];
  }, [formatMessage, formatNumber, labelOf]);
}

function useFilters(): readonly LedgerFilter<ClassFilter>[] {
  const { formatMessage } = useIntl();
  const { options } = useCodes('training-category');
  const plans = useQuery(api.trainingAssessment.listTrainingPlans({}));
  return useMemo(() => {
    const titles = new Map((plans.data ?? []).map(({ id, title }) => [id, title]));
    return [
      listFilter({ id: 'state', label: formatMessage({ id: 'training.field.state' }), options: classStates.map((value) => ({ value, label: formatMessage({ id: `training.class.state.${value}` }) })), values: classStates, of: (filter: ClassFilter) => filter.states, put: (filter, states) => ({ ...filter, states }) }),
      listFilter({ id: 'category', label: formatMessage({ id: 'training.field.category' }), options, values: null, of: (filter: ClassFilter) => filter.categories, put: (filter, categories) => ({ ...filter, categories }) }),
      listFilter({ id: 'plan', label: formatMessage({ id: 'training.field.planId' }), options: [...titles].map(([value, label]) => ({ value, label })), values: null, of: (filter: ClassFilter) => (filter.planId === null ? [] : [filter.planId]), put: (filter, chosen) => ({ ...filter, planId: chosen.at(-1) ?? null }) }),
      dayFilter({ id: 'unkept', label: formatMessage({ id: 'training.filter.unkept' }), words: (day) => formatMessage({ id: 'training.filter.until' }, { day }), of: (filter: ClassFilter) => filter.unkeptUntil, put: (filter, unkeptUntil) => ({ ...filter, unkeptUntil }) }),
      dayFilter({ id: 'make-up', label: formatMessage({ id: 'training.filter.make-up' }), words: (day) => formatMessage({ id: 'training.filter.until' }, { day }), of: (filter: ClassFilter) => filter.makeUpUntil, put: (filter, makeUpUntil) => ({ ...filter, makeUpUntil }) }),
    ];
  }, [formatMessage, options, plans.data]);
}

/** Every class, the newest first. */
export default function ClassesPage() {
  const { formatMessage, formatNumber } = useIntl();
  const mayEdit = useMay()('training.edit');
  const goTo = useGoTo();
  const columns = useColumns();
  const filters = useFilters();
  const running = useQuery(api.trainingAssessment.countTrainingClasses({ filter: { states: ['running'] } }));
  const [isNew, setNew] = useState(false);
  useDeskCommand(mayEdit && !isNew ? { id: 'record.new', title: 'training.class.new', accelerator: 'CmdOrCtrl+N', run: () => setNew(true) } : null);
  useResumedDraft('training-class', (id) => (id === null ? setNew(true) : goTo(classPlace(id))));
  const source = useCallback((filter: ClassFilter) => ledgerSource({ rows: (window: { offset: number; limit: number; sort: SortOrder<SortField> }) => api.trainingAssessment.listTrainingClasses({ filter, ...window }), rowsIn: (rows) => rows, count: api.trainingAssessment.countTrainingClasses({ filter }), countIn: ({ count }) => count }), []);
  const search = useMemo(() => ({ label: formatMessage({ id: 'training.search.classes' }), of: (filter: ClassFilter) => filter.text, put: (filter: ClassFilter, text: string) => ({ ...filter, text: text.slice(0, 60) }) }), [formatMessage]);
  return (
    <Page
      wide
      title={formatMessage({ id: 'training.classes' })}
      figure={running.data && formatMessage({ id: 'training.class.figure' }, { count: formatNumber(running.data.count) })}
      actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}><FormattedMessage id="training.class.new" /></Button>}
    >
      <LedgerTable
        id="training.classes"
        label={formatMessage({ id: 'training.class.list' })}
        columns={columns}
        source={source}
        filterSchema={classFilterSchema}
        filters={filters}
        search={search}
        sort={NEWEST}
        nameOf={({ name }) => name}
        onOpen={({ id }) => goTo(classPlace(id))}
        peek={(row) => <Facts facts={columns.map((column) => ({ id: column.id, label: column.title, value: column.cell?.(row) ?? column.text(row) }))} />}
        exportAs={EXPORT}
        empty={<Stack gap={4} align="center"><Text fw={600}><FormattedMessage id="training.class.empty" /></Text><Text size="sm"><FormattedMessage id="training.class.empty-next" /></Text></Stack>}
      />
      {isNew && <NewClassDrawer onMade={({ id }) => goTo(classPlace(id))} onClosed={() => setNew(false)} />}
    </Page>
  );
}
