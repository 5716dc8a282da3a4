import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import { blockSchema, emptyBlock, maskedBlockFields, sensitiveBlockFields, type Block } from '#shared/modules/grid/register/blocks/block.schema.ts';
import { maskIdNumber, maskPhone } from '#shared/modules/grid/register/masking.rules.ts';
import { normalisePhone } from '#shared/modules/grid/register/phone.rules.ts';
import type { BlockRecord } from './blocks.repository.ts';

/** A number of the block as it leaves main. */
export const maskOf = (field: (typeof maskedBlockFields)[number], value: string): string => (field === 'familyPhone' ? maskPhone(value) : maskIdNumber(value));

/** The values alone; those of nobody when nothing is kept. */
export function blockValues(record: BlockRecord | undefined): Block {
  if (!record || record.removedAt !== null) return emptyBlock;
  const { id: _id, communityId: _c, version: _v, createdAt: _a, updatedAt: _u, removedAt: _r, personId: _p, ...values } = record;
  return values;
}

/** A block as it leaves main: numbers masked, sensitive values only where the station keeps them, a country written in words by its code. */
export function shownBlock(work: Work, record: BlockRecord | undefined): Block {
  const values = { ...blockValues(record) };
  for (const field of maskedBlockFields) values[field] = maskOf(field, values[field]);
  if (values.nationality !== '') values.nationality = work.codeTables.find('nationality', values.nationality)?.code ?? values.nationality;
  return work.settings.get().sensitiveFields ? values : { ...values, ...withoutSensitive };
}
const withoutSensitive = Object.fromEntries(sensitiveBlockFields.map((field) => [field, emptyBlock[field]])) as Pick<Block, (typeof sensitiveBlockFields)[number]>; // the named fields of an empty block

export function getPersonBlock(work: Work, { id }: { readonly id: string }): { blockId: string | null; sensitive: boolean; block: Block } {
  if (!work.persons.find(work.actor, id)) fail('record/not-found', {});
  const record = work.blocks.ofPerson(id);
  return { blockId: record?.id ?? null, sensitive: work.settings.get().sensitiveFields, block: shownBlock(work, record) };
}

/** What was not shown stays: masks that came back unchanged, and sensitive values while they are switched off. Error: `person/sensitive-off`. */
function typedOver(work: Work, stored: Block, typed: Block): Block {
  const next = { ...typed, familyPhone: typed.familyPhone === maskPhone(stored.familyPhone) ? stored.familyPhone : normalisePhone(typed.familyPhone) };
  for (const field of maskedBlockFields) if (typed[field] === maskOf(field, stored[field])) next[field] = stored[field];
  if (work.settings.get().sensitiveFields) return next;
  if (sensitiveBlockFields.some((field) => typed[field] !== emptyBlock[field])) fail('person/sensitive-off', {});
  return { ...next, ...Object.fromEntries(sensitiveBlockFields.map((field) => [field, stored[field]])) };
}

/** The first values of a person who was just registered; answers what the history keeps of them. For imports, which write thousands. */
export const insertBlock = (work: Work, personId: string, values: Partial<Block>, now: string): RecordChange =>
  work.rows.creation(work.blocks.insert({ ...emptyBlock, ...values, id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, removedAt: null, personId }));

/** Writes a person's values as they are given; answers what the history keeps of it, nothing when nothing became different. */
export function storeBlock(work: Work, personId: string, values: Block): RecordChange[] {
  const record = work.blocks.ofPerson(personId);
  const before = blockValues(record);
  if (JSON.stringify(blockSchema.parse(values)) === JSON.stringify(blockSchema.parse(before))) return [];
  const now = work.clock.now().toISOString();
  if (!record) return [insertBlock(work, personId, values, now)];
  const row = work.rows.read('person_block', record.id);
  work.blocks.replace({ ...record, ...values, removedAt: null, version: record.version + 1, updatedAt: now });
  return [work.rows.change('person_block', record.id, row)];
}

/** The block of the form, with the person it belongs to; a form that was not given one changes nothing. */
export function saveBlock(work: Work, personId: string, typed: Block | undefined): RecordChange[] {
  return typed === undefined ? [] : storeBlock(work, personId, typedOver(work, blockValues(work.blocks.ofPerson(personId)), typed));
}
