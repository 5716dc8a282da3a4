import type { Work } from '#electron/database/unit-of-work.ts';
import { randomOfPart } from '#electron/kernel/demo/random.ts';
import type { InventedNumbers } from '#electron/kernel/demo/invented-numbers.ts';
import { begunRemovable } from '#electron/database/record-store.ts';
import { demoPosts } from './demo-posts.ts';
import { writeStaff } from './demo-people.ts';

export type CityCommunity = { readonly id: string; readonly index: number; readonly gridIds: readonly string[]; readonly staff: number };

/** Parts of the city's draws that no grid has. */
const PART_FROM = -100_000;

/** The staff of one community of the city beside its responsible members: posts, people and their appointments, with the members of its grids under one head. */
export function writeCityStaff(work: Work, seed: number, numbers: InventedNumbers, { id: communityId, index, gridIds, staff }: CityCommunity): void {
  const random = randomOfPart(seed, PART_FROM - index);
  const posts = demoPosts(gridIds.length).map(({ key, ...post }) => {
    const record = { ...begunRemovable(work), ...post, communityId, ...(key === 'desk' && { quota: staff }) };
    work.posts.insert(record);
    return { key, id: record.id };
  });
  const postOf = (key: string): string | null => posts.find((post) => post.key === key)?.id ?? null;
  const appoint = (memberId: string, postId: string | null, gridId: string | null, isResponsible: boolean): void => {
    const member = work.gridMembers.find(memberId);
    if (member) work.appointments.insert({ ...begunRemovable(work), communityId, memberId, personName: member.name, postId, gridId, place: '', isResponsible, fromOn: member.startedOn ?? member.registeredOn ?? work.today, untilOn: null, reason: '', endReason: '', candidateId: null });
  };
  let headId: string | null = null;
  for (let at = 0; at < staff; at += 1) {
    const isHead = at === 0;
    const id = writeStaff(work, random, numbers, { communityId, staffClass: isHead ? 'administrator' : 'worker', gridId: isHead ? null : (gridIds[at % Math.max(1, gridIds.length)] ?? null), superiorId: headId, deskDuty: isHead ? '站长' : '', ages: isHead ? [35, 55] : [22, 59] });
    if (isHead) headId = id;
    appoint(id, isHead ? postOf('head') : postOf('desk'), null, false);
  }
  for (const gridId of gridIds) {
    const responsibleId = work.grids.find(gridId)?.responsibleId;
    const member = responsibleId ? work.gridMembers.find(responsibleId) : undefined;
    if (!member) continue;
    work.gridMembers.replace({ ...member, superiorId: headId, startedOn: member.registeredOn, grade: String(random.between(1, 5)), retirementClass: member.sex === '1' ? 'men-60' : 'women-55', profession: random.pick(['social-work', 'public-admin', 'law', 'other']) });
    appoint(member.id, postOf('grid'), gridId, true);
  }
}
