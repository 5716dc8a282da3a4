import { existsSync, readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { StepFailure } from '#resources/tools/steps.mjs';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const smallest = { width: 960, height: 560, values: 48 };

function chunksOf(picture, from = signature.length) {
  if (from + 12 > picture.length) return [];
  const length = picture.readUInt32BE(from);
  return [{ type: picture.toString('latin1', from + 4, from + 8), data: picture.subarray(from + 8, from + 8 + length) }, ...chunksOf(picture, from + 12 + length)];
}

/**
 * Tells a picture of a drawn window from an empty or broken one: it is a PNG of a window's size whose pixels hold many different bytes.
 * An even area compresses to a handful. Throws StepFailure otherwise, answers the size in pixels.
 */
export function checkPicture(file) {
  const refuse = (reason) => {
    throw new StepFailure(`The packaged desk started, but ${reason}.`, 'read its messages above.');
  };
  if (!existsSync(file)) refuse('wrote no picture');
  const picture = readFileSync(file);
  if (!picture.subarray(0, signature.length).equals(signature)) refuse('its picture is not a PNG');
  const chunks = chunksOf(picture);
  const head = chunks.find(({ type }) => type === 'IHDR').data;
  const width = head.readUInt32BE(0);
  const height = head.readUInt32BE(4);
  if (width < smallest.width || height < smallest.height) refuse(`its picture is only ${width} x ${height}`);
  const values = new Set(inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))).size;
  if (values < smallest.values) refuse('its picture is empty');
  return `${width} x ${height}`;
}
