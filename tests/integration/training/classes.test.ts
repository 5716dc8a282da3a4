import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import type { ClassRow } from '#shared/modules/training-assessment/training/class.schema.ts';
import type { ClassEffect, EffectCase } from '#shared/modules/training-assessment/training/effect.schema.ts';
import type { CertificateRow, MemberTraining, QuarterRecord, TrainingFigures } from '#shared/modules/training-assessment/training/record.schema.ts';
import type { Enrolled, EnrolmentRow, ExamSheet, SessionSheet } from '#shared/modules/training-assessment/training/sheet.schema.ts';
import { personDraft } from '#tests/support/person-draft.ts';
import { trainingDesk } from '#tests/support/training.ts';
import { openWorkstation, type Workstation } from '#tests/support/workstation.ts';

const OTHER = { roles: ['trainer'] as const, userId: '019c0000-0000-7000-8000-0000000000b2', sessionId: '019c0000-0000-7000-8000-000000005e56' };
let desk: Workstation;
let training: ReturnType<typeof trainingDesk>;
beforeEach(async () => {
  desk = await openWorkstation({ roles: ['trainer', 'supervisor'] });
  training = trainingDesk(desk);
});
afterEach(() => desk.close());

const sheetOf = (id: string) => training.done<SessionSheet>('getSessionSheet', { id });
const enrolments = (classId: string) => training.done<EnrolmentRow[]>('listEnrolments', { filter: { classId } });
const today = async (kind: string) => (await desk.done<TodayItem[]>('notifications.listToday')).filter((item) => item.kind === kind);
const undo = async () => desk.call('undo.undo', { seq: (await desk.done<{ undo: { seq: number } | null }>('undo.listNext')).undo?.seq });

describe('a class', () => {
  it('goes from a need to attendance, an exam with a make-up, a locked result and a certificate', async () => {
    const [one, two, three] = [await training.member('安一'), await training.member('白二'), await training.member('陈三')];
    const need = await training.done<{ id: string; version: number }>('createTrainingNeed', { kind: 'own-request', memberId: three, subject: '事项登记', reason: '', raisedOn: '2026-03-01', dueOn: null });
    const { classId, sessionId } = await training.running([one, two]);
    await training.done('settleTrainingNeed', { id: need.id, version: need.version, state: 'planned', classId, outcome: '' });
    expect((await enrolments(classId)).map(({ memberName }) => memberName)).toEqual(['安一', '白二', '陈三']);

    await training.done('keepAttendance', training.keep(sessionId, [...training.marks([one, two]), ...training.marks([three], 'late')]));
    await training.done('closeSession', { id: sessionId, version: 1 });
    const exam = await training.done<{ id: string }>('createExam', training.exam(classId));
    await training.done('keepScores', training.scores(exam.id, 1, [[one, 855], [two, 420]]));
    const marked = await training.done<ExamSheet>('closeExam', { id: exam.id, version: 1 });
    expect(marked.exam.state).toBe('marked');
    expect(marked.lines.map(({ isMakeUpDue, first }) => [isMakeUpDue, first?.scoreTenths])).toEqual([[false, 855], [true, 420], [true, null]]);
    expect(await training.refused('finishTrainingClass', { id: classId, version: await training.versionOf(classId) })).toBe('training/not-ready');
    expect(await training.refused('keepScores', training.scores(exam.id, 2, [[one, 900]]))).toBe('training/no-make-up');
    await training.done('keepScores', training.scores(exam.id, 2, [[two, 700]]));
    await training.done('closeExam', { id: exam.id, version: 2 });
    const finished = await training.done<ClassRow>('finishTrainingClass', { id: classId, version: await training.versionOf(classId) });
    expect(finished).toMatchObject({ state: 'finished', passed: 2, lockedBy: '王芳' });
    expect((await enrolments(classId)).map(({ result, scoreTenths, hoursTenths }) => [result, scoreTenths, hoursTenths])).toEqual([['passed', 855, 20], ['passed', 700, 20], ['failed-exam', 0, 20]]);
    // the person of the need did not pass: it waits again
    expect(await training.done('listTrainingNeeds', {})).toMatchObject([{ state: 'open', classId: null }]);

    expect(await training.done('issueCertificates', { classId, issuedOn: '2026-03-02' })).toEqual({ count: 2 });
    expect(await training.refused('issueCertificates', { classId, issuedOn: '2026-03-02' })).toBe('training/nothing-to-issue');
    const [first] = await training.done<CertificateRow[]>('listCertificates', {});
    expect(first).toMatchObject({ number: 'PX-2026-0001', memberName: '安一' });
    expect(await training.refused('reopenTrainingClass', { id: classId, version: finished.version, reason: '更正' })).toBe('training/has-certificates');
    const figures = await training.done<TrainingFigures>('summariseTraining', { year: 2026 });
    expect(figures).toMatchObject({ people: 3, bands: [{ band: 0, people: 3 }], classes: [{ classId, finished: 3, passed: 2, failedExam: 1 }], months: [{ month: 3, sessions: 1, hoursTenths: 20 }] });
    expect(await training.done<MemberTraining>('getMemberTraining', { id: one })).toMatchObject({ hoursDoneTenths: 20, learnt: [{ classId, result: 'passed', certificate: 'PX-2026-0001' }] });
  });

  it('freezes whatever it holds once it is finished, whatever is tried', async () => {
    const [one, stranger] = [await training.member('安一'), await training.member('别人')];
    const { classId, courseId, sessionId } = await training.running([one]);
    await training.done('keepAttendance', training.keep(sessionId, training.marks([one])));
    await training.done('closeSession', { id: sessionId, version: 1 });
    const exam = await training.done<{ id: string }>('createExam', training.exam(classId));
    await training.done('keepScores', training.scores(exam.id, 1, [[one, 900]]));
    await training.done('closeExam', { id: exam.id, version: 1 });
    await training.done('finishTrainingClass', { id: classId, version: await training.versionOf(classId) });
    const rows = () => ['training_class', 'training_enrolment', 'training_attendance', 'training_score', 'training_session', 'training_exam'].map((table) => desk.sqlite().prepare(`SELECT * FROM ${table} ORDER BY id`).all());
    const before = rows();
    const version = await training.versionOf(classId);
    const [enrolment] = await enrolments(classId);
    const tries: [string, unknown][] = [
      ['keepAttendance', training.keep(sessionId, training.marks([one], 'absent', 1), '更正')],
      ['closeSession', { id: sessionId, version: 2 }],
      ['keepScores', training.scores(exam.id, 1, [[one, 100]], 1, '更正')],
      ['closeExam', { id: exam.id, version: 2 }],
      ['updateExam', { ...training.exam(classId), id: exam.id, version: 2 }],
      ['createSession', training.session(courseId)],
      ['cancelSession', { id: sessionId, version: 2, reason: '取消' }],
      ['createCourse', { classId, title: '加课', content: '', position: 2 }],
      ['withdrawEnrolment', { id: enrolment?.id, version: enrolment?.version, on: '2026-03-02', reason: '离职' }],
      ['enrolMembers', { classId, memberIds: [stranger] }],
      ['updateTrainingClass', { ...training.classDraft({ attendancePercent: 0 }), id: classId, version }],
      ['startTrainingClass', { id: classId, version }],
    ];
    for (const [name, input] of tries) expect(await training.refused(name, input), name).toBe('training/results-locked');
    expect(await undo()).toMatchObject({ ok: false });
    expect(rows()).toEqual(before);
    expect(await desk.callAs({ roles: ['trainer'] }, 'trainingAssessment.reopenTrainingClass', { id: classId, version, reason: '更正' })).toMatchObject({ error: { code: 'auth/forbidden' } });
    await training.done('reopenTrainingClass', { id: classId, version, reason: '漏记一人' });
    expect(await enrolments(classId)).toMatchObject([{ result: '', scoreTenths: null }]);
    await training.done('keepScores', training.scores(exam.id, 1, [[one, 100]], 1, '登记错误'));
  });

  it('past its date wants its reason, and keeps its sessions inside its days', async () => {
    const past = training.classDraft({ fromOn: '2025-10-01', untilOn: '2025-12-31' });
    expect(await training.refused('createTrainingClass', past)).toBe('training/class-past');
    const made = await training.done<{ id: string }>('createTrainingClass', { ...past, lateReason: '补录去年纸质台账' });
    const course = await training.done<{ id: string }>('createCourse', { classId: made.id, title: '消防', content: '', position: 1 });
    expect(await training.refused('createSession', training.session(course.id))).toBe('training/outside-class');
    expect(await training.refused('createTrainingClass', training.classDraft({ fromOn: '2026-05-01', untilOn: '2026-04-01' }))).toBe('validation/failed');
  });

  it('lets nobody sit in two places at one time, and tells who was left out of an enrolment', async () => {
    const [one, two, three] = [await training.member('安一'), await training.member('白二'), await training.member('陈三')];
    const { classId, courseId } = await training.running([one], { places: 2 });
    const later = await training.done<{ id: string }>('createSession', training.session(courseId, { heldOn: '2026-03-10' }));
    const second = await training.done<{ id: string }>('createTrainingClass', training.classDraft({ name: '第二班' }));
    const course = await training.done<{ id: string }>('createCourse', { classId: second.id, title: '调解', content: '', position: 1 });
    await training.done('createSession', training.session(course.id, { heldOn: '2026-03-10', startsAt: '10:30', endsAt: '12:00' }));
    expect(await training.done<Enrolled>('enrolMembers', { classId: second.id, memberIds: [one, two] })).toEqual({ enrolled: 1, skipped: [{ name: '安一', why: 'double-booked', where: '网格员业务培训班' }] });
    expect(await training.done<Enrolled>('enrolMembers', { classId, memberIds: [one, three] })).toEqual({ enrolled: 1, skipped: [{ name: '安一', why: 'already-in', where: '' }] });
    expect(await training.refused('enrolMembers', { classId, memberIds: [two] })).toBe('training/no-room');
    await training.done('cancelSession', { id: later.id, version: 1, reason: '场地占用' });
    await training.done('enrolMembers', { classId: second.id, memberIds: [one] });
    expect(await training.refused('createSession', training.session(courseId, { heldOn: '2026-03-10', startsAt: '11:59', endsAt: '13:00' }))).toBe('training/double-booked');
    await training.done('createSession', training.session(courseId, { heldOn: '2026-03-10', startsAt: '12:00', endsAt: '13:00' }));
  });

  it('keeps the hours of who leaves in the middle, gives no result, and asks later sheets nothing', async () => {
    const [one, two] = [await training.member('安一'), await training.member('白二')];
    const { classId, courseId, sessionId } = await training.running([one, two]);
    await training.done('keepAttendance', training.keep(sessionId, training.marks([one, two])));
    await training.done('closeSession', { id: sessionId, version: 1 });
    const leaving = (await enrolments(classId)).find(({ memberId }) => memberId === two);
    await training.done('withdrawEnrolment', { id: leaving?.id, version: leaving?.version, on: '2026-03-02', reason: '调离' });
    const second = await training.done<{ id: string }>('createSession', training.session(courseId, { heldOn: '2026-03-02' }));
    expect((await sheetOf(second.id)).lines.map(({ name }) => name)).toEqual(['安一']);
    expect((await sheetOf(sessionId)).lines.map(({ name }) => name)).toEqual(['安一', '白二']);
    await training.done('keepAttendance', training.keep(second.id, training.marks([one])));
    await training.done('closeSession', { id: second.id, version: 1 });
    await training.done('finishTrainingClass', { id: classId, version: await training.versionOf(classId) });
    expect((await enrolments(classId)).map(({ result, hoursTenths, state }) => [result, hoursTenths, state])).toEqual([['passed', 40, 'enrolled'], ['', 20, 'withdrawn']]);
  });
});

describe('the sheets', () => {
  it('keep what one officer typed from what another kept in between', async () => {
    const [one, two] = [await training.member('安一'), await training.member('白二')];
    const { sessionId } = await training.running([one, two]);
    expect(await desk.callAs(OTHER, 'trainingAssessment.keepAttendance', training.keep(sessionId, training.marks([one], 'late')))).toMatchObject({ ok: true });
    expect(await training.refused('keepAttendance', training.keep(sessionId, training.marks([two, one])))).toBe('record/conflict');
    expect((await sheetOf(sessionId)).lines.map(({ mark, version }) => [mark, version])).toEqual([['late', 1], [null, 0]]);
    await training.done('keepAttendance', training.keep(sessionId, [...training.marks([two]), ...training.marks([one], 'present', 1)]));
    expect((await sheetOf(sessionId)).lines.map(({ mark }) => mark)).toEqual(['present', 'present']);
    await undo();
    expect((await sheetOf(sessionId)).lines.map(({ mark }) => mark)).toEqual(['late', null]);
  });

  it('are closed only when complete, and change after that only with a reason', async () => {
    const [one, two] = [await training.member('安一'), await training.member('白二')];
    const { classId, courseId, sessionId } = await training.running([one, two]);
    await training.done('keepAttendance', training.keep(sessionId, training.marks([one])));
    expect(await training.refused('closeSession', { id: sessionId, version: 1 })).toBe('training/sheet-incomplete');
    await training.done('keepAttendance', training.keep(sessionId, training.marks([two], 'leave')));
    await training.done('closeSession', { id: sessionId, version: 1 });
    expect(await training.refused('keepAttendance', training.keep(sessionId, training.marks([two], 'absent', 1)))).toBe('training/reason-missing');
    await training.done('keepAttendance', training.keep(sessionId, training.marks([two], 'absent', 1), '假条未批'));
    const ahead = await training.done<{ id: string }>('createSession', training.session(courseId, { heldOn: '2026-03-20' }));
    expect(await training.refused('keepAttendance', training.keep(ahead.id, training.marks([one])))).toBe('training/not-begun');
    expect(await training.refused('keepAttendance', training.keep(sessionId, training.marks([await training.member('外人')])))).toBe('training/not-in-class');
    const exam = await training.done<{ id: string }>('createExam', training.exam(classId));
    expect(await training.refused('keepScores', training.scores(exam.id, 1, [[one, 800], [two, 1001]]))).toBe('training/score-out-of-range');
    expect(await training.refused('keepScores', training.scores(exam.id, 1, [[one, -1]]))).toBe('training/score-out-of-range');
    expect(desk.count('training_score')).toBe(0);
    await training.done('keepScores', training.scores(exam.id, 1, [[one, 1000], [two, 0]]));
    expect(await training.refused('keepScores', training.scores(exam.id, 1, [[one, 990]], 1))).toBe('training/reason-missing');
    expect(await training.refused('keepScores', training.scores(exam.id, 1, [[one, 990]], 7, '核分'))).toBe('record/conflict');
  });

  it('that nobody keeps are spoken of on Today, after three days as overdue', async () => {
    await training.running([await training.member('安一')]);
    expect(await today('training-unkept')).toMatchObject([{ urgency: 'near', params: { count: 1 }, dueOn: '2026-03-04' }]);
    desk.advance(4 * 86_400_000);
    expect(await today('training-unkept')).toMatchObject([{ urgency: 'overdue' }]);
  });
});

describe('the quarterly record', () => {
  it('has a line for each session held, notes what was handed in and whether it differs since', async () => {
    const one = await training.member('安一');
    const { courseId, sessionId } = await training.running([one]);
    await training.done('keepAttendance', training.keep(sessionId, training.marks([one])));
    await training.done('closeSession', { id: sessionId, version: 1 });
    const quarter = { year: 2026, quarter: 1 };
    expect(await training.done<QuarterRecord>('getQuarterRecord', quarter)).toMatchObject({ dueOn: '2026-03-25', filed: null, lines: [{ no: 1, heldOn: '2026-03-01', present: 1, content: '事项登记', places: 40, className: '网格员业务培训班' }] });
    desk.advance(14 * 86_400_000);
    expect(await today('training-form')).toMatchObject([{ urgency: 'near', dueOn: '2026-03-25' }]);
    expect(await training.done<QuarterRecord>('fileQuarterRecord', quarter)).toMatchObject({ filed: { by: '王芳', lines: 1, differs: 0 } });
    expect(await today('training-form')).toEqual([]);
    const again = await training.done<{ id: string }>('createSession', training.session(courseId, { heldOn: '2026-03-02' }));
    await training.done('keepAttendance', training.keep(again.id, training.marks([one], 'absent')));
    await training.done('closeSession', { id: again.id, version: 1 });
    expect(await training.done<QuarterRecord>('getQuarterRecord', quarter)).toMatchObject({ filed: { lines: 1, differs: 1 } });
    expect(await training.refused('fileQuarterRecord', { year: 2026, quarter: 4 })).toBe('training/quarter-not-over');
  });
});

describe('the own page', () => {
  it('is that of the one member of the account’s name, and never a choice between two', async () => {
    const clerk = { roles: ['clerk'] as const };
    expect(await desk.callAs(clerk, 'trainingAssessment.getOwnTraining', {})).toMatchObject({ data: { training: null, sameName: 0 } });
    const id = await training.member('王芳');
    expect(await desk.callAs(clerk, 'trainingAssessment.getOwnTraining', {})).toMatchObject({ data: { training: { id }, sameName: 1 } });
    expect(await desk.callAs(clerk, 'trainingAssessment.getMemberTraining', { id })).toMatchObject({ error: { code: 'auth/forbidden' } });
    await training.member('王芳');
    expect(await desk.callAs(clerk, 'trainingAssessment.getOwnTraining', {})).toMatchObject({ data: { training: null, sameName: 2 } });
  });
});

describe('the effect of a class', () => {
  it('opens each of its figures to as many records as it counts, and shows whose they are only to who may read them', async () => {
    const one = await training.member('安一');
    const grid = await desk.done<{ id: string; version: number }>('grid.createGrid', { name: '北网格', type: 'basic', nature: '', boundary: '', responsibleId: one, startedOn: null, note: '', code: '' });
    for (const name of ['贾一', '贾二', '贾三']) await desk.callAs({ roles: ['clerk'] }, 'grid.createPerson', personDraft({ name, idNumber: '', gridId: grid.id }));
    const { id: classId } = await training.done<{ id: string }>('createTrainingClass', training.classDraft({ fromOn: '2026-03-03' }));
    await training.done('enrolMembers', { classId, memberIds: [one] });
    const effects = await training.done<ClassEffect[]>('measureEffect', { classId });
    const counted = effects.filter(({ before }) => before.cohort.cases > 0);
    expect(counted.map(({ indicator }) => indicator)).toContain('new-records-whole');
    for (const { indicator, before } of counted) {
      const asked = { classId, indicator, side: 'before' };
      const { count, rows } = await training.done<{ count: number; rows: EffectCase[] }>('listEffectCases', asked);
      const counting = rows.filter(({ exception }) => exception === null);
      expect(counting).toHaveLength(before.cohort.cases);
      expect(counting.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(before.cohort.sum);
      expect(count).toBe(rows.length);
      expect(rows.map(({ value }) => value ?? 1)).toEqual(rows.map(({ value }) => value ?? 1).toSorted((one, other) => one - other));
      expect(rows[0]).toMatchObject({ memberName: '安一', label: expect.stringMatching(/^贾/) });
      expect(await desk.callAs({ roles: ['trainer'] }, 'trainingAssessment.listEffectCases', asked)).toMatchObject({ data: { count, rows: rows.map(({ value }) => ({ value, label: '', to: null })) } });
    }
    expect(await training.refused('listEffectCases', { classId, indicator: 'training-hours', side: 'before' })).toBe('record/not-found');
  });
});
