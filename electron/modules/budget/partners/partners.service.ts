import { begunRemovable } from '#electron/database/record-store.ts';
import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { moneyAccounts } from '#shared/modules/budget/ledger/ledger.rules.ts';
import { mayMoveOn, type movePledgeSchema, type PartnerChange, type PartnerDraft, type PartnerRow, type PledgeChange, type PledgeDraft, type PledgeRow } from '#shared/modules/budget/partners/partner.schema.ts';
import { isPhone, normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import { post } from '../ledger/post.ts';
import { checkNotAhead, sourceOf } from '../sources/sources.service.ts';
import type { PartnerRecord, PledgeRecord } from './partners.repository.ts';

type Versioned = { readonly id: string; readonly version: number };

const present = <R extends { readonly communityId: string; readonly removedAt: string | null }>(work: Work, record: R | undefined): R => (record?.removedAt === null && record.communityId === work.actor.communityId ? record : fail('record/not-found', {}));
const partnerOf = (work: Work, id: string): PartnerRecord => present(work, work.fundingPartners.find(id));
const pledgeOf = (work: Work, id: string): PledgeRecord => present(work, work.fundingPartners.findPledge(id));
const partnerRow = (work: Work, id: string): PartnerRow => work.fundingPartners.row(id) ?? fail('record/not-found', {});
const pledgeRow = (work: Work, id: string): PledgeRow => work.fundingPartners.pledgeRow(id) ?? fail('record/not-found', {});

function checkName(work: Work, name: string, ownId: string | null): void {
  const same = work.fundingPartners.findByName(work.actor.communityId, name);
  if (same && same.id !== ownId) fail('budget/partner-name-taken', { name });
}

/** As it may be stored: digits alone, and a number that can be dialled. Error: `budget/partner-phone`. */
function checkedPhone(typed: string): string {
  const phone = normalisePhone(typed);
  return phone === '' || isPhone(phone) ? phone : fail('budget/partner-phone', {});
}

export function createPartner(work: Work, draft: PartnerDraft): PartnerRow {
  checkName(work, draft.name, null);
  const partner: PartnerRecord = { ...begunRemovable(work), ...draft, contactPhone: checkedPhone(draft.contactPhone) };
  work.fundingPartners.insert(partner);
  work.record({ action: 'funding-partner.created', entity: 'funding_partner', entityId: partner.id, changes: [work.rows.change('funding_partner', partner.id, undefined)] });
  return partnerRow(work, partner.id);
}

function writePartner(work: Work, partner: PartnerRecord, values: Partial<PartnerRecord>): RecordChange {
  const before = work.rows.read('funding_partner', partner.id);
  work.fundingPartners.replace({ ...partner, ...values, version: partner.version + 1, updatedAt: work.clock.now().toISOString() });
  return work.rows.change('funding_partner', partner.id, before);
}

export function updatePartner(work: Work, { id, version, contactPhone, ...draft }: PartnerChange): PartnerRow {
  const partner = partnerOf(work, id);
  checkVersion(work, 'funding_partner', partner, version);
  checkName(work, draft.name, id);
  work.record({ action: 'funding-partner.changed', entity: 'funding_partner', entityId: id, changes: [writePartner(work, partner, { ...draft, ...(contactPhone !== undefined && { contactPhone: checkedPhone(contactPhone) }) })] });
  return partnerRow(work, id);
}

/** A partner with something promised or not yet thanked for stays. Error: `budget/partner-has-pledges`. */
export function removePartner(work: Work, { id, version }: Versioned): Record<string, never> {
  const partner = partnerOf(work, id);
  checkVersion(work, 'funding_partner', partner, version);
  const count = work.fundingPartners.openPledges(id);
  if (count > 0) fail('budget/partner-has-pledges', { name: partner.name, count });
  work.record({ action: 'funding-partner.removed', entity: 'funding_partner', entityId: id, changes: [writePartner(work, partner, { removedAt: work.clock.now().toISOString() })] });
  return {};
}

export function createPledge(work: Work, draft: PledgeDraft): PledgeRow {
  partnerOf(work, draft.partnerId);
  if (draft.sourceId !== null) sourceOf(work, draft.sourceId);
  const pledge: PledgeRecord = { ...begunRemovable(work), ...draft, stage: 'contact', sinceAt: work.clock.now().toISOString() };
  work.fundingPartners.insertPledge(pledge);
  work.record({ action: 'funding-pledge.created', entity: 'funding_pledge', entityId: pledge.id, changes: [work.rows.change('funding_pledge', pledge.id, undefined)] });
  return pledgeRow(work, pledge.id);
}

function writePledge(work: Work, pledge: PledgeRecord, values: Partial<PledgeRecord>): RecordChange {
  const before = work.rows.read('funding_pledge', pledge.id);
  work.fundingPartners.replacePledge({ ...pledge, ...values, version: pledge.version + 1, updatedAt: work.clock.now().toISOString() });
  return work.rows.change('funding_pledge', pledge.id, before);
}

export function updatePledge(work: Work, { id, version, ...draft }: PledgeChange): PledgeRow {
  const pledge = pledgeOf(work, id);
  checkVersion(work, 'funding_pledge', pledge, version);
  if (draft.partnerId !== pledge.partnerId) fail('record/not-found', {});
  if (draft.sourceId !== null) sourceOf(work, draft.sourceId);
  work.record({ action: 'funding-pledge.changed', entity: 'funding_pledge', entityId: id, changes: [writePledge(work, pledge, draft)] });
  return pledgeRow(work, id);
}

type Move = z.output<typeof movePledgeSchema>;

/** One stage on. What is received goes into the book of its source at once. Errors: `budget/pledge-not-next`, `budget/pledge-needs-source`, `budget/pledge-needs-sum`. */
export function movePledge(work: Work, { id, version, to, on, fen, note }: Move): PledgeRow {
  const pledge = pledgeOf(work, id);
  checkVersion(work, 'funding_pledge', pledge, version);
  if (!mayMoveOn(pledge.stage, to)) fail('budget/pledge-not-next', { stage: pledge.stage });
  checkNotAhead(work, on);
  const entries = to === 'received' ? received(work, pledge, { on, fen, note }) : [];
  const change = writePledge(work, pledge, { stage: to, sinceAt: work.clock.now().toISOString(), ...(note !== '' && { note }) });
  work.record({ action: 'funding-pledge.moved', entity: 'funding_pledge', entityId: id, detail: { from: pledge.stage, to, ...(fen !== null && { fen }) }, changes: [change, ...entries] });
  return pledgeRow(work, id);
}

function received(work: Work, pledge: PledgeRecord, { on, fen, note }: Pick<Move, 'on' | 'fen' | 'note'>): RecordChange[] {
  const source = sourceOf(work, pledge.sourceId ?? fail('budget/pledge-needs-source', {}));
  const { origin, store } = moneyAccounts(source.form);
  return post(work, [{ kind: 'received', from: origin, to: store, fen: fen ?? fail('budget/pledge-needs-sum', {}), year: Number(on.slice(0, 4)), on, sourceId: source.id, pledgeId: pledge.id, memo: note === '' ? pledge.what : note }]);
}
