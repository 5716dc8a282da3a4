import { z } from 'zod';
import type { ExportCell, ExportList } from '#electron/kernel/exports/export-list.ts';
import { activityFilterSchema, activitySortSchema, teamFilterSchema, teamSortSchema } from '#shared/modules/grid/participation/activity.schema.ts';
import { demandFilterSchema, demandSortSchema } from '#shared/modules/grid/participation/demand.schema.ts';
import { takingPartFilterSchema, takingPartSortSchema } from '#shared/modules/grid/participation/indicators.schema.ts';
import { proposalFilterSchema, proposalSortSchema } from '#shared/modules/grid/participation/proposal.schema.ts';
import { surveyFilterSchema, surveySortSchema } from '#shared/modules/grid/participation/survey.schema.ts';
import { jobFilterSchema, jobSortSchema, volunteerFilterSchema, volunteerSortSchema } from '#shared/modules/grid/participation/volunteer.schema.ts';

type Cells = Readonly<Record<string, ExportCell>>;
const FEN_IN_YUAN = 100;
const MINUTES_IN_HOUR = 60;
const hours = (minutes: number): number => Math.round((minutes / MINUTES_IN_HOUR) * 100) / 100;
const yesNo = (value: boolean): string => (value ? '是' : '否');

const CHANNEL = { desk: '窗口', phone: '电话', 'grid-visit': '网格走访', meeting: '会议', 'letter-box': '意见箱' } as const;
const SORT = { open: '待分流', matter: '转事项', proposal: '转提案', answered: '当场答复' } as const;
const OUTCOME = { met: '已满足', partly: '部分满足', 'not-met': '未满足' } as const;
const PROPOSAL = { proposed: '已提出', seconded: '已附议', deliberated: '已议事', accepted: '已采纳', rejected: '未采纳', done: '已完成', withdrawn: '已撤回' } as const;
const JOB = { open: '招募中', closed: '已结束', cancelled: '已取消' } as const;
const KIND = { activity: '活动', volunteering: '志愿服务', seconding: '附议', deliberation: '议事', proposing: '提案' } as const;

function* pages<Row>(read: (offset: number) => readonly Row[], size: number, cells: (row: Row) => Cells): Iterable<readonly Cells[]> {
  for (let offset = 0; ; offset += size) {
    const rows = read(offset);
    if (rows.length > 0) yield rows.map(cells);
    if (rows.length < size) return;
  }
}

const demandQuery = z.object({ filter: demandFilterSchema.prefault({}), sort: demandSortSchema });
const demandList: ExportList<z.output<typeof demandQuery>> = {
  permission: 'participation.read',
  query: demandQuery,
  fields: ['no', 'receivedOn', 'channel', 'personName', 'gridName', 'topic', 'subject', 'sort', 'dueOn', 'answeredOn', 'outcome', 'answer'],
  days: ['receivedOn', 'dueOn', 'answeredOn'],
  count: (work, { filter }) => work.demands.count(work.actor, filter, work.today),
  windows: (work, { filter, sort }, size) =>
    pages((offset) => work.demands.list(work.actor, filter, work.today, sort, { offset, limit: size }), size, ({ isOverdue: _o, ...row }) => ({ ...row, channel: CHANNEL[row.channel], topic: work.codeTables.labelOf('demand-topic', row.topic, 'zh-CN'), sort: SORT[row.sort], outcome: row.outcome && OUTCOME[row.outcome] })),
};

const proposalQuery = z.object({ filter: proposalFilterSchema.prefault({}), sort: proposalSortSchema });
const proposalList: ExportList<z.output<typeof proposalQuery>> = {
  permission: 'participation.read',
  query: proposalQuery,
  fields: ['no', 'title', 'proposedOn', 'proposerName', 'gridName', 'topic', 'state', 'seconds', 'answerDueOn', 'decidedOn', 'answer', 'cost', 'plannedUntil', 'doneOn'],
  days: ['proposedOn', 'answerDueOn', 'decidedOn', 'plannedUntil', 'doneOn'],
  count: (work, { filter }) => work.proposals.count(work.actor, filter, work.today),
  windows: (work, { filter, sort }, size) =>
    pages((offset) => work.proposals.list(work.actor, filter, work.today, sort, { offset, limit: size }), size, ({ isOverdue: _o, ...row }) => ({ ...row, topic: work.codeTables.labelOf('demand-topic', row.topic, 'zh-CN'), state: PROPOSAL[row.state], cost: row.costFen === null ? null : row.costFen / FEN_IN_YUAN })),
};

const volunteerQuery = z.object({ filter: volunteerFilterSchema.prefault({}), sort: volunteerSortSchema });
const volunteerList: ExportList<z.output<typeof volunteerQuery>> = {
  permission: 'participation.read',
  query: volunteerQuery,
  fields: ['personName', 'gridName', 'teamName', 'joinedOn', 'leftOn', 'hours', 'wantsPoints', 'balance', 'skills', 'note'],
  days: ['joinedOn', 'leftOn'],
  count: (work, { filter }) => work.volunteers.count(work.actor, filter, work.today),
  windows: (work, { filter, sort }, size) => pages((offset) => work.volunteers.list(work.actor, filter, work.today, sort, { offset, limit: size }), size, (row) => ({ ...row, hours: hours(row.minutes), wantsPoints: yesNo(row.wantsPoints) })),
};

const jobQuery = z.object({ filter: jobFilterSchema.prefault({}), sort: jobSortSchema });
const jobList: ExportList<z.output<typeof jobQuery>> = {
  permission: 'participation.read',
  query: jobQuery,
  fields: ['heldOn', 'title', 'place', 'gridName', 'teamName', 'hours', 'places', 'signed', 'toConfirm', 'state', 'skills'],
  days: ['heldOn'],
  count: (work, { filter }) => work.volunteerJobs.count(work.actor, filter, work.today),
  windows: (work, { filter, sort }, size) => pages((offset) => work.volunteerJobs.list(work.actor, filter, work.today, sort, { offset, limit: size }), size, (row) => ({ ...row, hours: hours(row.minutes), state: JOB[row.state] })),
};

const teamQuery = z.object({ filter: teamFilterSchema.prefault({}), sort: teamSortSchema });
const teamList: ExportList<z.output<typeof teamQuery>> = {
  permission: 'participation.read',
  query: teamQuery,
  fields: ['name', 'kind', 'leaderName', 'gridName', 'volunteers', 'activities', 'meets', 'purpose'],
  count: (work, { filter }) => work.residentTeams.count(work.actor, filter),
  windows: (work, { filter, sort }, size) => pages((offset) => work.residentTeams.list(work.actor, filter, sort, { offset, limit: size }), size, (row) => ({ ...row, kind: work.codeTables.labelOf('resident-team', row.kind, 'zh-CN'), isActive: yesNo(row.isActive) })),
};

const activityQuery = z.object({ filter: activityFilterSchema.prefault({}), sort: activitySortSchema });
const activityList: ExportList<z.output<typeof activityQuery>> = {
  permission: 'participation.read',
  query: activityQuery,
  fields: ['heldOn', 'title', 'kind', 'place', 'gridName', 'teamName', 'headcount', 'personNames', 'bodyNames', 'cost', 'note'],
  days: ['heldOn'],
  count: (work, { filter }) => work.activities.count(work.actor, filter),
  windows: (work, { filter, sort }, size) =>
    pages((offset) => work.activities.list(work.actor, filter, sort, { offset, limit: size }), size, ({ personIds: _p, bodyIds: _b, ...row }) => ({ ...row, kind: work.codeTables.labelOf('activity-kind', row.kind, 'zh-CN'), personNames: row.personNames.join('、'), bodyNames: row.bodyNames.join('、'), cost: row.costFen / FEN_IN_YUAN })),
};

const surveyQuery = z.object({ filter: surveyFilterSchema.prefault({}), sort: surveySortSchema });
const surveyList: ExportList<z.output<typeof surveyQuery>> = {
  permission: 'participation.read',
  query: surveyQuery,
  fields: ['title', 'kind', 'opensOn', 'closesOn', 'answers', 'meanScore', 'knowsGridShare', 'knowsMemberShare'],
  days: ['opensOn', 'closesOn'],
  count: (work, { filter }) => work.surveys.count(filter),
  windows: (work, { filter, sort }, size) =>
    pages((offset) => work.surveys.list(filter, sort, { offset, limit: size }), size, ({ knowsGrid, knowsMember, ...row }) => ({ ...row, kind: row.kind === 'trust' ? '知晓与信任' : '提案满意度', knowsGridShare: knowsGrid.asked === 0 ? null : knowsGrid.yes / knowsGrid.asked, knowsMemberShare: knowsMember.asked === 0 ? null : knowsMember.yes / knowsMember.asked })),
};

const partQuery = z.object({ filter: takingPartFilterSchema.prefault({}), sort: takingPartSortSchema });
const partList: ExportList<z.output<typeof partQuery>> = {
  permission: 'participation.read',
  query: partQuery,
  fields: ['onDay', 'kind', 'personName', 'gridName', 'what', 'minutes'],
  days: ['onDay'],
  count: (work, { filter }) => work.indicators.count(work.actor, filter),
  windows: (work, { filter, sort }, size) => pages((offset) => work.indicators.list(work.actor, filter, sort, { offset, limit: size }), size, (row) => ({ ...row, kind: KIND[row.kind] })),
};

/** Each exporter parses the query with its list's own schema. */
export const participationExports: Readonly<Record<string, ExportList>> = {
  'grid.demands': demandList as ExportList, // parsed as said above
  'grid.proposals': proposalList as ExportList, // as above
  'grid.volunteers': volunteerList as ExportList, // as above
  'grid.volunteerJobs': jobList as ExportList, // as above
  'grid.residentTeams': teamList as ExportList, // as above
  'grid.activities': activityList as ExportList, // as above
  'grid.surveys': surveyList as ExportList, // as above
  'grid.takingPart': partList as ExportList, // as above
};
