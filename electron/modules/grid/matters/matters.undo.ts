import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import type { AttachmentOwnerGuard } from '#electron/kernel/attachments/attachment-owner.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { MatterRecord } from './matters.repository.ts';

const find = (work: Work, id: string): MatterRecord | undefined => work.matters.find({ ...work.actor, scope: 'all' }, id);
const sees = (work: Work, matterId: string | undefined): boolean => matterId !== undefined && work.matters.find(work.actor, matterId) !== undefined;
const settings: HistoryGuard = { permission: 'matters.arrange', isVisible: () => true };

export const mattersHistory: Readonly<Record<string, HistoryGuard>> = {
  matter: { permission: 'matters.read', isVisible: (work, id) => sees(work, id) },
  matter_unit: { permission: 'matters.read', isVisible: (work, id) => sees(work, work.matterMoves.findBeside(id)?.matterId) },
  matter_kind: settings,
  matter_function: settings,
  matter_limit: settings,
  matter_rule: settings,
};

/**
 * What was typed is taken back like anywhere else, and so is a draft; a step is not: it was said to others and is taken back by the step that
 * leads back. An act with a step is never offered, because a step cannot be withdrawn.
 */
export const mattersUndo: Readonly<Record<string, UndoSource>> = {
  matter: {
    permission: 'matters.edit',
    nameOf: (work, id) => find(work, id)?.subject ?? '',
    check: (work, id, columns) => {
      const matter = find(work, id);
      const isDraft = matter?.state === 'draft' || (matter?.state === 'void' && matter.reportedOn === null);
      if ('state' in columns && !isDraft) fail('matter/not-editable', {});
    },
    mayWithdraw: (work, id) => find(work, id)?.reportedOn === null,
    withdrawn: (now) => ({ state: 'void', outcome: 'void', ended_at: now, ended_on: localDay(new Date(now)) }),
    refresh: (work, id) => {
      const matter = find(work, id);
      if (matter) work.matters.replace(matter);
    },
  },
  matter_move: { permission: 'matters.edit', nameOf: () => '', check: () => fail('matter/not-editable', {}), refresh: () => undefined },
  matter_unit: { permission: 'matters.edit', nameOf: () => '', check: () => undefined, mayWithdraw: () => true, refresh: () => undefined },
  unit_mark: { permission: 'matters.edit', nameOf: () => '', check: () => fail('matter/not-editable', {}), refresh: () => undefined },
};

/** Pictures of a matter: whoever sees it sees them, whoever moves it adds them. */
export const mattersAttachments: Readonly<Record<string, AttachmentOwnerGuard>> = {
  matter: { read: 'matters.read', edit: 'matters.edit', isVisible: (work, id) => sees(work, id) },
};
