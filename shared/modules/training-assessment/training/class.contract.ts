import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, dayText, doneSchema, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { classChangeSchema, classDraftSchema, classFilterSchema, classRowSchema, classSortSchema, courseChangeSchema, courseDraftSchema, courseRowSchema, sessionChangeSchema, sessionDraftSchema, sessionRowSchema } from './class.schema.ts';
import { enrolledSchema, enrolmentFilterSchema, enrolmentRowSchema, enrolmentSortSchema, reasonText } from './sheet.schema.ts';
import { TRAINING_STALE, trainingPermissions } from './training.permissions.ts';

const { query, command } = operationsFor(trainingPermissions);
const classFilter = classFilterSchema.default(classFilterSchema.parse({}));
const enrolmentFilter = enrolmentFilterSchema.default(enrolmentFilterSchema.parse({}));
const moved = { ...versionedShape, reason: z.string().trim().max(300) };

/** Classes with their courses and sessions, and who is in them. */
export const classOperations = {
  listTrainingClasses: query({ permission: 'training.read', input: z.strictObject({ filter: classFilter, sort: classSortSchema, ...windowShape }), output: z.array(classRowSchema) }),
  countTrainingClasses: query({ permission: 'training.read', input: z.strictObject({ filter: classFilter }), output: countSchema }),
  getTrainingClass: query({ permission: 'training.read', input: idInput, output: classRowSchema }),
  createTrainingClass: command({ permission: 'training.edit', input: classDraftSchema, output: classRowSchema, invalidates: TRAINING_STALE }),
  updateTrainingClass: command({ permission: 'training.edit', input: classChangeSchema, output: classRowSchema, invalidates: TRAINING_STALE }),
  startTrainingClass: command({ permission: 'training.edit', input: z.strictObject(versionedShape), output: classRowSchema, invalidates: TRAINING_STALE }),
  /** Computes every result and locks the class. */
  finishTrainingClass: command({ permission: 'training.edit', input: z.strictObject(versionedShape), output: classRowSchema, invalidates: TRAINING_STALE }),
  cancelTrainingClass: command({ permission: 'training.edit', input: z.strictObject({ ...versionedShape, reason: reasonText }), output: classRowSchema, invalidates: TRAINING_STALE }),
  /** Unlocks the results of a finished class, or takes a cancelled one up again. */
  reopenTrainingClass: command({ permission: 'training.approve', input: z.strictObject({ ...versionedShape, reason: reasonText }), output: classRowSchema, invalidates: TRAINING_STALE }),

  listCourses: query({ permission: 'training.read', input: z.strictObject({ classId: z.uuid() }), output: z.array(courseRowSchema) }),
  createCourse: command({ permission: 'training.edit', input: courseDraftSchema, output: courseRowSchema, invalidates: TRAINING_STALE }),
  updateCourse: command({ permission: 'training.edit', input: courseChangeSchema, output: courseRowSchema, invalidates: TRAINING_STALE }),
  removeCourse: command({ permission: 'training.edit', input: z.strictObject(versionedShape), output: doneSchema, invalidates: TRAINING_STALE }),
  createSession: command({ permission: 'training.edit', input: sessionDraftSchema, output: sessionRowSchema, invalidates: TRAINING_STALE }),
  updateSession: command({ permission: 'training.edit', input: sessionChangeSchema, output: sessionRowSchema, invalidates: TRAINING_STALE }),
  cancelSession: command({ permission: 'training.edit', input: z.strictObject({ ...versionedShape, reason: reasonText }), output: sessionRowSchema, invalidates: TRAINING_STALE }),

  listEnrolments: query({ permission: 'training.read', input: z.strictObject({ filter: enrolmentFilter, sort: enrolmentSortSchema, ...windowShape }), output: z.array(enrolmentRowSchema) }),
  countEnrolments: query({ permission: 'training.read', input: z.strictObject({ filter: enrolmentFilter }), output: countSchema }),
  enrolMembers: command({ permission: 'training.edit', input: z.strictObject({ classId: z.uuid(), memberIds: z.array(z.uuid()).min(1).max(2000) }), output: enrolledSchema, invalidates: TRAINING_STALE }),
  withdrawEnrolment: command({ permission: 'training.edit', input: z.strictObject({ ...moved, on: dayText, reason: reasonText }), output: enrolmentRowSchema, invalidates: TRAINING_STALE }),
  /** Members meant by pasted lines: by phone number, identity number or full name. */
  matchMembers: query({
    permission: 'training.edit',
    input: z.strictObject({ lines: z.array(z.string().max(200)).min(1).max(2000) }),
    output: z.array(z.strictObject({ row: z.int(), text: z.string(), kind: z.enum(['taken', 'unknown-name', 'name-twice']), memberId: z.uuid().nullable(), name: z.string() })),
  }),
};
