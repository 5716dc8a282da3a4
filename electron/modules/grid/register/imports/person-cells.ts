import type { Work } from '#electron/database/unit-of-work.ts';
import { nearest, type RowCheck } from '#electron/kernel/imports/row-check.ts';
import { birthOf, checkLetter, fromFifteenDigits, idNumberFault, normaliseIdNumber, RESIDENT_ID_CARD, sexOf } from '#shared/modules/grid/register/citizen-id.rules.ts';
import { isPhone, normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import { isGridInScope } from '../scope.ts';

/** The grid a cell names, among the present `grids` of the own community. */
export function gridCells(work: Work, grids: ReturnType<Work['grids']['ofCommunity']>) {
  const active = new Map(grids.filter((grid) => grid.status === 'active').flatMap((grid) => [...grid.formerCodes, grid.name, grid.code].map((known) => [known, grid.id] as const)));
  const closed = new Set(grids.filter((grid) => grid.status === 'closed').flatMap((grid) => [grid.name, grid.code]));
  return (check: RowCheck, field: string): string | null => {
    const name = check.text(field, { required: true, max: 50 });
    if (name === '') return null;
    const gridId = active.get(name);
    if (gridId === undefined) {
      if (closed.has(name)) check.say('error', field, 'grid-closed', { text: name });
      else check.say('error', field, 'unknown-grid', { text: name }, nearest(name, [...active.keys()]));
      return null;
    }
    if (!isGridInScope(work.actor, gridId)) check.say('error', field, 'grid-out-of-scope', { text: name });
    return gridId;
  };
}

/** What the cells above and below are read by; equal texts mean that a row reads the same. */
export const cellBasis = (work: Work, grids: ReturnType<Work['grids']['ofCommunity']>, codeTables: ReturnType<Work['codeTables']['present']>): string =>
  JSON.stringify([work.today, work.actor.communityId, work.actor.scope, codeTables.stamp, grids.map(({ id, code, name, status }) => [id, code, name, status])]);

/** A code of a station table; an unknown word is an error because a guess would be a false record. */
export const codeCells = (codeTables: ReturnType<Work['codeTables']['present']>) => (check: RowCheck, field: string, table: string, required = false): string => {
  const given = check.text(field, { required, max: 60 });
  if (given === '') return '';
  const item = codeTables.find(table, given);
  if (item?.active) return item.code;
  check.say('error', field, 'unknown-code', { text: given }, nearest(given, codeTables.items(table).filter((candidate) => candidate.active).map((candidate) => candidate.zh)));
  return '';
};

/** Forms are prepared ahead of the day they are meant for; a birth later this year is asked about, one in a later year is refused. */
const endOfYear = (today: string): string => `${today.slice(0, 4)}-12-31`;

/**
 * A citizen's identity number. One kept as a number has lost its last digits, whatever it shows; one typed with full-width digits or a
 * small x is put right; every other fault is named (GB 11643-1999).
 */
export function idNumberCell(check: RowCheck, field: string, today: string): string {
  if (typeof check.raw(field) === 'number') {
    check.say('error', field, 'id-as-number');
    return '';
  }
  const given = check.text(field, { required: true, max: 40 });
  if (given === '') return '';
  const idNumber = normaliseIdNumber(given);
  const fault = idNumberFault(idNumber, endOfYear(today));
  if (fault === 'fifteen-digits') check.say('error', field, 'id-fifteen-digits', {}, fromFifteenDigits(idNumber));
  else if (fault === 'checksum') check.say('error', field, 'id-checksum', { expected: checkLetter(idNumber) });
  else if (fault) check.say('error', field, `id-${fault}`, { length: idNumber.length });
  else if (idNumber !== String(check.raw(field))) check.say('normalised', field, 'id-tidied', {}, idNumber);
  if (!fault && birthOf(idNumber) > today) check.say('warning', field, 'id-birth-ahead', { day: birthOf(idNumber) });
  return fault ? '' : idNumber;
}

export type Document = { readonly idType: string; readonly idNumber: string };

/**
 * A document of any kind. A sound citizen's number says itself which it is; any other number needs its kind beside it, because nothing else tells
 * a passport from a permit.
 */
export function documentCells(check: RowCheck, code: ReturnType<typeof codeCells>, today: string, required: boolean): Document {
  const idType = code(check, 'idType', 'id-document');
  const raw = check.raw('idNumber');
  const typed = typeof raw === 'number' ? '' : normaliseIdNumber(String(raw ?? ''));
  if (idType === RESIDENT_ID_CARD || (idType === '' && typed !== '' && idNumberFault(typed, endOfYear(today)) === null)) return { idType: RESIDENT_ID_CARD, idNumber: idNumberCell(check, 'idNumber', today) };
  if (typeof raw === 'number') check.say('error', 'idNumber', 'id-as-number');
  const idNumber = typeof raw === 'number' ? '' : check.text('idNumber', { max: 40, required });
  if (idNumber !== '' && idType === '' && check.text('idType', { max: 60 }) === '') check.say('error', 'idType', 'required-missing');
  return { idType, idNumber };
}

/** Birth and sex must be those inside the number; where the form leaves them open they are taken from it. */
export function birthCell(check: RowCheck, field: string, idNumber: string): string | null {
  const birthOn = check.day(field);
  if (idNumber === '') return birthOn;
  if (birthOn !== null && birthOn !== birthOf(idNumber)) check.say('error', field, 'birth-differs', { expected: birthOf(idNumber) }, birthOf(idNumber));
  return birthOf(idNumber);
}

export function sexCell(check: RowCheck, field: string, sex: string, idNumber: string): '0' | '1' | '2' | '9' {
  if (idNumber !== '' && (sex === '1' || sex === '2') && sex !== sexOf(idNumber)) check.say('error', field, 'sex-differs', {}, sexOf(idNumber) === '1' ? '男' : '女');
  return sex === '1' || sex === '2' || sex === '9' ? sex : '0';
}

export function phoneCell(check: RowCheck, field: string): string {
  const given = check.text(field, { max: 40 });
  if (given === '') return '';
  const phone = normalisePhone(given);
  if (!isPhone(phone)) check.say('error', field, 'phone-invalid', { text: given.slice(0, 20) });
  else if (phone !== String(check.raw(field))) check.say('normalised', field, 'phone-tidied', {}, phone);
  return phone;
}

/** Yes or no in the words of the form; any other word is asked about, because "有" may mean either. */
export function yesNo(check: RowCheck, field: string): boolean | null {
  const given = check.text(field, { max: 60 });
  if (given === '' || given === '是' || given === '否') return given === '' ? null : given === '是';
  check.say('error', field, 'unknown-code', { text: given });
  return null;
}
