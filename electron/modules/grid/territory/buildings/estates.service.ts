import { begunRemovable } from '#electron/database/record-store.ts';
import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { Estate, estateChangeSchema, EstateDraft } from '#shared/modules/grid/territory/buildings/estate.schema.ts';
import { normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import type { EstateRecord } from './estates.repository.ts';

type Removal = { readonly id: string; readonly version: number; readonly reason: string };

/** A record as it stands after a change: one version further, at this instant. */
export const changed = <R extends { readonly version: number }>(work: Work, record: R, values: Partial<R>): R => ({ ...record, ...values, version: record.version + 1, updatedAt: work.clock.now().toISOString() });

/** An estate that was not removed. */
export function estateOf(work: Work, id: string): EstateRecord {
  const estate = work.estates.find(id);
  return estate?.removedAt === null ? estate : fail('record/not-found', {});
}

export function getEstate(work: Work, { id }: { readonly id: string }): Estate {
  const { name } = estateOf(work, id);
  return work.estates.list(work.actor, { text: name }, { field: 'name', direction: 'asc' }, { offset: 0, limit: 500 }).find((estate) => estate.id === id) ?? fail('record/not-found', {});
}

/** Ends the call with `estate/name-taken` when another estate has the name. */
export function checkEstateName(work: Work, name: string, ownId: string | null): void {
  const other = work.estates.findByName(work.actor.communityId, name);
  if (other && other.id !== ownId) fail('estate/name-taken', { name });
}

export function createEstate(work: Work, draft: EstateDraft): Estate {
  checkEstateName(work, draft.name, null);
  const estate = { ...begunRemovable(work), ...draft, propertyPhone: normalisePhone(draft.propertyPhone) };
  const row = work.estates.insert(estate);
  work.record({ action: 'estate.created', entity: 'estate', entityId: estate.id, detail: { name: draft.name }, changes: [work.rows.creation(row)] });
  return getEstate(work, estate);
}

export function updateEstate(work: Work, { id, version, ...draft }: z.output<typeof estateChangeSchema>): Estate {
  const estate = estateOf(work, id);
  checkVersion(work, 'estate', estate, version);
  checkEstateName(work, draft.name, id);
  const before = work.rows.read('estate', id);
  work.estates.replace(changed(work, estate, { ...draft, propertyPhone: normalisePhone(draft.propertyPhone) }));
  work.record({ action: 'estate.changed', entity: 'estate', entityId: id, changes: [work.rows.change('estate', id, before)] });
  return getEstate(work, { id });
}

/** Goes out of the lists; refused with `estate/has-buildings` while buildings belong to it. */
export function removeEstate(work: Work, { id, version, reason }: Removal): Record<string, never> {
  const estate = estateOf(work, id);
  checkVersion(work, 'estate', estate, version);
  const count = work.estates.countBuildings(id);
  if (count > 0) fail('estate/has-buildings', { count });
  const before = work.rows.read('estate', id);
  work.estates.replace(changed(work, estate, { removedAt: work.clock.now().toISOString() }));
  work.record({ action: 'estate.removed', entity: 'estate', entityId: id, detail: { name: estate.name, reason }, changes: [work.rows.change('estate', id, before)] });
  return {};
}
