import { begun, current, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import { nextInspectionOn } from '#shared/modules/grid/prevention/prevention.rules.ts';
import type { BringFinding, InspectionChange, InspectionDraft, InspectionResult, InspectionRow, InspectionVisit } from '#shared/modules/grid/prevention/prevention.schema.ts';
import { createMatter } from '../matters/matters.service.ts';
import { isGridInScope } from '../register/scope.ts';
import type { InspectionRecord, VisitRecord } from './inspections.repository.ts';

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
  return current<InspectionRecord>(work, work.inspections, one);
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
  const change = rewritten<InspectionRecord>(work, work.inspections, plan, draft);
  work.record({ action: 'inspection.changed', entity: TABLE, entityId: id, detail: { place: draft.place }, changes: [change] });
  return rowOf(work, id);
}

/** What lies ahead has not been seen. The next day follows from the day on which somebody went. Error: `prevention/lies-ahead`. */
export function recordInspection(work: Work, { id, version, ...result }: InspectionResult): InspectionRow {
  const plan = planOf(work, { id, version });
  if (result.inspectedOn > work.today) fail('prevention/lies-ahead', { today: work.today });
  const visit = { ...begun(work), removedAt: null, planId: id, ...result, matterId: null };
  work.inspections.visits.insert(visit);
  const change = rewritten<InspectionRecord>(work, work.inspections, plan, { nextOn: nextInspectionOn(result.inspectedOn, plan.everyDays) });
  work.record({ action: 'inspection.recorded', entity: TABLE, entityId: id, detail: { place: plan.place, level: result.level }, changes: [change, work.rows.change('inspection_visit', visit.id, undefined)] });
  return rowOf(work, id);
}

/** A finding becomes a matter of the desk: both are written in one act, with one entry. Errors: `prevention/nothing-found`, those of a matter. */
export function bringFinding(work: Work, { id, version, kind, subject }: BringFinding): InspectionVisit[] {
  const visit = current<VisitRecord>(work, work.inspections.visits, { id, version });
  const plan = rowOf(work, visit.planId);
  if (visit.level === 'safe' || visit.matterId !== null) fail('prevention/nothing-found', {});
  const made: RecordChange[] = [];
  const within: Work = { ...work, record: ({ changes = [] }) => (made.push(...changes), { seq: 0 }) }; // the matter's changes stand in this act's entry
  const matter = createMatter(within, {
    subject, content: visit.finding, kind, channel: 'inspection', level: visit.level === 'serious' ? 'urgent' : 'general', scale: 'individual', peopleCount: null, amountFen: null, occurredOn: visit.inspectedOn, place: plan.place,
    gridId: plan.gridId, buildingId: null, dwellingId: null, lngMicro: null, latMicro: null, personId: null, partyName: '', partyPhone: '', fromUnit: null, submit: true,
  });
  const change = rewritten<VisitRecord>(work, work.inspections.visits, visit, { matterId: matter.id });
  work.record({ action: 'inspection.brought', entity: 'inspection_visit', entityId: id, detail: { number: matter.number }, changes: [change, ...made] });
  return work.inspections.visits.of(visit.planId);
}

export function removeInspection(work: Work, one: Versioned): Record<string, never> {
  const plan = planOf(work, one);
  const change = rewritten<InspectionRecord>(work, work.inspections, plan, { removedAt: work.clock.now().toISOString() });
  work.record({ action: 'inspection.removed', entity: TABLE, entityId: one.id, detail: { place: plan.place }, changes: [change] });
  return {};
}
