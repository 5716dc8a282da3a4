import { numbersOf, visitFault, type VisitFault } from '#shared/modules/grid/register/count/count.rules.ts';
import { countedFields, outcomes, type DoorResidents, type DoorRow, type Numbers, type Outcome, type Visit } from '#shared/modules/grid/register/count/count.schema.ts';

/** A door as it is being typed. Numbers are texts, because an empty field is none. */
export type Typed = { readonly outcome: Outcome | null; readonly numbers: Readonly<Record<keyof Numbers, string>>; readonly foundUse: string; readonly note: string };

const textOf = (value: number): string => (value === 0 ? '' : String(value));
const textsOf = (numbers: Numbers): Typed['numbers'] => Object.fromEntries(countedFields.map((field) => [field, textOf(numbers[field])])) as Typed['numbers']; // every field of it

/** What stands in the fields before anything is typed: what was written down before, or nothing. */
export const typedOf = (door: DoorRow): Typed => ({ outcome: door.state === 'open' ? null : door.state, numbers: textsOf(door), foundUse: door.foundUse, note: door.note });

/** The key of an outcome: its place in the list, from 1. `0` takes over what the register says. */
export const keyedOutcome = (key: string): Outcome | null => (/^[1-6]$/.test(key) ? (outcomes[Number(key) - 1] ?? null) : null);
export const AS_REGISTERED = '0';

/** A door at which everything is as the register says; nobody registered there means that it is empty. */
export function asRegistered(typed: Typed, residents: DoorResidents | undefined): Typed {
  if (!residents) return typed;
  const persons = residents.registered + residents.floating + residents.leftBehind + residents.overseas + residents.noHukou;
  if (persons === 0) return { ...typed, outcome: 'vacant', numbers: textsOf({ ...residents, households: 0, businesses: 0 }) };
  return { ...typed, outcome: 'counted', numbers: textsOf({ ...residents, households: Math.max(1, residents.households), businesses: 0 }) };
}

const MOST = 5000;
export const numberOf = (text: string): number => Math.min(MOST, Number(text.normalize('NFKC').replaceAll(/\D/g, '') || '0'));

/** A typed door as the command takes it; a fault of the whole instead when it cannot be so. Null: no outcome yet. */
export function visitOf(door: Pick<DoorRow, 'id' | 'version'>, typed: Typed, countedOn: string, countedBy: string): { readonly visit: Visit } | { readonly fault: VisitFault } | null {
  if (typed.outcome === null) return null;
  const numbers = Object.fromEntries(countedFields.map((field) => [field, numberOf(typed.numbers[field])])) as Numbers; // every field of it
  const visit = { id: door.id, version: door.version, outcome: typed.outcome, ...numbersOf({ outcome: typed.outcome, ...numbers }), foundUse: typed.foundUse, countedOn, countedBy, note: typed.note };
  const fault = visitFault(visit);
  return fault === null ? { visit } : { fault };
}
