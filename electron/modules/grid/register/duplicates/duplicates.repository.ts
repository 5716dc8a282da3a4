import type { Db } from '#electron/database/database.ts';
import type { Actor } from '#shared/contract/actor.ts';
import { idNumberFault } from '#shared/modules/grid/register/citizen-id.rules.ts';
import { duplicateReasons, MOST_PAIRS, type DuplicatePair, type DuplicateReason } from '#shared/modules/grid/register/duplicates/duplicates.contract.ts';
import { maskIdNumber, maskPhone } from '#shared/modules/grid/register/masking.rules.ts';
import { allOf } from '#electron/database/condition.ts';
import { inScope } from '../scope.ts';
import { keysOf, likeness, type Compared } from './alike.ts';

type Row = Compared & { readonly rowNo: number };
type Found = { readonly one: number; readonly other: number; readonly reasons: Set<DuplicateReason> };
type Side = DuplicatePair['one'] & { readonly idNumber: string; readonly phone: string };
export type Finding = { readonly persons: number; readonly found: number; readonly pairs: DuplicatePair[] };

const COMPARED = 'p.row_no AS rowNo, p.name, p.birth_on AS birthOn, p.id_number AS idNumber, p.phone, p.present_address AS presentAddress';
const STEP = 20_000;
/** A crowd that shares one key is compared one with the next, not each with each. */
const CROWD = 6;
/** Pairs held at once; more are found again when these are settled. */
const HELD = 200_000;

/** Two different numbers that are both right are two people, however alike the rest. */
const areTwo = (one: Row, other: Row, today: string): boolean =>
  one.idNumber !== '' && other.idNumber !== '' && one.idNumber !== other.idNumber && idNumberFault(one.idNumber, today) === null && idNumberFault(other.idNumber, today) === null;

function pairsOf<T>(members: readonly T[]): (readonly [T, T])[] {
  if (members.length > CROWD) return members.slice(1).map((other, at) => [members[at] ?? other, other] as const);
  return members.flatMap((one, at) => members.slice(at + 1).map((other) => [one, other] as const));
}

/** Rows whose hashes met, parted by the key itself. */
function sameKey(rows: readonly Row[], kind: number): Iterable<readonly Row[]> {
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keysOf(row)[kind] ?? '';
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return byKey.values();
}

export function duplicatesRepository({ sqlite }: Db) {
  const compared = sqlite.prepare(`SELECT ${COMPARED} FROM person p WHERE p.row_no = ?`);
  const sideOf = sqlite.prepare(`SELECT p.id, p.version, p.name, p.birth_on AS birthOn, p.id_number AS idNumber, p.phone, coalesce(g.name, '') AS gridName, p.present_address AS presentAddress
    FROM person p LEFT JOIN grid g ON g.id = p.grid_id WHERE p.row_no = ?`);
  const apart = sqlite.prepare('SELECT 1 FROM person_distinct WHERE one_id = ? AND other_id = ? AND removed_at IS NULL');
  const ordered = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a]);
  const side = (rowNo: number): DuplicatePair['one'] => {
    const { idNumber, phone, ...row } = sideOf.get(rowNo) as Side; // columns named in the statement; masked before it leaves
    return { ...row, idNumberMasked: maskIdNumber(idNumber), phoneMasked: maskPhone(phone) };
  };
  return {
    isApart: (a: string, b: string): boolean => apart.get(...ordered(a, b)) !== undefined,
    insertApart: (row: { readonly id: string; readonly communityId: string; readonly now: string }, a: string, b: string): void =>
      void sqlite.prepare('INSERT INTO person_distinct (id, community_id, created_at, updated_at, one_id, other_id) VALUES (?, ?, ?, ?, ?, ?)').run(row.id, row.communityId, row.now, row.now, ...ordered(a, b)),
    insertMerge: (row: { readonly id: string; readonly communityId: string; readonly now: string }, keptId: string, mergedId: string): void =>
      void sqlite.prepare('INSERT INTO person_merge (id, community_id, created_at, updated_at, kept_id, merged_id) VALUES (?, ?, ?, ?, ?, ?)').run(row.id, row.communityId, row.now, row.now, keptId, mergedId),
    personOfMerge: (id: string): string | undefined => sqlite.prepare('SELECT kept_id FROM person_merge WHERE id = ?').pluck().get(id) as string | undefined, // the one column
    personOfApart: (id: string): string | undefined => sqlite.prepare('SELECT one_id FROM person_distinct WHERE id = ?').pluck().get(id) as string | undefined, // the one column

    /** Goes once through all present persons the actor may see, keeping eight bytes for each key, then looks only at rows whose keys meet. */
    find: (actor: Actor, today: string, step: (done: number, total: number) => void): Finding => {
      const { sql, values } = allOf([{ sql: 'p.removed_at IS NULL', values: [] }, ...inScope(actor, 'p.grid_id')]);
      const persons = (sqlite.prepare(`SELECT count(*) AS n FROM person p WHERE ${sql}`).get(...values) as { n: number }).n; // the one column
      const rowNos = new Float64Array(persons);
      const kinds = duplicateReasons.map(() => likeness(persons));
      let at = 0;
      for (const row of sqlite.prepare(`SELECT ${COMPARED} FROM person p NOT INDEXED WHERE ${sql}`).iterate(...values) as IterableIterator<Row>) { // columns named in COMPARED
        if (at % STEP === 0) step(at, persons * 2);
        rowNos[at] = row.rowNo;
        for (const [kind, key] of keysOf(row).entries()) kinds[kind]?.add(at, key);
        at += 1;
      }
      const held = new Map<string, Found>();
      const looked = new Map<number, Row>();
      const rowAt = (place: number): Row => {
        const known = looked.get(place) ?? (compared.get(rowNos[place]) as Row); // columns named in COMPARED
        looked.set(place, known);
        return known;
      };
      for (const [kind, reason] of duplicateReasons.entries()) {
        step(persons + Math.floor((persons * kind) / duplicateReasons.length), persons * 2);
        let seen = 0;
        looked.clear();
        for (const group of kinds[kind]?.groups() ?? []) {
          if ((seen += 1) % STEP === 0) step(persons + Math.floor((persons * kind) / duplicateReasons.length), persons * 2);
          for (const members of sameKey(group.map(rowAt), kind)) {
            for (const [one, other] of pairsOf(members)) {
              if (reason !== 'id-number' && areTwo(one, other, today)) continue;
              const key = one.rowNo < other.rowNo ? `${one.rowNo} ${other.rowNo}` : `${other.rowNo} ${one.rowNo}`;
              const known = held.get(key);
              if (known) known.reasons.add(reason);
              else if (held.size < HELD) held.set(key, { one: Math.min(one.rowNo, other.rowNo), other: Math.max(one.rowNo, other.rowNo), reasons: new Set([reason]) });
            }
          }
        }
      }
      const rank = ({ reasons }: Found): number => duplicateReasons.findIndex((reason) => reasons.has(reason)) * 10 - reasons.size;
      const inOrder = [...held.values()].sort((a, b) => rank(a) - rank(b) || a.one - b.one);
      const isApart = ({ one, other }: DuplicatePair): boolean => apart.get(...ordered(one.id, other.id)) !== undefined;
      const pairs: DuplicatePair[] = [];
      let found = inOrder.length;
      for (const { one, other, reasons } of inOrder) {
        if (pairs.length >= MOST_PAIRS) break;
        const pair = { one: side(one), other: side(other), reasons: duplicateReasons.filter((reason) => reasons.has(reason)) };
        if (isApart(pair)) found -= 1;
        else pairs.push(pair);
      }
      step(persons * 2, persons * 2);
      return { persons, found, pairs };
    },
  };
}
