import { begun, current, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { ExpiryChange, ExpiryDraft, ExpiryRow } from '#shared/modules/grid/prevention/prevention.schema.ts';
import type { ExpiryRecord } from './expiries.repository.ts';
import { checkGrid } from './inspections.service.ts';

type Versioned = { readonly id: string; readonly version: number };
const TABLE = 'expiry_item';

const rowOf = (work: Work, id: string): ExpiryRow => work.expiries.row(work.actor, work.today, id) ?? fail('record/not-found', {});
const remindFrom = ({ expiresOn, remindDays }: Pick<ExpiryDraft, 'expiresOn' | 'remindDays'>): string => addDays(expiresOn, -remindDays);

/** The stored thing the actor may see. */
function thingOf(work: Work, one: Versioned): ExpiryRecord {
  rowOf(work, one.id);
  return current<ExpiryRecord>(work, work.expiries, one);
}

export function createExpiry(work: Work, draft: ExpiryDraft): ExpiryRow {
  checkGrid(work, draft.gridId, null);
  const thing = { ...begun(work), removedAt: null, ...draft, remindFrom: remindFrom(draft) };
  work.expiries.insert(thing);
  work.record({ action: 'expiry.created', entity: TABLE, entityId: thing.id, detail: { name: thing.name }, changes: [work.rows.change(TABLE, thing.id, undefined)] });
  return rowOf(work, thing.id);
}

export function updateExpiry(work: Work, { id, version, ...draft }: ExpiryChange): ExpiryRow {
  const thing = thingOf(work, { id, version });
  checkGrid(work, draft.gridId, thing.gridId);
  const change = rewritten<ExpiryRecord>(work, work.expiries, thing, { ...draft, remindFrom: remindFrom(draft) });
  work.record({ action: 'expiry.changed', entity: TABLE, entityId: id, detail: { name: draft.name }, changes: [change] });
  return rowOf(work, id);
}

/** The same thing with a new last day; the old one stays in its history. Error: `prevention/not-later`. */
export function renewExpiry(work: Work, { id, version, expiresOn }: Versioned & { readonly expiresOn: string }): ExpiryRow {
  const thing = thingOf(work, { id, version });
  if (expiresOn <= thing.expiresOn) fail('prevention/not-later', { name: thing.name, expiresOn: thing.expiresOn });
  const change = rewritten<ExpiryRecord>(work, work.expiries, thing, { expiresOn, remindFrom: remindFrom({ expiresOn, remindDays: thing.remindDays }) });
  work.record({ action: 'expiry.renewed', entity: TABLE, entityId: id, detail: { name: thing.name, expiresOn }, changes: [change] });
  return rowOf(work, id);
}

export function removeExpiry(work: Work, one: Versioned): Record<string, never> {
  const thing = thingOf(work, one);
  const change = rewritten<ExpiryRecord>(work, work.expiries, thing, { removedAt: work.clock.now().toISOString() });
  work.record({ action: 'expiry.removed', entity: TABLE, entityId: one.id, detail: { name: thing.name }, changes: [change] });
  return {};
}
