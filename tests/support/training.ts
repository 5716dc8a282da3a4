import type { Workstation } from './workstation.ts';

/** Calls of the training area as the training officer makes them, on a desk where whoever calls is trainer and supervisor. */
export function trainingDesk(desk: Workstation) {
  const done = <T>(name: string, input: unknown = {}): Promise<T> => desk.done<T>(`trainingAssessment.${name}`, input);
  const refused = (name: string, input: unknown = {}) => desk.refused(`trainingAssessment.${name}`, input);
  const member = async (name: string, values: Record<string, unknown> = {}): Promise<string> =>
    (await desk.done<{ id: string }>('staff.createGridMember', { name, phone: '', sex: '0', birthOn: '1985-05-05', idNumber: '', employment: 'full-time', political: '', education: '30', registeredOn: '2020-01-01', gridId: null, note: '', ...values })).id;
  const classDraft = (values: Record<string, unknown> = {}) => ({ name: '网格员业务培训班', planId: null, category: 'business', businessLine: '基层治理', audience: '全体网格员', fromOn: '2026-02-01', untilOn: '2026-03-31', places: 40, hoursTenths: 160, attendancePercent: 80, lateReason: '', note: '', ...values });
  const session = (courseId: string, values: Record<string, unknown> = {}) => ({ courseId, form: 'lecture', heldOn: '2026-03-01', startsAt: '09:00', endsAt: '11:00', place: '三楼会议室', trainer: '陈静', hoursTenths: 20, capacity: 50, ...values });
  /** A running class with these people, one course and one session of yesterday. */
  const running = async (memberIds: readonly string[], values: Record<string, unknown> = {}) => {
    const made = await done<{ id: string; version: number }>('createTrainingClass', classDraft(values));
    const course = await done<{ id: string }>('createCourse', { classId: made.id, title: '事项登记', content: '', position: 1 });
    const first = await done<{ id: string; version: number }>('createSession', session(course.id));
    await done('enrolMembers', { classId: made.id, memberIds });
    await done('startTrainingClass', { id: made.id, version: made.version });
    return { classId: made.id, courseId: course.id, sessionId: first.id };
  };
  const marks = (memberIds: readonly string[], mark = 'present', version = 0) => memberIds.map((memberId) => ({ memberId, version, mark, note: '' }));
  const keep = (sessionId: string, lines: readonly unknown[], reason = '') => ({ sessionId, marks: lines, reason });
  const exam = (classId: string, values: Record<string, unknown> = {}) => ({ classId, title: '结业考试', heldOn: '2026-03-01', makeUpOn: '2026-03-02', place: '', fullTenths: 1000, passTenths: 600, ...values });
  const scores = (examId: string, attempt: 1 | 2, values: readonly (readonly [string, number | null])[], version = 0, reason = '') => ({ examId, attempt, scores: values.map(([memberId, scoreTenths]) => ({ memberId, version, scoreTenths })), reason });
  const versionOf = async (classId: string) => (await done<{ version: number }>('getTrainingClass', { id: classId })).version;
  return { done, refused, member, classDraft, session, running, marks, keep, exam, scores, versionOf };
}
