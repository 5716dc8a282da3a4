import { Button, Group, NativeSelect, Skeleton } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { api } from '#renderer/api/index.ts';
import { runCommand } from '#renderer/app/commands.ts';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import { localToday } from '#renderer/components/record-form/typed-day.ts';
import classes from '../matters.module.css';
import { LinesTable } from './LinesTable.tsx';
import { MarksTable } from './MarksTable.tsx';
import { MonthCharts } from './MonthCharts.tsx';
import { StepTable } from './StepTable.tsx';
import { TotalFigures } from './TotalFigures.tsx';

const SPANS = [1, 3, 12, 36, 60] as const;

/** The month `back` months before another, `YYYY-MM`. */
function monthBefore(month: string, back: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = new Date(Date.UTC(year, number - 1 - back, 1));
  return at.toISOString().slice(0, 7);
}

/** What the matters of some months add up to: every figure defined, every one opening its rows. */
export default function MatterFiguresPage() {
  const { formatMessage } = useIntl();
  const [until, setUntil] = useState(localToday().slice(0, 7));
  const [span, setSpan] = useState<number>(12);
  const from = monthBefore(until, span - 1);
  const months = Array.from({ length: 60 }, (_none, back) => monthBefore(localToday().slice(0, 7), back));
  const { data, error, refetch } = useQuery({ ...api.grid.summariseMatters({ from, until }), placeholderData: keepPreviousData });
  return (
    <Page
      wide
      title={formatMessage({ id: 'matters.figures' })}
      actions={
        <Group gap="xs">
          <NativeSelect size="xs" aria-label={formatMessage({ id: 'matters.figures.span' })} value={String(span)} data={SPANS.map((value) => ({ value: String(value), label: formatMessage({ id: 'matters.figures.months' }, { count: value }) }))} onChange={(event) => setSpan(Number(event.currentTarget.value))} />
          <NativeSelect size="xs" aria-label={formatMessage({ id: 'matters.figures.until' })} value={until} data={months.map((value) => ({ value, label: formatMessage({ id: 'matters.figures.until-month' }, { month: value }) }))} onChange={(event) => setUntil(event.currentTarget.value)} />
          <Button size="xs" variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => runCommand('frame.print')}><FormattedMessage id="common.print" /></Button>
        </Group>
      }
    >
      <div className={classes['page']}>
        <ErrorNote error={error} onRetry={() => void refetch()} />
        {!data && !error && <Skeleton height={160} />}
        {data && (
          <>
            <TotalFigures total={data.total} from={from} until={until} />
            <MonthCharts months={data.months} />
            <StepTable steps={data.steps} from={from} until={until} />
            <LinesTable dim="grid" lines={data.grids} from={from} until={until} />
            <LinesTable dim="station" lines={data.stations} from={from} until={until} />
            <LinesTable dim="department" lines={data.departments} from={from} until={until} />
            <LinesTable dim="kind" lines={data.kinds} from={from} until={until} />
            <LinesTable dim="channel" lines={data.channels} from={from} until={until} />
            <MarksTable from={from} until={until} />
          </>
        )}
      </div>
    </Page>
  );
}
