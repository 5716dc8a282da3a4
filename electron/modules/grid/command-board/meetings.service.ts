import { begun } from '#electron/database/record-store.ts';
import type { Work } from '#electron/database/unit-of-work.ts';
import type { RecordChange } from '#electron/kernel/audit/audit-chain.ts';
import { fail } from '#shared/errors/app-error.ts';
import type { MeetingDraft, MeetingRow } from '#shared/modules/grid/command-board/command-board.schema.ts';
import { unitNamed } from '../matters/matter-units.ts';
import { moveMatter } from '../matters/move.service.ts';
import type { MeetingRecord } from './meetings.repository.ts';

const TABLE = 'joint_meeting';

/** A meeting as it is read: units by their names, and only the matters the reader may see. */
export function shownMeeting(work: Work, { communityId: _c, createdAt: _a, leadKind, leadId, others, matterIds, ...meeting }: MeetingRecord): MeetingRow {
  const matters = matterIds.flatMap((id) => work.matters.find(work.actor, id) ?? []).map(({ id, number, subject, state }) => ({ id, number, subject, state }));
  return { ...meeting, lead: unitNamed(work, { kind: leadKind, id: leadId }), others: others.map((unit) => unitNamed(work, unit)), matters };
}

/**
 * Puts a meeting on record and gives each of its matters to the one unit that leads, all in one act. Errors: `meeting/lies-ahead`, `record/conflict`,
 * those of the move "join" of the matters' own machine.
 */
export function holdMeeting(work: Work, { matters, lead, ...draft }: MeetingDraft): MeetingRow {
  if (draft.heldOn > work.today) fail('meeting/lies-ahead', { today: work.today });
  const moved: RecordChange[] = [];
  const within: Work = { ...work, record: ({ changes = [] }) => (moved.push(...changes), { seq: 0 }) }; // the moves' changes stand in this act's entry
  for (const { id, version } of matters) moveMatter(within, { move: 'join', id, version, unit: lead, others: draft.others, text: draft.minutes.slice(0, 1000) });
  const year = draft.heldOn.slice(0, 4);
  const meeting: MeetingRecord = { ...begun(work), no: `${year}-${String(work.meetings.given(year) + 1).padStart(3, '0')}`, ...draft, leadKind: lead.kind, leadId: lead.id, matterIds: matters.map(({ id }) => id), recordedBy: work.actor.displayName };
  work.meetings.insert(meeting);
  work.record({ action: 'meeting.held', entity: TABLE, entityId: meeting.id, detail: { no: meeting.no, matters: matters.length }, changes: [work.rows.change(TABLE, meeting.id, undefined), ...moved] });
  return shownMeeting(work, meeting);
}
