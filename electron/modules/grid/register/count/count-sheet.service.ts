import type { Work } from '#electron/database/unit-of-work.ts';
import { unpackWorkbook } from '#electron/kernel/imports/workbook.ts';
import { fail } from '#shared/errors/app-error.ts';
import { findCountSheet, outcomeWords, readSheetRow, sheetFields, type TypedRow } from '#shared/modules/grid/register/count/count-sheet.rules.ts';
import type { SheetVerdict } from '#shared/modules/grid/register/count/count.contract.ts';
import { numbersOf, personsIn, visitFault } from '#shared/modules/grid/register/count/count.rules.ts';
import { doorFilterSchema, type DoorRow } from '#shared/modules/grid/register/count/count.schema.ts';
import { isGridInScope } from '../scope.ts';
import { campaignOf, openCampaign } from './campaigns.service.ts';
import type { DoorRecord } from './doors.repository.ts';
import { writeVisit, type VisitValues } from './visits.service.ts';

type SheetInput = { readonly campaignId: string; readonly overwrite: boolean; readonly workbook: Uint8Array };
type Fault = SheetVerdict['bad'][number]['faults'][number];
type Weighed = { readonly row: number; readonly door: DoorRecord; readonly visit: VisitValues };

const MOST_DOORS = 6000;
const USES = 'dwelling-use';
const BY_WALK = { field: 'no', direction: 'asc' } as const;

export const listSheetDoors = (work: Work, { filter }: { readonly filter: Parameters<Work['countDoors']['list']>[1] }): DoorRow[] =>
  work.countDoors.list(work.actor, filter, BY_WALK, { offset: 0, limit: MOST_DOORS });

/** The rows of a sheet as they are written into a workbook, what was already recorded included. */
export function describeCountSheet(work: Work, { campaignId, gridIds, blocks }: { readonly campaignId: string; readonly gridIds: string[]; readonly blocks: string[] }) {
  const campaign = campaignOf(work, campaignId);
  const use = (code: string): string => work.codeTables.labelOf(USES, code, 'zh-CN');
  const rows = listSheetDoors(work, { filter: doorFilterSchema.parse({ campaignId, gridIds, blocks }) }).map((door) => {
    const isCounted = door.state === 'counted';
    const values: Readonly<Record<(typeof sheetFields)[number], string | number | null>> = {
      no: door.no, grid: door.gridName, address: door.address, outcome: door.state === 'open' ? null : outcomeWords[door.state],
      households: isCounted ? door.households : null, registered: isCounted ? door.registered : null, floating: isCounted ? door.floating : null, leftBehind: isCounted ? door.leftBehind : null,
      overseas: isCounted ? door.overseas : null, noHukou: isCounted ? door.noHukou : null, businesses: isCounted ? door.businesses : null,
      foundUse: door.foundUse === '' ? null : use(door.foundUse), countedOn: door.countedOn, countedBy: door.countedBy || null, note: door.note || null, doorId: door.id,
    };
    return sheetFields.map((field) => values[field]);
  });
  return { campaignId, name: campaign.name, uses: work.codeTables.items(USES).filter(({ active }) => active).map(({ zh }) => zh), rows };
}

/** Lines of the first sheet that is one of this count's. Errors: `count/not-a-sheet`, `count/other-campaign`, `count/closed`. */
function linesOf(work: Work, { campaignId, workbook }: SheetInput): { readonly row: number; readonly typed: TypedRow }[] {
  const campaign = openCampaign(work, campaignId);
  const found = unpackWorkbook(workbook).sheets.flatMap(({ rows }) => {
    const sheet = findCountSheet(rows);
    return sheet ? [{ rows, sheet }] : [];
  })[0];
  if (!found) return fail('count/not-a-sheet', {});
  const { rows, sheet } = found;
  if (sheet.campaignId !== campaignId) fail('count/other-campaign', { name: work.countCampaigns.find(sheet.campaignId)?.name ?? sheet.campaignId, wanted: campaign.name });
  return rows.slice(sheet.headRow + 1).flatMap((cells, at) => {
    const typed = readSheetRow(cells, sheet.columns, work.today);
    return typed.doorId === '' && typed.address === '' && typed.outcome === null ? [] : [{ row: sheet.headRow + 2 + at, typed }];
  });
}

const saysOf = ({ outcome, ...numbers }: Pick<VisitValues, 'outcome'> & Parameters<typeof personsIn>[0] & { readonly households: number }): string =>
  outcome === 'counted' ? `${outcomeWords.counted} ${String(numbers.households)} 户 ${String(personsIn(numbers))} 人` : outcomeWords[outcome];

/** What a row says, against the door it names; faults when it cannot be taken. */
function understood(work: Work, typed: TypedRow, campaignId: string, isTwice: boolean): { readonly door: DoorRecord; readonly visit: VisitValues } | readonly Fault[] {
  const door = work.countDoors.find(typed.doorId);
  if (!door || door.campaignId !== campaignId || door.removedAt !== null || !isGridInScope(work.actor, door.gridId)) return [{ field: 'doorId', fault: 'unknown-door' }];
  if (isTwice) return [{ field: 'doorId', fault: 'door-twice' }];
  const use = typed.foundUse === '' ? undefined : work.codeTables.find(USES, typed.foundUse);
  const outcome = typed.outcome ?? 'revisit';
  const fault = typed.faults.length === 0 ? visitFault({ outcome, ...typed.numbers }) : null;
  const faults = [...typed.faults, ...(typed.foundUse !== '' && !use ? [{ field: 'foundUse', fault: 'use-unknown' } as const] : []), ...(fault ? [{ field: 'outcome', fault } as const] : [])];
  if (faults.length > 0) return faults;
  return { door, visit: { outcome, ...numbersOf({ outcome, ...typed.numbers }), foundUse: use?.code ?? '', countedOn: typed.countedOn, countedBy: typed.countedBy, note: typed.note } };
}

const isSame = ({ door, visit }: Weighed): boolean => {
  const { outcome, ...values } = visit;
  return door.state === outcome && (Object.keys(values) as (keyof typeof values)[]).every((field) => door[field] === values[field]); // keys of the visit are columns of the door
};

function weigh(work: Work, input: SheetInput): { readonly verdict: SheetVerdict; readonly toWrite: readonly Weighed[] } {
  const bad: SheetVerdict['bad'] = [];
  const taken: Weighed[] = [];
  const seen = new Set<string>();
  let blank = 0;
  for (const { row, typed } of linesOf(work, input)) {
    if (typed.outcome === null && typed.faults.length === 0) {
      blank += 1;
      continue;
    }
    const answer = understood(work, typed, input.campaignId, seen.has(typed.doorId));
    seen.add(typed.doorId);
    if ('door' in answer) taken.push({ row, ...answer });
    else bad.push({ row, address: typed.address.slice(0, 200), faults: [...answer] });
  }
  const changed = taken.filter((one) => !isSame(one));
  const differing = changed.filter(({ door }) => door.state !== 'open');
  const fresh = changed.filter(({ door }) => door.state === 'open');
  const told = differing.map(({ row, door, visit }) => ({ row, address: door.address, ours: saysOf({ ...door, outcome: door.state === 'open' ? 'revisit' : door.state }), theirs: saysOf(visit) }));
  return { verdict: { fresh: fresh.length, same: taken.length - changed.length, blank, differing: told, bad, written: 0 }, toWrite: input.overwrite ? changed : fresh };
}

export const weighCountSheet = (work: Work, input: SheetInput): SheetVerdict => weigh(work, input).verdict;

/** Writes what the sheet says of doors nobody wrote down yet, of the others only when asked to; one act, which one undo takes back. */
export function writeCountSheet(work: Work, input: SheetInput): SheetVerdict {
  const { verdict, toWrite } = weigh(work, input);
  const changes = toWrite.map(({ door, visit }, at) => {
    if (at % 500 === 0) work.step(at, toWrite.length);
    return writeVisit(work, door, visit);
  });
  work.record({ action: 'count.sheet-taken', entity: 'count_campaign', entityId: input.campaignId, detail: { doors: changes.length, bad: verdict.bad.length }, changes });
  return { ...verdict, written: changes.length };
}
