import type { Db } from '#electron/database/database.ts';
import { keptStatements } from '#electron/database/kept-statements.ts';
import type { HoursFilter, HoursRow, MemberTraining } from '#shared/modules/training-assessment/training/record.schema.ts';
import { worksOn } from './trainees.repository.ts';

export type Period = { readonly from: string; readonly until: string };
/** Hours in tenths that somebody attended in sessions of a period. */
export type MemberHours = { readonly memberId: string; readonly hoursTenths: number };
/** An exam of somebody in a period: the better attempt in tenths of its own full score, nought when none was taken. */
export type MemberExam = { readonly memberId: string; readonly examId: string; readonly classId: string; readonly title: string; readonly heldOn: string; readonly scoreTenths: number; readonly fullTenths: number; readonly passTenths: number; readonly isMakeUpMissing: boolean };
/** A session that counted, or did not, for somebody's hours. */
export type MemberSession = { readonly sessionId: string; readonly classId: string; readonly label: string; readonly heldOn: string; readonly hoursTenths: number; readonly mark: string };

const ids = '(SELECT value FROM json_each(@ids))';
const ATTENDED = `FROM training_attendance a JOIN training_session s ON s.id = a.session_id JOIN training_class c ON c.id = s.class_id
  WHERE a.removed_at IS NULL AND s.removed_at IS NULL AND c.removed_at IS NULL AND s.state = 'held' AND s.held_on BETWEEN @from AND @until`;
const SCORE = (attempt: number): string => `(SELECT b.score_tenths FROM training_score b WHERE b.exam_id = x.id AND b.member_id = e.member_id AND b.attempt = ${attempt} AND b.removed_at IS NULL)`;

const BY_HOURS = `FROM grid_member m LEFT JOIN grid g ON g.id = m.grid_id LEFT JOIN (SELECT a.member_id, sum(s.hours_tenths) AS done ${ATTENDED} AND a.mark IN ('present', 'late') GROUP BY a.member_id) t ON t.member_id = m.id
  WHERE ${worksOn('@from')} AND coalesce(t.done, 0) >= @fromTenths AND (@untilTenths IS NULL OR coalesce(t.done, 0) < @untilTenths) AND (@text = '' OR instr(m.name, @text) > 0 OR m.name_py LIKE @head)`;
const OF_CLASSES = (condition: string): string => `(SELECT count(*) FROM training_enrolment e JOIN training_class c ON c.id = e.class_id WHERE e.member_id = m.id AND e.removed_at IS NULL AND c.removed_at IS NULL AND c.from_on <= @until AND c.until_on >= @from AND ${condition})`;
const CLASSES = OF_CLASSES("e.state = 'enrolled' AND c.state <> 'cancelled'");
const PASSED = OF_CLASSES("e.result = 'passed'");
const HOURS_ORDER = { doneTenths: 'doneTenths', name: 'm.name_py' } as const;
export type HoursOrder = { readonly field: keyof typeof HOURS_ORDER; readonly direction: 'asc' | 'desc' };
const hoursValues = ({ from, until }: Period, { fromTenths, untilTenths, text }: HoursFilter) => ({ from, until, fromTenths, untilTenths, text, head: `${text.toLowerCase()}%` });

/** What training lets others count: hours done, hours due and exam results by person and period. Only sessions whose sheet is closed and exams that are closed count. */
export function resultsRepository({ sqlite }: Db) {
  const statement = keptStatements(sqlite);
  return {
    /** Hours done by each of these people; who did none is left out. */
    hoursOf: (memberIds: readonly string[], { from, until }: Period): MemberHours[] =>
      statement(`SELECT a.member_id AS memberId, sum(s.hours_tenths) AS hoursTenths ${ATTENDED} AND a.mark IN ('present', 'late') AND a.member_id IN ${ids} GROUP BY a.member_id`).all({ ids: JSON.stringify(memberIds), from, until }) as MemberHours[], // columns named
    sessionsOf: (memberId: string, { from, until }: Period, { offset, limit }: { readonly offset: number; readonly limit: number }): MemberSession[] =>
      statement(`SELECT s.id AS sessionId, s.class_id AS classId, c.name AS label, s.held_on AS heldOn, s.hours_tenths AS hoursTenths, a.mark ${ATTENDED} AND a.member_id = @memberId ORDER BY s.held_on, s.id LIMIT @limit OFFSET @offset`).all({ memberId, from, until, limit, offset }) as MemberSession[], // columns named
    /** Hours due in tenths for a whole year by its plan; 0 without a plan. */
    hoursDue: (communityId: string, year: number): number => (statement('SELECT hours_due_tenths FROM training_plan WHERE community_id = ? AND year = ? AND removed_at IS NULL').pluck().get(communityId, year) as number | undefined) ?? 0, // the one column
    examsOf: (memberIds: readonly string[], { from, until }: Period): MemberExam[] =>
      (statement(`SELECT e.member_id AS memberId, x.id AS examId, x.class_id AS classId, x.title, x.held_on AS heldOn, max(coalesce(${SCORE(1)}, 0), coalesce(${SCORE(2)}, 0)) AS scoreTenths, x.full_tenths AS fullTenths, x.pass_tenths AS passTenths,
          (coalesce(${SCORE(1)}, -1) < x.pass_tenths AND ${SCORE(2)} IS NULL) AS isMakeUpMissing
        FROM training_exam x JOIN training_class c ON c.id = x.class_id AND c.removed_at IS NULL JOIN training_enrolment e ON e.class_id = x.class_id AND e.removed_at IS NULL AND e.state = 'enrolled'
        WHERE x.removed_at IS NULL AND x.state = 'closed' AND x.held_on BETWEEN @from AND @until AND e.member_id IN ${ids} ORDER BY x.held_on, x.id`).all({ ids: JSON.stringify(memberIds), from, until }) as (Omit<MemberExam, 'isMakeUpMissing'> & { isMakeUpMissing: number })[]).map((exam) => ({ ...exam, isMakeUpMissing: exam.isMakeUpMissing === 1 })), // columns named
    /** Sessions of a period that somebody came to, and those missed with leave or without. */
    attendanceOf: (memberId: string, { from, until }: Period): { attended: number; missed: number } =>
      statement(`SELECT coalesce(sum(a.mark IN ('present', 'late')), 0) AS attended, coalesce(sum(a.mark NOT IN ('present', 'late')), 0) AS missed ${ATTENDED} AND a.member_id = @memberId`).get({ memberId, from, until }) as { attended: number; missed: number }, // columns named
    /** Every class somebody was in, the newest first. */
    learnt: (memberId: string): MemberTraining['learnt'] =>
      statement(`SELECT e.class_id AS classId, c.name AS className, c.from_on AS fromOn, c.until_on AS untilOn, coalesce(e.hours_tenths, 0) AS hoursTenths, e.score_tenths AS scoreTenths, e.result, e.withdrawn_reason AS withdrawnReason,
          coalesce((SELECT t.number FROM training_certificate t WHERE t.class_id = e.class_id AND t.member_id = e.member_id AND t.revoked_on IS NULL), '') AS certificate
        FROM training_enrolment e JOIN training_class c ON c.id = e.class_id WHERE e.member_id = ? AND e.removed_at IS NULL AND c.removed_at IS NULL AND (c.state = 'finished' OR e.state = 'withdrawn') ORDER BY c.until_on DESC, c.id LIMIT 200`).all(memberId) as MemberTraining['learnt'], // columns named
    /** How many people have how many hours of a period, in bands of `step` tenths; those with none are band 0. */
    bands: ({ from, until }: Period, step: number): { band: number; people: number }[] =>
      statement(`SELECT coalesce(t.done, 0) / CAST(@step AS INTEGER) AS band, count(*) AS people FROM grid_member m LEFT JOIN (SELECT a.member_id, sum(s.hours_tenths) AS done ${ATTENDED} AND a.mark IN ('present', 'late') GROUP BY a.member_id) t ON t.member_id = m.id WHERE ${worksOn('@from')} GROUP BY band ORDER BY band`).all({ from, until, step }) as { band: number; people: number }[], // columns named
    peopleByHours: (period: Period, filter: HoursFilter, { field, direction }: HoursOrder, { offset, limit }: { readonly offset: number; readonly limit: number }): HoursRow[] =>
      statement(`SELECT m.id, m.name, coalesce(g.name, '') AS gridName, coalesce(t.done, 0) AS doneTenths, ${CLASSES} AS classes, ${PASSED} AS passed ${BY_HOURS} ORDER BY ${HOURS_ORDER[field]} ${direction === 'desc' ? 'DESC' : 'ASC'}, m.id LIMIT @limit OFFSET @offset`).all({ ...hoursValues(period, filter), limit, offset }) as HoursRow[], // columns named
    countByHours: (period: Period, filter: HoursFilter): number => statement(`SELECT count(*) ${BY_HOURS}`).pluck().get(hoursValues(period, filter)) as number, // the one column
  };
}
