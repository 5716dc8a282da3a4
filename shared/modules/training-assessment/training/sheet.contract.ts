import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { dayText, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { sessionRowSchema } from './class.schema.ts';
import { attendanceDraftSchema, examChangeSchema, examDraftSchema, examRowSchema, examSheetSchema, feedbackDraftSchema, feedbackSummarySchema, scoresDraftSchema, sessionSheetSchema } from './sheet.schema.ts';
import { TRAINING_STALE, trainingPermissions } from './training.permissions.ts';

const { query, command } = operationsFor(trainingPermissions);

/** The two sheets, attendance and scores, and what the class says about itself. */
export const sheetOperations = {
  /** Sessions and exams of some days, the earliest first. */
  listSessions: query({ permission: 'training.read', input: z.strictObject({ from: dayText, until: dayText, ...windowShape }), output: z.array(sessionRowSchema) }),
  listExamsOfDays: query({ permission: 'training.read', input: z.strictObject({ from: dayText, until: dayText, ...windowShape }), output: z.array(examRowSchema) }),
  getSessionSheet: query({ permission: 'training.read', input: idInput, output: sessionSheetSchema }),
  keepAttendance: command({ permission: 'training.edit', input: attendanceDraftSchema, output: sessionSheetSchema, invalidates: TRAINING_STALE }),
  /** Everybody has a mark: the session counts as held, and a later change needs its reason. */
  closeSession: command({ permission: 'training.edit', input: z.strictObject(versionedShape), output: sessionSheetSchema, invalidates: TRAINING_STALE }),

  listExams: query({ permission: 'training.read', input: z.strictObject({ classId: z.uuid() }), output: z.array(examRowSchema) }),
  createExam: command({ permission: 'training.edit', input: examDraftSchema, output: examRowSchema, invalidates: TRAINING_STALE }),
  updateExam: command({ permission: 'training.edit', input: examChangeSchema, output: examRowSchema, invalidates: TRAINING_STALE }),
  removeExam: command({ permission: 'training.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: TRAINING_STALE }),
  getExamSheet: query({ permission: 'training.read', input: idInput, output: examSheetSchema }),
  keepScores: command({ permission: 'training.edit', input: scoresDraftSchema, output: examSheetSchema, invalidates: TRAINING_STALE }),
  /** Whoever has no score by then was not there. */
  closeExam: command({ permission: 'training.edit', input: z.strictObject(versionedShape), output: examSheetSchema, invalidates: TRAINING_STALE }),

  keepFeedback: command({ permission: 'training.edit', input: feedbackDraftSchema, output: doneSchema, invalidates: TRAINING_STALE }),
  summariseFeedback: query({ permission: 'training.read', input: z.strictObject({ classId: z.uuid() }), output: feedbackSummarySchema }),
};
