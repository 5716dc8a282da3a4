import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { birthOf, cardFault, normaliseIdNumber, RESIDENT_ID_CARD, sexOf } from '#shared/modules/grid/register/citizen-id.rules.ts';
import type { PersonDraft } from '#shared/modules/grid/register/person.schema.ts';
import { normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import { isGridInScope } from './scope.ts';

/**
 * A draft as it may be stored: numbers in their one form, birth and sex taken from the identity number where the draft leaves them open.
 * Errors: `person/id-number-invalid`, `person/id-number-taken`, `person/grid-out-of-scope`, `record/not-found` for a household or dwelling.
 */
export function checkedDraft(work: Work, draft: PersonDraft, ownId: string | null): PersonDraft {
  const isCard = draft.idType === RESIDENT_ID_CARD || draft.idType === '';
  const idNumber = isCard ? normaliseIdNumber(draft.idNumber) : draft.idNumber.trim();
  const rule = isCard && idNumber !== '' ? cardFault({ ...draft, idNumber }, work.today) : null;
  if (rule !== null) fail('person/id-number-invalid', { rule });
  if (idNumber !== '') {
    const other = work.persons.findByIdNumber(idNumber);
    if (other && other.id !== ownId) fail('person/id-number-taken', { name: other.name, personId: other.id });
  }
  checkGrid(work, draft.gridId);
  if (draft.householdId !== null && !work.households.find(work.actor, draft.householdId)) fail('record/not-found', {});
  if (draft.dwellingId !== null && !work.dwellings.find(work.actor, draft.dwellingId)) fail('record/not-found', {});
  const known = isCard && idNumber !== '';
  return {
    ...draft,
    idType: draft.idType === '' && idNumber !== '' ? RESIDENT_ID_CARD : draft.idType,
    idNumber,
    phone: normalisePhone(draft.phone),
    birthOn: draft.birthOn ?? (known ? birthOf(idNumber) : null),
    sex: draft.sex === '0' && known ? sexOf(idNumber) : draft.sex,
  };
}

/** A grid in use that lies in the actor's own; ends the call with `person/grid-out-of-scope` for any other. */
export function checkGrid(work: Work, gridId: string | null): void {
  if (!isGridInScope(work.actor, gridId)) fail('person/grid-out-of-scope', {});
  if (gridId !== null && work.grids.find(gridId)?.status !== 'active') fail('person/grid-out-of-scope', {});
}
