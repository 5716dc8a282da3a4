import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { knit } from '#shared/modules/grid/territory/map/borders.rules.ts';
import { areaOf, joined, without } from '#shared/modules/grid/territory/map/overlay.rules.ts';
import { closed } from '#shared/modules/grid/territory/map/position.rules.ts';
import { shapeFault } from '#shared/modules/grid/territory/map/ring.rules.ts';
import { OUTLINE, type Drawing, type Position } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { divided, splitShape, type Parts } from '#shared/modules/grid/territory/map/split.rules.ts';
import type { ListedGrid } from './GridList.tsx';
import type { OpenMap } from './open-map.ts';

type ShapeToolsProps = {
  readonly map: OpenMap;
  readonly drawing: Drawing;
  readonly grids: readonly ListedGrid[];
  readonly chosen: string | null;
  readonly nameOf: (id: string) => string;
  readonly put: (drawing: Drawing) => void;
  readonly onNote: (note: string | null) => void;
  readonly onDrawing: (isDrawing: boolean) => void;
};

type Hand = { readonly kind: 'ring' | 'line'; readonly stop: () => void; readonly undoPoint: () => void; readonly finish: () => void };

/** Draw, split, join or take away the chosen shape. What is drawn makes way for its neighbours: land changes hands only by corners or a split. */
export function ShapeTools({ map, drawing, grids, chosen, nameOf, put, onNote, onDrawing }: ShapeToolsProps) {
  const { formatMessage } = useIntl();
  const [hand, setHand] = useState<Hand | null>(null);
  const [cut, setCut] = useState<Parts | null>(null);
  const [isJoining, setJoining] = useState(false);
  const shape = chosen === null ? undefined : drawing[chosen];

  const stop = (): void => {
    hand?.stop();
    setHand(null);
    onDrawing(false);
  };
  const latest = useRef(stop);
  useEffect(() => {
    latest.current = stop;
  });
  useEffect(() => () => latest.current(), []);

  const finishRing = (id: string, positions: readonly Position[]): void => {
    const ring = [closed(positions.slice(0, -1))];
    const fault = shapeFault([ring]);
    if (fault !== null) return onNote(formatMessage({ id: `map.fault.${fault}` }));
    const others = id === OUTLINE ? [] : Object.entries(drawing).flatMap(([other, theirs]) => (other === id || other === OUTLINE ? [] : [theirs]));
    const free = without([ring], others);
    if (areaOf(free) < 1) return onNote(formatMessage({ id: 'map.nothing-left' }));
    put(knit({ ...drawing, [id]: free }, id));
  };
  const finishLine = (positions: readonly Position[]): void => {
    const split = splitShape(shape ?? [], positions);
    if ('fault' in split) onNote(formatMessage({ id: `map.split-fault.${split.fault}` }));
    else setCut(split);
  };
  const start = (kind: Hand['kind']): void => {
    if (chosen === null) return;
    stop();
    onDrawing(true);
    onNote(formatMessage({ id: kind === 'ring' ? 'map.draw-hint' : 'map.split-hint' }));
    const drawn = map.draw(kind, (positions) => {
      drawn.stop();
      setHand(null);
      onDrawing(false);
      onNote(null);
      if (kind === 'ring') finishRing(chosen, positions);
      else finishLine(positions);
    });
    setHand({ kind, ...drawn });
  };
  const give = (to: string | null): void => {
    if (to === null || chosen === null || !cut) return;
    put(divided(drawing, chosen, to, cut));
    setCut(null);
  };
  const join = (to: string | null): void => {
    if (to === null || chosen === null || !shape) return;
    const { [chosen]: _gone, ...others } = drawing;
    put(knit({ ...others, [to]: joined([drawing[to] ?? [], shape]) }, to));
    setJoining(false);
  };
  const remove = (): void => {
    if (chosen === null) return;
    const { [chosen]: _gone, ...others } = drawing;
    put(others);
  };
  const options = (isWanted: (grid: ListedGrid) => boolean) => grids.filter((grid) => grid.id !== chosen && grid.id !== OUTLINE && isWanted(grid)).map(({ id, name, isDrawn }) => ({ value: id, label: isDrawn ? name : formatMessage({ id: 'map.undrawn-grid' }, { name }) }));

  if (chosen === null) return <Text size="sm" c="dimmed"><FormattedMessage id="map.choose-first" /></Text>;
  if (hand)
    return (
      <Group gap={6}>
        <Button size="xs" onClick={hand.finish}><FormattedMessage id="map.finish" /></Button>
        <Button size="xs" variant="default" onClick={hand.undoPoint}><FormattedMessage id="map.undo-point" /></Button>
        <Button size="xs" variant="subtle" onClick={() => { stop(); onNote(null); }}><FormattedMessage id="common.cancel" /></Button>
      </Group>
    );
  if (cut)
    return (
      <Stack gap={6}>
        <Select size="xs" autoFocus label={formatMessage({ id: 'map.cut-to' }, { area: Math.round(areaOf(cut.cut)) })} placeholder={formatMessage({ id: 'map.choose-grid' })} data={options(() => true)} searchable onChange={give} nothingFoundMessage={formatMessage({ id: 'map.no-grid' })} comboboxProps={{ transitionProps: { duration: 0 } }} />
        <Button size="xs" variant="subtle" onClick={() => setCut(null)}><FormattedMessage id="common.cancel" /></Button>
      </Stack>
    );
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600}>{nameOf(chosen)}</Text>
      <Group gap={6}>
        <Button size="xs" variant="default" onClick={() => start('ring')}><FormattedMessage id={shape ? 'map.draw-again' : 'map.draw'} /></Button>
        {shape && chosen !== OUTLINE && <Button size="xs" variant="default" onClick={() => start('line')}><FormattedMessage id="map.split" /></Button>}
        {shape && chosen !== OUTLINE && <Button size="xs" variant="default" onClick={() => setJoining(!isJoining)}><FormattedMessage id="map.join" /></Button>}
        {shape && <Button size="xs" variant="subtle" color="red" onClick={remove}><FormattedMessage id="map.remove" /></Button>}
      </Group>
      {isJoining && shape && <Select size="xs" autoFocus aria-label={formatMessage({ id: 'map.join-to' })} placeholder={formatMessage({ id: 'map.join-to' })} data={options(({ isDrawn }) => isDrawn)} searchable onChange={join} comboboxProps={{ transitionProps: { duration: 0 } }} />}
    </Stack>
  );
}
