import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { nextInspectionOn } from '#shared/modules/grid/prevention/prevention.rules.ts';
import type { InspectionChange, InspectionDraft, InspectionResult, InspectionRow } from '#shared/modules/grid/prevention/prevention.schema.ts';
import { begun, current, rewritten } from '../record-store.ts';
import { isGridInScope } from '../register/scope.ts';
import type { InspectionRecord } from './inspections.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
const TABLE = 'inspection_plan';

const rowOf = (work: Work, id: string): InspectionRow => work.inspections.row(work.actor, id) ?? fail('record/not-found', {});

/** Errors: `prevention/grid-needed` for who sees only some grids, `record/not-found` for a grid that is not in use. */
export function checkGrid(work: Work, gridId: string | null, before: string | null): void {
  if (!isGridInScope(work.actor, gridId)) fail('prevention/grid-needed', {});
  if (gridId !== null && gridId !== before && work.grids.find(gridId)?.status !== 'active') fail('record/not-found', {});
}

/** The stored plan the actor may see. */
function planOf(work: Work, one: Versioned): InspectionRecord {
  rowOf(work, one.id);
  return current<InspectionRecord>(work, TABLE, work.inspections, one);
}

export function createInspection(work: Work, draft: InspectionDraft): InspectionRow {
  checkGrid(work, draft.gridId, null);
  const plan = { ...begun(work), removedAt: null, ...draft };
  work.inspections.insert(plan);
  work.record({ action: 'inspection.created', entity: TABLE, entityId: plan.id, detail: { place: plan.place }, changes: [work.rows.change(TABLE, plan.id, undefined)] });
  return rowOf(work, plan.id);
}

export function updateInspection(work: Work, { id, version, ...draft }: InspectionChange): InspectionRow {
  const plan = planOf(work, { id, version });
  checkGrid(work, draft.gridId, plan.gridId);
  const change = rewritten<InspectionRecord>(work, TABLE, work.inspections, plan, draft);
  work.record({ action: 'inspection.changed', entity: TABLE, entityId: id, detail: { place: draft.place }, changes: [change] });
  return rowOf(work, id);
}

/** What lies ahead has not been seen. The next day follows from the day on which somebody went. Error: `prevention/lies-ahead`. */
export function recordInspection(work: Work, { id, version, ...result }: InspectionResult): InspectionRow {
  const plan = planOf(work, { id, version });
  if (result.inspectedOn > work.today) fail('prevention/lies-ahead', { today: work.today });
  const visit = { ...begun(work), removedAt: null, planId: id, ...result, matterId: null };
  work.inspections.visits.insert(visit);
  const change = rewritten<InspectionRecord>(work, TABLE, work.inspections, plan, { nextOn: nextInspectionOn(result.inspectedOn, plan.everyDays) });
  work.record({ action: 'inspection.recorded', entity: TABLE, entityId: id, detail: { place: plan.place, level: result.level }, changes: [change, work.rows.change('inspection_visit', visit.id, undefined)] });
  return rowOf(work, id);
}

export function removeInspection(work: Work, one: Versioned): Record<string, never> {
  const plan = planOf(work, one);
  const change = rewritten<InspectionRecord>(work, TABLE, work.inspections, plan, { removedAt: work.clock.now().toISOString() });
  work.record({ action: 'inspection.removed', entity: TABLE, entityId: one.id, detail: { place: plan.place }, changes: [change] });
  return {};
}
