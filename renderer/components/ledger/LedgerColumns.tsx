import { ActionIcon, Button, Checkbox, Group, NumberInput, Popover, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3, IconPin, IconPinFilled } from '@tabler/icons-react';
import { FormattedMessage, useIntl } from 'react-intl';
import { densities, isShown, MIN_WIDTH, orderedColumns, withMoved, withPinned, withShown, withWidth } from './column-layout.ts';
import classes from './ledger-frame.module.css';
import type { LedgerColumn, LedgerRecord } from './ledger-list.ts';
import type { Ledger } from './use-ledger.ts';

type LedgerColumnsProps<Row extends LedgerRecord, F extends object, S extends string> = { readonly ledger: Ledger<Row, F, S> };

/** Which columns, in which order, how wide, which stay in sight at the left, and how high the rows are. Every change shows at once. */
export function LedgerColumns<Row extends LedgerRecord, F extends object, S extends string>({ ledger }: LedgerColumnsProps<Row, F, S>) {
  const { formatMessage } = useIntl();
  const { arrangement, density } = ledger;
  const { layout, change, reset, isDefault } = arrangement;
  const columns = orderedColumns(ledger.props.columns, layout);
  const title = formatMessage({ id: 'ledger.columns-title' });
  return (
    <Popover position="bottom-end" shadow="sm" trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconColumns3 size={14} aria-hidden />}><FormattedMessage id="ledger.columns" /></Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={title}>
        <Stack gap="sm">
          <Text size="sm" fw={600}>{title}</Text>
          <ol className={classes['columns']}>
            {columns.map((column, at) => (
              <ColumnLine key={column.id} ledger={ledger} column={column} before={columns[at - 1]?.id ?? null} after={at + 1 < columns.length ? { id: columns[at + 2]?.id ?? null } : null} />
            ))}
          </ol>
          <Group justify="space-between" gap="sm">
            <SegmentedControl
              size="xs"
              aria-label={formatMessage({ id: 'ledger.density' })}
              value={density}
              onChange={(value) => change({ ...layout, density: densities.find((one) => one === value) ?? null })}
              data={densities.map((value) => ({ value, label: formatMessage({ id: `ledger.density.${value}` }) }))}
            />
            <Button size="compact-sm" variant="subtle" disabled={isDefault} onClick={reset}><FormattedMessage id="ledger.columns-reset" /></Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

type ColumnLineProps<Row extends LedgerRecord, F extends object, S extends string> = LedgerColumnsProps<Row, F, S> & {
  readonly column: LedgerColumn<Row, S>;
  /** The column above; null for the first. */
  readonly before: string | null;
  /** What it would stand in front of when moved down (null: at the end); absent for the last. */
  readonly after: { readonly id: string | null } | null;
};

function ColumnLine<Row extends LedgerRecord, F extends object, S extends string>({ ledger, column, before, after }: ColumnLineProps<Row, F, S>) {
  const { formatMessage } = useIntl();
  const { layout, change } = ledger.arrangement;
  const { id, title } = column;
  const isPinned = layout.pinned.includes(id);
  const move = (beforeId: string | null) => change(withMoved(ledger.props.columns, layout, id, beforeId));
  const pinWords = formatMessage({ id: isPinned ? 'ledger.column-unpin' : 'ledger.column-pin' }, { title });
  return (
    <li className={classes['column']}>
      <Checkbox
        size="xs"
        className={classes['columnName']}
        label={title}
        aria-label={formatMessage({ id: 'ledger.column-show' }, { title })}
        checked={isShown(column, layout)}
        disabled={column.leading ?? false}
        {...(column.leading && { title: formatMessage({ id: 'ledger.column-always' }) })}
        onChange={() => change(withShown(layout, column))}
      />
      <NumberInput
        size="xs"
        w={72}
        min={MIN_WIDTH}
        max={1200}
        step={8}
        clampBehavior="blur"
        aria-label={formatMessage({ id: 'ledger.column-width' }, { title })}
        value={layout.widths[id] ?? column.width}
        onChange={(value) => typeof value === 'number' && value >= MIN_WIDTH && change(withWidth(layout, id, value))}
      />
      <ActionIcon variant="subtle" size="sm" aria-pressed={isPinned} aria-label={pinWords} title={pinWords} onClick={() => change(withPinned(layout, id))}>
        {isPinned ? <IconPinFilled size={14} /> : <IconPin size={14} />}
      </ActionIcon>
      <ActionIcon variant="subtle" size="sm" aria-label={formatMessage({ id: 'ledger.column-up' }, { title })} disabled={before === null} onClick={() => move(before)}><IconArrowUp size={14} /></ActionIcon>
      <ActionIcon variant="subtle" size="sm" aria-label={formatMessage({ id: 'ledger.column-down' }, { title })} disabled={after === null} onClick={() => move(after?.id ?? null)}><IconArrowDown size={14} /></ActionIcon>
    </li>
  );
}
