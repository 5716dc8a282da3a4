import { begun, current, rewritten, takenOut } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { isIndicator, refusalOf, suits } from '#shared/modules/training-assessment/assessment/indicator.rules.ts';
import { areBandsInOrder, divisions, exceeded, isGroup, type Division } from '#shared/modules/training-assessment/assessment/plan.rules.ts';
import type { ItemChange, ItemDraft, PlanChange, PlanDraft, PlanItem, PlanSheet } from '#shared/modules/training-assessment/assessment/plan.schema.ts';
import { HUNDREDTHS } from '#shared/modules/training-assessment/assessment/score.rules.ts';
import type { ItemRecord, PlanRecord } from './plans.repository.ts';

type Versioned = { readonly id: string; readonly version: number };

export const getPlan = (work: Work, { id }: { readonly id: string }): PlanSheet => ({ ...(work.assessmentPlans.row(id) ?? fail('record/not-found', {})), items: work.assessmentPlans.items(id) });

/** Scores of an error as people read them, in points. */
export const inPoints = ({ title, sum, full }: Division): { title: string; sum: number; full: number } => ({ title, sum: sum / HUNDREDTHS, full: full / HUNDREDTHS });

/** A plan that was enabled stays as it is; whoever wants another makes its next version. Error: `assessment/plan-enabled`. */
function draftOf(work: Work, id: string): PlanRecord {
  const plan = work.assessmentPlans.find(id);
  if (!plan || plan.removedAt !== null) return fail('record/not-found', {});
  return plan.state === 'enabled' ? fail('assessment/plan-enabled', { title: plan.title }) : plan;
}
function checkPlan(draft: PlanDraft): void {
  if (!areBandsInOrder(draft.bands, draft.fullScore)) fail('assessment/bands-out-of-order', {});
}
function checkDivided(plan: Pick<PlanRecord, 'title' | 'fullScore'>, items: readonly PlanItem[]): void {
  const over = exceeded(divisions(plan, items));
  if (over) fail('assessment/children-exceed', inPoints(over));
}

export function createPlan(work: Work, draft: PlanDraft): PlanSheet {
  checkPlan(draft);
  const plan: PlanRecord = { ...begun(work), ...draft, removedAt: null, state: 'draft', enabledAt: null, copiedFromId: null };
  work.assessmentPlans.insert(plan);
  work.record({ action: 'assessment-plan.created', entity: 'assessment_plan', entityId: plan.id, detail: { title: plan.title, year: plan.year }, changes: [work.rows.change('assessment_plan', plan.id, undefined)] });
  return getPlan(work, plan);
}

export function updatePlan(work: Work, { id, version, ...draft }: PlanChange): PlanSheet {
  draftOf(work, id);
  const plan = current(work, work.assessmentPlans, { id, version });
  checkPlan(draft);
  const items = work.assessmentPlans.items(id);
  const unsuited = items.find(({ kind, sourceId }) => kind === 'indicator' && isIndicator(sourceId) && !suits(sourceId, draft.subjectKind));
  if (unsuited) fail('assessment/indicator-unsuited', { title: unsuited.title });
  checkDivided(draft, items);
  work.record({ action: 'assessment-plan.changed', entity: 'assessment_plan', entityId: id, changes: [rewritten(work, work.assessmentPlans, plan, draft)] });
  return getPlan(work, { id });
}

const yearLater = (day: string, years: number): string => {
  const moved = `${String(Number(day.slice(0, 4)) + years)}${day.slice(4)}`;
  return moved.endsWith('-02-29') && Number.isNaN(Date.parse(`${moved}T00:00:00Z`)) ? moved.replace('-02-29', '-02-28') : moved;
};

/** A new draft with the rules, weights and bands of another plan; dates move with the year. The plan it came from stays as it is. */
export function copyPlan(work: Work, { id, year }: { readonly id: string; readonly year: number }): PlanSheet {
  const from = work.assessmentPlans.find(id);
  if (!from || from.removedAt !== null) return fail('record/not-found', {});
  const by = year - from.year;
  const moved = { fromOn: yearLater(from.fromOn, by), untilOn: yearLater(from.untilOn, by), selfUntil: yearLater(from.selfUntil, by), superiorUntil: yearLater(from.superiorUntil, by) };
  const plan: PlanRecord = { ...from, ...begun(work), ...moved, year, title: from.title.replaceAll(String(from.year), String(year)), state: 'draft', enabledAt: null, copiedFromId: from.id };
  work.assessmentPlans.insert(plan);
  const items = work.assessmentPlans.items(id);
  const idOf = new Map(items.map((item) => [item.id, work.clock.newId()]));
  for (const item of parentsFirst(items)) work.assessmentPlans.item.insert({ ...item, ...begun(work), id: idOf.get(item.id) ?? '', planId: plan.id, parentId: item.parentId === null ? null : (idOf.get(item.parentId) ?? null), removedAt: null });
  const changes = [work.rows.change('assessment_plan', plan.id, undefined), ...[...idOf.values()].map((itemId) => work.rows.change('assessment_item', itemId, undefined))];
  work.record({ action: 'assessment-plan.copied', entity: 'assessment_plan', entityId: plan.id, detail: { from: from.title, year }, changes });
  return getPlan(work, plan);
}

/** Whoever is named as a parent is written before its children. */
function parentsFirst(items: readonly PlanItem[]): PlanItem[] {
  const below = (parentId: string | null): PlanItem[] => items.filter((item) => item.parentId === parentId).flatMap((item) => [item, ...below(item.id)]);
  return below(null);
}

export function removePlan(work: Work, one: Versioned): Record<string, never> {
  draftOf(work, one.id);
  const plan = current(work, work.assessmentPlans, one);
  work.record({ action: 'assessment-plan.removed', entity: 'assessment_plan', entityId: plan.id, detail: { title: plan.title }, changes: [takenOut(work, work.assessmentPlans, plan)] });
  return {};
}

/** What may stand in a plan: never a count of incidents, log-ins, points or distance; only indicators that suit its subjects; a parent that is divided. */
function checkItem(work: Work, plan: PlanRecord, draft: ItemDraft, ownId: string | null): void {
  const refused = refusalOf(draft.sourceId, draft.title);
  if (refused) fail('assessment/indicator-refused', { indicator: refused });
  if ((draft.kind === 'indicator') !== (draft.sourceId !== '')) fail('assessment/indicator-unsuited', { title: draft.title });
  if (draft.kind === 'indicator' && !(isIndicator(draft.sourceId) && suits(draft.sourceId, plan.subjectKind))) fail('assessment/indicator-unsuited', { title: draft.title });
  const items = work.assessmentPlans.items(plan.id);
  const parent = draft.parentId === null ? null : (items.find(({ id }) => id === draft.parentId) ?? fail('record/not-found', {}));
  if (parent !== null && !isGroup(parent.kind)) fail('record/not-found', {});
  if (ownId !== null && isBelow(items, draft.parentId, ownId)) fail('record/not-found', {});
  if (ownId !== null && !isGroup(draft.kind) && items.some(({ parentId }) => parentId === ownId)) fail('assessment/indicator-unsuited', { title: draft.title });
  if (draft.kind === 'adjust' && (draft.parentId !== null || items.some(({ id, kind }) => kind === 'adjust' && id !== ownId))) fail('assessment/adjust-once', {});
}

/** Whether `id` is the item `above` or stands somewhere below it: nothing is put below itself. */
function isBelow(items: readonly PlanItem[], id: string | null, above: string): boolean {
  if (id === null) return false;
  return id === above || isBelow(items, items.find((item) => item.id === id)?.parentId ?? null, above);
}

const itemOf = (work: Work, planId: string, id: string): PlanItem => work.assessmentPlans.items(planId).find((item) => item.id === id) ?? fail('record/not-found', {});

export function addItem(work: Work, draft: ItemDraft): PlanItem {
  const plan = draftOf(work, draft.planId);
  checkItem(work, plan, draft, null);
  const items = work.assessmentPlans.items(plan.id);
  const sortNo = Math.max(0, ...items.map((item) => item.sortNo)) + 1;
  const item: ItemRecord = { ...begun(work), ...draft, sortNo, removedAt: null };
  checkDivided(plan, [...items, item]);
  work.assessmentPlans.item.insert(item);
  work.record({ action: 'assessment-item.added', entity: 'assessment_item', entityId: item.id, detail: { title: item.title }, changes: [work.rows.change('assessment_item', item.id, undefined)] });
  return itemOf(work, plan.id, item.id);
}

export function updateItem(work: Work, { id, version, ...draft }: ItemChange): PlanItem {
  const plan = draftOf(work, draft.planId);
  const item = current(work, work.assessmentPlans.item, { id, version });
  if (item.planId !== plan.id) fail('record/not-found', {});
  checkItem(work, plan, draft, id);
  checkDivided(plan, work.assessmentPlans.items(plan.id).map((one) => (one.id === id ? { ...one, ...draft } : one)));
  work.record({ action: 'assessment-item.changed', entity: 'assessment_item', entityId: id, changes: [rewritten(work, work.assessmentPlans.item, item, draft)] });
  return itemOf(work, plan.id, id);
}

/** What stands below goes with it. */
export function removeItem(work: Work, one: Versioned): Record<string, never> {
  const item = current(work, work.assessmentPlans.item, one);
  draftOf(work, item.planId);
  const all = work.assessmentPlans.items(item.planId);
  const gone = all.filter(({ id }) => isBelow(all, id, item.id)).flatMap(({ id }) => work.assessmentPlans.item.find(id) ?? []);
  const removedAt = work.clock.now().toISOString();
  work.record({ action: 'assessment-item.removed', entity: 'assessment_item', entityId: item.id, detail: { title: item.title, count: gone.length }, changes: gone.map((row) => rewritten(work, work.assessmentPlans.item, row, { removedAt })) });
  return {};
}
