import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconDeviceFloppy } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useDeskCommand } from '#renderer/app/commands.ts';
import { ConfirmDialog } from '#renderer/components/confirm/ConfirmDialog.tsx';
import { ErrorNote } from '#renderer/components/error/ErrorNote.tsx';
import { problemsOf } from '#shared/modules/grid/territory/map/areas.rules.ts';
import { knit } from '#shared/modules/grid/territory/map/borders.rules.ts';
import { cornersOf, isSame, ringsOf } from '#shared/modules/grid/territory/map/position.rules.ts';
import type { Drawing, Position } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { CornerPanel } from './CornerPanel.tsx';
import { cornerDrag } from './corner-drag.ts';
import type { ListedGrid } from './GridList.tsx';
import { touchedIds, type MapEdit } from './map-edit.ts';
import type { OpenMap } from './open-map.ts';
import { ProblemList } from './ProblemList.tsx';
import { ShapeTools } from './ShapeTools.tsx';
import type { MapEditing } from './use-map-edit.ts';

type MapEditorProps = {
  readonly map: OpenMap;
  readonly editing: MapEditing;
  readonly edit: MapEdit;
  readonly grids: readonly ListedGrid[];
  readonly chosen: string | null;
  readonly nameOf: (id: string) => string;
  readonly onChoose: (id: string) => void;
};

/** Everything an edit offers, beside the map: tools for the chosen shape, its corners by number, what is wrong, and the way back or out. */
export function MapEditor({ map, editing, edit, grids, chosen, nameOf, onChoose }: MapEditorProps) {
  const { formatMessage } = useIntl();
  const { drawing } = edit.now;
  const [corner, setCorner] = useState<number | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const [isDrawing, setDrawing] = useState(false);
  const [asksDiscard, setAsksDiscard] = useState(false);
  const shape = chosen === null ? undefined : drawing[chosen];
  const corners = useMemo(() => (shape ? ringsOf(shape).flatMap(cornersOf) : []), [shape]);
  const touched = useMemo(() => touchedIds(edit), [edit]);
  const problems = useMemo(() => problemsOf(drawing), [drawing]);
  const put = (next: Drawing): void => {
    setNote(null);
    editing.put(next);
  };
  useEffect(() => {
    map.showCorners(corners, corner);
    return () => map.showCorners([], null);
  }, [map, corners, corner]);

  const latest = useRef({ drawing, put, chosen });
  useEffect(() => {
    latest.current = { drawing, put, chosen };
  });
  const refusal = formatMessage({ id: 'map.corner-needed' });
  useEffect(() => {
    if (isDrawing) return undefined;
    const settle = (next: Drawing, at: Position | null): void => {
      const { drawing: before, put: keep, chosen: id } = latest.current;
      const knitted = Object.keys(next).filter((key) => next[key] !== before[key]).reduce(knit, next);
      keep(knitted);
      const mine = id === null ? [] : ringsOf(knitted[id] ?? []).flatMap(cornersOf);
      const place = at === null ? -1 : mine.findIndex((other) => isSame(other, at));
      setCorner(place < 0 ? null : place);
    };
    return map.drag(cornerDrag({ drawing: () => latest.current.drawing, preview: map.showShapes, done: settle, refused: () => setNote(refusal) }));
  }, [map, isDrawing, refusal]);

  useDeskCommand({ id: 'map.undo', title: 'map.undo', accelerator: 'CmdOrCtrl+Z', run: editing.undo });
  useDeskCommand({ id: 'map.redo', title: 'map.redo', accelerator: 'CmdOrCtrl+Shift+Z', run: editing.redo });
  useDeskCommand({ id: 'record.save', title: 'map.save-command', accelerator: 'CmdOrCtrl+S', run: editing.save });
  const isRefused = problems.some(({ kind }) => kind !== 'gap');
  return (
    <Stack gap="sm">
      <Group gap={6}>
        <Button size="xs" leftSection={<IconDeviceFloppy size={16} aria-hidden />} loading={editing.isSaving} disabled={isRefused && touched.length > 0} onClick={editing.save}>
          <FormattedMessage id="map.save" values={{ count: touched.length }} />
        </Button>
        <Button size="xs" variant="default" px={8} disabled={edit.past.length === 0} aria-label={formatMessage({ id: 'map.undo' })} title={formatMessage({ id: 'map.undo' })} onClick={editing.undo}><IconArrowBackUp size={16} aria-hidden /></Button>
        <Button size="xs" variant="default" px={8} disabled={edit.future.length === 0} aria-label={formatMessage({ id: 'map.redo' })} title={formatMessage({ id: 'map.redo' })} onClick={editing.redo}><IconArrowForwardUp size={16} aria-hidden /></Button>
        <Button size="xs" variant="subtle" onClick={() => (touched.length === 0 ? editing.discard() : setAsksDiscard(true))}><FormattedMessage id={touched.length === 0 ? 'map.leave' : 'map.discard'} /></Button>
      </Group>
      <ErrorNote error={editing.error} />
      <ShapeTools map={map} drawing={drawing} grids={grids} chosen={chosen} nameOf={nameOf} put={put} onNote={setNote} onDrawing={setDrawing} />
      {note !== null && <Text size="sm" role="status">{note}</Text>}
      <ProblemList problems={problems} drawing={drawing} chosen={chosen} nameOf={nameOf} put={put} onShow={(shapes) => map.fit(shapes)} onChoose={onChoose} />
      {shape && <CornerPanel drawing={drawing} corners={corners} corner={corner} onCorner={setCorner} put={put} onNote={setNote} />}
      <ConfirmDialog
        opened={asksDiscard}
        onClose={() => setAsksDiscard(false)}
        title={formatMessage({ id: 'map.discard-title' })}
        consequence={formatMessage({ id: 'map.discard-consequence' }, { count: touched.length })}
        confirmLabel={formatMessage({ id: 'map.discard' })}
        danger
        onConfirm={() => {
          setAsksDiscard(false);
          editing.discard();
        }}
      />
    </Stack>
  );
}
