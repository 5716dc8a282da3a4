import { begun, current, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { treeProblem } from '#shared/modules/grid/emergency/emergency.rules.ts';
import type { EmergencyPlan, PlanChange, PlanDraft } from '#shared/modules/grid/emergency/emergency.schema.ts';
import type { PlanRecord } from './emergency.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
const TABLE = 'emergency_plan';

export const getEmergencyPlan = (work: Work, { id }: { readonly id: string }): EmergencyPlan => work.emergencyPlans.one(id) ?? fail('record/not-found', {});

/** Error: `emergency/plan-name-taken`. Also asked when an undo brings a plan back. */
export function checkPlanName(work: Work, name: string, ownId: string | null): void {
  const other = work.emergencyPlans.idOfName(name);
  if (other !== undefined && other !== ownId) fail('emergency/plan-name-taken', { name });
}

/** Errors: `emergency/plan-name-taken`, `emergency/tree-broken`. */
function checkPlan(work: Work, { name, contacts }: PlanDraft, ownId: string | null): void {
  checkPlanName(work, name, ownId);
  const problem = treeProblem(contacts);
  if (problem !== null) fail('emergency/tree-broken', { problem });
}

export function createEmergencyPlan(work: Work, draft: PlanDraft): EmergencyPlan {
  checkPlan(work, draft, null);
  const plan = { ...begun(work), removedAt: null, ...draft };
  work.emergencyPlans.insert(plan);
  work.record({ action: 'emergency-plan.created', entity: TABLE, entityId: plan.id, detail: { name: plan.name }, changes: [work.rows.change(TABLE, plan.id, undefined)] });
  return getEmergencyPlan(work, plan);
}

/** A plan that is changed changes nothing of what was started from it. */
export function updateEmergencyPlan(work: Work, { id, version, ...draft }: PlanChange): EmergencyPlan {
  const plan = current<PlanRecord>(work, work.emergencyPlans, { id, version });
  checkPlan(work, draft, id);
  const change = rewritten<PlanRecord>(work, work.emergencyPlans, plan, draft);
  work.record({ action: 'emergency-plan.changed', entity: TABLE, entityId: id, detail: { name: draft.name }, changes: [change] });
  return getEmergencyPlan(work, { id });
}

export function removeEmergencyPlan(work: Work, one: Versioned): Record<string, never> {
  const plan = current<PlanRecord>(work, work.emergencyPlans, one);
  const change = rewritten<PlanRecord>(work, work.emergencyPlans, plan, { removedAt: work.clock.now().toISOString() });
  work.record({ action: 'emergency-plan.removed', entity: TABLE, entityId: one.id, detail: { name: plan.name }, changes: [change] });
  return {};
}
