/** What a key asks of a list; null when the key is not the list's. */
export type LedgerKey =
  | { readonly do: 'go'; readonly index: number; readonly extend: boolean }
  | { readonly do: 'cell'; readonly step: -1 | 1 | 'first' | 'last' }
  | { readonly do: 'all' | 'open' | 'peek' | 'toggle' | 'copy' | 'edit' | 'remove' | 'escape' };

export type KeyPress = { readonly key: string; readonly ctrl: boolean; readonly shift: boolean; readonly alt: boolean };
export type KeyPlace = { readonly active: number; readonly inCell: boolean; readonly count: number; readonly page: number };

const clamp = (index: number, count: number): number => Math.min(Math.max(0, index), count - 1);

function goal(press: KeyPress, place: KeyPlace): number | null {
  const from = Math.max(place.active, 0);
  switch (press.key) {
    case 'ArrowDown': return place.active < 0 ? 0 : from + 1;
    case 'ArrowUp': return from - 1;
    case 'PageDown': return from + place.page;
    case 'PageUp': return from - place.page;
    case 'Home': return press.ctrl || !place.inCell ? 0 : null;
    case 'End': return press.ctrl || !place.inCell ? place.count - 1 : null;
    default: return null;
  }
}

const cellSteps: Readonly<Record<string, -1 | 1 | 'first' | 'last'>> = { ArrowLeft: -1, ArrowRight: 1, Home: 'first', End: 'last' };

/** The keyboard of every list (ecosystem.md 2): rows with the arrows, cells with left and right, the rest as in a file window. */
export function ledgerKey(press: KeyPress, place: KeyPlace): LedgerKey | null {
  if (press.alt || place.count === 0) return null;
  const index = goal(press, place);
  if (index !== null) return { do: 'go', index: clamp(index, place.count), extend: press.shift };
  if (press.ctrl) {
    if (press.key === 'a' || press.key === 'A') return { do: 'all' };
    if (press.key === 'c' || press.key === 'C') return { do: 'copy' };
    return press.key === ' ' ? { do: 'toggle' } : null;
  }
  const step = cellSteps[press.key];
  if (step !== undefined) return { do: 'cell', step };
  if (press.key === 'Escape') return { do: 'escape' };
  if (place.active < 0) return null;
  if (press.key === ' ') return { do: 'peek' };
  if (press.key === 'Enter') return { do: 'open' };
  if (press.key === 'Delete') return { do: 'remove' };
  return press.key === 'F2' ? { do: 'edit' } : null;
}
