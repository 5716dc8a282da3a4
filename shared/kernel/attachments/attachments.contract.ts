import { z } from 'zod';
import { operationsFor } from '#shared/contract/define.ts';
import { doneSchema, idInput, versionedShape } from '#shared/contract/list.ts';
import { attachmentOwnerSchema, attachmentSchema, LONGEST_PICTURE, pictureTypes } from './attachment.schema.ts';

export const attachmentsPermissions = {} as const;
const { query, command } = operationsFor(attachmentsPermissions);

/** Open to whoever is signed in; who may see or change the pictures of a record is what its area says of the record, asked on each call. */
export const attachmentsContract = {
  listAttachments: query({ permission: 'session', input: attachmentOwnerSchema, output: z.array(attachmentSchema) }),
  getAttachment: query({ permission: 'session', input: idInput, output: z.strictObject({ mediaType: z.enum(pictureTypes), bytes: z.instanceof(Uint8Array) }) }),
  addAttachment: command({
    permission: 'session',
    input: z.strictObject({ owner: attachmentOwnerSchema, name: z.string().trim().min(1).max(120), /** PNG or JPEG in base64, already brought down to `LONGEST_SIDE`. */ picture: z.base64().max(LONGEST_PICTURE) }),
    output: attachmentSchema,
    invalidates: ['attachments', 'audit', 'undo'],
  }),
  removeAttachment: command({ permission: 'session', input: z.strictObject(versionedShape), output: doneSchema, invalidates: ['attachments', 'audit', 'undo'] }),
};
