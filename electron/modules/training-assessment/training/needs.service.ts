import { added, begunRemovable, rewritten } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import { fail } from '#shared/errors/app-error.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import { FEWEST_CASES } from '#shared/kernel/statistics/effect.rules.ts';
import type { NeedChange, NeedDraft, NeedRow, NeedState, ProposedNeed } from '#shared/modules/training-assessment/training/need.schema.ts';
import { indicatorSources } from '../indicators/indicator-sources.ts';
import { enrolOne } from './enrolments.service.ts';
import type { NeedRecord } from './planning.repository.ts';

type Versioned = { readonly id: string; readonly version: number };
type Settlement = Versioned & { readonly state: NeedState; readonly classId: string | null; readonly outcome: string };

const SHORTEST_OUTCOME = 2;
const YEAR_DAYS = 365;
/** A share below this is low enough to speak of a need; the station's own measure, shown with the proposal. */
const LOW_SHARE = 0.6;
const needRow = (work: Work, id: string): NeedRow => work.trainingNeeds.row(id) ?? fail('record/not-found', {});

function checkMember(work: Work, memberId: string | null): void {
  if (memberId !== null && !work.trainees.find(work.today, memberId)) fail('record/not-found', {});
}

/** Puts a need in, for whoever records the act. Error: `record/not-found` for a person who is not of the team. */
export function insertNeed(work: Work, draft: NeedDraft): { readonly id: string; readonly change: RecordChange } {
  checkMember(work, draft.memberId);
  const need: NeedRecord = { ...begunRemovable(work), ...draft, state: 'open', classId: null, outcome: '' };
  return { id: need.id, change: added(work, work.trainingNeeds, need) };
}

export function createTrainingNeed(work: Work, draft: NeedDraft): NeedRow {
  const { id, change } = insertNeed(work, draft);
  work.record({ action: 'training-need.raised', entity: 'training_need', entityId: id, detail: { kind: draft.kind }, changes: [change] });
  return needRow(work, id);
}

function needOf(work: Work, { id, version }: Versioned): NeedRecord {
  const need = work.trainingNeeds.find(id);
  if (need?.removedAt !== null) return fail('record/not-found', {});
  checkVersion(work, 'training_need', need, version);
  return need;
}

/** Only what still waits may change; a settled need is opened again first. Error: `training/need-closed`. */
export function updateTrainingNeed(work: Work, { id, version, ...draft }: NeedChange): NeedRow {
  const need = needOf(work, { id, version });
  if (need.state === 'met' || need.state === 'dropped') fail('training/need-closed', {});
  checkMember(work, draft.memberId);
  work.record({ action: 'training-need.changed', entity: 'training_need', entityId: id, changes: [rewritten(work, work.trainingNeeds, need, draft)] });
  return needRow(work, id);
}

/**
 * Decides what becomes of a need. Planned names an open class and enrols the person there in the same act; met and dropped say why.
 * Errors: `training/outcome-missing`, and those of enrolling.
 */
export function settleTrainingNeed(work: Work, { id, version, state, classId, outcome }: Settlement): NeedRow {
  const need = needOf(work, { id, version });
  const isEnded = state === 'met' || state === 'dropped';
  if ((isEnded && outcome.length < SHORTEST_OUTCOME) || (state === 'planned' && classId === null)) fail('training/outcome-missing', {});
  const target = state === 'open' ? null : classId;
  const enrolled = state === 'planned' && target !== null && need.memberId !== null && !work.trainingEnrolments.ofMember(target, need.memberId) ? [enrolOne(work, target, need.memberId, 'hand')] : [];
  if (target !== null && !work.trainingClasses.row(target)) fail('record/not-found', {});
  const change = rewritten(work, work.trainingNeeds, need, { state, classId: target, outcome: state === 'open' ? '' : outcome });
  work.record({ action: `training-need.${state}`, entity: 'training_need', entityId: id, changes: [change, ...enrolled] });
  return needRow(work, id);
}

type Unsaid = Omit<ProposedNeed, 'memberId' | 'memberName' | 'gridName' | 'kind' | 'since'>;

/** A low figure of somebody who works here and has no such need that waits. */
function lowOf(work: Work, memberId: string, low: Unsaid): ProposedNeed[] {
  const trainee = work.trainees.find(work.today, memberId);
  if (!trainee || work.trainees.leftOn(memberId) !== null || work.trainees.hasOpenNeed(memberId, 'low-indicator')) return [];
  return [{ memberId, memberName: trainee.name, gridName: trainee.gridName, kind: 'low-indicator', since: null, ...low }];
}

/**
 * Needs the records speak of: members of less than a year who passed no class, members whose figure of the last 90 days lies under 60 % with as many
 * cases as a claim needs (effect.rules.ts), and computed lines under 60 % of an assessment that was signed off within the year.
 */
export function proposeTrainingNeeds(work: Work): ProposedNeed[] {
  const yearAgo = addDays(work.today, -YEAR_DAYS);
  const newcomers = work.trainees.untrainedNewcomers(work.today, yearAgo).map(({ id, name, gridName, since }): ProposedNeed => ({ memberId: id, memberName: name, gridName, kind: 'new-post', indicator: '', value: null, cases: 0, since, planTitle: '', lineTitle: '' }));
  const question = { subject: 'member' as const, ids: work.trainees.ids(work.today), from: addDays(work.today, -90), until: work.today };
  const now = indicatorSources
    .filter(({ unit, subjects, isAboutTraining }) => unit === 'share' && subjects.includes('member') && !isAboutTraining)
    .flatMap((source) => source.measure(work, question).filter(({ cases, sum }) => cases >= FEWEST_CASES && (source.better === 'higher' ? sum / cases : 1 - sum / cases) < LOW_SHARE).map((measure) => ({ source, ...measure })))
    .flatMap(({ source, subjectId, cases, sum }) => lowOf(work, subjectId, { indicator: source.id, value: sum / cases, cases, planTitle: '', lineTitle: '' }));
  const assessed = work.assessmentResults.lowLines(yearAgo, LOW_SHARE)
    .filter((line) => !now.some(({ memberId, indicator }) => memberId === line.memberId && indicator === line.indicator))
    .flatMap(({ memberId, earned, due, ...line }) => lowOf(work, memberId, { ...line, value: earned / due, cases: due }));
  return [...newcomers, ...now, ...assessed];
}

export function takeTrainingNeeds(work: Work, { needs }: { readonly needs: readonly NeedDraft[] }): { count: number } {
  const taken = needs.map((need) => insertNeed(work, need));
  work.record({ action: 'training-needs.raised', entity: 'training_need', entityId: taken[0]?.id ?? '', detail: { count: taken.length }, changes: taken.map(({ change }) => change) });
  return { count: taken.length };
}
