import { begun, current, rewritten, takenOut } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { RatingDraft, RatingRow, TwoWay } from '#shared/modules/training-assessment/assessment/two-way.schema.ts';
import type { RatingRecord } from './two-way.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
const rowOf = (work: Work, id: string): RatingRow => work.departmentRatings.row(work.actor, id) ?? fail('record/not-found', {});

/** A clerk speaks for the own grids, over a matter that is in the file; nobody rates a day ahead. Errors: `assessment/matter-unknown`, `assessment/outside-period`. */
export function rateDepartment(work: Work, draft: RatingDraft): RatingRow {
  const { scope } = work.actor;
  if (!work.departmentRatings.isDepartment(draft.departmentId)) fail('record/not-found', {});
  if (draft.gridId === null ? scope !== 'all' : !work.grids.find(draft.gridId) || (scope !== 'all' && !scope.includes(draft.gridId))) fail('record/not-found', {});
  if (draft.ratedOn > work.today) fail('assessment/outside-period', { fromOn: '', untilOn: work.today });
  if (!work.matters.numbered(work.actor, draft.matterNo)) fail('assessment/matter-unknown', { number: draft.matterNo });
  const rating: RatingRecord = { ...begun(work), ...draft, removedAt: null, reply: '', repliedOn: null };
  work.departmentRatings.insert(rating);
  work.record({ action: 'assessment-rating.recorded', entity: 'assessment_rating', entityId: rating.id, detail: { matterNo: draft.matterNo, stars: draft.stars }, changes: [work.rows.change('assessment_rating', rating.id, undefined)] });
  return rowOf(work, rating.id);
}

export function removeDepartmentRating(work: Work, one: Versioned): Record<string, never> {
  rowOf(work, one.id);
  const rating = current(work, work.departmentRatings, one);
  work.record({ action: 'assessment-rating.removed', entity: 'assessment_rating', entityId: rating.id, changes: [takenOut(work, work.departmentRatings, rating)] });
  return {};
}

export function replyToRating(work: Work, { reply, ...one }: Versioned & { readonly reply: string }): RatingRow {
  rowOf(work, one.id);
  const rating = current(work, work.departmentRatings, one);
  work.record({ action: 'assessment-rating.replied', entity: 'assessment_rating', entityId: rating.id, changes: [rewritten(work, work.departmentRatings, rating, { reply, repliedOn: work.today })] });
  return rowOf(work, one.id);
}

export const summariseTwoWay = (work: Work, { year }: { readonly year: number }): TwoWay => ({ down: work.departmentRatings.down(year), up: work.departmentRatings.up(year) });
