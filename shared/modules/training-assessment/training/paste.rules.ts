/** Somebody on the sheet, as pasted lines are matched. */
export type PasteTarget = { readonly memberId: string; readonly name: string; readonly phone: string };

/** One pasted line and what became of it. `row` counts from 1 as in the spreadsheet that was copied. */
export type PastedCell<T> =
  | { readonly row: number; readonly text: string; readonly kind: 'taken'; readonly memberId: string; readonly value: T }
  | { readonly row: number; readonly text: string; readonly kind: 'unknown-name' | 'name-twice' | 'not-a-number' | 'out-of-range' | 'unknown-mark' | 'twice' };
export type Pasted<T> = { readonly cells: readonly PastedCell<T>[] };

const tidy = (text: string): string => text.normalize('NFKC').trim();
const squeezed = (text: string): string => tidy(text).replaceAll(/[\s·•]/g, '');

/** The lines of a copied range: cells by tab, or by a comma or a run of spaces where there is no tab at all. A last empty line is the copy's own. */
export function pastedLines(text: string): string[][] {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n');
  while (lines.length > 0 && tidy(lines[lines.length - 1] ?? '') === '') lines.pop();
  return lines.map((line) => (line.includes('\t') ? line.split('\t') : line.split(/[,，]| {2,}/)).map(tidy));
}

type Reading<T> = { readonly value: T } | { readonly fault: 'not-a-number' | 'out-of-range' | 'unknown-mark' };

/** A score as typed or pasted: a number within the bounds, in tenths; `缺`, `缺考` or `-` is "not there" (null). Numbers with more than one decimal are refused, never rounded. */
export function readScore(text: string, fullTenths: number): Reading<number | null> {
  const typed = tidy(text);
  if (/^(缺|缺考|absent|-|—)$/i.test(typed)) return { value: null };
  if (!/^\d+(\.\d)?$/.test(typed)) return { fault: 'not-a-number' };
  const tenths = Math.round(Number(typed) * 10);
  return tenths <= fullTenths ? { value: tenths } : { fault: 'out-of-range' };
}

/** What stands for a mark on paper and in spreadsheets; the letters are those of the keyboard sheet. */
const MARKS: Readonly<Record<string, 'present' | 'late' | 'leave' | 'absent'>> = { p: 'present', 到: 'present', 出勤: 'present', 签到: 'present', '√': 'present', '1': 'present', l: 'late', 迟: 'late', 迟到: 'late', '2': 'late', v: 'leave', 假: 'leave', 请假: 'leave', '3': 'leave', a: 'absent', 缺: 'absent', 缺勤: 'absent', 旷: 'absent', '×': 'absent', x: 'absent', '4': 'absent' };

/** A mark of attendance as pasted or typed. */
export function readMark(text: string): Reading<'present' | 'late' | 'leave' | 'absent'> {
  const mark = MARKS[tidy(text).toLowerCase()];
  return mark === undefined ? { fault: 'unknown-mark' } : { value: mark };
}

/**
 * Matches pasted lines to the people of a sheet, by phone number or name where the lines name people, else down the column from `startAt`. Nothing is guessed and
 * nothing is lost: a name that nobody or two people on the sheet bear, a value that is not one, and a person named twice are each told with their
 * row, and leave the sheet as it was at that place. With a name and several further cells the last filled one is the value.
 */
export function matchPasted<T>(text: string, people: readonly PasteTarget[], startAt: number, read: (text: string) => Reading<T>): Pasted<T> {
  const lines = pastedLines(text);
  const hasNames = lines.some((line) => line.length > 1);
  const seen = new Set<string>();
  const cells = lines.flatMap((line, at): PastedCell<T>[] => {
    const row = at + 1;
    const [first = ''] = line;
    const value = hasNames ? (line.slice(1).findLast((cell) => cell !== '') ?? '') : first;
    const shown = line.join(' ');
    if (hasNames && at === 0 && /^(姓名|name)$/i.test(nameIn(line))) return [];
    if (shown.trim() === '' || (!hasNames && value === '')) return [];
    const found = hasNames ? named(line, people) : people.slice(startAt + at, startAt + at + 1);
    const [target] = found;
    if (!target) return [{ row, text: shown, kind: 'unknown-name' }];
    if (found.length > 1) return [{ row, text: shown, kind: 'name-twice' }];
    if (seen.has(target.memberId)) return [{ row, text: shown, kind: 'twice' }];
    const read1 = read(value);
    if ('fault' in read1) return [{ row, text: shown, kind: read1.fault }];
    seen.add(target.memberId);
    return [{ row, text: shown, kind: 'taken', memberId: target.memberId, value: read1.value }];
  });
  return { cells };
}

/** Whom a line names: a phone number tells two people of one name apart. */
function named(line: readonly string[], people: readonly PasteTarget[]): readonly PasteTarget[] {
  const byPhone = people.filter(({ phone }) => phone !== '' && line.some((cell) => squeezed(cell) === phone));
  return byPhone.length > 0 ? byPhone : people.filter(({ name }) => line.some((cell) => cell !== '' && squeezed(cell) === squeezed(name)));
}
const nameIn = (line: readonly string[]): string => line.find((cell) => /^(姓名|name)$/i.test(cell)) ?? '';
