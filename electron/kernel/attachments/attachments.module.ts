import { createHash } from 'node:crypto';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion } from '#electron/kernel/audit/conflict.ts';
import type { ModuleParts } from '#electron/module-parts.ts';
import { pictureFacts } from '#electron/kernel/files/picture-facts.ts';
import { attachmentOwners } from '#electron/modules.ts';
import { mayDo } from '#shared/contract/actor.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import { LONGEST_SIDE, MOST_ATTACHMENTS, type Attachment, type AttachmentOwner } from '#shared/kernel/attachments/attachment.schema.ts';
import type { attachmentsContract } from '#shared/kernel/attachments/attachments.contract.ts';
import type { AttachmentOwnerGuard } from './attachment-owner.ts';
import { attachmentsRepository, type AttachmentRecord } from './attachments.repository.ts';

export const openAttachments = (db: Db) => ({ attachments: attachmentsRepository(db) });

/** The guard of a record whose pictures the actor may look at or change; a record out of sight does not exist. Errors: `record/not-found`, `auth/forbidden`. */
function guardOf(work: Work, { table, id }: AttachmentOwner, act: 'read' | 'edit'): AttachmentOwnerGuard {
  const guard = Object.hasOwn(attachmentOwners, table) ? attachmentOwners[table] : undefined;
  if (!guard) return fail('record/not-found', {});
  if (!mayDo(work.actor.roles, guard[act])) fail('auth/forbidden', { permission: guard[act] });
  if (!guard.isVisible(work, id)) fail('record/not-found', {});
  return guard;
}

const shown = ({ id, version, name, mediaType, width, height, size, addedBy, createdAt }: AttachmentRecord): Attachment => ({ id, version, name, mediaType, width, height, size, addedBy, createdAt });
const ownerOf = ({ ownerTable, ownerId }: AttachmentRecord): AttachmentOwner => ({ table: ownerTable, id: ownerId });

function standing(work: Work, id: string): AttachmentRecord {
  const attachment = work.attachments.find(id);
  return attachment?.removedAt === null ? attachment : fail('record/not-found', {});
}

/** What is handed in is judged by its own bytes; the name is only shown. Errors: `attachment/*`, `file/picture-unknown`. */
function addAttachment(work: Work, { owner, name, picture }: { readonly owner: AttachmentOwner; readonly name: string; readonly picture: string }): Attachment {
  guardOf(work, owner, 'edit').check?.(work, owner.id);
  const bytes = Buffer.from(picture, 'base64');
  const facts = pictureFacts(bytes);
  if (Math.max(facts.width, facts.height) > LONGEST_SIDE) fail('attachment/too-large', { longestSide: LONGEST_SIDE });
  const others = work.attachments.of(owner);
  if (others.length >= MOST_ATTACHMENTS) fail('attachment/too-many', { limit: MOST_ATTACHMENTS });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const same = others.find((other) => other.sha256 === sha256);
  if (same) fail('attachment/added-already', { name: same.name });
  const now = work.clock.now().toISOString();
  const attachment = { id: work.clock.newId(), communityId: work.actor.communityId, version: 1, createdAt: now, updatedAt: now, removedAt: null, ownerTable: owner.table, ownerId: owner.id, name, ...facts, size: bytes.length, sha256, addedBy: work.actor.displayName };
  work.attachments.insert(attachment, bytes);
  work.record({ action: 'attachment.added', entity: 'attachment', entityId: attachment.id, detail: { owner: owner.table, ownerId: owner.id, size: bytes.length }, changes: [work.rows.change('attachment', attachment.id, undefined)] });
  return shown(attachment);
}

function removeAttachment(work: Work, { id, version }: { readonly id: string; readonly version: number }): Record<string, never> {
  const attachment = standing(work, id);
  guardOf(work, ownerOf(attachment), 'edit').check?.(work, attachment.ownerId);
  checkVersion(work, 'attachment', attachment, version);
  const before = work.rows.read('attachment', id);
  work.attachments.remove(attachment, work.clock.now().toISOString());
  work.record({ action: 'attachment.removed', entity: 'attachment', entityId: id, detail: { owner: attachment.ownerTable, ownerId: attachment.ownerId }, changes: [work.rows.change('attachment', id, before)] });
  return {};
}

export const attachmentsHandlers: Handlers<typeof attachmentsContract, Work> = {
  listAttachments: (work, owner) => {
    guardOf(work, owner, 'read');
    return work.attachments.of(owner).map(shown);
  },
  getAttachment: (work, { id }) => {
    const attachment = standing(work, id);
    guardOf(work, ownerOf(attachment), 'read');
    const bytes = work.attachments.bytes(id) ?? fail('record/not-found', {});
    return { mediaType: attachment.mediaType, bytes: new Uint8Array(bytes) };
  },
  addAttachment,
  removeAttachment,
};

const mayTouch = (work: Work, id: string, act: 'read' | 'edit'): boolean => {
  const attachment = work.attachments.find(id);
  const guard = attachment && attachmentOwners[attachment.ownerTable];
  return guard !== undefined && mayDo(work.actor.roles, guard[act]) && guard.isVisible(work, attachment?.ownerId ?? '');
};

export const attachmentsParts: ModuleParts = {
  history: { attachment: { isVisible: (work, id) => mayTouch(work, id, 'read') } },
  undo: {
    attachment: {
      nameOf: (work, id) => work.attachments.find(id)?.name ?? '',
      check: (work, id) => void (mayTouch(work, id, 'edit') || fail('record/not-found', {})),
      mayWithdraw: () => true,
      refresh: () => undefined,
    },
  },
};
