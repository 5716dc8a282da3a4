import { Button, Group, Select, Text } from '@mantine/core';
import { IconList, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useMay } from '#renderer/app/session.ts';
import { PlaceLink } from '#renderer/components/link/PlaceLink.tsx';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { Page } from '#renderer/components/page/Page.tsx';
import { QueryState } from '#renderer/components/QueryState.tsx';
import type { Board, RequestRow } from '#shared/modules/budget/requests/request.schema.ts';
import { ClockMark } from '../parts/ClockMark.tsx';
import classes from '../parts/budget.module.css';
import { useWaiter, useWordsOf } from '../parts/use-words-of.ts';
import { useYuan } from '../parts/yuan.ts';
import { requestPlace, requestsPlace } from '../places.ts';
import { NewRequestDrawer } from './RequestDrawer.tsx';

/** Requests under way by step: who has them, since when, day n of m; those that wait longest on top. */
export default function BoardPage() {
  const { formatMessage } = useIntl();
  const goTo = useGoTo();
  const mayAsk = useMay()('funding.request');
  const [year, setYear] = useState<number | null>(null);
  const [isNew, setNew] = useState(false);
  const { data: years } = useQuery(api.budget.listYears({}));
  const board = useQuery(api.budget.getBoard({ year }));
  const count = board.data?.columns.reduce((sum, column) => sum + column.count, 0);
  return (
    <Page
      wide
      title={formatMessage({ id: 'budget.board' })}
      figure={count !== undefined && formatMessage({ id: 'budget.under-way' }, { count })}
      actions={
        <>
          <Select size="xs" w={120} aria-label={formatMessage({ id: 'budget.field.year' })} placeholder={formatMessage({ id: 'budget.all-years' })} clearable data={(years ?? []).map((one) => String(one.year))} value={year === null ? null : String(year)} onChange={(value) => setYear(value === null ? null : Number(value))} comboboxProps={{ transitionProps: { duration: 0 } }} />
          <Button size="xs" variant="default" leftSection={<IconList size={16} aria-hidden />} onClick={() => goTo('/budget/requests')}><FormattedMessage id="budget.requests.list" /></Button>
          {mayAsk && <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}><FormattedMessage id="budget.request.new" /></Button>}
        </>
      }
    >
      <QueryState query={board}>{(data) => <div className={classes['board']} role="group" tabIndex={0} aria-label={formatMessage({ id: 'budget.board' })}>{data.columns.map((column) => <Column key={column.step} column={column} year={year} />)}</div>}</QueryState>
      {isNew && <NewRequestDrawer onClosed={() => setNew(false)} />}
    </Page>
  );
}

function Column({ column, year }: { readonly column: Board['columns'][number]; readonly year: number | null }) {
  const { formatMessage, formatNumber } = useIntl();
  const word = useWordsOf();
  const yuan = useYuan();
  const more = column.count - column.rows.length;
  return (
    <section className={classes['column']} {...(column.count === 0 && { 'data-empty': true })} aria-label={word('step', column.step)}>
      <div className={classes['columnHead']}>
        <Group justify="space-between" wrap="nowrap">
          <Text fw={600} size="sm">{word('step', column.step)}</Text>
          <PlaceLink to={requestsPlace({ steps: [column.step], ...(year !== null && { year }) })} size="sm">{formatNumber(column.count)}</PlaceLink>
        </Group>
        <Text size="xs" c="dimmed" className={classes['tabular']}>{yuan(column.fen)}</Text>
        {(column.overdue > 0 || column.near > 0) && <Text size="xs">{[column.overdue > 0 && formatMessage({ id: 'budget.board.overdue' }, { count: column.overdue }), column.near > 0 && formatMessage({ id: 'budget.board.near' }, { count: column.near })].filter(Boolean).join(' · ')}</Text>}
      </div>
      <div className={classes['cards']}>
        {column.rows.length === 0 && <Text size="xs" c="dimmed" p={4}><FormattedMessage id="budget.board.none" /></Text>}
        {column.rows.map((row) => <Card key={row.id} row={row} />)}
        {more > 0 && <PlaceLink to={requestsPlace({ steps: [column.step], ...(year !== null && { year }) })} size="xs"><FormattedMessage id="budget.board.more" values={{ count: more }} /></PlaceLink>}
      </div>
    </section>
  );
}

function Card({ row }: { readonly row: RequestRow }) {
  const yuan = useYuan();
  const waiter = useWaiter();
  return (
    <PlaceLink to={requestPlace(row.id)} className={classes['card'] ?? ''} underline="never" data-clock={row.clock}>
      <Text size="sm" fw={600} lineClamp={2}>{row.title}</Text>
      <Group justify="space-between" gap={4} wrap="nowrap"><Text size="xs" c="dimmed">{row.no}</Text><Text size="sm" className={classes['tabular']}>{yuan(row.amountFen)}</Text></Group>
      <Text size="xs" c="dimmed" truncate>{waiter(row.waitingFor)} · {row.department}</Text>
      <ClockMark clock={row.clock} days={row.days} limit={row.limitDays} />
    </PlaceLink>
  );
}
