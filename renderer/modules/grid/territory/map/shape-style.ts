import type Feature from 'ol/Feature.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import { getWidth } from 'ol/extent.js';
import { BORDER, CHOSEN, CLASS_FILLS, CLASS_STROKES, NO_VALUE_FILL, OUTLINE_COLOUR, PATTERN_COLOUR, PATTERN_SIZE } from './map-colours.ts';

export type Face = { readonly fill: number | null; readonly label: string; readonly isChosen: boolean; readonly isOutline: boolean };

/** Below this width in pixels a label would cover its grid. */
const ROOM_FOR_A_LABEL = 70;
/** Below the dashes of the outline, so that they show on any ground. */
const casing = new Style({ stroke: new Stroke({ color: '#ffffff', width: 5 }), zIndex: 2.5 });

function patternOf(index: number): CanvasPattern | null {
  const canvas = document.createElement('canvas');
  canvas.width = PATTERN_SIZE;
  canvas.height = PATTERN_SIZE;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = CLASS_FILLS[index] ?? NO_VALUE_FILL;
  context.fillRect(0, 0, PATTERN_SIZE, PATTERN_SIZE);
  context.strokeStyle = PATTERN_COLOUR;
  context.globalAlpha = 0.45;
  context.stroke(new Path2D(CLASS_STROKES[index]));
  return context.createPattern(canvas, 'repeat');
}

/** Styles are made once for each look and shared: one made for each feature and frame is what makes a map slow. */
export function shapeStyles(faceOf: (id: string) => Face, hasPattern: boolean) {
  const plain = new Map<string, Style>();
  const labels = new Map<string, Style>();
  const base = ({ fill, isChosen, isOutline }: Face): Style => {
    const key = `${fill}${isChosen}${isOutline}`;
    const known = plain.get(key);
    if (known) return known;
    const colour = fill === null ? NO_VALUE_FILL : (CLASS_FILLS[fill] ?? NO_VALUE_FILL);
    const style = new Style({
      ...(!isOutline && { fill: new Fill({ color: hasPattern && fill !== null ? (patternOf(fill) ?? colour) : `${colour}d9` }) }),
      stroke: new Stroke(isOutline ? { color: OUTLINE_COLOUR, width: 3, lineDash: [12, 8] } : { color: isChosen ? CHOSEN : BORDER, width: isChosen ? 3 : 1 }),
      zIndex: isOutline ? 3 : isChosen ? 2 : 1,
    });
    plain.set(key, style);
    return style;
  };
  const labelled = (text: string): Style => {
    const known = labels.get(text);
    if (known) return known;
    const style = new Style({
      text: new Text({ text, font: '13px "Microsoft YaHei UI", "Noto Sans SC", "Noto Sans CJK SC", sans-serif', fill: new Fill({ color: '#21201e' }), stroke: new Stroke({ color: '#ffffff', width: 4 }), overflow: true }),
      zIndex: 4,
    });
    labels.set(text, style);
    return style;
  };
  return (feature: Feature, resolution: number): Style[] => {
    const face = faceOf(String(feature.getId()));
    const extent = feature.getGeometry()?.getExtent();
    const hasRoom = extent !== undefined && getWidth(extent) / resolution > ROOM_FOR_A_LABEL;
    if (face.isOutline) return [casing, base(face)];
    return face.label !== '' && hasRoom ? [base(face), labelled(face.label)] : [base(face)];
  };
}
