import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { isComposing } from '#renderer/app/use-command-keys.ts';
import { insertCorner, moveCorner, removeCorner } from '#shared/modules/grid/territory/map/borders.rules.ts';
import type { Drawing, Position } from '#shared/modules/grid/territory/map/shape.schema.ts';
import classes from './map.module.css';
import { positionText, typedPosition } from './typed-position.ts';

type CornerPanelProps = {
  readonly drawing: Drawing;
  readonly corners: readonly Position[];
  readonly corner: number | null;
  readonly onCorner: (corner: number | null) => void;
  readonly put: (drawing: Drawing) => void;
  readonly onNote: (note: string) => void;
};

/** The corners of the chosen shape by number: moved, added and taken out by typing, with the neighbours' borders as by hand. */
export function CornerPanel({ drawing, corners, corner, onCorner, put, onNote }: CornerPanelProps) {
  const { formatMessage } = useIntl();
  const list = useRef<HTMLUListElement>(null);
  const at = corner === null ? undefined : corners[corner];
  const next = corner === null ? undefined : corners[(corner + 1) % corners.length];
  const choose = (index: number): void => {
    onCorner(index);
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  };
  const remove = (): void => {
    if (!at) return;
    const without = removeCorner(drawing, at);
    if (!without) return onNote(formatMessage({ id: 'map.corner-needed' }));
    put(without);
    onCorner(corner === 0 ? 0 : (corner ?? 1) - 1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: corner === null ? 0 : corner + 1, ArrowUp: (corner ?? 1) - 1, Home: 0, End: corners.length - 1 };
    const index = steps[event.key];
    if (index !== undefined) choose(Math.min(corners.length - 1, Math.max(0, index)));
    else if (event.key === 'Delete') remove();
    else return;
    event.preventDefault();
  };
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}><FormattedMessage id="map.corners-list" values={{ count: corners.length }} /></Text>
      {at && next && (
        <CornerFields
          key={`${corner} ${positionText(at)}`}
          at={at}
          onMove={(to) => put(moveCorner(drawing, at, to))}
          onInsert={(to) => {
            put(insertCorner(drawing, [at, next], to));
            onCorner((corner ?? 0) + 1);
          }}
          middle={[(at[0] + next[0]) / 2, (at[1] + next[1]) / 2]}
          onRemove={remove}
        />
      )}
      <ul ref={list} className={classes['list']} role="listbox" tabIndex={0} aria-label={formatMessage({ id: 'map.corners' })} aria-activedescendant={corner === null ? undefined : `map-corner-${corner}`} onKeyDown={onKeyDown}>
        {corners.map((position, index) => (
          <li key={index} id={`map-corner-${index}`} role="option" aria-selected={index === corner} className={classes['row']} onClick={() => onCorner(index)}>
            <span className={classes['number']}>{index + 1}</span>
            <span className={classes['coordinates']}>{positionText(position)}</span>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

type CornerFieldsProps = { readonly at: Position; readonly middle: Position; readonly onMove: (to: Position) => void; readonly onInsert: (to: Position) => void; readonly onRemove: () => void };

function CornerFields({ at, middle, onMove, onInsert, onRemove }: CornerFieldsProps) {
  const { formatMessage } = useIntl();
  const [text, setText] = useState(() => positionText(at));
  const typed = typedPosition(text);
  const isMoved = typed !== null && positionText(typed) !== positionText(at);
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (isMoved) onMove(typed); }}>
      <Stack gap={6}>
        <TextInput size="xs" label={formatMessage({ id: 'map.corner-place' })} value={text} onChange={(event) => setText(event.currentTarget.value)} error={typed === null && formatMessage({ id: 'map.corner-wrong' })} />
        <Group gap={6}>
          <Button size="xs" variant="default" type="submit" disabled={!isMoved}><FormattedMessage id="map.corner-move" /></Button>
          <Button size="xs" variant="default" onClick={() => onInsert(isMoved ? typed : middle)}><FormattedMessage id="map.corner-insert" /></Button>
          <Button size="xs" variant="subtle" color="red" onClick={onRemove}><FormattedMessage id="map.corner-remove" /></Button>
        </Group>
      </Stack>
    </form>
  );
}
