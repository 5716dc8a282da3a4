import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { countSchema, dayText, idInput, versionedShape, windowShape } from '#shared/contract/list.ts';
import { classEffectSchema, effectCaseSchema, effectQuestionSchema } from './effect.schema.ts';
import { certificateFilterSchema, certificateRowSchema, certificateSortSchema, hoursFilterSchema, hoursRowSchema, hoursSortSchema, memberTrainingSchema, ownTrainingSchema, quarterRecordSchema, quarterShape, trainingFiguresSchema } from './record.schema.ts';
import { reasonText } from './sheet.schema.ts';
import { TRAINING_STALE, trainingPermissions } from './training.permissions.ts';

const { query, report, command } = operationsFor(trainingPermissions);
const hoursFilter = hoursFilterSchema.default(hoursFilterSchema.parse({}));
const certificateFilter = certificateFilterSchema.default(certificateFilterSchema.parse({}));

/** What training leaves behind: pages of people, the quarter's form, certificates, figures, and what changed after a class. */
export const recordOperations = {
  getMemberTraining: query({ permission: 'training.read', input: idInput, output: memberTrainingSchema }),
  getOwnTraining: query({ permission: 'training.own', input: z.strictObject({}), output: ownTrainingSchema }),
  getQuarterRecord: query({ permission: 'training.read', input: z.strictObject(quarterShape), output: quarterRecordSchema }),
  fileQuarterRecord: command({ permission: 'training.edit', input: z.strictObject(quarterShape), output: quarterRecordSchema, invalidates: TRAINING_STALE }),
  listCertificates: query({ permission: 'training.read', input: z.strictObject({ filter: certificateFilter, sort: certificateSortSchema, ...windowShape }), output: z.array(certificateRowSchema) }),
  countCertificates: query({ permission: 'training.read', input: z.strictObject({ filter: certificateFilter }), output: countSchema }),
  issueCertificates: command({ permission: 'training.edit', input: z.strictObject({ classId: z.uuid(), issuedOn: dayText }), output: countSchema, invalidates: TRAINING_STALE }),
  revokeCertificate: command({ permission: 'training.approve', input: z.strictObject({ ...versionedShape, reason: reasonText }), output: certificateRowSchema, invalidates: TRAINING_STALE }),
  measureEffect: report({ permission: 'training.read', input: z.strictObject({ classId: z.uuid() }), output: z.array(classEffectSchema) }),
  /** The records behind one figure of the class itself, before or after it. */
  listEffectCases: report({ permission: 'training.read', input: effectQuestionSchema, output: z.strictObject({ count: z.int(), rows: z.array(effectCaseSchema) }) }),
  summariseTraining: report({ permission: 'training.read', input: z.strictObject({ year: z.int().min(2000).max(2100) }), output: trainingFiguresSchema }),
  listHours: query({ permission: 'training.read', input: z.strictObject({ filter: hoursFilter, sort: hoursSortSchema, ...windowShape }), output: z.array(hoursRowSchema) }),
  countHours: query({ permission: 'training.read', input: z.strictObject({ filter: hoursFilter }), output: countSchema }),
};
