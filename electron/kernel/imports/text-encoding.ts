const startsWith = (bytes: Buffer, ...mark: number[]): boolean => mark.every((byte, at) => bytes[at] === byte);

/** UTF-16 by its mark, or by line ends that only it writes with a zero byte; null for every other text. */
export function wideEncoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return null;
  const end = bytes.indexOf(10);
  if (end < 0) return null;
  return end % 2 === 0 ? (bytes[end + 1] === 0 ? 'utf-16le' : null) : bytes[end - 1] === 0 ? 'utf-16be' : null;
}
