import type { Shape } from '#shared/modules/grid/territory/map/shape.schema.ts';

const bytesOf = (size: number, write: (view: DataView) => void): Buffer => {
  const bytes = Buffer.alloc(size);
  write(new DataView(bytes.buffer, bytes.byteOffset, size));
  return bytes;
};

/** One record of a polygon; outer rings run with the clock, as the format asks. */
function record(shape: Shape, no: number): Buffer {
  const rings = shape.flatMap((polygon) => polygon.map((ring) => ring.toReversed()));
  const points = rings.flat();
  const content = 44 + rings.length * 4 + points.length * 16;
  return bytesOf(8 + content, (view) => {
    view.setInt32(0, no);
    view.setInt32(4, content / 2);
    view.setInt32(8, 5, true);
    view.setInt32(44, rings.length, true);
    view.setInt32(48, points.length, true);
    let start = 0;
    rings.forEach((ring, at) => {
      view.setInt32(52 + at * 4, start, true);
      start += ring.length;
    });
    points.forEach(([x, y], at) => {
      view.setFloat64(52 + rings.length * 4 + at * 16, x, true);
      view.setFloat64(60 + rings.length * 4 + at * 16, y, true);
    });
  });
}

/** A `.shp` of polygons, counter-clockwise outer rings given. */
export function shpOf(shapes: readonly Shape[]): Buffer {
  const records = Buffer.concat(shapes.map((shape, at) => record(shape, at + 1)));
  const head = bytesOf(100, (view) => {
    view.setInt32(0, 9994);
    view.setInt32(24, (100 + records.length) / 2);
    view.setInt32(28, 1000, true);
    view.setInt32(32, 5, true);
  });
  return Buffer.concat([head, records]);
}

/** A `.dbf` with text columns of 40 bytes, already encoded. */
export function dbfOf(columns: readonly string[], rows: readonly (readonly Buffer[])[]): Buffer {
  const WIDTH = 40;
  const head = Buffer.alloc(32 + columns.length * 32 + 1);
  head[0] = 3;
  head.writeUInt32LE(rows.length, 4);
  head.writeUInt16LE(head.length, 8);
  head.writeUInt16LE(1 + columns.length * WIDTH, 10);
  columns.forEach((name, at) => {
    head.write(name, 32 + at * 32, 11, 'latin1');
    head.write('C', 43 + at * 32, 'latin1');
    head[48 + at * 32] = WIDTH;
  });
  head[head.length - 1] = 13;
  const cell = (text: Buffer): Buffer => Buffer.concat([text, Buffer.alloc(WIDTH - text.length, ' ')]);
  return Buffer.concat([head, ...rows.map((row) => Buffer.concat([Buffer.from(' '), ...row.map(cell)])), Buffer.from([0x1a])]);
}
