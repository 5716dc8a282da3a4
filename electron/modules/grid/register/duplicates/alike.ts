/** Keys that two entries of one person share. Empty where the entry says too little to be compared. */
export type Keys = readonly [idNumber: string, nameBirth: string, phoneName: string, nameAddress: string];
export type Compared = { readonly name: string; readonly birthOn: string | null; readonly idNumber: string; readonly phone: string; readonly presentAddress: string };

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/[\s·.]/g, '').toUpperCase();

export function keysOf({ name, birthOn, idNumber, phone, presentAddress }: Compared): Keys {
  const called = plain(name);
  const joined = (part: string): string => (called === '' || part === '' ? '' : `${called}|${part}`);
  return [plain(idNumber), joined(birthOn ?? ''), joined(phone), joined(plain(presentAddress))];
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Whole numbers up to this are exact, so a hash and a place fit into one and are sorted without objects. */
const EXACT_BITS = 53;

/**
 * Collects one kind of key for very many rows in eight bytes each and answers which rows may share it: equal hashes, so whoever asks
 * compares the keys themselves. `most` is the number of rows that will be added at most.
 */
export function likeness(most: number) {
  const bits = Math.max(1, Math.ceil(Math.log2(most + 1)));
  const places = 2 ** bits;
  const hashes = 2 ** Math.min(32, EXACT_BITS - bits);
  const entries = new Float64Array(most);
  let size = 0;
  return {
    add: (place: number, key: string): void => {
      if (key !== '') entries[size++] = (hashOf(key) % hashes) * places + place;
    },
    *groups(): Generator<readonly number[]> {
      const sorted = entries.subarray(0, size).sort();
      let start = 0;
      for (let at = 1; at <= size; at += 1) {
        if (at < size && Math.floor((sorted[at] ?? 0) / places) === Math.floor((sorted[start] ?? 0) / places)) continue;
        if (at - start > 1) yield [...sorted.subarray(start, at)].map((entry) => entry % places);
        start = at;
      }
    },
  };
}
