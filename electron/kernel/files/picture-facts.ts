import { fail } from '#shared/errors/app-error.ts';

export type PictureFacts = { readonly mediaType: 'image/png' | 'image/jpeg'; /** Pixels. */ readonly width: number; readonly height: number };
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
/** Start-of-frame markers of JPEG; the others in their range mean tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(bytes: Buffer): Pick<PictureFacts, 'width' | 'height'> {
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes[at] !== 0xff) return fail('file/picture-unknown', {});
    if (isFrame(bytes[at + 1] ?? 0)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
  }
  return fail('file/picture-unknown', {});
}

/** Kind and size of a picture by its own bytes, never by its name. Errors: `file/picture-unknown` for what is neither PNG nor JPEG. */
export function pictureFacts(bytes: Buffer): PictureFacts {
  if (bytes.length > 24 && bytes.subarray(0, 8).equals(PNG)) return { mediaType: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (bytes.length > 11 && bytes.readUInt16BE(0) === 0xffd8) return { mediaType: 'image/jpeg', ...jpegSize(bytes) };
  return fail('file/picture-unknown', {});
}
