import Feature from 'ol/Feature.js';
import OlMap from 'ol/Map.js';
import View from 'ol/View.js';
import { createEmpty, extend, isEmpty } from 'ol/extent.js';
import MultiPoint from 'ol/geom/MultiPoint.js';
import Point from 'ol/geom/Point.js';
import type { LineString, Polygon } from 'ol/geom.js';
import Draw from 'ol/interaction/Draw.js';
import { defaults as defaultInteractions } from 'ol/interaction/defaults.js';
import type PointerInteraction from 'ol/interaction/Pointer.js';
import Snap from 'ol/interaction/Snap.js';
import VectorLayer from 'ol/layer/Vector.js';
import { getPointResolution } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import CircleStyle from 'ol/style/Circle.js';
import { unByKey } from 'ol/Observable.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import type { Drawing, Position, Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { backdropLayer } from './backdrop-layer.ts';
import { geometryOf, toPlane, toPosition } from './geometry.ts';
import { CHOSEN } from './map-colours.ts';
import { pointLayer } from './point-layer.ts';

const cornerStyle = new Style({ image: new CircleStyle({ radius: 4, fill: new Fill({ color: '#ffffff' }), stroke: new Stroke({ color: CHOSEN, width: 2 }) }) });
const chosenCornerStyle = (label: string): Style =>
  new Style({
    image: new CircleStyle({ radius: 7, fill: new Fill({ color: CHOSEN }), stroke: new Stroke({ color: '#ffffff', width: 2 }) }),
    text: new Text({ text: label, offsetY: -18, font: '600 13px sans-serif', fill: new Fill({ color: CHOSEN }), stroke: new Stroke({ color: '#ffffff', width: 4 }) }),
  });
const markStyle = new Style({ image: new CircleStyle({ radius: 8, fill: new Fill({ color: CHOSEN }), stroke: new Stroke({ color: '#ffffff', width: 3 }) }) });
const NEAREST = 0.05;
const FURTHEST = 5000;
/** The library waits this long for a second click, and a little. */
const SINGLE_CLICK_MS = 350;

/** The drawing plane and what can be done on it. It knows shapes by id and nothing of grids; canvas only, so it needs no graphics card. */
export function openMap(target: HTMLElement, picked: (id: string | null) => void) {
  const shapes = new VectorSource();
  const corners = new VectorSource();
  const points = pointLayer();
  const backdrop = backdropLayer();
  const shapeLayer = new VectorLayer({ source: shapes, zIndex: 1, updateWhileAnimating: true, updateWhileInteracting: true });
  const cornerLayer = new VectorLayer({ source: corners, zIndex: 4, updateWhileAnimating: true, updateWhileInteracting: true });
  const map = new OlMap({
    target,
    controls: [],
    interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: false, doubleClickZoom: false, zoomDuration: 0 }),
    layers: [backdrop.layer, shapeLayer, points.layer, cornerLayer],
    view: new View({ center: toPlane([130, 20]), resolution: 4, minResolution: NEAREST, maxResolution: FURTHEST, enableRotation: false }),
  });
  const drawn = new Map<string, Shape>();
  let isPicking = true;
  map.on('singleclick', (event) => {
    if (!isPicking) return;
    const found = map.forEachFeatureAtPixel(event.pixel, (feature) => feature.getId(), { layerFilter: (layer) => layer === shapeLayer, hitTolerance: 2 });
    picked(found === undefined ? null : String(found));
  });

  const showShapes = (drawing: Drawing): void => {
    for (const id of drawn.keys())
      if (!(id in drawing)) {
        const feature = shapes.getFeatureById(id);
        if (feature instanceof Feature) shapes.removeFeature(feature);
        drawn.delete(id);
      }
    const fresh: Feature[] = [];
    for (const [id, shape] of Object.entries(drawing)) {
      if (drawn.get(id) === shape) continue;
      drawn.set(id, shape);
      const known = shapes.getFeatureById(id);
      if (known instanceof Feature) known.setGeometry(geometryOf(shape));
      else {
        const feature = new Feature(geometryOf(shape));
        feature.setId(id);
        fresh.push(feature);
      }
    }
    shapes.addFeatures(fresh);
  };

  const put = (...interactions: (Draw | Snap | PointerInteraction)[]): (() => void) => {
    for (const interaction of interactions) map.addInteraction(interaction);
    return () => {
      for (const interaction of interactions) map.removeInteraction(interaction);
      map.getViewport()?.style.setProperty('cursor', '');
    };
  };
  /** While something is drawn a click chooses nothing; the click that ends it is announced only after a moment. */
  const withoutPicking = (stop: () => void): (() => void) => {
    isPicking = false;
    return () => {
      stop();
      setTimeout(() => (isPicking = true), SINGLE_CLICK_MS);
    };
  };

  return {
    map,
    showShapes,
    look: (style: (feature: Feature, resolution: number) => Style[]) => shapeLayer.setStyle((feature, resolution) => (feature instanceof Feature ? style(feature, resolution) : [])),
    showPoints: points.show,
    showBackdrop: backdrop.show,
    /** Handles of corners; the chosen one stands out with its number. */
    showCorners: (all: readonly Position[], chosen: number | null) => {
      corners.clear(true);
      const handles = new Feature(new MultiPoint(all.map(toPlane)));
      handles.setStyle(cornerStyle);
      const at = chosen === null ? undefined : all[chosen];
      const mark = at && new Feature(new Point(toPlane(at)));
      mark?.setStyle(chosenCornerStyle(String((chosen ?? 0) + 1)));
      corners.addFeatures(mark ? [handles, mark] : [handles]);
    },
    /** One place that stands out; null takes it away. */
    showMark: (at: Position | null) => {
      corners.clear(true);
      if (!at) return;
      const mark = new Feature(new Point(toPlane(at)));
      mark.setStyle(markStyle);
      corners.addFeature(mark);
    },
    /** Brings shapes into view; everything without any. */
    fit: (wanted: readonly Shape[] = [...drawn.values()]) => {
      const extent = wanted.reduce((whole, shape) => extend(whole, geometryOf(shape).getExtent()), createEmpty());
      if (!isEmpty(extent)) map.getView().fit(extent, { padding: [56, 32, 48, 56], maxZoom: 19 });
    },
    centre: (at: Position) => map.getView().setCenter(toPlane(at)),
    zoom: (by: number) => map.getView().adjustZoom(by),
    /** Metres on the ground that a pixel of the screen covers in the middle of the view. */
    metresPerPixel: (): number => {
      const view = map.getView();
      return getPointResolution(view.getProjection(), view.getResolution() ?? 1, view.getCenter() ?? [0, 0]);
    },
    /** West, south, east, north of what is in view. */
    viewCorners: (): readonly [Position, Position] => {
      const [west = 0, south = 0, east = 0, north = 0] = map.getView().calculateExtent();
      return [toPosition([west, south]), toPosition([east, north])];
    },
    /** The place of the next click, instead of choosing a shape. */
    pickOnce: (done: (at: Position) => void) => {
      isPicking = false;
      map.once('singleclick', (event) => {
        isPicking = true;
        done(toPosition(event.coordinate));
      });
    },
    /** Every click tells its place instead of choosing a shape, until the map closes. */
    tellPlaces: (told: (at: Position) => void): (() => void) => {
      isPicking = false;
      const key = map.on('click', (event) => told(toPosition(event.coordinate)));
      return () => {
        isPicking = true;
        unByKey(key);
      };
    },
    drag: (interaction: PointerInteraction) => put(interaction),
    /** A line or a ring drawn by hand; it catches on what is there and follows a border from one click on it to the next. */
    draw: (kind: 'ring' | 'line', done: (positions: Position[]) => void) => {
      const tracing = kind === 'ring' ? { trace: true, traceSource: shapes } : {};
      const draw = new Draw({ type: kind === 'ring' ? 'Polygon' : 'LineString', stopClick: true, ...tracing });
      draw.on('drawend', ({ feature }) => {
        const geometry = feature.getGeometry() as Polygon | LineString; // the kind asked for above
        const flat = geometry.getType() === 'Polygon' ? (geometry as Polygon).getCoordinates()[0] : (geometry as LineString).getCoordinates(); // as its type says
        done((flat ?? []).map(toPosition));
      });
      const stop = withoutPicking(put(draw, new Snap({ source: shapes, pixelTolerance: 10 })));
      return { stop, undoPoint: () => draw.removeLastPoint(), finish: () => draw.finishDrawing() };
    },
    close: () => {
      map.setTarget(undefined);
      map.dispose();
    },
  };
}
export type OpenMap = ReturnType<typeof openMap>;
