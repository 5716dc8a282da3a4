import { begun } from '#electron/database/record-store.ts';
import { localDay, type Work } from '#electron/database/unit-of-work.ts';
import type { DemoCommunity } from '#electron/kernel/demo/demo-writer.ts';
import { matterFilterSchema } from '#shared/modules/grid/matters/matter.schema.ts';
import type { MeetingRecord } from './meetings.repository.ts';

const NEWEST = { field: 'reportedAt', direction: 'desc' } as const;

/** The meeting behind the newest matter that units passed to and fro until somebody settled it; nothing where there is none. */
export function writeMeeting(work: Work, { written }: DemoCommunity): void {
  const [matter] = work.matters.list({ ...work.actor, scope: 'all' }, matterFilterSchema.parse({ life: 'ended', figure: 'returned' }), null, NEWEST, { offset: 0, limit: 1 });
  if (!matter?.reportedAt) return;
  const heldOn = localDay(new Date(matter.reportedAt));
  const others = work.matterMoves.besideOf(matter.id).flatMap(({ role, unitKind, unitId }) => (role === 'joint' ? [{ kind: unitKind, id: unitId }] : []));
  const meeting: MeetingRecord = {
    ...begun(work), no: `${heldOn.slice(0, 4)}-001`, heldOn, place: '社区会议室', present: ['王芳', '张磊', '居民代表'], minutes: '几家单位都认为不归自己管。会议议定由牵头单位负责，其余单位配合，五个工作日内办完并回复居民。',
    leadKind: matter.unitKind, leadId: matter.unitId, others, matterIds: [matter.id], recordedBy: '王芳',
  };
  work.meetings.insert(meeting);
  written('joint_meeting', meeting.id);
}
