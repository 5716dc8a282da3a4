import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { PersonEvent } from '#shared/modules/grid/register/track/track.contract.ts';

/** The name of what an event points to, as far as the actor may see it. */
function named(work: Work, kind: PersonEvent['kind'], value: string): string {
  if (value === '') return '';
  if (kind === 'moved-grid') return work.grids.find(value)?.name ?? '';
  if (kind === 'household-in' || kind === 'household-out') return work.households.find(work.actor, value)?.registerNo ?? '';
  return value;
}

export function listPersonEvents(work: Work, { id }: { readonly id: string }): PersonEvent[] {
  if (!work.persons.find(work.actor, id)) return fail('record/not-found', {});
  return work.track.ofPerson(id).map(({ personId, personName, ...event }) => ({ ...event, was: named(work, event.kind, event.was), becomes: named(work, event.kind, event.becomes), mergedName: personId === id ? '' : personName }));
}
