import type OlMap from 'ol/Map.js';
import type MapBrowserEvent from 'ol/MapBrowserEvent.js';
import PointerInteraction from 'ol/interaction/Pointer.js';
import { insertCorner, moveCorner, removeCorner } from '#shared/modules/grid/territory/map/borders.rules.ts';
import { edgesOf, isSame, nearestOnEdge, positionsOf, ringsOf } from '#shared/modules/grid/territory/map/position.rules.ts';
import type { Drawing, Position } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { toPlane, toPosition } from './geometry.ts';

const REACH_PX = 10;

type Draggable = {
  readonly drawing: () => Drawing;
  /** While the corner is held. */
  readonly preview: (drawing: Drawing) => void;
  /** Let go: the drawing, and the corner where it lies now. */
  readonly done: (drawing: Drawing, corner: Position | null) => void;
  /** A corner that cannot be taken out. */
  readonly refused: () => void;
};

function pixelDistance(map: OlMap, at: readonly number[], position: Position): number {
  const pixel = map.getPixelFromCoordinate(toPlane(position));
  return pixel ? Math.hypot((pixel[0] ?? 0) - (at[0] ?? 0), (pixel[1] ?? 0) - (at[1] ?? 0)) : Infinity;
}

/** The nearest of some corners within reach of the pointer. */
function cornerAt(map: OlMap, pixel: readonly number[], corners: readonly Position[]): Position | null {
  const near = corners.map((corner) => ({ corner, distance: pixelDistance(map, pixel, corner) })).filter(({ distance }) => distance <= REACH_PX);
  return near.toSorted((one, other) => one.distance - other.distance)[0]?.corner ?? null;
}

function edgeAt(map: OlMap, pixel: readonly number[], drawing: Drawing): { readonly edge: readonly [Position, Position]; readonly point: Position } | null {
  const at = toPosition(map.getCoordinateFromPixel([...pixel]));
  for (const edge of Object.values(drawing).flatMap((shape) => ringsOf(shape).flatMap(edgesOf))) {
    const { point } = nearestOnEdge(at, edge[0], edge[1]);
    if (pixelDistance(map, pixel, point) <= REACH_PX) return { edge, point };
  }
  return null;
}

/**
 * Takes hold of a corner, or of an edge, which then gains one, and moves it for every shape that has it. It catches on corners of others.
 * With Alt a click takes the corner out.
 */
export function cornerDrag({ drawing, preview, done, refused }: Draggable): PointerInteraction {
  let held: { readonly from: Drawing; readonly corner: Position } | null = null;
  let moved: { readonly drawing: Drawing; readonly corner: Position } | null = null;
  const cornersOf = (all: Drawing): Position[] => Object.values(all).flatMap(positionsOf);
  const moveTo = (event: MapBrowserEvent): void => {
    if (!held) return;
    const { from, corner } = held;
    const caught = cornerAt(event.map, event.pixel, cornersOf(from).filter((other) => !isSame(other, corner)));
    const target = caught ?? toPosition(event.coordinate);
    moved = { drawing: moveCorner(from, corner, target), corner: target };
    preview(moved.drawing);
  };
  return new PointerInteraction({
    handleDownEvent: (event) => {
      const now = drawing();
      const corner = cornerAt(event.map, event.pixel, cornersOf(now));
      if (corner && (event.originalEvent as MouseEvent).altKey) { // a pointer event is a mouse event
        const without = removeCorner(now, corner);
        if (without) done(without, null);
        else refused();
        return false;
      }
      if (corner) held = { from: now, corner };
      else {
        const found = edgeAt(event.map, event.pixel, now);
        if (!found) return false;
        const point = toPosition(toPlane(found.point));
        held = { from: insertCorner(now, found.edge, point), corner: point };
      }
      moved = null;
      return true;
    },
    handleDragEvent: moveTo,
    handleUpEvent: () => {
      if (held && moved) done(moved.drawing, moved.corner);
      else if (held) done(held.from, held.corner);
      held = null;
      return false;
    },
    handleMoveEvent: (event) => {
      const now = drawing();
      const isOver = cornerAt(event.map, event.pixel, cornersOf(now)) !== null || edgeAt(event.map, event.pixel, now) !== null;
      event.map.getViewport()?.style.setProperty('cursor', isOver ? 'move' : '');
    },
  });
}
