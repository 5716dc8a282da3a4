import ImageLayer from 'ol/layer/Image.js';
import ImageCanvasSource from 'ol/source/ImageCanvas.js';
import type { Position } from '#shared/modules/grid/territory/map/shape.schema.ts';
import { POINT_COLOUR } from './map-colours.ts';
import { toPlane } from './geometry.ts';

/** How much more than the screen is drawn ahead, so that panning shows points at once. */
const AHEAD = 1.6;

/**
 * Tens of thousands of points as one picture: it is drawn once when the view rests and only moved while it does not, which a processor
 * without a graphics card manages. `Float64Array` of plane coordinates, two for each point.
 */
export function pointLayer(): { readonly layer: ImageLayer<ImageCanvasSource>; readonly show: (points: readonly Position[]) => void } {
  let plane = new Float64Array(0);
  const canvas = document.createElement('canvas');
  const source = new ImageCanvasSource({
    ratio: AHEAD,
    canvasFunction: (extent, resolution, pixelRatio, size) => {
      const [width = 0, height = 0] = size;
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext('2d');
      const [west = 0, , , north = 0] = extent;
      const scale = pixelRatio / resolution;
      const side = resolution < 2 ? 5 : resolution < 10 ? 3 : 2;
      const fill = (colour: string, wide: number): void => {
        if (!context) return;
        context.fillStyle = colour;
        for (let at = 0; at < plane.length; at += 2) {
          const [x, y] = [((plane[at] ?? 0) - west) * scale, (north - (plane[at + 1] ?? 0)) * scale];
          if (x >= 0 && y >= 0 && x <= width && y <= height) context.fillRect(x - wide / 2, y - wide / 2, wide, wide);
        }
      };
      if (side > 3) fill('#ffffff', side + 2);
      fill(POINT_COLOUR, side);
      return canvas;
    },
  });
  return {
    layer: new ImageLayer({ source, zIndex: 3 }),
    show: (points) => {
      plane = new Float64Array(points.flatMap(toPlane));
      source.changed();
    },
  };
}
