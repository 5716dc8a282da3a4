import { Stack, Text } from '@mantine/core';
import { FormattedMessage, useIntl } from 'react-intl';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { Page } from '#renderer/components/page/Page.tsx';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { FirstSteps } from './FirstSteps.tsx';
import { TodayColumn } from './TodayColumn.tsx';
import { useToday } from './use-today.ts';
import classes from './today.module.css';

const COLUMNS = ['due', 'waiting', 'week'] as const satisfies readonly TodayItem['column'][];

/** What waits for the signed-in person: one sentence, then due, waiting for others, this week. No totals (look.md 5). */
export default function TodayPage() {
  const { formatMessage } = useIntl();
  const { items, error, retry } = useToday();
  return (
    <Page title={formatMessage({ id: 'today.title' })}>
      {items ? <TodayDesk items={items} /> : <ErrorNote error={error} onRetry={retry} />}
    </Page>
  );
}

function TodayDesk({ items }: { readonly items: readonly TodayItem[] }) {
  const due = items.filter((item) => item.column === 'due').length;
  const overdue = items.filter((item) => item.urgency === 'overdue').length;
  return (
    <Stack gap="lg">
      <div>
        <Text fz="lg" role="status"><FormattedMessage id="today.sentence" values={{ due, overdue }} /></Text>
        {items.length === 0 && <Text size="sm" c="dimmed"><FormattedMessage id="today.empty" /></Text>}
      </div>
      <FirstSteps items={items} />
      <div className={classes['columns']}>
        {COLUMNS.map((column) => <TodayColumn key={column} column={column} items={items.filter((item) => item.column === column)} />)}
      </div>
    </Stack>
  );
}
