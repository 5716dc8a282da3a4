import type { Work } from '#electron/database/unit-of-work.ts';
import type { AttachmentOwnerGuard } from '#electron/kernel/attachments/attachment-owner.ts';
import type { HistoryGuard } from '#electron/kernel/audit/history-guard.ts';
import type { TodaySource } from '#electron/kernel/notifications/today-source.ts';
import { matchedPart } from '#electron/kernel/search/matched-part.ts';
import type { SearchSource } from '#electron/kernel/search/search-source.ts';
import type { UndoSource } from '#electron/kernel/undo/undo-source.ts';
import type { TodayItem } from '#shared/kernel/notifications/notifications.contract.ts';
import { demandFilterSchema } from '#shared/modules/grid/participation/demand.schema.ts';
import { proposalFilterSchema } from '#shared/modules/grid/participation/proposal.schema.ts';
import { jobFilterSchema } from '#shared/modules/grid/participation/volunteer.schema.ts';
import { isGridInScope } from '../register/scope.ts';
import { lastingUndo, plainUndo } from '../records.ts';

const place = (path: string, filter: Record<string, unknown>): string => `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
type Words = Pick<TodayItem, 'kind' | 'column' | 'urgency' | 'to'>;
const item = (count: number, dueOn: string | null, words: Words): TodayItem[] => (count === 0 ? [] : [{ ...words, params: { count }, since: null, dueOn }]);

/** Answers that are owed, late ones first; at twice the limit they go one level up (domain.md 3.6). Hours that wait for a second person. */
export const participationToday: readonly TodaySource[] = [
  {
    permission: 'participation.edit',
    items: (work) => {
      const open = work.demands.count(work.actor, demandFilterSchema.parse({ sorts: ['open'] }), work.today);
      const late = work.demands.count(work.actor, demandFilterSchema.parse({ overdue: true }), work.today);
      const proposals = work.proposals.late(work.actor, 'answer_due_on', work.today);
      return [
        ...item(late, work.demands.firstDue(work.actor, work.today), { kind: 'demands-late', column: 'due', urgency: 'overdue', to: place('/grid/demands', { overdue: true }) }),
        ...item(open, null, { kind: 'demands-open', column: 'due', urgency: 'calm', to: place('/grid/demands', { sorts: ['open'] }) }),
        ...item(proposals.count, proposals.first, { kind: 'proposals-late', column: 'due', urgency: 'overdue', to: place('/grid/proposals', { overdue: true }) }),
        ...item(work.volunteerJobs.count(work.actor, jobFilterSchema.parse({ toRecord: true }), work.today), null, { kind: 'shifts-to-record', column: 'due', urgency: 'near', to: place('/grid/jobs', { toRecord: true }) }),
        ...item(work.volunteerJobs.count(work.actor, jobFilterSchema.parse({ toConfirm: true }), work.today), null, { kind: 'shifts-to-confirm', column: 'due', urgency: 'calm', to: place('/grid/jobs', { toConfirm: true }) }),
      ];
    },
  },
  {
    permission: 'participation.decide',
    items: (work) => {
      const demands = work.demands.escalated(work.actor, work.today);
      const proposals = work.proposals.late(work.actor, 'escalate_on', work.today);
      const deliberated = work.proposals.count(work.actor, proposalFilterSchema.parse({ states: ['deliberated'] }), work.today);
      return [
        ...item(demands.count, demands.first, { kind: 'demands-escalated', column: 'due', urgency: 'overdue', to: place('/grid/demands', { overdue: true }) }),
        ...item(proposals.count, proposals.first, { kind: 'proposals-escalated', column: 'due', urgency: 'overdue', to: place('/grid/proposals', { overdue: true }) }),
        ...item(deliberated, null, { kind: 'proposals-to-answer', column: 'due', urgency: 'near', to: place('/grid/proposals', { states: ['deliberated'] }) }),
      ];
    },
  },
];

const NEWEST = { field: 'proposedOn', direction: 'desc' } as const;
export const participationSearch: readonly SearchSource[] = [
  {
    permission: 'participation.read',
    find: (work, text, limit) =>
      work.proposals
        .list(work.actor, proposalFilterSchema.parse({ text: text.slice(0, 60) }), work.today, NEWEST, { offset: 0, limit: Math.min(limit, 5) })
        .map(({ id, no, title, gridName }) => ({ entity: 'proposal', id, title, detail: [no, gridName].filter(Boolean).join(' · '), matched: matchedPart(text, { name: title, code: no }), to: `/grid/proposals/${id}` })),
  },
];

const guard = (isVisible: HistoryGuard['isVisible']): HistoryGuard => ({ permission: 'participation.read', isVisible });
const proposalSeen = (work: Work, id: string | undefined): boolean => id !== undefined && work.proposals.row(work.actor, id, work.today) !== undefined;
type Placed = { readonly gridId: string | null } | undefined;
const inGrid = (work: Work, record: Placed): boolean => record !== undefined && isGridInScope(work.actor, record.gridId);
/** What belongs to the whole community is everybody's. */
const isShared = (work: Work, record: Placed): boolean => record !== undefined && (record.gridId === null || isGridInScope(work.actor, record.gridId));
const volunteerSeen = (work: Work, personId: string | undefined): boolean => personId !== undefined && work.persons.find(work.actor, personId) !== undefined;
/** A record that went out of the lists is seen by who could see it there; so is one that an undo brings back. */
export const participationHistory: Readonly<Record<string, HistoryGuard>> = {
  participation_rule: guard((work, id) => work.participationRules.find(id) !== undefined),
  demand: guard((work, id) => inGrid(work, work.demands.find(id))),
  proposal: guard((work, id) => inGrid(work, work.proposals.find(id))),
  proposal_second: guard((work, id) => proposalSeen(work, work.proposals.seconds.find(id)?.proposalId)),
  deliberation: guard((work, id) => proposalSeen(work, work.proposals.deliberations.find(id)?.proposalId)),
  proposal_progress: guard((work, id) => proposalSeen(work, work.proposals.progress.find(id)?.proposalId)),
  survey: guard((work, id) => work.surveys.find(id) !== undefined),
  survey_answer: guard((work, id) => work.surveys.answers.find(id) !== undefined),
  resident_team: guard((work, id) => isShared(work, work.residentTeams.find(id))),
  activity: guard((work, id) => isShared(work, work.activities.find(id))),
  volunteer: guard((work, id) => volunteerSeen(work, work.volunteers.find(id)?.personId)),
  volunteer_job: guard((work, id) => isShared(work, work.volunteerJobs.find(id))),
  volunteer_shift: guard((work, id) => volunteerSeen(work, work.volunteers.find(work.volunteerJobs.shifts.find(id)?.volunteerId ?? '')?.personId)),
  point_entry: guard((work, id) => volunteerSeen(work, work.volunteers.find(work.volunteers.points.find(id)?.volunteerId ?? '')?.personId)),
};

/** Pictures of what residents did and talked over together; whoever cannot see the record sees none of them. */
export const participationAttachments: Readonly<Record<string, AttachmentOwnerGuard>> = {
  activity: { read: 'participation.read', edit: 'participation.edit', isVisible: (work, id) => { const record = work.activities.find(id); return record?.removedAt === null && isShared(work, record); } },
  proposal: { read: 'participation.read', edit: 'participation.edit', isVisible: (work, id) => proposalSeen(work, id) },
};

/** Whoever made a record takes it back while nothing stands on it; points are never taken back, another line sets them right. */
export const participationUndo: Readonly<Record<string, UndoSource>> = {
  participation_rule: lastingUndo('participation.decide'),
  demand: plainUndo('participation.edit', (work, id) => work.demands.find(id)?.no ?? ''),
  proposal: plainUndo('participation.edit', (work, id) => work.proposals.find(id)?.no ?? '', (work, id) => work.proposals.secondsOf(id).length === 0 && work.proposals.deliberationsOf(id).length === 0),
  proposal_second: plainUndo('participation.edit', () => ''),
  deliberation: plainUndo('participation.edit', () => ''),
  proposal_progress: plainUndo('participation.edit', () => ''),
  survey: plainUndo('participation.edit', (work, id) => work.surveys.find(id)?.title ?? '', (work, id) => work.surveys.recent(id).length === 0),
  survey_answer: plainUndo('participation.edit', () => ''),
  resident_team: plainUndo('participation.edit', (work, id) => work.residentTeams.find(id)?.name ?? '', (work, id) => work.residentTeams.isFree(id)),
  activity: plainUndo('participation.edit', (work, id) => work.activities.find(id)?.title ?? ''),
  volunteer: plainUndo('participation.edit', () => '', (work, id) => work.volunteers.mayWithdraw(id)),
  volunteer_job: plainUndo('participation.edit', (work, id) => work.volunteerJobs.find(id)?.title ?? '', (work, id) => work.volunteerJobs.shiftsOf('', id).length === 0),
  volunteer_shift: plainUndo('participation.edit', () => ''),
  point_entry: lastingUndo('participation.decide'),
};
