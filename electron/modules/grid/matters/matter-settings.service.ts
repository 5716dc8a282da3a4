import { begun, begunRemovable } from '#electron/database/record-store.ts';
import type { z } from 'zod';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { matterLimitDraftSchema, MatterFunction, MatterKind, MatterLimit, MatterRules } from '#shared/modules/grid/matters/matter-routes.schema.ts';
import type { LimitRecord } from './matter-settings.repository.ts';

type Stored = { readonly id: string; readonly version: number };
const raised = (work: Work, { version }: Stored) => ({ version: version + 1, updatedAt: work.clock.now().toISOString() });

/** Where matters of a kind go from now on; those on their way stay where they are. */
export function saveMatterKind(work: Work, { group, ...kind }: MatterKind): MatterKind {
  const stored = work.matterSettings.findKind(kind.code);
  const before = stored && work.rows.read('matter_kind', stored.id);
  const row = stored ? { ...stored, ...raised(work, stored) } : begun(work);
  const record = { ...row, ...kind, kindGroup: group };
  if (stored) work.matterSettings.replaceKind(record);
  else work.matterSettings.insertKind(record);
  work.record({ action: 'matter-kind.changed', entity: 'matter_kind', entityId: row.id, detail: { kind: kind.code, station: kind.station }, changes: [work.rows.change('matter_kind', row.id, before)] });
  return { ...kind, group };
}

/** Gives a function to one station or centre; whoever had it has it no more, because a function is one row. */
export function saveMatterFunction(work: Work, one: MatterFunction): MatterFunction {
  const stored = work.matterSettings.findFunction(one.code);
  const before = stored && work.rows.read('matter_function', stored.id);
  const record = { ...(stored ? { ...stored, ...raised(work, stored) } : begun(work)), ...one };
  if (stored) work.matterSettings.replaceFunction(record);
  else work.matterSettings.insertFunction(record);
  work.record({ action: 'matter-function.changed', entity: 'matter_function', entityId: record.id, detail: { function: one.code, station: one.station }, changes: [work.rows.change('matter_function', record.id, before)] });
  return one;
}

export const shownLimit = ({ id, version, clock, kind, level, unitKind, unitId, yellow, red }: LimitRecord): MatterLimit => ({ id, version, clock, kind, level, unitKind, unitId, yellow, red });

/** A limit for steps that begin from now on; one for the same kind, level and unit takes the place of the former. */
export function addMatterLimit(work: Work, draft: z.output<typeof matterLimitDraftSchema>): MatterLimit {
  const former = work.matterSettings.limits().find((one) => one.clock === draft.clock && one.kind === draft.kind && one.level === draft.level && one.unitKind === draft.unitKind && one.unitId === draft.unitId);
  const replaced = former ? [removal(work, former)] : [];
  const limit = { ...begunRemovable(work), ...draft };
  work.record({ action: 'matter-limit.set', entity: 'matter_limit', entityId: limit.id, detail: { clock: limit.clock, yellow: limit.yellow, red: limit.red }, changes: [work.rows.creation(work.matterSettings.insertLimit(limit)), ...replaced] });
  return shownLimit(limit);
}

function removal(work: Work, limit: LimitRecord) {
  const before = work.rows.read('matter_limit', limit.id);
  const { updatedAt, version } = raised(work, limit);
  work.matterSettings.replaceLimit({ ...limit, version, updatedAt, removedAt: updatedAt });
  return work.rows.change('matter_limit', limit.id, before);
}

export function removeMatterLimit(work: Work, { id, version }: Stored): Record<string, never> {
  const limit = work.matterSettings.findLimit(id) ?? fail('record/not-found', {});
  checkVersion(work, 'matter_limit', limit, version);
  work.record({ action: 'matter-limit.removed', entity: 'matter_limit', entityId: id, changes: [removal(work, limit)] });
  return {};
}

/** The station's numbers, and when a matter may be opened again, must be escalated or handled jointly. */
export function saveMatterRules(work: Work, rules: MatterRules): MatterRules {
  const stored = work.matterSettings.findRules();
  const before = stored && work.rows.read('matter_rule', stored.id);
  const record = { ...(stored ? { ...stored, ...raised(work, stored) } : begun(work)), ...rules };
  if (stored) work.matterSettings.replaceRules(record);
  else work.matterSettings.insertRules(record);
  work.record({ action: 'matter-rules.changed', entity: 'matter_rule', entityId: record.id, changes: [work.rows.change('matter_rule', record.id, before)] });
  return rules;
}
