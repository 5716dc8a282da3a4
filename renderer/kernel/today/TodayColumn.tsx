import { Text, Title } from '@mantine/core';
import { useId } from 'react';
import { FormattedMessage } from 'react-intl';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { itemKey } from './today-items.ts';
import { TodayEntry } from './TodayEntry.tsx';
import classes from './today.module.css';

type TodayColumnProps = { readonly column: TodayItem['column']; readonly items: readonly TodayItem[] };

/** One of the three columns with its number; an empty one says what would stand there. */
export function TodayColumn({ column, items }: TodayColumnProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <Title order={2} id={heading} fz="md" mb={4}>
        <FormattedMessage id={`today.column.${column}`} /> <Text span c="dimmed" fz="sm">{items.length}</Text>
      </Title>
      {items.length === 0 ? (
        <Text size="sm" c="dimmed"><FormattedMessage id={`today.column.${column}.empty`} /></Text>
      ) : (
        <ul className={classes['list']}>{items.map((item) => <TodayEntry key={itemKey(item)} item={item} />)}</ul>
      )}
    </section>
  );
}
