import type { Work } from '#electron/database/unit-of-work.ts';
import { failConflict } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { RetirementFilter, RetirementRule, SuccessionRow } from '#shared/modules/staff/profile/profile.schema.ts';
import { added, begunRemovable, current, present, rewritten, takenOut } from '#electron/database/record-store.ts';

const MOST_POSTS = 200;
/** More than the staff of a city that ends within ten years. */
const MOST_ENDING = 20_000;
const NAMED = 5;

/** Posts whose holders end within the horizon, each with who of the team could take over: whoever meets the conditions a record can answer and does not end within it as well. */
export function listSuccession(work: Work, { filter: { within } }: { readonly filter: RetirementFilter }): SuccessionRow[] {
  const rules = work.staffProfile.rulesOf(work.actor.communityId);
  const ending = work.staffProfile.retirements(rules, work.today, within, { field: 'month', direction: 'asc' }, { offset: 0, limit: MOST_ENDING });
  const leaving = ending.map(({ id }) => id);
  const fits = new Map<string, { count: number; names: string[] }>();
  return ending.slice(0, MOST_POSTS).flatMap(({ id, name, postId, postName, gridName, month, monthsLeft }) => {
    if (postId === null) return [];
    const known = fits.get(postId);
    const found = known ?? work.posts.fits(present(work.posts, postId), work.today, { offset: 0, limit: NAMED }, leaving);
    const fit = 'rows' in found ? { count: found.count, names: found.rows.map((row) => row.name) } : found;
    fits.set(postId, fit);
    return [{ memberId: id, memberName: name, postId, postName, gridName, month, monthsLeft, fits: fit.count, names: fit.names }];
  });
}

const ruleOf = (work: Work, kind: RetirementRule['class']): RetirementRule => work.staffProfile.rulesOf(work.actor.communityId).find((rule) => rule.class === kind) ?? fail('record/not-found', {});

/** Writes the station's own figures for one class of people. */
export function saveRetirementRule(work: Work, { version, ...values }: Omit<RetirementRule, 'id'>): RetirementRule {
  const own = ruleOf(work, values.class);
  const stored = own.id === null ? undefined : work.staffProfile.rules.find(own.id);
  if (stored && version === 0) failConflict(work, 'retirement_rule', stored);
  const change = stored ? rewritten(work, work.staffProfile.rules, current(work, work.staffProfile.rules, { id: stored.id, version }), values) : added(work, work.staffProfile.rules, { ...begunRemovable(work), ...values });
  work.record({ action: 'retirement-rule.saved', entity: 'retirement_rule', entityId: change.entityId, detail: { class: values.class }, changes: [change] });
  return ruleOf(work, values.class);
}

export function removeRetirementRule(work: Work, one: { readonly id: string; readonly version: number }): Record<string, never> {
  work.record({ action: 'retirement-rule.removed', entity: 'retirement_rule', entityId: one.id, changes: [takenOut(work, work.staffProfile.rules, current(work, work.staffProfile.rules, one))] });
  return {};
}
