import ImageLayer from 'ol/layer/Image.js';
import ImageCanvasSource from 'ol/source/ImageCanvas.js';
import type { BackdropCorners } from '#shared/modules/grid/territory/map/backdrop.schema.ts';
import { toPlane } from './geometry.ts';

export type PlacedPicture = { readonly picture: ImageBitmap; readonly corners: BackdropCorners; /** Percent. */ readonly opacity: number };

/** The scanned plan below everything, laid on its three corners: turned, stretched or slanted as they say. */
export function backdropLayer(): { readonly layer: ImageLayer<ImageCanvasSource>; readonly show: (placed: PlacedPicture | null) => void } {
  let shown: PlacedPicture | null = null;
  const canvas = document.createElement('canvas');
  const source = new ImageCanvasSource({
    ratio: 1.5,
    canvasFunction: (extent, resolution, pixelRatio, size) => {
      const [width = 0, height = 0] = size;
      canvas.width = width;
      canvas.height = height;
      const context = canvas.getContext('2d');
      if (!context || !shown) return canvas;
      const [west = 0, , , north = 0] = extent;
      const scale = pixelRatio / resolution;
      const [[ax, ay], [bx, by], [cx, cy]] = shown.corners.map((corner) => toPlane(corner)).map(([x, y]) => [(x - west) * scale, (north - y) * scale] as const) as unknown as BackdropCorners; // three corners in, three out
      const { picture } = shown;
      context.setTransform((bx - ax) / picture.width, (by - ay) / picture.width, (cx - ax) / picture.height, (cy - ay) / picture.height, ax, ay);
      context.drawImage(picture, 0, 0);
      context.resetTransform();
      return canvas;
    },
  });
  const layer = new ImageLayer({ source, zIndex: 0 });
  return {
    layer,
    show: (placed) => {
      shown = placed;
      layer.setOpacity((placed?.opacity ?? 100) / 100);
      source.changed();
    },
  };
}
