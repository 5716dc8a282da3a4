import { begun, current, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { fail } from '#shared/errors/app-error.ts';
import { addWorkingDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { afterAct } from '#shared/modules/training-assessment/assessment/cycle.rules.ts';
import type { AppealRow, Sheet } from '#shared/modules/training-assessment/assessment/sheet.schema.ts';
import { takeBackFollows } from './follows.service.ts';
import type { AppealRecord } from './results.repository.ts';
import { acted, appealUntil, getSheet, notOwn, seen } from './sheet.service.ts';

type Versioned = { readonly id: string; readonly version: number };

/** Within the plan's working days after the result, one at a time. Errors: `assessment/appeal-too-late`, `assessment/appeal-open`. */
export function fileAppeal(work: Work, { reason, ...one }: Versioned & { readonly reason: string }): Sheet {
  const { sheet, plan } = acted(work, one, 'appeal');
  const until = appealUntil(work, plan, sheet) ?? work.today;
  if (work.today > until) fail('assessment/appeal-too-late', { until });
  if (work.assessmentResults.appeals({ sheetId: sheet.id, states: ['open'] }).length > 0) fail('assessment/appeal-open', {});
  const dueOn = addWorkingDays(work.today, plan.appealDays, work.calendar.published());
  const appeal: AppealRecord = { ...begun(work), sheetId: sheet.id, filedOn: work.today, filedBy: work.actor.userId, filedName: work.actor.displayName, reason, dueOn, state: 'open', decision: '', decidedBy: null, decidedName: '', decidedOn: null };
  work.assessmentResults.appeal.insert(appeal);
  work.record({ action: 'assessment-appeal.filed', entity: 'assessment_appeal', entityId: appeal.id, changes: [work.rows.change('assessment_appeal', appeal.id, undefined)] });
  return getSheet(work, sheet);
}

/** Decided by somebody who neither filed it nor scored the sheet nor signed it off. Upheld: the sheet goes back to the superior, and what was handed on from it and still waits is taken back. Error: `assessment/another-person`. */
export function decideAppeal(work: Work, { upheld, decision, ...one }: Versioned & { readonly upheld: boolean; readonly decision: string }): AppealRow {
  const appeal = current(work, work.assessmentResults.appeal, one);
  if (appeal.state !== 'open') fail('assessment/already-decided', {});
  const { sheet } = seen(work, appeal.sheetId);
  notOwn(work, sheet);
  if ([appeal.filedBy, sheet.scoredBy, sheet.archivedBy].includes(work.actor.userId)) fail('assessment/another-person', {});
  const decided = rewritten(work, work.assessmentResults.appeal, appeal, { state: upheld ? 'upheld' : 'rejected', decision, decidedBy: work.actor.userId, decidedName: work.actor.displayName, decidedOn: work.today });
  const next = afterAct(sheet.state, 'reopen') ?? fail('assessment/not-now', { state: sheet.state });
  const reopened = upheld ? [rewritten(work, work.assessmentSheets, sheet, { state: next, total: null, band: null }), ...takeBackFollows(work, sheet.id)] : [];
  work.record({ action: upheld ? 'assessment-appeal.upheld' : 'assessment-appeal.rejected', entity: 'assessment_appeal', entityId: appeal.id, changes: [decided, ...reopened] });
  return work.assessmentResults.appeals({ id: appeal.id })[0] ?? fail('record/not-found', {});
}
