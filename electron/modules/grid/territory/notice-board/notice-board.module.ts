import { eq } from 'drizzle-orm';
import { recordColumns } from '#electron/database/record-columns.ts';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Db } from '#electron/database/database.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import { checkVersion, failConflict } from '#electron/kernel/audit/conflict.ts';
import type { Handlers } from '#shared/contract/define.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { NoticeBoard, noticeBoardOperations } from '#shared/modules/grid/territory/notice-board/notice-board.contract.ts';
import { placeKinds } from '../grid-life/grid-teams.service.ts';

const boardLines = sqliteTable('board_line', {
  ...recordColumns,
  line: text().notNull(),
});
type BoardLine = typeof boardLines.$inferSelect;

export const openNoticeBoard = ({ orm }: Db) => ({
  boardLines: {
    of: (communityId: string): BoardLine | undefined => orm.select().from(boardLines).where(eq(boardLines.communityId, communityId)).get(),
    put: (line: BoardLine): void => void orm.insert(boardLines).values(line).onConflictDoUpdate({ target: boardLines.communityId, set: line }).run(),
  },
});

const contact = (work: Work, id: string | null) => {
  const member = id === null ? undefined : work.gridMembers.find(id);
  return member ? { name: member.name, phone: member.publishesPhone ? member.phone : '' } : null;
};

/** What a grid's board says: the responsible member, the deputy and the filled ones of the four, with work phones. No resident is named. */
function getNoticeBoard(work: Work, { gridId }: { readonly gridId: string }): NoticeBoard {
  const grid = work.grids.find(gridId) ?? fail('record/not-found', {});
  const community = work.organisations.find(grid.communityId);
  const above = community?.parentId == null ? undefined : work.organisations.find(community.parentId);
  const slots = new Map(work.gridSlots.ofGrid(gridId).map((slot) => [slot.kind, slot]));
  const line = work.boardLines.of(work.actor.communityId);
  const { name: gridName, code: gridCode, boundary, east, south, west, north } = grid;
  return {
    gridId, gridName, gridCode, boundary, east, south, west, north,
    communityName: community?.name ?? '',
    subDistrictName: above?.level === 'sub-district' ? above.name : '',
    responsible: contact(work, grid.responsibleId),
    deputy: contact(work, grid.deputyId),
    staff: placeKinds(work).flatMap(({ code, zh, en, isStaff }) => {
      const slot = isStaff ? slots.get(code) : undefined;
      return slot ? [{ kind: code, zh, en, name: slot.name, phone: slot.phone }] : [];
    }),
    version: line?.version ?? 0,
    line: line?.line ?? '',
  };
}

function saveBoardLine(work: Work, { version, line }: { readonly version: number; readonly line: string }): { version: number; line: string } {
  const present = work.boardLines.of(work.actor.communityId);
  if (present && version === 0) failConflict(work, 'board_line', present);
  if (present) checkVersion(work, 'board_line', present, version);
  const now = work.clock.now().toISOString();
  const before = present && work.rows.read('board_line', present.id);
  const next = { id: present?.id ?? work.clock.newId(), communityId: work.actor.communityId, version: (present?.version ?? 0) + 1, createdAt: present?.createdAt ?? now, updatedAt: now, line };
  work.boardLines.put(next);
  work.record({ action: 'board-line.saved', entity: 'board_line', entityId: next.id, detail: { line }, changes: [work.rows.change('board_line', next.id, before)] });
  return { version: next.version, line };
}

export const noticeBoardHandlers: Handlers<typeof noticeBoardOperations, Work> = { getNoticeBoard, saveBoardLine };
