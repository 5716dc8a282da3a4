import { countedFields, type CountedField, type Outcome } from './count.schema.ts';

/** Titles of the count sheet. It is a Chinese form in every language of the desk, like the official ones. */
export const sheetTitles = {
  no: '序号', grid: '网格', address: '地址', outcome: '走访结果', households: '户数', registered: '户籍', floating: '流动', leftBehind: '留守', overseas: '境外', noHukou: '未落户', businesses: '经营单位',
  foundUse: '房屋用途', countedOn: '走访日期', countedBy: '走访人', note: '备注', doorId: '门户编号（请勿改动）',
} as const;
export type SheetField = keyof typeof sheetTitles;
export const sheetFields = Object.keys(sheetTitles) as SheetField[]; // the keys of the constant above
export const CAMPAIGN_TITLE = '任务编号（请勿改动）';

export const outcomeWords: Readonly<Record<Outcome, string>> = { counted: '已清点', nobody: '无人在家', refused: '拒访', vacant: '空置', gone: '查无此房', revisit: '需再访' };

/** What can be wrong with a row of a sheet; the words are `count.fault.<code>`. */
export const rowFaults = ['unknown-door', 'door-twice', 'outcome-unknown', 'number-wrong', 'day-wrong', 'day-ahead', 'use-unknown', 'text-too-long', 'counted-nobody', 'households-without-persons', 'more-households-than-persons'] as const;
export type RowFault = (typeof rowFaults)[number];

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
type Cell = string | number | null | undefined;
const plain = (cell: Cell): string => (cell === null || cell === undefined ? '' : String(cell).normalize('NFKC').trim());
const title = (cell: Cell): string => plain(cell).replaceAll(/\s/g, '').replace(/[(（].*$/, '');
const TITLES = new Map(sheetFields.map((field) => [title(sheetTitles[field]), field]));

type Rows = readonly (readonly Cell[])[];
/** A count sheet found in a workbook: the campaign it was printed for, and where its columns are. */
export type FoundSheet = { readonly campaignId: string; readonly headRow: number; readonly columns: ReadonlyMap<SheetField, number> };
const SEARCHED = 20;

/** Finds the number of the campaign and the line of titles, wherever somebody moved them within the first lines. Null: it is no count sheet. */
export function findCountSheet(rows: Rows): FoundSheet | null {
  const top = rows.slice(0, SEARCHED);
  const named = top.flatMap((row) => row.map((cell, at) => (title(cell) === title(CAMPAIGN_TITLE) ? plain(row.slice(at + 1).find((next) => plain(next) !== '')).toLowerCase() : '')));
  const campaignId = named.find((value) => UUID.test(value));
  const headRow = top.findIndex((row) => row.some((cell) => title(cell) === title(sheetTitles.doorId)) && row.some((cell) => title(cell) === sheetTitles.outcome));
  if (campaignId === undefined || headRow < 0) return null;
  const columns = new Map((rows[headRow] ?? []).flatMap((cell, at): [SheetField, number][] => {
    const field = TITLES.get(title(cell));
    return field === undefined ? [] : [[field, at]];
  }));
  return { campaignId, headRow, columns };
}

/** A row as it was typed: texts, with outcome and numbers already understood where they could be. `doorId` empty: the row is not about a door. */
export type TypedRow = {
  readonly doorId: string;
  readonly address: string;
  /** Null: not filled in. */
  readonly outcome: Outcome | null;
  readonly numbers: Readonly<Record<CountedField, number>>;
  readonly foundUse: string;
  readonly countedOn: string;
  readonly countedBy: string;
  readonly note: string;
  readonly faults: readonly { readonly field: SheetField; readonly fault: RowFault }[];
};

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$|^(\d{4})(\d{2})(\d{2})$/;
function dayOf(text: string): string | null {
  const found = DAY.exec(text.split(' ')[0] ?? '');
  if (!found) return null;
  const [year, month, day] = [found[1] ?? found[4], found[2] ?? found[5], found[3] ?? found[6]].map(Number);
  const at = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0));
  return at.getUTCMonth() + 1 === month && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null;
}

const WORDS = new Map<string, Outcome>((Object.entries(outcomeWords) as [Outcome, string][]).flatMap(([outcome, word], at): [string, Outcome][] => [[word, outcome], [String(at + 1), outcome]])); // keys of the constant
const LONGEST = { countedBy: 50, note: 300 } as const;

/** Reads one row. A blank number is none; the word of the outcome or its place in the list (1 to 6) is understood. */
export function readSheetRow(row: readonly Cell[], columns: FoundSheet['columns'], today: string): TypedRow {
  const faults: { field: SheetField; fault: RowFault }[] = [];
  const at = (field: SheetField): string => plain(row[columns.get(field) ?? -1]);
  const words = at('outcome').replaceAll(/\s/g, '');
  const outcome = WORDS.get(words) ?? null;
  if (words !== '' && outcome === null) faults.push({ field: 'outcome', fault: 'outcome-unknown' });
  const numbers = Object.fromEntries(countedFields.map((field) => {
    const text = at(field);
    const isNumber = /^\d{1,4}$/.test(text);
    if (text !== '' && !isNumber) faults.push({ field, fault: 'number-wrong' });
    return [field, isNumber ? Number(text) : 0];
  })) as TypedRow['numbers']; // every field of it
  const day = dayOf(at('countedOn'));
  if (outcome !== null && day === null) faults.push({ field: 'countedOn', fault: 'day-wrong' });
  if (day !== null && day > today) faults.push({ field: 'countedOn', fault: 'day-ahead' });
  for (const [field, most] of Object.entries(LONGEST) as [keyof typeof LONGEST, number][]) if (at(field).length > most) faults.push({ field, fault: 'text-too-long' }); // keys of the constant
  return { doorId: at('doorId').toLowerCase(), address: at('address'), outcome, numbers, foundUse: at('foundUse'), countedOn: day ?? '', countedBy: at('countedBy'), note: at('note'), faults };
}
