import { useElementSize, useWindowEvent } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { useSession } from '#renderer/app/session.ts';
import { useCodes } from '#renderer/components/codes/use-codes.ts';
import { useGoTo } from '#renderer/components/link/use-go-to.ts';
import { useNow } from '#renderer/components/time/use-now.ts';
import { boardStates } from '#shared/modules/grid/command-board/command-board.rules.ts';
import { matterFilterSchema, type MatterRow } from '#shared/modules/grid/matters/matter.schema.ts';
import { stateWords, unitWords, useDayOf } from '../matters/matter-words.ts';
import classes from './command-board.module.css';

/** A wall is looked at, not touched: it reads again by itself. */
const AGAIN_MS = 30_000;
const ROWS = 10;
const BY_DUE = { field: 'dueOn', direction: 'asc' } as const;

/** For the large screen of the room: figures, and the matters that are due first. No control, and no name of a resident. Esc leads back. */
export default function WallPage() {
  const intl = useIntl();
  const { formatMessage, formatDate, formatNumber } = intl;
  const goTo = useGoTo();
  const { communityName } = useSession();
  const now = useNow();
  const { data } = useQuery({ ...api.grid.getCommandDesk({}), refetchInterval: AGAIN_MS });
  const { data: due } = useQuery({ ...api.grid.listMatters({ filter: matterFilterSchema.parse({}), sort: BY_DUE, limit: ROWS }), refetchInterval: AGAIN_MS });
  const title = formatMessage({ id: 'command.wall' });
  useWindowEvent('keydown', (event) => event.key === 'Escape' && goTo('/grid/command'));
  useEffect(() => {
    document.title = `${title} · ${formatMessage({ id: 'app.name' })}`;
  }, [title, formatMessage]);
  return (
    <section className={classes['wall']} aria-label={title} tabIndex={0}>
      <header className={classes['wallHead']}>
        <h1>{title}</h1>
        <span>{communityName}</span>
        <time dateTime={new Date(now).toISOString()}>{formatDate(now, { month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}</time>
        <span>{formatMessage({ id: 'command.officer' })} {data?.onDuty ? [data.onDuty.name, data.onDuty.phone].filter(Boolean).join(' ') : formatMessage({ id: 'service-desk.nobody-on-duty' })}</span>
      </header>
      {data?.emergencies.map(({ id, title: name, isDrill, late }) => <strong key={id}>{formatMessage({ id: isDrill ? 'today.item.emergency-drill' : 'today.item.emergency-running' }, { title: name, late })}</strong>)}
      <dl className={classes['wallFigures']}>
        {data && (['open', 'overdue', 'redCards', 'reportedToday', 'endedToday', 'visitorsWaiting'] as const).map((id) => (
          <div key={id}>
            <dt>{id === 'visitorsWaiting' ? formatMessage({ id: 'service-desk.figure.waiting' }) : formatMessage({ id: `command.figure.${id}` })}</dt>
            <dd data-bad={(id === 'overdue' || id === 'redCards') && data[id] > 0 ? true : undefined}>{formatNumber(data[id])}</dd>
          </div>
        ))}
      </dl>
      <WallSteps />
      <WallList rows={due ?? []} unitOf={(row) => unitWords(intl, { id: row.unitId, name: row.unitName })} stateOf={(row) => stateWords(intl, row.state)} />
    </section>
  );
}

/** How many stand at each step. */
function WallSteps() {
  const intl = useIntl();
  return <dl className={classes['wallSteps']}>{boardStates.map((state) => <WallStep key={state} state={state} words={stateWords(intl, state)} />)}</dl>;
}

function WallStep({ state, words }: { readonly state: (typeof boardStates)[number]; readonly words: string }) {
  const { formatNumber } = useIntl();
  const { data } = useQuery({ ...api.grid.countMatters({ filter: matterFilterSchema.parse({ states: [state] }) }), refetchInterval: AGAIN_MS });
  return <div><dt>{words}</dt><dd>{data ? formatNumber(data.count) : ''}</dd></div>;
}

type WallListProps = { readonly rows: readonly MatterRow[]; readonly unitOf: (row: MatterRow) => string; readonly stateOf: (row: MatterRow) => string };

/** As many rows as stand on the wall whole; none is cut by its edge. */
function WallList({ rows, unitOf, stateOf }: WallListProps) {
  const { formatMessage } = useIntl();
  const { labelOf } = useCodes('matter-kind');
  const dayOf = useDayOf();
  const { ref: frame, height } = useElementSize();
  const { ref: head, height: line } = useElementSize<HTMLTableRowElement>();
  const whole = line > 0 ? Math.max(1, Math.floor(height / line) - 1) : rows.length;
  return (
    <div ref={frame} className={classes['wallRest']}>
      <table className={classes['wallList']}>
        <thead><tr ref={head}>{(['number', 'kind', 'gridName', 'holder', 'state', 'day'] as const).map((field) => <th key={field} scope="col">{formatMessage({ id: `command.wall.${field}` })}</th>)}</tr></thead>
        <tbody>
          {rows.slice(0, whole).map((row) => (
            <tr key={row.id} data-clock={row.clock}>
              <td>{row.number}</td>
              <td>{labelOf(row.kind)}</td>
              <td>{row.gridName}</td>
              <td>{unitOf(row)}</td>
              <td>{stateOf(row)}</td>
              <td>{dayOf(row)}{row.clock === 'overdue' && ` ${formatMessage({ id: 'wait-strip.overdue' })}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
