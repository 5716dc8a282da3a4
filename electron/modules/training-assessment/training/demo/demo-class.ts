import { begunRemovable, type RecordStore } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { Random } from '#electron/kernel/demo/random.ts';
import { addDays } from '#shared/kernel/calendar/working-days.rules.ts';
import type { ClassState } from '#shared/modules/training-assessment/training/class.schema.ts';
import { earnsHours, resultOf, type ExamOutcome } from '#shared/modules/training-assessment/training/result.rules.ts';
import type { AttendanceMark } from '#shared/modules/training-assessment/training/sheet.schema.ts';

type Topic = { readonly title: string; readonly content: string; readonly trainer: string };
export type DemoClass = {
  readonly name: string;
  readonly category: string;
  readonly businessLine: string;
  readonly planId: string | null;
  readonly cohortId: string | null;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly memberIds: readonly string[];
  readonly topics: readonly Topic[];
  /** Days of the sessions, dealt out over the topics in turn. */
  readonly days: readonly string[];
  /** Of each session; absent: an afternoon. */
  readonly session?: { readonly startsAt: string; readonly endsAt: string; readonly tenths: number };
  readonly examOn: string | null;
  readonly state: ClassState;
  /** Numbers of the register that are next, by year. */
  readonly numbers: Map<string, number>;
};
export type DemoWrite = { readonly work: Work; readonly random: Random; readonly communityId: string; /** Told of every row after it was written. */ readonly written: (table: string, id: string) => void };

const AFTERNOON = { startsAt: '14:00', endsAt: '16:30', tenths: 30 } as const;
const ATTENDANCE = 75;
const FULL = 1000;
const PASS = 600;
const PLACES = ['社区三楼会议室', '街道党校一教室', '文化活动中心', '社区居民学校'] as const;
const FORMS = ['lecture', 'discussion', 'practice'] as const;
const COMMENTS = ['案例讲得很实在，回去就能用。', '希望多一些上机练习。', '时间安排在晚上更好。', '分组讨论收获大。', ''] as const;

/** One class with its courses, sessions, marks, exam with make-up, results, certificates and feedback, as far as it has come by today. */
export function writeClass(demo: DemoWrite, plan: DemoClass): string {
  const { work, random, communityId, written } = demo;
  const put = <R extends { readonly id: string }>(table: string, store: RecordStore<R>, row: R): R => {
    store.insert(row);
    written(table, row.id);
    return row;
  };
  const begun = () => ({ ...begunRemovable(work), communityId });
  const place = random.pick(PLACES);
  const isFinished = plan.state === 'finished';
  const { startsAt, endsAt, tenths } = plan.session ?? AFTERNOON;
  const made = put('training_class', work.trainingClasses, {
    ...begun(), planId: plan.planId, cohortId: plan.cohortId, name: plan.name, category: plan.category, businessLine: plan.businessLine, audience: '社区工作人员和网格员', fromOn: plan.fromOn, untilOn: plan.untilOn, places: Math.max(20, plan.memberIds.length),
    hoursTenths: plan.days.length * tenths, attendancePercent: ATTENDANCE, lateReason: '', note: '', state: plan.state, stateReason: '', lockedAt: isFinished ? `${plan.untilOn}T09:00:00.000Z` : null, lockedBy: isFinished ? '培训专员' : '',
  });
  const courses = plan.topics.map((topic, at) => ({ ...topic, id: put('training_course', work.trainingSchedule.courses, { ...begun(), classId: made.id, title: topic.title, content: topic.content, position: at + 1 }).id }));
  const earned = new Map(plan.memberIds.map((id) => [id, 0]));
  let heldTenths = 0;
  for (const [at, heldOn] of plan.days.entries()) {
    const course = courses[at % courses.length];
    if (!course) continue;
    const isHeld = heldOn < addDays(work.today, isFinished ? 1 : -10);
    const session = put('training_session', work.trainingSchedule.sessions, { ...begun(), classId: made.id, courseId: course.id, form: FORMS[at % FORMS.length] ?? 'lecture', heldOn, startsAt, endsAt, place, trainer: course.trainer, hoursTenths: tenths, capacity: Math.max(60, plan.memberIds.length), state: isHeld ? 'held' : 'planned', stateReason: '' });
    if (!isHeld) continue;
    heldTenths += tenths;
    for (const memberId of plan.memberIds) {
      const draw = random.between(1, 100);
      const mark: AttendanceMark = draw <= 92 ? 'present' : draw <= 96 ? 'late' : draw <= 99 ? 'leave' : 'absent';
      put('training_attendance', work.trainingSheets.attendance, { ...begun(), sessionId: session.id, memberId, mark, note: mark === 'leave' ? '入户核查' : '', keptBy: '培训专员' });
      if (earnsHours(mark)) earned.set(memberId, (earned.get(memberId) ?? 0) + tenths);
    }
  }
  const outcomes = writeExam(demo, plan, made.id, put, begun);
  for (const memberId of plan.memberIds) {
    const result = isFinished ? resultOf({ heldTenths, earnedTenths: earned.get(memberId) ?? 0, attendancePercent: ATTENDANCE }, outcomes.get(memberId) ?? []) : null;
    put('training_enrolment', work.trainingEnrolments, { ...begun(), classId: made.id, memberId, state: 'enrolled', source: plan.cohortId === null ? 'hand' : 'rule', withdrawnOn: null, withdrawnReason: '', hoursTenths: result?.hoursTenths ?? null, scoreTenths: result?.scoreTenths ?? null, result: result?.result ?? '' });
    if (result?.result !== 'passed') continue;
    const year = plan.untilOn.slice(0, 4);
    const number = (plan.numbers.get(year) ?? 0) + 1;
    plan.numbers.set(year, number);
    const { removedAt: _removed, ...row } = begun();
    put('training_certificate', work.trainingRecords.certificates, { ...row, number: `PX-${year}-${String(number).padStart(4, '0')}`, classId: made.id, memberId, issuedOn: plan.untilOn, issuedBy: '培训专员', revokedOn: null, revokedReason: '' });
    if (random.chance(40)) put('training_feedback', work.trainingSheets.feedback, { ...begun(), classId: made.id, memberId, content: random.between(3, 5), trainer: random.between(3, 5), use: random.between(3, 5), comment: random.pick(COMMENTS) });
  }
  return made.id;
}

type Put = <R extends { readonly id: string }>(table: string, store: RecordStore<R>, row: R) => R;

/** The exam with whoever needs it taking the one make-up; in a class that still runs the make-up is left to be taken. */
function writeExam({ work, random }: DemoWrite, plan: DemoClass, classId: string, put: Put, begun: () => ReturnType<typeof begunRemovable>): ReadonlyMap<string, readonly ExamOutcome[]> {
  const outcomes = new Map<string, readonly ExamOutcome[]>();
  if (plan.examOn === null) return outcomes;
  const isPast = plan.examOn <= work.today;
  const isFinished = plan.state === 'finished';
  const exam = put('training_exam', work.trainingSheets.exams, { ...begun(), classId, title: '结业考试', heldOn: plan.examOn, makeUpOn: addDays(plan.examOn, 7), place: '社区三楼会议室', fullTenths: FULL, passTenths: PASS, state: isFinished ? 'closed' : isPast ? 'marked' : 'planned' });
  if (!isPast) return outcomes;
  for (const memberId of plan.memberIds) {
    const first = random.chance(4) ? null : random.between(48, 98) * 10;
    put('training_score', work.trainingSheets.scores, { ...begun(), examId: exam.id, memberId, attempt: 1, scoreTenths: first, reason: '' });
    const makeUp = isFinished && (first ?? 0) < PASS && random.chance(85) ? random.between(58, 88) * 10 : null;
    if (makeUp !== null) put('training_score', work.trainingSheets.scores, { ...begun(), examId: exam.id, memberId, attempt: 2, scoreTenths: makeUp, reason: '' });
    outcomes.set(memberId, [{ fullTenths: FULL, passTenths: PASS, first, makeUp }]);
  }
  return outcomes;
}
