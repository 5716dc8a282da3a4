import { ActionIcon, Group, Text } from '@mantine/core';
import { IconArrowUpRight, IconX } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import classes from './ledger-frame.module.css';
import type { LedgerRecord } from './ledger-list.ts';
import type { Ledger } from './use-ledger.ts';

const NARROWEST = 280;
const WIDEST = 900;
const KEY_STEP = 24;
const limited = (width: number): number => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));

type LedgerPeekProps<Row extends LedgerRecord, F extends object, S extends string> = { readonly ledger: Ledger<Row, F, S>; readonly focusRows: () => void };

/** A look at the row the person stands on, beside the list: it follows the arrow keys, Esc closes it, its left edge can be pulled. */
export function LedgerPeek<Row extends LedgerRecord, F extends object, S extends string>({ ledger, focusRows }: LedgerPeekProps<Row, F, S>) {
  const { formatMessage } = useIntl();
  const { props, current, active, arrangement } = ledger;
  const { layout, change } = arrangement;
  const [pulledWidth, setPulledWidth] = useState<number | null>(null);
  const width = pulledWidth ?? layout.peekWidth;
  const name = current ? props.nameOf(current) : '';
  const close = () => {
    ledger.setPlace({ peek: false });
    focusRows();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // an open menu or dialog of the content closes first: its keys come from outside this element
    if (event.key !== 'Escape' || event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return; // a key press always hits a node
    event.stopPropagation();
    close();
  };
  return (
    <aside className={classes['peek']} style={{ width }} aria-label={formatMessage({ id: 'ledger.peek' }, { name })} onKeyDown={onKeyDown}>
      <PeekEdge
        width={width}
        onPull={setPulledWidth}
        onWidth={(next) => {
          setPulledWidth(null);
          change({ ...layout, peekWidth: limited(next) });
        }}
      />
      <Group justify="space-between" wrap="nowrap" gap={4} className={classes['peekHead']}>
        <Text fw={600} truncate title={name}>{name}</Text>
        <Group gap={2} wrap="nowrap">
          {props.onOpen && current && (
            <ActionIcon variant="subtle" size="sm" aria-label={formatMessage({ id: 'ledger.peek-open' })} title={formatMessage({ id: 'ledger.peek-open' })} onClick={() => ledger.open(current, active.index)}>
              <IconArrowUpRight size={16} />
            </ActionIcon>
          )}
          <ActionIcon variant="subtle" size="sm" aria-label={formatMessage({ id: 'ledger.peek-close' })} title={formatMessage({ id: 'ledger.peek-close' })} onClick={close}>
            <IconX size={16} />
          </ActionIcon>
        </Group>
      </Group>
      <div className={classes['peekBody']} key={current?.id}>
        {current ? props.peek?.(current) : <Text size="sm" c="dimmed"><FormattedMessage id="ledger.peek-none" /></Text>}
      </div>
    </aside>
  );
}

type PeekEdgeProps = { readonly width: number; readonly onPull: (width: number) => void; readonly onWidth: (width: number) => void };

/** The line between list and panel. While it is pulled nothing is written; the width is kept when it is let go. */
function PeekEdge({ width, onPull, onWidth }: PeekEdgeProps) {
  const { formatMessage } = useIntl();
  const pulled = useRef<{ readonly from: number; readonly width: number } | null>(null);
  const widthAt = (event: PointerEvent): number => (pulled.current ? limited(pulled.current.width + pulled.current.from - event.clientX) : width);
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={formatMessage({ id: 'ledger.peek-resize' })}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={width}
      tabIndex={0}
      className={classes['peekEdge']}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        pulled.current = { from: event.clientX, width };
      }}
      onPointerMove={(event) => pulled.current && onPull(widthAt(event))}
      onLostPointerCapture={(event) => {
        onWidth(widthAt(event));
        pulled.current = null;
      }}
      onKeyDown={(event) => {
        const step = { ArrowLeft: KEY_STEP, ArrowRight: -KEY_STEP }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        onWidth(width + step);
      }}
    />
  );
}
