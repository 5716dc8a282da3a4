import type { Work } from '#electron/database/unit-of-work.ts';
import type { DemoCommunity, DemoWriter } from '#electron/kernel/demo/demo-writer.ts';
import type { InventedNumbers } from '#electron/kernel/demo/invented-numbers.ts';
import { randomOfPart, type Random } from '#electron/kernel/demo/random.ts';
import type { GridMemberRecord } from '../people/grid-members.repository.ts';
import { added, begunRemovable, type RecordStore } from '#electron/database/record-store.ts';
import { demoPosts } from './demo-posts.ts';
import { dayFrom, serviceOf, staffNumbers, writeStaff } from './demo-people.ts';
import { writeDesk } from './demo-desk.ts';
import { writeHiring } from './demo-hiring.ts';

/** No part of the community has this number, so these draws disturb nobody else's. */
const PART = -31;
const ROTATED_DAYS_AGO = 40;
/** More than the responsible members of a whole city, among which those of the community are found. */
const MOST_MEMBERS = 20_000;

export type DemoStaff = { readonly work: Work; readonly random: Random; readonly posts: ReadonlyMap<string, string>; readonly headId: string; readonly deputyId: string; readonly deskIds: readonly string[]; readonly gridMembers: readonly GridMemberRecord[]; readonly write: <R extends { readonly id: string; readonly version: number; readonly updatedAt: string; readonly removedAt: string | null }>(store: RecordStore<R>, record: R) => string };

/** The team of the demo community: posts and who holds them, a year of appointments, the desk's rosters, vacancies, rewards, teams. */
export const staffDemo: DemoWriter = (work, community) => writeTeam(work, community, staffNumbers(community.seed));

/** The same with numbers that others go on taking from. */
export function writeTeam(work: Work, { seed, gridIds, written }: DemoCommunity, numbers: InventedNumbers): void {
  const random = randomOfPart(seed, PART);
  const communityId = work.actor.communityId;
  const write: DemoStaff['write'] = (store, record) => {
    written(store.table, added(work, store, record).entityId);
    return record.id;
  };
  const grids = work.grids.ofCommunity(communityId).filter(({ status }) => status === 'active');
  const posts = new Map(demoPosts(grids.length).map(({ key, ...post }) => [key, write(work.posts, { ...begunRemovable(work), ...post })] as const));
  const staff = (staffClass: string, deskDuty: string, superiorId: string | null, ages: readonly [number, number], values = {}, sex?: '1' | '2'): string => {
    const id = writeStaff(work, random, numbers, { communityId, staffClass, gridId: null, superiorId, deskDuty, ages, ...(sex && { sex }) }, values);
    written('grid_member', id);
    return id;
  };
  const headId = staff('administrator', '主持全面工作', null, [44, 50], { accountId: work.actor.userId, grade: '5', education: '20' });
  const deputyId = staff('administrator', '网格管理、值班和培训', headId, [54, 54], { retirementClass: 'women-55', grade: '4' }, '2');
  const deskIds = ['接待与证明', '民政与残联', '计生与卫健', '综合与档案'].map((duty) => staff('worker', duty, deputyId, [24, 53]));
  staff('cadre', '街道联系社区干部', null, [35, 45], { employer: '柳荫街道办事处', paySource: 'assigned' });
  staff('police', '社区民警', null, [33, 45], { employer: '柳荫派出所', paySource: 'assigned' });
  const helpers = ['six-party', 'six-volunteer', 'six-4050'].map((teamKind, at) => staff('helper', '', deputyId, [52, 66], { teamKind, gridId: grids[at]?.id ?? null, publishesPhone: false, phone: '', paySource: 'none', retired: true, grade: '' }));

  const ofTheCommunity = new Set(gridIds);
  const members = work.gridMembers.list({ offset: 0, limit: MOST_MEMBERS }).rows.filter(({ staffClass, registeredOn, leftOn, gridId }) => staffClass === 'grid-member' && registeredOn !== null && leftOn === null && ofTheCommunity.has(gridId ?? ''));
  const gridMembers = members.flatMap(({ id }, at) => {
    const member = work.gridMembers.find(id);
    if (!member) return [];
    const startedOn = member.registeredOn ?? dayFrom(work.today, -400);
    const next = { ...member, ...serviceOf(work, random, member.sex, startedOn), startedOn, superiorId: deputyId, deskDuty: '网格走访与上报', ...(at === 1 && { phone: '', phoneCheckedOn: null }) } as GridMemberRecord; // the invented service has every column of its own
    work.gridMembers.replace({ ...next, version: member.version + 1 });
    written('grid_member', id);
    return [next];
  });
  const demo: DemoStaff = { work, random, posts, headId, deputyId, deskIds, gridMembers, write };
  writeAppointments(demo, grids);
  writeDesk(demo, helpers);
  writeHiring(demo, grids, (leftOn) => staff('grid-member', '', deputyId, [34, 44], { leftOn, leftReason: '考入街道事业单位' }));
}

/** Who holds which post since when, who answers for which grid, and the places of the 4+6 cards with their dates. */
function writeAppointments({ work, posts, headId, deputyId, deskIds, gridMembers, write }: DemoStaff, grids: readonly { readonly id: string; readonly responsibleId: string | null; readonly startedOn: string | null }[]): void {
  const appoint = (memberId: string | null, personName: string, values: { postId?: string | null; gridId?: string | null; place?: string; isResponsible?: boolean; fromOn: string; untilOn?: string | null; reason?: string; endReason?: string }): void =>
    void write(work.appointments, { ...begunRemovable(work), memberId, personName, postId: null, gridId: null, place: '', isResponsible: false, untilOn: null, reason: '', endReason: '', candidateId: null, ...values });
  const nameOf = (id: string): string => work.gridMembers.find(id)?.name ?? '';
  const since = (id: string): string => work.gridMembers.find(id)?.startedOn ?? work.today;
  appoint(headId, nameOf(headId), { postId: posts.get('head') ?? null, fromOn: since(headId), reason: '街道任命' });
  appoint(deputyId, nameOf(deputyId), { postId: posts.get('deputy') ?? null, fromOn: since(deputyId), reason: '街道任命' });
  for (const id of deskIds) appoint(id, nameOf(id), { postId: posts.get('desk') ?? null, fromOn: since(id), reason: '公开招录' });
  const answering = new Set<string>();
  for (const { id, responsibleId, startedOn } of grids) {
    const member = responsibleId === null ? undefined : gridMembers.find((one) => one.id === responsibleId);
    if (!member) continue;
    const begins = [member.startedOn ?? work.today, startedOn ?? ''].toSorted().at(-1) ?? work.today;
    appoint(member.id, member.name, { postId: posts.get('grid') ?? null, gridId: id, isResponsible: true, fromOn: answering.has(member.id) ? dayFrom(work.today, -ROTATED_DAYS_AGO) : begins, reason: answering.has(member.id) ? '代管' : '公开招录' });
    answering.add(member.id);
  }
  for (const member of gridMembers) {
    if (answering.has(member.id) || member.employment === 'part-time') continue;
    appoint(member.id, member.name, { postId: posts.get('grid') ?? null, gridId: member.gridId, fromOn: member.startedOn ?? work.today, untilOn: dayFrom(work.today, -ROTATED_DAYS_AGO), reason: '公开招录', endReason: '病休，由邻近网格代管' });
  }
  for (const { id } of grids) for (const slot of work.gridSlots.ofGrid(id)) appoint(null, slot.name, { gridId: id, place: slot.kind, fromOn: slot.since ?? work.today });
}
